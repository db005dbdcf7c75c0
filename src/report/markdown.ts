/** Markdown for a comment on a pull request: the verdict, then what was found in each document, folded. Never longer than a comment may be. */
import { SEVERITIES } from '../engine/severity.js';
import { markdownRow, markdownText } from '../text/markdown.js';
import { printable } from '../text/printable.js';
import type { ReportContext } from './formats.js';
import { failureLine, failures, filesOf, relatedLines, suggestionLine } from './listing.js';
import { fullPlace } from './place.js';
import type { DocumentResult, FindingResult, LintResult } from './result.js';
import { isAlone, knownFindings, verdictSentence } from './summary.js';
import { WORDS, type Words } from './words.js';

/** GitHub and GitLab refuse longer comments (65,536); some room is left for what a workflow adds. */
const MOST_CHARACTERS = 60_000;
/** Kept for the line that says what was left out. */
const RESERVE = 400;
const MOST_ROWS = 40;
const MOST_FAILURES = 20;
/** By this a workflow finds its comment again, to replace it. */
const MARK = '<!-- planlint -->';

/** The result for people, from the most important part on. */
export function markdownReport(result: LintResult, context: ReportContext): string {
  const words = WORDS[result.language];
  const documents = result.documents.filter(({ error }) => error === null);
  const withFindings = filesOf(result)
    .map((document) => ({ ...document, findings: shownFindings(document, context.quiet) }))
    .filter(({ findings }) => findings.length > 0);
  const single = withFindings.length === 1;
  const text = new Bounded(MOST_CHARACTERS - RESERVE);

  text.add(`${MARK}\n### ${commentText(verdictSentence(words, result, context))}\n`);
  const { errors, warnings, infos } = result.summary;
  text.add(`\n${words.documents(documents.length)}: ${words.counts(errors, warnings, infos)}.\n`);
  for (const line of knownFindings(words, result)) text.add(`\n${line}\n`);
  for (const line of notChecked(result, documents, words)) text.add(line);
  if (withFindings.length > 1) text.add(table(withFindings, words));

  let left = 0;
  for (const document of bySeverity(withFindings)) left += printDocument(text, document, words, single);
  if (left > 0) text.force(`\n${words.leftOut(left)}\n`);
  return text.toString();
}

/** Text that grows up to a limit. */
class Bounded {
  private readonly parts: string[] = [];
  private room: number;

  constructor(limit: number) {
    this.room = limit;
  }

  /** Adds a part, unless there is no room for the whole of it. */
  add(part: string): boolean {
    if (part.length > this.room) return false;
    this.force(part);
    return true;
  }

  force(part: string): void {
    this.parts.push(part);
    this.room -= part.length;
  }

  /** Room for so many characters more. */
  has(length: number): boolean {
    return length <= this.room;
  }

  toString(): string {
    return this.parts.join('');
  }
}

/** Writes a document's findings as far as there is room. Gives how many were left out. */
function printDocument(text: Bounded, { path, findings }: DocumentResult, words: Words, open: boolean): number {
  const head = `\n<details${open ? ' open' : ''}><summary><b>${htmlText(path)}</b>: ${htmlText(countsOf(findings, words))}</summary>\n\n`;
  const foot = '\n</details>\n';
  const items = findings.map((finding) => item(finding, path, words));
  const [first = ''] = items;
  if (!text.has(head.length + first.length + foot.length)) return findings.length;
  text.force(head);
  let written = 0;
  for (const one of items) {
    if (!text.has(one.length + foot.length)) break;
    text.force(one);
    written++;
  }
  text.force(foot);
  return findings.length - written;
}

function item(finding: FindingResult, path: string, words: Words): string {
  const { severity, message, location, rule } = finding;
  const place = fullPlace(null, location, words);
  const more = [...relatedLines(finding, path, words), ...suggestionLine(finding, words)];
  const lines = [
    `- **${words.severity[severity]}**${place === '' ? '' : `, ${commentText(place)}`}: ${commentText(message)} · \`${rule}\``,
    ...more.map((line) => `  - ${commentText(line)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function table(documents: readonly DocumentResult[], words: Words): string {
  const rows = bySeverity(documents)
    .slice(0, MOST_ROWS)
    .map(({ path, findings }) => [
      commentText(path),
      ...SEVERITIES.map((severity) => String(count(findings, severity))),
    ]);
  const more = documents.length > MOST_ROWS ? `\n${commentText(words.andMore(documents.length - MOST_ROWS))}\n` : '';
  const head = [words.document, ...SEVERITIES.map((severity) => words.severity[severity])];
  return `\n${[head, ['---', '---:', '---:', '---:'], ...rows].map(markdownRow).join('\n')}\n${more}`;
}

function notChecked(result: LintResult, documents: readonly DocumentResult[], words: Words): string[] {
  const failed = failures(result);
  const alone = documents.filter(isAlone);
  if (failed.length + alone.length === 0) return [];
  const more = (all: number): string[] =>
    all > MOST_FAILURES ? [`- ${commentText(words.andMore(all - MOST_FAILURES))}\n`] : [];
  return [
    `\n**${words.notChecked}**\n\n`,
    ...failed.slice(0, MOST_FAILURES).map((failure) => `- ❌ ${commentText(failureLine(failure))}\n`),
    ...more(failed.length),
    ...alone.slice(0, MOST_FAILURES).map(({ path }) => `- ⚠️ ${commentText(path)}: ${words.alone}\n`),
    ...more(alone.length),
  ];
}

function shownFindings({ findings }: DocumentResult, quiet: boolean): FindingResult[] {
  return SEVERITIES.filter((severity) => !quiet || severity === 'error').flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
}

function bySeverity(documents: readonly DocumentResult[]): DocumentResult[] {
  const rank = ({ findings }: DocumentResult): number[] => SEVERITIES.map((severity) => -count(findings, severity));
  return [...documents].sort((a, b) => {
    const [own, other] = [rank(a), rank(b)];
    const at = own.findIndex((value, i) => value !== other[i]);
    return at < 0 ? 0 : (own[at] ?? 0) - (other[at] ?? 0);
  });
}

function countsOf(findings: readonly FindingResult[], words: Words): string {
  return words.counts(count(findings, 'error'), count(findings, 'warning'), count(findings, 'info'));
}

function count(findings: readonly FindingResult[], severity: string): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

/** Text of a document in a comment, as it is: neither Markdown nor anything that GitHub makes of plain text. */
function commentText(text: string): string {
  return inert(markdownText(text));
}

/** The same within HTML, where Markdown has no say. */
function htmlText(text: string): string {
  return inert(printable(text)).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** It names nobody, refers to no issue and becomes no link by itself: a word joiner, which has no width, breaks what would. */
function inert(text: string): string {
  return text.replace(/@|#(?=\d)|\bGH-(?=\d)|:(?=\/\/)|\bwww(?=\.)|\bmailto(?=:)|\bxmpp(?=:)/giu, '$&\u2060');
}
