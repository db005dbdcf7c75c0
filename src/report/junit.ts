/** JUnit XML: a suite per document, a case per finding and per rule that did not run. What makes the run fail is a failure; the rest passes, with its words. */
import type { Severity } from '../engine/severity.js';
import type { ReportContext } from './formats.js';
import { failureLine, filesOf, messageLine, relatedLines, suggestionLine } from './listing.js';
import type { DocumentResult, FindingResult, LintResult } from './result.js';
import { judge, type Limits } from './verdict.js';
import { WORDS, type Words } from './words.js';
import { element, textElement, xmlDocument } from './xml.js';

interface Case {
  /** Name of the case; made unique in its suite. */
  name: string;
  line: number | null;
  kind: 'failure' | 'error' | 'skipped' | 'passed';
  /** One line. */
  message: string;
  /** All that is to say. */
  text: string;
  type: string;
}

interface Suite {
  name: string;
  cases: Case[];
}

/** The result as test suites. */
export function junitReport(result: LintResult, context: ReportContext): string {
  const words = WORDS[result.language];
  const fails = failing(result, context);
  const suites = [
    ...filesOf(result).map((document) => suiteOf(document, words, fails)),
    ...(result.problems.length === 0 ? [] : [{ name: 'planlint', cases: result.problems.map(errorCase) }]),
  ];
  return xmlDocument(
    element('testsuites', { name: 'planlint', ...counts(suites.flatMap(({ cases }) => cases)) }, suites.map(suite)),
  );
}

/** Which findings make the run fail: those from --fail-on upwards, and all warnings where there are too many. */
function failing(result: LintResult, limits: Limits): ReadonlySet<Severity> {
  const severities: Severity[] = ['error'];
  const tooMany = judge(result, limits).reason === 'too-many-warnings';
  if (limits.failOn !== 'error' || tooMany) severities.push('warning');
  if (limits.failOn === 'info') severities.push('info');
  return new Set(severities);
}

function suiteOf(document: DocumentResult, words: Words, fails: ReadonlySet<Severity>): Suite {
  const { path, error, findings, skipped } = document;
  if (error !== null) return { name: path, cases: [errorCase(error)] };
  const found = findings.map((finding) => findingCase(finding, path, words, fails));
  const passed: Case = { name: words.noFindings, line: null, kind: 'passed', message: '', text: '', type: '' };
  const omitted = skipped.map(({ rule, reason }): Case => {
    return { name: rule, line: null, kind: 'skipped', message: reason, text: '', type: rule };
  });
  return { name: path, cases: [...(found.length === 0 ? [passed] : found), ...omitted] };
}

function findingCase(finding: FindingResult, path: string, words: Words, fails: ReadonlySet<Severity>): Case {
  const { rule, severity, location } = finding;
  const message = messageLine(finding, words);
  const place = location.start === null ? path : `${path}:${location.start.line}:${location.start.column}`;
  const lines = [
    `${place}: ${words.severity[severity]}: ${message} (${rule})`,
    ...relatedLines(finding, path, words),
    ...suggestionLine(finding, words),
  ];
  return {
    name: `${rule}: ${message}`,
    line: location.start?.line ?? null,
    kind: fails.has(severity) ? 'failure' : 'passed',
    message,
    text: lines.join('\n'),
    type: severity,
  };
}

function errorCase(failure: { code: string; message: string; next: string }): Case {
  const text = failureLine({ path: null, ...failure });
  return { name: failure.code, line: null, kind: 'error', message: failure.message, text, type: failure.code };
}

function suite({ name, cases }: Suite): string {
  const seen = new Map<string, number>();
  const written = cases.map((one) => {
    const times = (seen.get(one.name) ?? 0) + 1;
    seen.set(one.name, times);
    return testCase(name, times === 1 ? one : { ...one, name: `${one.name} (${times})` });
  });
  return element('testsuite', { name, ...counts(cases), time: 0 }, written);
}

function testCase(path: string, { name, line, kind, message, text, type }: Case): string {
  const content = {
    failure: [textElement('failure', { message, type }, text)],
    error: [textElement('error', { message, type }, text)],
    skipped: [element('skipped', { message })],
    passed: text === '' ? [] : [textElement('system-out', {}, text)],
  };
  return element('testcase', { name, classname: withoutEnding(path), file: path, line, time: 0 }, content[kind]);
}

function counts(cases: readonly Case[]): Record<string, number> {
  const of = (kind: Case['kind']): number => cases.filter((one) => one.kind === kind).length;
  return { tests: cases.length, failures: of('failure'), errors: of('error'), skipped: of('skipped') };
}

/** Readers take what follows a dot as the name of a class. */
function withoutEnding(path: string): string {
  return path.replace(/\.[^./]*$/u, '');
}
