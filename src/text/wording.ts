/** How two wordings of the same thing differ: in punctuation, in diacritics, in words, or altogether. */
import { bareKey, compareKey, wordsKey } from './normal.js';

/** `diacritic`: the same words but for marks on one or two of them; `word`: words changed, missing or added; `different`: another wording. */
export type WordingDifference = 'same' | 'punctuation' | 'diacritic' | 'word' | 'different';

/** Below this share of common words two wordings are not the same thing said differently. */
const SAME_THING = 0.5;
const SLIPS = 2;

/** What kind of difference there is; letter case, tone placement and shapes of quotation marks and dashes are none. */
export function wordingDifference(a: string, b: string): WordingDifference {
  if (compareKey(a) === compareKey(b)) return 'same';
  const left = wordsKey(a).split(' ');
  const right = wordsKey(b).split(' ');
  if (left.join(' ') === right.join(' ')) return 'punctuation';
  const changed = left.filter((word, i) => word !== right[i]);
  const slips = left.every((word, i) => bareKey(word) === bareKey(right[i] ?? ''));
  if (left.length === right.length && slips && changed.length <= SLIPS) return 'diacritic';
  return commonWords(left.map(bareKey), right.map(bareKey)) / Math.max(left.length, right.length) < SAME_THING
    ? 'different'
    : 'word';
}

/** Share (0-1) of words that stand in both wordings in the same order, diacritics aside. */
export function wordingLikeness(a: string, b: string): number {
  const left = wordsKey(a).split(' ').filter(Boolean);
  const right = wordsKey(b).split(' ').filter(Boolean);
  const longer = Math.max(left.length, right.length);
  return longer === 0 ? 1 : commonWords(left.map(bareKey), right.map(bareKey)) / longer;
}

/** Words that only one of two wordings has, as keys. */
export function wordsApart(a: string, b: string): string[] {
  const left = wordsKey(a).split(' ');
  const right = wordsKey(b).split(' ');
  return [...left.filter((word) => !right.includes(word)), ...right.filter((word) => !left.includes(word))];
}

/** Length of the longest common subsequence of words, given as bare keys: a word with a wrong mark is still that word. */
export function commonWords(left: readonly string[], right: readonly string[]): number {
  let previous = new Array<number>(right.length + 1).fill(0);
  for (const word of left) {
    const row = [0];
    for (let j = 1; j <= right.length; j++) {
      const match = word === right[j - 1] ? (previous[j - 1] ?? 0) + 1 : 0;
      row.push(Math.max(match, previous[j] ?? 0, row[j - 1] ?? 0));
    }
    previous = row;
  }
  return previous[right.length] ?? 0;
}
