/** Words around citations. Facts: rules/data/citation-words.yaml. */
import { z } from 'zod';
import { loadData } from '../data/load.js';

const words = z.array(z.string().min(1)).min(1);

/** The lists of rules/data/citation-words.yaml. */
export const citationWords = loadData(
  'citation-words.yaml',
  z.strictObject({ implements: words, basis: words, encloses: words, between: words, subject: words }),
);

/** Source of a regular expression for any of the phrases, longest first, words apart by any space. */
export function phrasePattern(phrases: readonly string[]): string {
  return [...phrases]
    .sort((a, b) => b.length - a.length)
    .map((phrase) => phrase.replace(/ /gu, '\\s+'))
    .join('|');
}
