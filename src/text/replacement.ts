/** The smallest replacements of words that make one wording of another: what both have stays as it is written. */
import { diffArrays } from 'diff';
import { plainPunctuation, toneKey } from './normal.js';
import type { Span } from './span.js';

/** Other words for a span; an empty span is a place where words are put in. */
export interface Replacement extends Span {
  text: string;
}

const TOKEN = /[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu;

/**
 * The replacements, in order, that turn `own` into `right`. The place of a tone mark (hoà, hòa) and the shape of quotation marks, dashes
 * and spaces are the writer's own and stay; letter case counts. Empty if nothing else differs.
 */
export function replacements(own: string, right: string): Replacement[] {
  const words = own.match(TOKEN) ?? [];
  const found: Replacement[] = [];
  let next = 0;
  let at = 0;
  let goesOn = false;
  for (const part of diffArrays(words, right.match(TOKEN) ?? [], { comparator: same })) {
    const changed = part.added || part.removed;
    if (changed && !goesOn) found.push({ start: at, end: at, text: '' });
    goesOn = changed;
    const current = found.at(-1);
    if (part.added && current !== undefined) current.text += part.value.join('');
    if (part.added) continue;
    at += words.slice(next, next + part.count).join('').length;
    next += part.count;
    if (part.removed && current !== undefined) current.end = at;
  }
  return found;
}

function same(a: string, b: string): boolean {
  return a === b || plainPunctuation(a) === plainPunctuation(b) || (toneKey(a) === toneKey(b) && bare(a) === bare(b));
}

/** Letters without marks, capitals kept. */
function bare(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}
