/** The clause around a place of a text: from one full stop, semicolon or line end to the next. */
import type { Span } from './span.js';

/** Characters to each side that are looked at for its ends: a clause of a plan is seldom longer. */
const REACH = 500;

/** Span of the clause that holds a span; cut off where its end is too far away. */
export function clauseAround(text: string, span: Span): Span {
  const before = text.slice(Math.max(0, span.start - REACH), span.start);
  const after = text.slice(span.end, span.end + REACH);
  const from = Math.max(...['. ', '; ', '\n'].map((end) => before.lastIndexOf(end)));
  const to = after.search(/[.;](?:\s|$)|\n/u);
  return { start: span.start - before.length + from + 1, end: span.end + (to < 0 ? after.length : to) };
}
