/** Checkstyle XML, as Jenkins and other readers of warnings take it. */
import { failureLine, failures, filesOf, messageLine, relatedLines } from './listing.js';
import type { FindingResult, LintResult } from './result.js';
import { WORDS } from './words.js';
import { element, xmlDocument } from './xml.js';

/** Version of the form; readers want one. */
const VERSION = '4.3';
/** Line of what concerns the whole file, or a file without lines. */
const NO_LINE = 0;

/** A `file` per document with findings, an `error` per finding; what could not be checked is an error on line 0. */
export function checkstyleReport(result: LintResult): string {
  const words = WORDS[result.language];
  const files = new Map<string, string[]>();
  const add = (path: string, error: string): void => {
    files.set(path, [...(files.get(path) ?? []), error]);
  };
  for (const failure of failures(result)) {
    const message = failureLine(failure);
    const source = `planlint.run.${failure.code}`;
    add(failure.path ?? '.', element('error', { line: NO_LINE, severity: 'error', message, source }));
  }
  for (const { path, findings } of filesOf(result)) {
    for (const finding of findings) {
      const message = [messageLine(finding, words), ...relatedLines(finding, path, words)].join('\n');
      add(path, element('error', { ...attributes(finding), message, source: `planlint.${dotted(finding.rule)}` }));
    }
  }
  const all = [...files].map(([name, errors]) => element('file', { name }, errors));
  return xmlDocument(element('checkstyle', { version: VERSION }, all));
}

function attributes({ location: { start }, severity }: FindingResult): Record<string, string | number | null> {
  return { line: start?.line ?? NO_LINE, column: start?.column ?? null, severity };
}

/** Readers take what stands before the last dot as the category. */
function dotted(rule: string): string {
  return rule.replaceAll('/', '.');
}
