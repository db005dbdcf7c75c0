/** What stands around a figure: the comparator before it, and after it "trở lên" and what a per cent is of. */
import { once } from '../data/once.js';
import type { Span } from '../source/document.js';
import { anyOf } from './deadline-words.js';
import type { Figure } from './figures.js';
import type { Target } from './plan.js';
import { targetWords } from './target-words.js';

type Word = keyof ReturnType<typeof targetWords>['comparators'];

/** The comparator before a figure. */
export interface Comparator {
  /** Where its words begin; the figure's own start if there are none. */
  start: number;
  words: Set<Word>;
}

interface Patterns {
  /** A run of comparator words at the end of a text. */
  atEnd: RegExp;
  kinds: (readonly [Word, ReadonlySet<string>])[];
  after: RegExp;
  within: RegExp;
  atMost: RegExp;
  base: RegExp;
  brackets: RegExp;
}

/** The longest comparator words with what may stand between them and the figure. */
const REACH = 48;

const patterns = once((): Patterns => {
  const { comparators, after, bases } = targetWords();
  const kinds = Object.entries(comparators) as [Word, string[]][];
  return {
    atEnd: new RegExp(`(?<![\\p{L}\\p{N}])(${anyOf(kinds.flatMap(([, list]) => list))})[\\s:]{0,3}$`, 'iu'),
    kinds: kinds.map(([kind, list]) => [kind, new Set(list)] as const),
    after: new RegExp(`\\s{0,3}${anyOf([...after['at-least'], ...after['at-most']])}(?!\\p{L})`, 'iuy'),
    within: new RegExp(`(?<=\\s)${anyOf([...after['at-least'], ...after['at-most']])}(?!\\p{L})`, 'iu'),
    atMost: new RegExp(anyOf(after['at-most']), 'iu'),
    base: new RegExp(
      `\\s{0,3}(?:${anyOf(bases.leads)}\\s[^,;.(:]{1,100}|${anyOf(bases.nouns)}(?!\\p{L})[^,;.(:]{0,100})`,
      'iuy',
    ),
    brackets: new RegExp(`^\\s{0,3}\\(\\s{0,2}(?:${anyOf(bases['in-brackets'])}[\\s:]{1,3})?$`, 'iu'),
  };
});

/** The comparator that ends at a figure, its words read backwards, not before `from`. */
export function comparatorBefore(text: string, from: number, figure: number): Comparator {
  const known = patterns();
  const words = new Set<Word>();
  let start = figure;
  for (;;) {
    const before = text.slice(Math.max(from, start - REACH), start);
    const match = known.atEnd.exec(before);
    if (match === null) return { start, words };
    const word = (match[1] ?? '').toLowerCase().replace(/\s+/gu, ' ');
    for (const [kind, list] of known.kinds) if (list.has(word)) words.add(kind);
    start = start - before.length + match.index;
  }
}

/** How a figure stands to what it measures. */
export function comparison(
  { words }: Comparator,
  figure: Figure,
  after: FigureTail['bound'],
): Pick<Target, 'comparator' | 'change' | 'rough'> {
  const change =
    words.has('down-to') || !(words.has('rising') || words.has('falling'))
      ? null
      : words.has('falling')
        ? 'down'
        : 'up';
  const bound =
    after ??
    (words.has('at-least')
      ? '>='
      : words.has('above')
        ? '>'
        : words.has('at-most')
          ? '<='
          : words.has('below')
            ? '<'
            : null);
  const comparator = figure.max !== null ? 'range' : change !== null ? 'change' : (bound ?? '=');
  return { comparator, change, rough: bound !== null || figure.max !== null || words.has('about') };
}

/** What follows a figure and belongs to it. */
export interface FigureTail {
  end: number;
  bound: '>=' | '<=' | null;
  base: { text: string; span: Span; figure: Figure | null } | null;
}

/** Reads what follows a figure, up to the next figure or the end of the sentence. */
export function tailOf(text: string, figure: Figure, next: Figure | undefined, limit: number): FigureTail {
  const known = patterns();
  const after = matchAt(known.after, text, figure.span.end, limit);
  let bound: FigureTail['bound'] = after === null ? null : known.atMost.test(after) ? '<=' : '>=';
  const end = figure.span.end + (after?.length ?? 0);
  if (figure.unit?.kind !== 'percent') return { end, bound, base: null };
  const nextStart = next === undefined ? limit : comparatorBefore(text, end, next.span.start).start;
  const raw = matchAt(known.base, text, end, Math.min(limit, nextStart));
  // "95% kế hoạch vốn được giao trở lên": the bound may follow the base
  const later = raw?.search(known.within) ?? -1;
  const words = (later < 0 ? raw : raw?.slice(0, later))?.trim().replace(/[\s,]+(?:và|đồng thời)?$/u, '') ?? '';
  if (raw === null || words === '') return { end, bound, base: null };
  if (bound === null && later >= 0) bound = known.atMost.test(raw.slice(later)) ? '<=' : '>=';
  const start = end + raw.length - raw.trimStart().length;
  const span = { start, end: start + words.length };
  const inBrackets = next !== undefined && isBracketed(text, span.end, next);
  const base = { text: words, span, figure: inBrackets ? next : null };
  return { end: inBrackets ? text.indexOf(')', next.span.end) + 1 : span.end, bound, base };
}

function isBracketed(text: string, from: number, figure: Figure): boolean {
  if (figure.span.start - from > 40) return false;
  return (
    patterns().brackets.test(text.slice(from, figure.span.start)) &&
    /^\s{0,3}\)/u.test(text.slice(figure.span.end, figure.span.end + 4))
  );
}

/** What a sticky pattern matches at an offset, cut off at a limit; null if nothing. */
function matchAt(pattern: RegExp, text: string, at: number, limit: number): string | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null || at >= limit ? null : match[0].slice(0, limit - at);
}
