/** How far a text can be trusted: whether its words are Vietnamese words at all. */
import { isSyllable } from '../text/syllable.js';
import type { Quality } from './document.js';

/** Words looked at: enough to be sure, few enough to be fast. */
const SAMPLE = 20_000;
/** Below this share the letters are scrambled and no finding could be believed. Real plans: 0.97 and more; broken font tables: 0.62-0.69. */
const BROKEN_BELOW = 0.8;
/** Below this share the text comes from recognition with many errors. */
const OCR_BELOW = 0.93;
/** Signs that recognition leaves in place of letters and no typist types; from this many per thousand words on the text is taken as recognised. */
const OCR_SIGNS = /[†‡ƒ⁄Ÿ£¬¢¥øØäÄ#^~\\]/gu;
const OCR_SIGNS_PER_THOUSAND = 0.7;

/** A text of fewer words proves nothing. */
const LEAST_WORDS = 40;

/** Measures a flow text. Numerals, abbreviations in capitals and foreign-looking symbols are not counted. */
export function measureQuality(text: string): Quality {
  let words = 0;
  let valid = 0;
  let garbage = 0;
  for (const match of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    const word = match[0];
    // abbreviations: QĐND, TTg, CTr
    if (/\p{Lu}[\p{L}\p{M}]*\p{Lu}/u.test(word) && !isSyllable(word)) continue;
    words++;
    if (isSyllable(word)) valid++;
    else if (/[^\p{Script=Latin}\p{M}]/u.test(word)) garbage++;
    if (words >= SAMPLE) break;
  }
  const share = words === 0 ? 1 : valid / words;
  const broken = words >= LEAST_WORDS && (share < BROKEN_BELOW || garbage / words > 0.1);
  const signs = text.match(OCR_SIGNS)?.length ?? 0;
  const recognised =
    (words >= LEAST_WORDS && share < OCR_BELOW) ||
    (signs >= 2 && (signs / Math.max(1, words)) * 1000 > OCR_SIGNS_PER_THOUSAND);
  return { validSyllables: Number(share.toFixed(4)), verdict: broken ? 'broken' : recognised ? 'ocr' : 'good' };
}
