/**
 * The forms in which Vietnamese letters are stored. A file keeps the one it has: composed (dựng sẵn, NFC), decomposed (NFD), or
 * the vowel composed and only its tone apart (tổ hợp), as keyboards for Vietnamese make it: "ấ" is â and a mark.
 */

export type LetterForm = 'composed' | 'decomposed' | 'tone-apart';

/** Tone marks (dấu thanh): huyền, sắc, ngã, hỏi, nặng. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
/** Marks of vowels (dấu phụ): mũ of â ê ô, ă, móc of ơ ư. */
const VOWEL_MARKS = /[\u0302\u0306\u031b]/gu;

/** The form that most letters with marks have; composed if there are none. */
export function letterFormOf(text: string): LetterForm {
  if (mostlyApart(text, VOWEL_MARKS)) return 'decomposed';
  return mostlyApart(text, TONES) ? 'tone-apart' : 'composed';
}

/** The same text in another form. */
export function inLetterForm(text: string, form: LetterForm): string {
  if (form === 'composed') return text.normalize('NFC');
  const decomposed = text.normalize('NFD');
  if (form === 'decomposed') return decomposed;
  return decomposed.replace(/\P{M}\p{M}+/gu, (letter) => {
    return letter.replace(TONES, '').normalize('NFC') + (letter.match(TONES) ?? []).join('');
  });
}

function mostlyApart(text: string, marks: RegExp): boolean {
  const all = text.normalize('NFD').match(marks)?.length ?? 0;
  const apart = text.match(marks)?.length ?? 0;
  return apart * 2 > all;
}
