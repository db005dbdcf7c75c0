import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordingDifference, wordingLikeness, wordsApart } from '../../src/text/wording.js';

describe('how two wordings differ', () => {
  it.each([
    ['Gió mát; trăng thanh', 'GIÓ MÁT; TRĂNG THANH', 'same'],
    ['Hòa – thuận', 'Hoà - thuận', 'same'],
    ['Gió mát; trăng thanh', 'Gió mát, trăng thanh', 'punctuation'],
    ['Gió mát; trăng thanh', 'Gió mạt; trăng thanh', 'diacritic'],
    ['Đồng lúa; gió mát', 'Dồng lúa; gió mát', 'diacritic'],
    ['Gió mát; trăng thanh', 'Gió mát; sao thanh', 'word'],
    ['Gió mát; trăng thanh', 'Gió mát; trăng thanh cao', 'word'],
    ['Gió mát; trăng thanh', 'Gio mat; trang thanh', 'word'],
    ['Gió mát; trăng thanh', 'Đồng xanh lúa tốt', 'different'],
  ])('%s | %s: %s', (a, b, difference) => {
    expect(wordingDifference(a, b)).toBe(difference);
  });

  it('does not depend on the order of the two', () => {
    const text = fc
      .array(fc.constantFrom('gió', 'gio', 'mát', 'trăng', ',', ';'), { maxLength: 8 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(wordingDifference(a, b)).toBe(wordingDifference(b, a));
        expect(wordingLikeness(a, b)).toBe(wordingLikeness(b, a));
      }),
    );
  });

  it('names the words that only one has', () => {
    expect(wordsApart('gió mát', 'gió to')).toHaveLength(2);
  });
});
