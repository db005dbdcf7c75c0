/** What a finding proposes, as words to put in place of a stretch of the file as it is: for tools that offer it with a click. */
import type { Finding } from '../engine/finding.js';
import { fixOf } from '../fix/edits.js';
import type { Point, SourceDocument } from '../source/document.js';
import type { Outcome } from './make.js';

/** A stretch of the file, its end not included, and the text for it. */
export interface Rewording {
  start: Point;
  end: Point;
  text: string;
}

/** The documents of a run and their parents as they were read, by path. */
export function documentsByPath(outcomes: readonly Outcome[] | null): ReadonlyMap<string, SourceDocument> {
  const documents = new Map<string, SourceDocument>();
  for (const outcome of outcomes ?? []) {
    if ('error' in outcome) continue;
    for (const { document } of [outcome.kase, ...outcome.kase.parents]) documents.set(document.path, document);
  }
  return documents;
}

/** Rewordings of the findings of a document, by fingerprint. Whether a fix is certain does not count here: a person decides. */
export function rewordings(outcome: Outcome | undefined): ReadonlyMap<string, Rewording> {
  const found = new Map<string, Rewording>();
  if (outcome === undefined || 'error' in outcome) return found;
  for (const finding of outcome.findings) {
    const rewording = rewordingOf(finding, outcome.kase.document);
    if (rewording !== null) found.set(finding.fingerprint, rewording);
  }
  return found;
}

function rewordingOf(finding: Finding, document: SourceDocument): Rewording | null {
  const { original } = document;
  const { start } = finding.location;
  if (finding.fix === null || original === undefined || start === null) return null;
  const fix = fixOf({ ...finding, fix: { ...finding.fix, safe: true } }, document, original);
  if (fix === null || 'reason' in fix) return null;
  let text = '';
  let at = fix.range.start;
  for (const edit of fix.edits) {
    text += original.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return { start: pointAt(original, start, fix.range.start), end: pointAt(original, start, fix.range.end), text };
}

/** The point at an offset, counted from a known point near it. */
function pointAt(original: string, near: Point, offset: number): Point {
  if (offset <= near.offset) return { line: near.line, column: near.column - (near.offset - offset), offset };
  const between = original.slice(near.offset, offset);
  const breaks = [...between.matchAll(/\r\n|[\n\r]/gu)];
  const last = breaks.at(-1);
  if (last === undefined) return { line: near.line, column: near.column + between.length, offset };
  return { line: near.line + breaks.length, column: between.length - last.index - last[0].length + 1, offset };
}
