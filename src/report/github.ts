/**
 * Workflow commands for GitHub Actions, one line each, that the runner turns into annotations: docs.github.com, "Workflow commands for
 * GitHub Actions". The most severe stand first, since GitHub shows ten of a kind for each step; a summary for the log comes after them.
 */
import { SEVERITIES, type Severity } from '../engine/severity.js';
import { printable } from '../text/printable.js';
import type { ReportContext } from './formats.js';
import { Page } from './layout.js';
import { failures, type Listed, listed, messageLine, relatedLines, suggestionLine } from './listing.js';
import { fullPlace } from './place.js';
import type { LintResult } from './result.js';
import { printSummary } from './summary.js';
import { WORDS, type Words } from './words.js';

const COMMANDS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };
/** GitHub refuses longer titles. */
const MOST_IN_TITLE = 255;

/** An annotation per finding and per thing that could not be done. */
export function githubReport(result: LintResult, context: ReportContext): string {
  const words = WORDS[result.language];
  const titles = new Map(result.rules.map(({ id, title }) => [id, title]));
  const failed = failures(result).map(({ path, code, message, next }) => {
    return command('error', { file: path, title: `planlint: ${code}` }, [message, next]);
  });
  const all = listed(result).filter(({ finding }) => !context.quiet || finding.severity === 'error');
  const found = SEVERITIES.flatMap((severity) =>
    all.filter(({ finding }) => finding.severity === severity).map((one) => annotation(one, titles, words)),
  );
  return `${[...failed, ...found].join('\n')}\n\n${summary(result, context, words)}`.trimStart();
}

function annotation({ path, finding }: Listed, titles: ReadonlyMap<string, string>, words: Words): string {
  const { rule, severity, location } = finding;
  const title = titles.get(rule);
  const lines = [
    messageLine(finding, words),
    ...relatedLines(finding, path, words),
    ...suggestionLine(finding, words),
    // the log shows neither the file nor the title
    `${fullPlace(path, location, words)}, ${rule}`,
  ];
  const properties = { file: path, ...region(location), title: title === undefined ? rule : `${title} (${rule})` };
  return command(COMMANDS[severity], properties, lines);
}

/** Columns may be given only within one line; the last one is the last character. */
function region({ start, end }: Listed['finding']['location']): Record<string, number> {
  if (start === null) return {};
  const lines = { line: start.line, endLine: end?.line ?? start.line };
  if (end === null || lines.line !== lines.endLine) return lines;
  return { ...lines, col: start.column, endColumn: Math.max(start.column, end.column - 1) };
}

function command(
  name: string,
  { title, ...properties }: Record<string, string | number | null> & { title: string },
  lines: readonly string[],
): string {
  const all = Object.entries({ ...properties, title: title.slice(0, MOST_IN_TITLE) });
  const written = all.flatMap(([key, value]) =>
    value === null ? [] : `${key}=${escapedProperty(printable(String(value)))}`,
  );
  return `::${name} ${written.join(',')}::${escapedData(lines.map(printable).join('\n'))}`;
}

/** As the runner reads them back. */
function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** The runner would obey a line that begins with "::" or has "##[" in it. */
function summary(result: LintResult, context: ReportContext, words: Words): string {
  const page = new Page(context.width, false);
  printSummary(page, words, result, context);
  return page
    .text()
    .replace(/^\s*::/gmu, (start) => start.replace('::', ': :'))
    .replaceAll('##[', '## [');
}
