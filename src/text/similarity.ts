/** How alike two texts are, by their words and by their letters. */
import { wordsKey } from './normal.js';

/** Share (0-1) of the two texts' word pairs that both have (Dice); whole words decide for texts of one word. */
export function wordSimilarity(a: string, b: string): number {
  const left = wordPairs(a);
  const right = wordPairs(b);
  if (left.size === 0 || right.size === 0) return left.size === right.size ? 1 : 0;
  let shared = 0;
  for (const pair of left) if (right.has(pair)) shared++;
  return (2 * shared) / (left.size + right.size);
}

/** Share (0-1) of the word pairs of `part` that stand in `whole` too. */
export function containment(part: string, whole: string): number {
  const pairs = wordPairs(part);
  const there = wordPairs(whole);
  if (pairs.size === 0) return 0;
  let shared = 0;
  for (const pair of pairs) if (there.has(pair)) shared++;
  return shared / pairs.size;
}

function wordPairs(text: string): Set<string> {
  const words = wordsKey(text).split(' ').filter(Boolean);
  if (words.length < 2) return new Set(words);
  return new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`));
}

/** Number of single-letter edits between two short texts (Levenshtein). */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current[j] = Math.min(substitution, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** The candidate with the fewest edits from `text`, at most a third of its length; null if none is that near. */
export function nearest(text: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(text.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(text.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}
