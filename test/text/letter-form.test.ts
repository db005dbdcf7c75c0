import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inLetterForm, letterFormOf } from '../../src/text/letter-form.js';

const TEXT = 'Ủy ban nhân dân phường Lạc Hà tổ chức rước đèn ở đình';

describe('letterFormOf', () => {
  test('tells the three forms apart', () => {
    expect(letterFormOf(TEXT)).toBe('composed');
    expect(letterFormOf(TEXT.normalize('NFD'))).toBe('decomposed');
    expect(
      letterFormOf(
        'Chủ tịch phường'.normalize('NFC').replace('ủ', 'u\u0309').replace('ị', 'i\u0323').replace('ờ', 'ơ\u0300'),
      ),
    ).toBe('tone-apart');
  });

  test('a text without marks, and one with few of another form, is composed', () => {
    expect(letterFormOf('15/12/2026')).toBe('composed');
    expect(letterFormOf(`${TEXT} ${'é'.normalize('NFD')}`)).toBe('composed');
  });
});

describe('inLetterForm', () => {
  test('keeps the vowel and takes its tone off', () => {
    expect(inLetterForm('ấ ệ ượ đ é', 'tone-apart')).toBe('â\u0301 ê\u0323 ươ\u0323 đ e\u0301');
  });

  test('changes the form only, and the form is found again', () => {
    const forms = ['composed', 'decomposed', 'tone-apart'] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...forms),
        fc.constantFrom(...forms),
        fc.integer({ min: 7, max: TEXT.length }),
        (a, b, cut) => {
          const text = TEXT.slice(0, cut);
          const changed = inLetterForm(inLetterForm(text, a), b);
          expect(changed.normalize('NFC')).toBe(text);
          expect(changed).toBe(inLetterForm(text, b));
        },
      ),
    );
    for (const form of forms) expect(letterFormOf(inLetterForm(TEXT, form))).toBe(form);
  });
});
