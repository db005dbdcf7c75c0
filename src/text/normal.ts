/**
 * Normal forms of Vietnamese text. Documents are compared on normal forms and quoted in the original.
 * Sources: Unicode NFC; tone placement (hoà = hòa) has no binding rule for administrative texts, so it never counts as a difference.
 */

/** Combining tone marks (thanh điệu): huyền, sắc, ngã, hỏi, nặng. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const ALL_MARKS = /\p{M}/gu;
const WORD = /[\p{L}\p{M}]+/gu;

/** Keys of words met before: plans use some thousands of syllables over and over. */
const toneKeys = new Map<string, string>();
const MOST_KEYS = 20_000;

/**
 * One word with its tone moved to the end: "hòa" and "hoà" both give "hoa\u0300". Lower case, NFC apart from the tone.
 * The quality of the vowel (â, ơ, đ) stays; only where the tone stands is forgotten.
 */
export function toneKey(word: string): string {
  const known = toneKeys.get(word);
  if (known !== undefined) return known;
  const decomposed = word.normalize('NFD').toLowerCase();
  const tones = decomposed.match(TONES);
  const key =
    tones === null ? decomposed.normalize('NFC') : decomposed.replace(TONES, '').normalize('NFC') + tones.join('');
  if (toneKeys.size < MOST_KEYS) toneKeys.set(word, key);
  return key;
}

/** Quotation marks, dashes and spaces of all shapes as one shape each; length of the text may change. */
export function plainPunctuation(text: string): string {
  const spaced = text.replace(/\s+/gu, ' ').trim();
  if (!SHAPED.test(spaced)) return spaced;
  return spaced
    .replace(/[“”„‟«»″]|''|‘‘|’’/gu, '"')
    .replace(/[‘’‚′`´]/gu, "'")
    .replace(/[‐‑‒–—―−]/gu, '-');
}

/** Any mark that has several shapes. */
const SHAPED = /['"“”„‟«»″‘’‚′`´‐‑‒–—―−]/u;

/** The form on which wordings are compared: NFC, lower case, tone placement, quotes, dashes and spaces made one. */
export function compareKey(text: string): string {
  return plainPunctuation(text.normalize('NFC')).replace(WORD, toneKey);
}

/** `compareKey` without any punctuation: "a; b - c" and "A, b c" are the same words. */
export function wordsKey(text: string): string {
  return compareKey(text)
    .replace(/[^\p{L}\p{M}\p{N}%]+/gu, ' ')
    .trim();
}

/** Letters only, without any diacritic, đ as d: the key on which "Khôi" and "Khởi" meet. */
export function bareKey(text: string): string {
  if (text.length > LONGEST_KEPT) return makeBareKey(text);
  const known = bareKeys.get(text);
  if (known !== undefined) return known;
  const key = makeBareKey(text);
  if (bareKeys.size < MOST_KEYS) bareKeys.set(text, key);
  return key;
}

/** Bare keys of short texts met before: words, names. */
const bareKeys = new Map<string, string>();
const LONGEST_KEPT = 20;

function makeBareKey(text: string): string {
  return plainPunctuation(text).normalize('NFD').replace(ALL_MARKS, '').toLowerCase().replace(/đ/gu, 'd');
}
