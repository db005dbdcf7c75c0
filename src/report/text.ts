/** Text report for the terminal: per document its findings, then what was and was not checked, then one sentence with the verdict. */

import { columns, Page, pad, run } from './layout.js';
import { identityLine, shortPlace } from './place.js';
import { quotesOf } from './quote.js';
import type { DocumentResult, FindingResult, LintResult } from './result.js';
import { shortWhy } from './short-why.js';
import { printSummary } from './summary.js';
import type { Limits } from './verdict.js';
import { WORDS, type Words } from './words.js';

export interface TextOptions extends Limits {
  colour: boolean;
  /** Columns of the terminal. */
  width: number;
  /** Show errors only. */
  quiet: boolean;
  /** Show also the findings that are waived or that the baseline knows; absent: no. */
  showWaived?: boolean;
}

const SEVERITY_STYLE = { error: 'red', warning: 'yellow', info: 'cyan' } as const;

/** The result for people. Ends with a newline. */
export function textReport(result: LintResult, options: TextOptions): string {
  const page = new Page(options.width, options.colour);
  const words = WORDS[result.language];
  const why = new Map(result.rules.map((rule) => [rule.id, rule.why]));
  for (const document of result.documents) {
    if (document.error !== null) continue;
    printDocument(page, words, document, options.quiet, why);
    if (options.showWaived) printKnown(page, words, document);
  }
  const { configuration } = result;
  if (configuration !== undefined) printConfiguration(page, words, configuration, options.quiet, why);
  printSummary(page, words, result, options);
  return page.text();
}

function printDocument(page: Page, words: Words, document: DocumentResult, quiet: boolean, why: Map<string, string>) {
  const shown = document.findings.filter((finding) => !quiet || finding.severity === 'error');
  if (quiet && shown.length === 0) return;
  page.blank();
  page.write(0, [run(document.path, 'bold')]);
  for (const line of aboutDocument(document, words)) page.write(2, [run(line, 'dim')]);
  if (shown.length === 0) page.write(2, [run(isKnownOnly(document) ? words.noNewFindings : words.noFindings, 'green')]);
  page.blank();
  printFindings(page, words, shown, document.path, quiet, why);
}

function isKnownOnly({ findings, waived = [], baselined = [] }: DocumentResult): boolean {
  return findings.length === 0 && waived.length + baselined.length > 0;
}

/** What was found in the configuration file: no document, so nothing is said of its header. */
function printConfiguration(
  page: Page,
  words: Words,
  { path, findings }: NonNullable<LintResult['configuration']>,
  quiet: boolean,
  why: Map<string, string>,
): void {
  const shown = findings.filter((finding) => !quiet || finding.severity === 'error');
  if (shown.length === 0) return;
  page.blank();
  page.write(0, [run(path, 'bold')]);
  page.blank();
  printFindings(page, words, shown, path, quiet, why);
}

function printFindings(
  page: Page,
  words: Words,
  shown: readonly FindingResult[],
  path: string,
  quiet: boolean,
  why: Map<string, string>,
): void {
  const explained = new Set<string>();
  const indent = 4 + Math.max(5, ...shown.map((finding) => columns(shortPlace(finding.location, words))));
  for (const finding of shown) {
    printFinding(page, words, finding, path, indent);
    const reason = why.get(finding.rule) ?? '';
    if (reason !== '' && !quiet && !explained.has(finding.rule)) {
      page.write(indent, [run(`${words.why}: ${shortWhy(reason)}`, 'dim')]);
    }
    explained.add(finding.rule);
    page.blank();
  }
}

/** Findings that count for nothing: waived ones with their reasons, then those of the baseline. */
function printKnown(page: Page, words: Words, { path, waived = [], baselined = [] }: DocumentResult): void {
  if (waived.length + baselined.length === 0) return;
  const known = [...waived, ...baselined];
  const indent = 4 + Math.max(5, ...known.map(({ location }) => columns(shortPlace(location, words))));
  page.blank();
  page.write(2, [run(words.knownOf(path), 'bold')]);
  const line = (mark: string, { location, message, rule }: FindingResult): void => {
    const place = run(`  ${shortPlace(location, words)}`, 'dim');
    page.write(indent, [run(`${mark}: `, 'dim'), run(message), run(` · ${rule}`, 'dim')], [place]);
  };
  for (const finding of waived) {
    line(words.waivedMark, finding);
    page.write(indent, [run(words.waivedBecause(finding.waiver), 'dim')]);
  }
  for (const finding of baselined) line(words.baselinedMark, finding);
  page.blank();
}

function aboutDocument({ identity, notes, quality }: DocumentResult, words: Words): string[] {
  const name = identity === null ? null : identityLine(identity, words);
  const lines = [name ?? words.noIdentity];
  if (name !== null && identity !== null && identity.blanks.length > 0)
    lines.push(quality?.verdict === 'ocr' ? words.unrecognised : words.draft);
  if (quality?.verdict === 'ocr') lines.push(words.ocr);
  if (quality?.verdict === 'broken') lines.push(words.broken);
  for (const { text } of notes) lines.push(`${text}.`);
  return lines;
}

function printFinding(page: Page, words: Words, finding: FindingResult, path: string, indent: number): void {
  const severity = run(`${words.severity[finding.severity]}:`, SEVERITY_STYLE[finding.severity]);
  const place = run(`  ${shortPlace(finding.location, words)}`);
  page.write(indent, [severity, run(' '), run(finding.message, 'bold')], [place]);
  const { section } = finding.location;
  const where = section === null ? '' : `${words.section(section)} · `;
  page.write(indent, [run(where + finding.rule, 'dim')]);

  const quotes = quotesOf(finding, path, words, page.colour);
  const labels = Math.max(...quotes.map((quote) => columns(quote.label))) + 2;
  for (const { label, runs } of quotes) {
    page.write(indent + labels, runs, [run(' '.repeat(indent)), run(pad(label, labels), 'dim')]);
  }
}
