import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareKey } from '../../src/text/normal.js';
import { replacements } from '../../src/text/replacement.js';

function apply(own: string, right: string): string {
  return replacements(own, right).reduceRight((text, { start, end, text: words }) => {
    return text.slice(0, start) + words + text.slice(end);
  }, own);
}

describe('replacements', () => {
  test('only the words that differ', () => {
    expect(replacements('Đất lạnh nở hoa; người thân', 'Đất lành nở hoa; người người thân')).toEqual([
      { start: 4, end: 8, text: 'lành' },
      { start: 23, end: 23, text: 'người ' },
    ]);
    expect(replacements('19/02/2026', '09/02/2026')).toEqual([{ start: 0, end: 2, text: '09' }]);
    expect(replacements('phường  Thạch Khê', 'phường Thạch Khôi')).toEqual([{ start: 14, end: 17, text: 'Khôi' }]);
  });

  test('tone placement and the shape of quotation marks, dashes and spaces are the writer’s', () => {
    expect(replacements('Hoà thuận – "nghĩa tình"', 'Hòa thuận - “nghĩa tình”')).toEqual([]);
    expect(apply('Hoà thuân – nghĩa', 'Hòa thuận - nghĩa')).toBe('Hoà thuận – nghĩa');
  });

  test('capitals count', () => {
    expect(apply('Cộng hòa xã hội', 'CỘNG HÒA XÃ HỘI')).toBe('CỘNG HÒA XÃ HỘI');
  });

  test('make the one wording of the other, in order and without overlap', () => {
    const wording = fc
      .array(fc.constantFrom('bút', 'bứt', 'phá', 'Phá', 'hoà', 'hòa', ',', ';', '15', '/', ' ', '  ', '“', '"'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(wording, wording, (own, right) => {
        expect(compareKey(apply(own, right))).toBe(compareKey(right));
        let end = 0;
        for (const replacement of replacements(own, right)) {
          expect(replacement.start).toBeGreaterThanOrEqual(end);
          end = replacement.end;
        }
        expect(replacements(apply(own, right), right)).toEqual([]);
      }),
    );
  });
});
