/** Text from documents and rule files as Markdown that shows it as it is: no links, tables or HTML that it did not mean. */
import { printable } from './printable.js';

/** What begins a heading, a list or a rule at the start of a paragraph. */
const BLOCK_START = /^(?:#{1,6}|[-+]+|\d{1,9}[.)])(?=\s|$)/u;

/** One line of text for a paragraph, list item or table cell. */
export function markdownText(text: string): string {
  return printable(text)
    .trim()
    .replace(/[\\`*_[\]<>|~$]/gu, '\\$&')
    .replace(/&(?=#?\w{1,32};)/gu, '&amp;')
    .replace(BLOCK_START, (mark) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`);
}

/** Text in which every line stays as it is, in a fence that no line of it can close. */
export function markdownFence(text: string, language: string): string {
  const lines = text.trimEnd().split('\n').map(printable);
  const longest = Math.max(0, ...(text.match(/`+/gu) ?? []).map((run) => run.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return [`${fence}${language}`, ...lines, fence].join('\n');
}

/** A row of a table, its cells being Markdown already. */
export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
