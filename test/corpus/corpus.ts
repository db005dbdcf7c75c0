/**
 * The real documents for measuring. They are not part of the project: the environment variable PLANLINT_CORPUS names the folder
 * that holds `seeds/` and `corpus/`. Without it the tests say that they measured nothing.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { loadConfig } from '../../src/config/load.js';
import { rulesOf } from '../../src/config/rules.js';
import { lint } from '../../src/lint.js';
import type { DocumentResult, FindingResult, LintResult } from '../../src/report/result.js';

export const corpus = process.env.PLANLINT_CORPUS;

/** Said where the real documents are absent. */
export const ABSENT = 'PLANLINT_CORPUS is not set: the real documents were not measured';

/** A row of one of the corpus's tables, by column name. */
export type Row = Record<string, string>;

/** Reads a table: UTF-8, tab-separated, without quoting, column names first. */
export function readTable(...path: string[]): Row[] {
  const [head = '', ...lines] = readFileSync(join(corpus ?? '', ...path), 'utf8')
    .split(/\r?\n/u)
    .filter((line) => line !== '');
  const names = head.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, i) => [names[i] ?? '', cell])));
}

/** Lints the seeds, each of which is the library of the others. `today` is fixed so that the result is. */
export function lintSeeds(): Promise<LintResult> {
  return lintFolder(join(corpus ?? '', 'seeds', '*-*.md'));
}

/** Lints all documents of the corpus, which are the library of one another. */
export function lintCorpus(): Promise<LintResult> {
  return lintFolder(join(corpus ?? '', 'corpus', 'docs', '*.md'));
}

function lintFolder(files: string): Promise<LintResult> {
  const rules = rulesOf(loadConfig({ none: true }, process.cwd()), []);
  return lint({ files: [files], rules, today: '2026-11-20', lang: 'vi' });
}

/** Name of the file without folder and ending: the slug of the corpus's tables. */
export function slugOf(document: DocumentResult): string {
  return basename(document.path).replace(/\.\w+$/u, '');
}

/** Whether a finding covers a line; line 0 stands for any. */
export function onLine(finding: FindingResult, line: number): boolean {
  const { start, end } = finding.location;
  return line === 0 || (start !== null && end !== null && start.line <= line && line <= end.line);
}

/** Everything that a finding says, for looking up a quotation in it. */
export function wordsOf(finding: FindingResult): string {
  return [
    finding.quote,
    finding.message,
    ...finding.related.map(({ quote }) => quote),
    finding.diff?.own,
    finding.diff?.other,
  ]
    .join(' ')
    .replace(/\s+/gu, ' ')
    .normalize('NFC');
}
