/** Where a copied clause departs from its original: word by word, each change with its kind. */
import { diffArrays } from 'diff';
import type { Span } from '../source/document.js';
import { bareKey, toneKey } from '../text/normal.js';
import { parseRoman } from '../text/roman.js';

/**
 * - `diacritic`: the same letters with other marks (Khối, Khôi)
 * - `ordinal`: one number, written Roman here and Arabic there (lần thứ I, lần thứ 1)
 * - `number`: another number or year
 * - `name`: another proper name
 * - `style`: a variant that means the same (bảo đảm, đảm bảo; Nhân dân, nhân dân)
 * - `words`: anything else
 */
export type ChangeKind = 'diacritic' | 'ordinal' | 'number' | 'name' | 'style' | 'words';

/** One change between two wordings. */
export interface WordChange {
  kind: ChangeKind;
  own: string;
  other: string;
  /** Range of the changed words in the own text, and in the other. */
  ownSpan: Span;
  otherSpan: Span;
}

interface Word extends Span {
  text: string;
  key: string;
}

/** Variants that mean the same in administrative texts: word order, i/y, hằng/hàng. */
const STYLE_PAIRS: readonly (readonly [string, string])[] = [
  ['bảo đảm', 'đảm bảo'],
  ['ủy ban nhân dân', 'ubnd'],
  ['hội đồng nhân dân', 'hđnd'],
  ['mặt trận tổ quốc', 'mttq'],
  ['kinh tế - xã hội', 'kt-xh'],
];

/** "hằng năm", "hàng năm": before these words both are used. */
const EVERY: readonly string[] = ['hằng', 'hàng'];
const PERIOD_NEXT = /^[ ]{1,3}(?:năm|quý|tháng|tuần|ngày|kỳ|vụ)(?!\p{L})/iu;

/** The changes from the other wording (the parent's) to the own one, in the order of the own text. */
export function wordChanges(own: string, other: string): WordChange[] {
  const ownWords = wordsOf(own);
  const otherWords = wordsOf(other);
  const changes: WordChange[] = [];
  let i = 0;
  let j = 0;
  const parts = diffArrays(
    otherWords.map(({ key }) => key),
    ownWords.map(({ key }) => key),
  );
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at];
    if (part === undefined) break;
    if (!part.added && !part.removed) {
      changes.push(
        ...caseChanges(ownWords.slice(i, i + part.value.length), otherWords.slice(j, j + part.value.length)),
      );
      i += part.value.length;
      j += part.value.length;
      continue;
    }
    const next = parts[at + 1];
    const replaced = part.removed && next?.added === true;
    const removed = part.removed ? part.value.length : 0;
    const added = part.added ? part.value.length : replaced ? next.value.length : 0;
    changes.push(
      ...splitChange(
        own,
        other,
        ownWords.slice(i, i + added),
        otherWords.slice(j, j + removed),
        ownWords[i - 1],
        otherWords[j - 1],
      ),
    );
    i += added;
    j += removed;
    if (replaced) at++;
  }
  return changes;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}]+|\d+(?:[.,/]\d+)*%?/gu)].map((match) => ({
    text: match[0],
    key: toneKey(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Words equal but for capitals: "nhân dân" for "Nhân dân" is style; a first word differs by its place in the sentence only. */
function caseChanges(own: Word[], other: Word[]): WordChange[] {
  return own.flatMap((word, n) => {
    const twin = other[n];
    if (twin === undefined || n === 0 || word.text.charAt(0) === twin.text.charAt(0)) return [];
    if ((word.text.toLowerCase() === word.text) === (twin.text.toLowerCase() === twin.text)) return [];
    return [{ kind: 'style' as const, own: word.text, other: twin.text, ownSpan: word, otherSpan: twin }];
  });
}

/** Runs of equal length are compared word by word, others as wholes. */
function splitChange(
  ownText: string,
  otherText: string,
  own: Word[],
  other: Word[],
  ownBefore: Word | undefined,
  otherBefore: Word | undefined,
): WordChange[] {
  if (own.length === other.length && own.length > 0 && own.length <= 4) {
    const single = own.flatMap((word, n) =>
      other[n] === undefined ? [] : [change(ownText, otherText, [word], [other[n]])],
    );
    if (single.every(({ kind }) => kind !== 'words')) return single;
  }
  if (own.length === 0 && other.length === 0) return [];
  return [change(ownText, otherText, own, other, ownBefore, otherBefore)];
}

function change(
  ownText: string,
  otherText: string,
  own: Word[],
  other: Word[],
  ownBefore?: Word,
  otherBefore?: Word,
): WordChange {
  const ownSpan = rangeOf(own, ownBefore);
  const otherSpan = rangeOf(other, otherBefore);
  const ownWords = ownText.slice(ownSpan.start, ownSpan.end);
  const otherWords = otherText.slice(otherSpan.start, otherSpan.end);
  const every = EVERY.includes(ownWords.toLowerCase()) && EVERY.includes(otherWords.toLowerCase());
  const style = every && PERIOD_NEXT.test(ownText.slice(ownSpan.end, ownSpan.end + 12));
  const kind = style ? 'style' : kindOf(ownWords, otherWords, own, other);
  return { kind, own: ownWords, other: otherWords, ownSpan, otherSpan };
}

function rangeOf(words: Word[], before: Word | undefined): Span {
  const first = words[0];
  const last = words.at(-1);
  const at = before?.end ?? 0;
  return first === undefined || last === undefined ? { start: at, end: at } : { start: first.start, end: last.end };
}

function kindOf(own: string, other: string, ownWords: Word[], otherWords: Word[]): ChangeKind {
  const pair = [own.toLowerCase(), other.toLowerCase()];
  if (STYLE_PAIRS.some(([a, b]) => pair.includes(a) && pair.includes(b))) return 'style';
  if (ownWords.length !== 1 || otherWords.length !== 1) return 'words';
  const ownNumber = numberOf(own);
  const otherNumber = numberOf(other);
  if (ownNumber !== null && otherNumber !== null) {
    if (ownNumber !== otherNumber) return 'number';
    // "02", "2": only the leading zero
    return /^\d/u.test(own) && /^\d/u.test(other) ? 'style' : 'ordinal';
  }
  if (bareKey(own) === bareKey(other)) return 'diacritic';
  if (/^\p{Lu}/u.test(own) && /^\p{Lu}/u.test(other)) return 'name';
  return 'words';
}

function numberOf(word: string): string | null {
  if (/^\d/u.test(word)) return word.replace(/^0+(?=\d)/u, '');
  const roman = /^[IVX]+$/u.test(word) ? parseRoman(word) : null;
  return roman === null ? null : String(roman);
}
