/** Safe fixes in a .docx file, written as tracked changes that the drafter accepts or rejects one by one (ISO/IEC 29500-1, 17.13.5). */
import type { Finding } from '../engine/finding.js';
import type { SkippedFix } from '../fix/edits.js';
import type { SourceDocument } from '../source/document.js';
import { wordPlaces } from '../source/docx/reader.js';
import { elements, nameOf, type XmlElement } from '../source/docx/xml.js';
import { replacements } from '../text/replacement.js';
import { make, nextId, parentOf, runLike, setText, WordFile } from './word-file.js';

export interface TrackedFixes {
  bytes: Uint8Array;
  fixed: Finding[];
  skipped: SkippedFix[];
}

const AUTHOR = 'planlint';
const MARKS: ReadonlySet<string> = new Set(['ins', 'del', 'moveFrom', 'moveTo']);

/** Replacements of one finding, all of which stand in text elements of the file. */
interface Plan {
  finding: Finding;
  start: number;
  end: number;
  edits: { start: number; end: number; text: string }[];
}

/** Applies the safe fixes of findings; `document` is what was read from these bytes. Throws `PlanlintError` where the file cannot be read. */
export function trackFixes(bytes: Uint8Array, document: SourceDocument, findings: readonly Finding[]): TrackedFixes {
  const places = wordPlaces(document);
  const fixed: Finding[] = [];
  const skipped: SkippedFix[] = [];
  if (places === null) return { bytes, fixed, skipped: findings.map((finding) => ({ finding, reason: 'format' })) };
  const file = new WordFile(document.path, bytes);
  let id = nextId([file.part(file.main)], MARKS);
  let done = 0;
  for (const plan of plansOf(document, findings)) {
    if (plan.start < done) continue;
    const targets = plan.edits.map((edit) => target(file, document, plan, edit));
    const runs = targets.flatMap((each) => each?.runs ?? []);
    if (targets.includes(null) || runs.some((run) => !hasOnlyText(run))) {
      skipped.push({ finding: plan.finding, reason: 'marks' });
      continue;
    }
    for (const [i, edit] of plan.edits.entries()) {
      const each = targets[i];
      if (each != null) id = write(each, edit.text, id);
    }
    fixed.push(plan.finding);
    done = plan.end;
  }
  return fixed.length === 0 ? { bytes, fixed, skipped } : { bytes: file.bytes(), fixed, skipped };
}

function plansOf({ text }: SourceDocument, findings: readonly Finding[]): Plan[] {
  return findings
    .flatMap((finding) => {
      const { fix, span } = finding;
      if (fix === null || !fix.safe) return [];
      const edits = replacements(text.slice(span.start, span.end), fix.text).map(({ start, end, text: words }) => ({
        start: span.start + start,
        end: span.start + end,
        text: words,
      }));
      return edits.length === 0 ? [] : [{ finding, start: span.start, end: span.end, edits }];
    })
    .sort((a, b) => a.start - b.start);
}

/** The runs to delete; for a mere insertion the run after which (or before which) the words come. */
interface Target {
  runs: XmlElement[];
  at: { run: XmlElement; before: boolean };
}

function target(
  file: WordFile,
  document: SourceDocument,
  plan: Plan,
  { start, end }: { start: number; end: number },
): Target | null {
  const places = wordPlaces(document);
  const runsOf = (from: number, to: number): XmlElement[] => {
    const found = places?.places({ start: from, end: to }) ?? [];
    return found.some(({ part }) => part !== file.main) ? [] : file.runs(found);
  };
  if (start < end) {
    const runs = runsOf(start, end);
    const last = runs.at(-1);
    return last === undefined ? null : { runs, at: { run: last, before: false } };
  }
  const before = start > plan.start;
  const neighbour = (before ? runsOf(start - 1, start) : runsOf(start, start + 1))[0];
  return neighbour === undefined ? null : { runs: [], at: { run: neighbour, before: !before } };
}

/** A run that holds letters only: no break, tab or field goes with them. */
function hasOnlyText(run: XmlElement): boolean {
  return [...elements(run)].every((element) => ['rPr', 't'].includes(nameOf(element)));
}

/** Marks runs as deleted and puts new words after them. Gives the next free number. */
function write({ runs, at }: Target, text: string, id: number): number {
  let next = id;
  for (const gone of runs) {
    const deletion = make(gone, 'del', { id: String(next++), author: AUTHOR });
    parentOf(gone)?.insertBefore(deletion, gone);
    deletion.appendChild(gone);
    toDeleted(gone);
  }
  if (text === '') return next;
  const insertion = make(at.run, 'ins', { id: String(next++), author: AUTHOR });
  const words = make(at.run, 't');
  setText(words, text);
  insertion.appendChild(runLike(at.run, [words]));
  const parent = parentOf(at.run);
  // a run that was deleted just now stands in its mark
  const place = parent !== null && nameOf(parent) === 'del' ? parent : at.run;
  parentOf(place)?.insertBefore(insertion, at.before ? place : place.nextSibling);
  return next;
}

/** In a deletion the text stands in `w:delText`. */
function toDeleted(run: XmlElement): void {
  for (const element of [...elements(run)]) {
    if (nameOf(element) !== 't') continue;
    const deleted = make(element, 'delText');
    setText(deleted, element.textContent ?? '');
    run.replaceChild(deleted, element);
  }
}
