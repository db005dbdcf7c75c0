/** From findings with a safe fix to edits of the file as it is: its marks, its line breaks and the form of its letters are kept. */
import type { Finding } from '../engine/finding.js';
import type { SourceDocument, Span } from '../source/document.js';
import { inLetterForm, letterFormOf } from '../text/letter-form.js';
import { type Replacement, replacements } from '../text/replacement.js';

/**
 * Why a safe fix is not applied.
 * - `format`: a file of this format cannot be changed in place
 * - `marks`: formatting marks, a link or unusual letters stand within the words to replace, or would get in with the new ones
 * - `line-break`: a line or paragraph ends within them
 */
export type SkipReason = 'format' | 'marks' | 'line-break';

/** The edits that one finding asks for: all of them are made, or none. */
export interface Fix {
  finding: Finding;
  /** Range of the file from the first edit to the last. */
  range: Span;
  edits: Replacement[];
}

/** A safe fix that cannot be applied without harm. */
export interface SkippedFix {
  finding: Finding;
  reason: SkipReason;
}

/** Characters of the file around an edit that tell the form of its letters. */
const NEIGHBOURHOOD = 300;
const LINE_BREAK = /[\r\n\f\v\u2028\u2029]/u;
const SPACES_AND_INVISIBLE = /[ \t\u00a0\u00ad\u200b-\u200f\u2060\ufeff]/gu;
const MARKS = /[|*_`<>[\]\\]/u;

/** How to fix a finding in `raw`, the text of the file without byte order mark; null if there is no safe fix or nothing to change. */
export function fixOf(finding: Finding, document: SourceDocument, raw: string): Fix | SkippedFix | null {
  const { fix, span } = finding;
  if (fix === null || !fix.safe) return null;
  const own = document.text.slice(span.start, span.end);
  const edits: Replacement[] = [];
  for (const { start, end, text } of replacements(own, fix.text)) {
    const place = placeInFile(document, span, { start: span.start + start, end: span.start + end });
    if (place === null) return { finding, reason: 'format' };
    const reason = whyNot(raw.slice(place.start, place.end), own.slice(start, end), text);
    if (reason !== null) return { finding, reason };
    edits.push({ ...place, text: inLetterForm(text, letterFormOf(around(raw, place))) });
  }
  const [first, last] = [edits[0], edits.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { finding, range: { start: first.start, end: last.end }, edits };
}

/**
 * Where a part of the words stands in the file; null for files without offsets. Nothing to replace: the place right after the character
 * before, or right before the first one of the words, so that it lies on the same side of marks as its neighbour.
 */
function placeInFile({ locate }: SourceDocument, words: Span, { start, end }: Span): Span | null {
  if (start < end) return offsets(locate({ start, end }));
  const neighbour = offsets(locate(start > words.start ? { start: start - 1, end: start } : { start, end: start + 1 }));
  if (neighbour === null) return null;
  const at = start > words.start ? neighbour.end : neighbour.start;
  return { start: at, end: at };
}

function offsets({ start, end }: ReturnType<SourceDocument['locate']>): Span | null {
  return start === null || end === null ? null : { start: start.offset, end: end.offset };
}

function around(raw: string, { start, end }: Span): string {
  return raw.slice(Math.max(0, start - NEIGHBOURHOOD), end + NEIGHBOURHOOD);
}

/** What speaks against putting `text` in place of a stretch of the file that reads as `words`. */
function whyNot(stretch: string, words: string, text: string): SkipReason | null {
  if (LINE_BREAK.test(stretch) || LINE_BREAK.test(text)) return 'line-break';
  return letters(stretch) === letters(words) && !MARKS.test(text) ? null : 'marks';
}

function letters(text: string): string {
  return text.normalize('NFC').replace(SPACES_AND_INVISIBLE, '');
}
