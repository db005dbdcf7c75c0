/** Words in quotation marks, of all the shapes that real documents have: “ ”, " ", both closing, « », ‘ ’, '' ''. */
import type { Span } from './span.js';

/** A quotation: the words between the marks, spaces at both ends left out. */
export interface Quotation extends Span {
  /** Offset of the opening mark. */
  open: number;
  /** Offset after the closing mark; after the words where there is none. */
  after: number;
  closed: boolean;
}

/** Marks that open and close the same quotations; writers mix the marks of one family. */
const FAMILIES = [/[“”‟„"″]|''|‘‘|’’/gu, /[«»]/gu, /[‘’]/gu] as const;
const OPENING = /[“”‟„"″«»]|''|‘‘|’’|‘(?=\p{Lu})/u;
const CLOSING_AT_END = /(?:[“”‟"″«»’]|'')$/u;

/** Offset of the first opening mark within a span; null if there is none. */
export function firstQuotationMark(text: string, within: Span): number | null {
  const at = text.slice(within.start, within.end).search(OPENING);
  return at < 0 ? null : within.start + at;
}

/** The quotation that opens at `open`; without a closing mark before `limit` it goes up to there. Null if it has no words. */
export function quotationAt(text: string, open: number, limit: number): Quotation | null {
  const family = familyAt(text, open);
  if (family === null) return null;
  const marks = [...text.slice(open, limit).matchAll(family)];
  let inner = 0;
  for (const mark of marks.slice(1)) {
    const at = open + mark.index;
    // “ after a space and before a letter opens a quotation inside
    if (mark[0] === '“' && /^[\s(]“\p{L}/u.test(text.slice(at - 1, at + 2))) inner++;
    else if (inner > 0) inner--;
    else return quotation(text, open, marks[0]?.[0].length ?? 1, at, at + mark[0].length);
  }
  return quotation(text, open, marks[0]?.[0].length ?? 1, limit, null);
}

/** The quotation whose closing mark ends right before `end`, opened not before `from`; null if there is none. */
export function quotationBefore(text: string, end: number, from: number): Quotation | null {
  const mark = CLOSING_AT_END.exec(text.slice(from, end))?.[0];
  const close = end - (mark?.length ?? 0);
  const family = mark === undefined ? null : familyAt(text, close);
  const opening = family === null ? undefined : [...text.slice(from, close).matchAll(family)].at(-1);
  if (opening === undefined) return null;
  return quotation(text, from + opening.index, opening[0].length, close, end);
}

function familyAt(text: string, at: number): RegExp | null {
  const two = text.slice(at, at + 2);
  return FAMILIES.find((family) => two.search(family) === 0) ?? null;
}

function quotation(text: string, open: number, width: number, end: number, after: number | null): Quotation | null {
  const inside = text.slice(open + width, end);
  const words = inside.trim();
  if (words === '') return null;
  const start = open + width + inside.indexOf(words);
  const wordsEnd = start + words.length;
  return { start, end: wordsEnd, open, after: after ?? wordsEnd, closed: after !== null };
}
