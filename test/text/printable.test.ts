import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printable } from '../../src/text/printable.js';

describe('printable', () => {
  test.each([
    ['colours', '\u001b[1;31mlỗi\u001b[0m', 'lỗi'],
    ['a title', '\u001b]0;tiêu đề\u0007văn bản', 'văn bản'],
    ['one-byte forms', '\u009b2Jvăn bản', 'văn bản'],
    ['direction marks', 'số \u202e65\u202c', 'số 65'],
    ['invisible characters', 'kế\u200b ho\u00adạch\ufeff', 'kế hoạch'],
    ['line breaks and tabs', 'một\r\nhai\tba', 'một hai ba'],
  ])('%s', (_, text, expected) => expect(printable(text)).toBe(expected));

  test('leaves nothing that a terminal obeys, and twice is once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = printable(text);
        expect(clean).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
        expect(printable(clean)).toBe(clean);
      }),
    );
  });

  test('leaves Vietnamese as it is, composed or not', () => {
    const text = 'Ủy ban nhân dân phường Lạc Hà – “Tăng tốc, bứt phá”…';
    expect(printable(text)).toBe(text);
    expect(printable(text.normalize('NFD'))).toBe(text.normalize('NFD'));
  });
});
