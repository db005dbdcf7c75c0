/** Paper, its direction and the margins (khổ giấy, kiểu trình bày, định lề trang). */
import { z } from 'zod';
import { defineCheck } from '../engine/check.js';
import { meaning } from '../engine/rule-options.js';
import { type PageSection, SIDES, type Side } from '../source/page-layout.js';
import { lineFrom, stateLayout } from './own-layout.js';

const range = z.tuple([z.number(), z.number()]);

const NAMES: Record<Side, { vi: string; en: string }> = {
  top: { vi: 'lề trên', en: 'top' },
  bottom: { vi: 'lề dưới', en: 'bottom' },
  left: { vi: 'lề trái', en: 'left' },
  right: { vi: 'lề phải', en: 'right' },
};

export const formPage = defineCheck({
  name: 'form-page',
  options: z.strictObject({
    paper: range.default([210, 297]).meta(meaning({ vi: 'Khổ giấy, mm.', en: 'Paper, in millimetres.' })),
    margins: z
      .strictObject({ top: range, bottom: range, left: range, right: range })
      .default({ top: [20, 25], bottom: [20, 25], left: [30, 35], right: [15, 20] })
      .meta(meaning({ vi: 'Lề nhỏ nhất và lớn nhất, mm.', en: 'Least and widest margins, in millimetres.' })),
    tolerance: z
      .number()
      .nonnegative()
      .default(1)
      .meta(meaning({ vi: 'Sai lệch được bỏ qua, mm.', en: 'Differences that are passed over, in millimetres.' })),
  }),
  messages: {
    paper: ['width', 'height', 'rightWidth', 'rightHeight'],
    landscape: [],
    margins: ['found', 'foundEn', 'right', 'rightEn'],
  },
  *run(kase, { paper, margins, tolerance }) {
    const sections = stateLayout(kase)?.sections ?? [];
    const [width, height] = paper;
    const is = (length: number, other: number): boolean => Math.abs(length - other) <= tolerance;
    const turned = (section: PageSection): boolean =>
      section.paper !== null && section.paper.width > section.paper.height;
    const otherPaper = sections.find(({ paper: own }) => {
      if (own === null) return false;
      return !is(Math.min(own.width, own.height), width) || !is(Math.max(own.width, own.height), height);
    });
    if (otherPaper?.paper != null)
      yield {
        message: 'paper',
        span: lineFrom(kase, otherPaper.start),
        data: { ...otherPaper.paper, rightWidth: width, rightHeight: height },
      };
    const [main] = sections;
    if (main === undefined) return;
    // tables of annexes may lie across the page; the plan itself stands upright
    if (turned(main)) yield { message: 'landscape', span: lineFrom(kase, main.start), data: {} };
    const isWrong = ({ margins: own }: PageSection, side: Side): boolean => {
      const length = own[side];
      return length !== undefined && (length < margins[side][0] - tolerance || length > margins[side][1] + tolerance);
    };
    const wrong = sections.find((section) => !turned(section) && SIDES.some((side) => isWrong(section, side)));
    if (wrong === undefined) return;
    const sides = SIDES.filter((side) => isWrong(wrong, side));
    const list = (lang: 'vi' | 'en', length: (side: Side) => string): string =>
      sides.map((side) => `${NAMES[side][lang]} ${length(side)}`).join(', ');
    const found = (side: Side): string => String(wrong.margins[side]);
    const right = (side: Side): string => margins[side].join('-');
    const data = {
      found: list('vi', (side) => found(side).replace('.', ',')),
      foundEn: list('en', found),
      right: list('vi', (side) => right(side).replaceAll('.', ',')),
      rightEn: list('en', right),
    };
    yield { message: 'margins', span: lineFrom(kase, wrong.start), data };
  },
});
