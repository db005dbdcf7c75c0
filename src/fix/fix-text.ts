/** Applies the safe fixes of a document's findings to its text. */
import type { Finding } from '../engine/finding.js';
import type { SourceDocument, Span } from '../source/document.js';
import { type Fix, fixOf, type SkippedFix } from './edits.js';

export interface FixedText {
  text: string;
  /** Findings whose fix was applied, in the order of the text. */
  fixed: Finding[];
  /** Safe fixes that would harm the file. A fix that only overlaps an earlier one is not among them: its turn may come in the next round. */
  skipped: SkippedFix[];
}

/** `raw` is the text that `document` was read from and the findings are about. Of fixes that overlap, the first one is applied. */
export function fixText(raw: string, document: SourceDocument, findings: readonly Finding[]): FixedText {
  const mark = raw.startsWith('\ufeff') ? '\ufeff' : '';
  const text = raw.slice(mark.length);
  const { fixes, skipped } = fixesOf(text, document, findings);
  return { text: mark + apply(text, fixes), fixed: fixes.map(({ finding }) => finding), skipped };
}

/** The safe fixes that can be applied together, in the order of the text, and those that cannot. `text` is without byte order mark. */
export function fixesOf(
  text: string,
  document: SourceDocument,
  findings: readonly Finding[],
): { fixes: Fix[]; skipped: SkippedFix[] } {
  const plans = findings.flatMap((finding) => fixOf(finding, document, text) ?? []);
  return {
    fixes: withoutOverlaps(plans.flatMap((plan) => ('edits' in plan ? [plan] : []))),
    skipped: plans.flatMap((plan) => ('reason' in plan ? [plan] : [])),
  };
}

function withoutOverlaps(fixes: readonly Fix[]): Fix[] {
  const kept: Fix[] = [];
  for (const fix of [...fixes].sort((a, b) => a.range.start - b.range.start)) {
    const last = kept.at(-1)?.range;
    if (last === undefined || !touch(last, fix.range)) kept.push(fix);
  }
  return kept;
}

/** Two insertions at one place overlap as well: one of them may be all that was missing. */
function touch(earlier: Span, later: Span): boolean {
  return later.start < earlier.end || (later.start === earlier.end && later.start === later.end);
}

function apply(text: string, fixes: readonly Fix[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: words } of fixes.flatMap(({ edits }) => edits)) {
    parts.push(text.slice(at, start), words);
    at = end;
  }
  return parts.join('') + text.slice(at);
}
