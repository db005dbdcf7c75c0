/** Tables for a spreadsheet: RFC 4180, in UTF-8 with byte order mark so that Excel reads the letters right. No cell can be taken for a formula. */
import { printable } from '../text/printable.js';
import { failureLine, failures, listed } from './listing.js';
import type { LintResult } from './result.js';

/** What a spreadsheet takes for a formula at the start of a cell, also after blanks and in full width. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

/** The whole table; the first row is its head. */
export function csvTable(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

/** A cell in quotation marks; an apostrophe stands before what would be a formula. */
function csvCell(value: string | number | null): string {
  if (value === null || typeof value === 'number') return String(value ?? '');
  const text = printable(value);
  return `"${(FORMULA.test(text) ? `'${text}` : text).replace(/"/gu, '""')}"`;
}

const HEAD = [
  'path',
  'line',
  'column',
  'endLine',
  'endColumn',
  'page',
  'paragraph',
  'section',
  'severity',
  'rule',
  'messageId',
  'message',
  'quote',
  'suggestion',
  'relatedPath',
  'relatedLine',
  'relatedQuote',
  'fingerprint',
];

/** A row per finding; of its related places the first one. Documents that were not checked have a row each, of severity "failed". */
export function csvReport(result: LintResult): string {
  const failed = failures(result).map((failure) => {
    return [failure.path, ...nothing(7), 'failed', failure.code, null, failureLine(failure), ...nothing(6)];
  });
  const rows = listed(result).map(({ path, finding }) => {
    const { start, end, page, paragraph, section } = finding.location;
    const [related] = finding.related;
    return [
      path,
      ...[start?.line ?? null, start?.column ?? null, end?.line ?? null, end?.column ?? null],
      ...[page, paragraph, section],
      ...[finding.severity, finding.rule, finding.messageId, finding.message, finding.quote, finding.fix?.text ?? null],
      ...[related?.path ?? null, related?.location.start?.line ?? null, related?.quote ?? null],
      finding.fingerprint,
    ];
  });
  return csvTable([HEAD, ...failed, ...rows]);
}

function nothing(count: number): null[] {
  return Array.from({ length: count }, () => null);
}
