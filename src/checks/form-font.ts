/** Font and size of the letters (phông chữ, cỡ chữ), by what most of the text is set in. */
import { z } from 'zod';
import { defineCheck } from '../engine/check.js';
import { meaning } from '../engine/rule-options.js';
import { stateLayout, titleLine } from './own-layout.js';

export const formFont = defineCheck({
  name: 'form-font',
  options: z.strictObject({
    font: z
      .string()
      .default('Times New Roman')
      .meta(meaning({ vi: 'Phông chữ của văn bản.', en: 'The font of the text.' })),
    sizes: z
      .tuple([z.number(), z.number()])
      .default([13, 14])
      .meta(
        meaning({
          vi: 'Cỡ chữ nhỏ nhất và lớn nhất của lời văn.',
          en: 'Least and largest size of the text, in points.',
        }),
      ),
    share: z
      .number()
      .min(0)
      .max(1)
      .default(0.9)
      .meta(
        meaning({
          vi: 'Phần chữ tối thiểu phải dùng phông này; dấu đầu dòng, ký hiệu có phông riêng.',
          en: 'Share of the letters that have to be in this font; bullets and signs have fonts of their own.',
        }),
      ),
  }),
  messages: {
    font: ['found', 'percent', 'right'],
    mixed: ['found', 'percent', 'right'],
    size: ['found', 'least', 'most'],
  },
  *run(kase, { font, sizes, share }) {
    const layout = stateLayout(kase);
    if (layout === null) return;
    const span = titleLine(kase);
    const isRight = (name: string): boolean => name.trim().toLowerCase() === font.toLowerCase();
    const letters = sum(layout.fonts.map((each) => each.letters));
    const others = layout.fonts.filter(({ name }) => !isRight(name)).sort((a, b) => b.letters - a.letters);
    const [other] = others;
    const otherShare = letters === 0 ? 0 : sum(others.map((each) => each.letters)) / letters;
    if (other !== undefined && otherShare > 1 - share) {
      const data = { found: other.name, percent: Math.round((100 * other.letters) / letters), right: font };
      yield { message: otherShare > 0.5 ? 'font' : 'mixed', span, data };
    }
    const [most] = layout.sizes.toSorted((a, b) => b.letters - a.letters);
    if (most !== undefined && (most.points < sizes[0] || most.points > sizes[1]))
      yield { message: 'size', span, data: { found: most.points, least: sizes[0], most: sizes[1] } };
  },
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
