/** The waivers that are written in a document, as comments. */
import type { Location, SourceComment, SourceDocument } from '../source/document.js';
import type { Rule } from './load.js';
import type { SkippedRule } from './run.js';
import { readWaiverComment, type WaiverOrder, type WaiverScope } from './waiver-comment.js';
import {
  faultOfName,
  holds,
  ranAll,
  type WaivedFinding,
  type Waiver,
  type WaiverPlace,
  type WaiverReport,
} from './waivers.js';

/** A waiver written in a document. */
interface WrittenWaiver extends Waiver {
  at: WaiverPlace;
  scope: WaiverScope;
}

/** The waivers of a document that are to be honoured, and what is wrong with the others. */
export interface DocumentWaivers {
  /** The narrowest first. */
  waivers: WrittenWaiver[];
  report: WaiverReport;
}

type Order = Extract<WaiverOrder, { order: 'waive' }>;

/** A waiver from its comment on until it is ended. */
interface Range {
  rule: string;
  /** Offset in the file; infinite while it is open. */
  end: number;
}

const NARROWEST_FIRST: readonly WaiverScope[] = ['line', 'next-line', 'range', 'file'];

/** Reads the waivers of a document; `ids` are those of all rules, `today` an ISO date. */
export function documentWaivers(document: SourceDocument, ids: readonly string[], today: string): DocumentWaivers {
  const report: WaiverReport = { invalid: [], expired: [], unused: [] };
  const waivers: WrittenWaiver[] = [];
  const ranges: Range[] = [];
  const lines = linesOf(document);
  for (const comment of document.comments ?? []) {
    const order = readWaiverComment(comment.text);
    if (order === null) continue;
    const at = placeOf(comment, lines, document);
    if (order.order === 'none') {
      report.invalid.push({ at, fault: order.fault, word: order.word, near: order.near });
      for (const rule of order.begins) range(rule, comment, ranges);
    }
    if (order.order === 'end') endRanges(order.rules, ranges, at, report);
    if (order.order !== 'waive') continue;
    const { reason, until, scope } = order;
    const where = { path: document.path, line: comment.location.start?.line ?? 1 };
    for (const rule of order.rules) {
      const covers = scope === 'range' ? range(rule, comment, ranges) : coverage(order, comment.location, lines);
      const wrong = faultOfName(rule, ids);
      if (wrong !== null) report.invalid.push({ at, ...wrong, word: rule });
      else if (holds(order, today)) waivers.push({ rule, reason, until, where, covers, at, scope });
      else report.expired.push({ at, rule, until: until ?? '' });
    }
  }
  const rank = ({ scope }: WrittenWaiver): number => NARROWEST_FIRST.indexOf(scope);
  return { waivers: waivers.sort((a, b) => rank(a) - rank(b)), report };
}

/** The waivers of a document that nothing was waived by though their rules ran. */
export function unusedWaivers(
  { waivers }: DocumentWaivers,
  waived: readonly WaivedFinding[],
  rules: readonly Rule[],
  skipped: readonly SkippedRule[],
): WaiverReport['unused'] {
  const used = new Set(waived.map(({ waiver }) => waiver));
  return waivers.filter((waiver) => !used.has(waiver) && ranAll(waiver.rule, rules, skipped));
}

/** A line of the file that has text. */
interface TextLine {
  line: number;
  /** Offset in the file. */
  offset: number;
  /** Where its text begins in the flow text. */
  flow: number;
  /** Start of the block that begins on it; null if it goes on one. */
  block: { start: number; end: number } | null;
}

function linesOf(document: SourceDocument): TextLine[] {
  if ((document.comments ?? []).length === 0) return [];
  const seen = new Set<number>();
  return document.lines.flatMap(({ start, end, block: index }) => {
    const point = document.locate({ start, end }).start;
    if (point === null) return [];
    const block = document.blocks[index];
    const begins = block !== undefined && !seen.has(index);
    seen.add(index);
    return [{ line: point.line, offset: point.offset, flow: start, block: begins ? block : null }];
  });
}

function placeOf(
  { text, location }: SourceComment,
  lines: readonly TextLine[],
  { text: flow }: SourceDocument,
): WaiverPlace {
  const next = lines.find(({ offset }) => offset >= (location.end?.offset ?? 0));
  const start = next?.flow ?? flow.length;
  return { span: { start, end: start }, location, quote: text };
}

/** Which findings a comment is about that speaks of a line or of the whole file. */
function coverage({ scope }: Order, { start, end }: Location, lines: readonly TextLine[]): Waiver['covers'] {
  const [from, to] = [start?.line ?? 0, end?.line ?? 0];
  if (scope === 'line') return ({ location }) => isWithin(location.start?.line, from, to);
  if (scope === 'next-line') {
    const next = Math.min(...lines.map(({ line }) => line).filter((line) => line > to));
    const begun = lines.flatMap(({ line, block }) => (line === next && block !== null ? [block] : []));
    return ({ location, span }) =>
      location.start?.line === next || begun.some((block) => block.start <= span.start && span.start < block.end);
  }
  return () => true;
}

function isWithin(value: number | undefined, from: number, to: number): boolean {
  return value !== undefined && from <= value && value <= to;
}

/** Begins a range: what stands after its comment and before the one that ends it. */
function range(rule: string, { location: { end } }: SourceComment, ranges: Range[]): Waiver['covers'] {
  const begun: Range = { rule, end: Number.POSITIVE_INFINITY };
  ranges.push(begun);
  return ({ location: { start } }) => start !== null && (end?.offset ?? 0) <= start.offset && start.offset < begun.end;
}

/** Ends the open ranges of the rules named, or all of them. */
function endRanges(rules: readonly string[], ranges: readonly Range[], at: WaiverPlace, report: WaiverReport): void {
  const end = at.location.start?.offset ?? 0;
  const open = ranges.filter((each) => each.end === Number.POSITIVE_INFINITY);
  for (const each of open) if (rules.length === 0 || rules.includes(each.rule)) each.end = end;
  const strange = rules.filter((rule) => !open.some((each) => each.rule === rule));
  if (rules.length === 0 && open.length === 0) strange.push(at.quote);
  for (const word of strange) report.invalid.push({ at, fault: 'not-open', word, near: null });
}
