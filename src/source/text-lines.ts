/** Physical lines of a .md or .txt file, cleaned one by one: text, table row, lone pipe, rule or blank. */
import type { Span } from '../text/span.js';
import { FlowString } from './flow.js';
import { type Emphasis, type InlineText, readInline } from './inline.js';
import { isBlankToFill, isRecipientsLine, isTypeLine, isUpperCase, startsBlock } from './structure.js';

/** A physical line, or one column of it, cleaned. */
export interface TextLine {
  flow: FlowString;
  /** Depth of a Markdown heading, 0 if none. */
  depth: number;
  footnote: boolean;
  boldLetters: number;
  letters: number;
  /** Emphasis goes on into the next line. */
  open: boolean;
  /** One of several columns on the line: never joined with its neighbours. */
  column: boolean;
  /** Spaces before the text. */
  indent: number;
  /** Set in more than the line that follows: the first line of a paragraph in a text layer. */
  first: boolean;
}

export type RawLine =
  | { kind: 'blank' }
  | { kind: 'pipe' }
  | { kind: 'rule' }
  | { kind: 'row'; cells: FlowString[] }
  | { kind: 'text'; line: TextLine };

/** Splits into physical lines and cleans each. */
export function readLines(source: string): RawLine[] {
  return markFirstLines(cleanLines(source));
}

function cleanLines(source: string): RawLine[] {
  const lines: RawLine[] = [];
  const emphasis: Emphasis = { bold: false, italic: false };
  let zone: 'header' | 'body' | 'closing' = 'header';
  let previousPage = 1;
  let at = 0;
  let seen = 0;
  while (at <= source.length) {
    let end = at;
    while (end < source.length && !/[\n\r\f\v\u2028\u2029]/u.test(source.charAt(end))) end++;
    const line = source.slice(at, end);
    const next = source.startsWith('\r\n', end) ? end + 2 : end + 1;
    const trimmed = line.trim();
    if (/^[\s\u00a0*_]*$/u.test(line)) {
      emphasis.bold = emphasis.italic = false;
      lines.push({ kind: 'blank' });
    } else if (/^\|+$/u.test(trimmed)) {
      for (let i = 0; i < trimmed.length; i++) lines.push({ kind: 'pipe' });
    } else if (/^[\s\-=_*+|:.~—–]{3,}$/u.test(trimmed) && !/[.…]{3}/u.test(trimmed)) {
      lines.push({ kind: 'rule' });
    } else if (/^\|.*\|$/u.test(trimmed)) {
      const layout = isLayoutRow(trimmed, zone) ? readLayoutRow(source, at, end) : null;
      if (layout === null) lines.push({ kind: 'row', cells: readRow(source, at, end) });
      else for (const text of layout) lines.push({ kind: 'text', line: text });
      if (layout?.some(({ flow }) => isTypeLine(flow.text))) zone = 'body';
      if (layout?.some(({ flow }) => isRecipientsLine(flow.text))) zone = 'closing';
    } else if (isPageNumber(line, source, next, previousPage)) {
      previousPage = Number(trimmed.replace(/\D/gu, ''));
      lines.push({ kind: 'blank' });
    } else {
      if (isRecipientsLine(trimmed.normalize('NFC').replace(/^[*_]+/u, ''))) zone = 'closing';
      const texts = readTextLine(source, at, end, emphasis, zone !== 'body');
      for (const text of texts) lines.push({ kind: 'text', line: text });
      const first = texts[0]?.flow.text ?? '';
      seen++;
      if (zone === 'header' && (isTypeLine(first) || seen > 60)) zone = 'body';
    }
    if (source.charAt(end) === '\f') lines.push({ kind: 'blank' });
    if (end >= source.length) break;
    at = next;
  }
  return lines;
}

/** A page number stands alone on its line: set in from the left, between dashes, or the next in a row of such lines. */
function isPageNumber(line: string, source: string, next: number, previousPage: number): boolean {
  const match = /^(\s*)(?:[-–]\s*)?(\d{1,3})(?:\s*[-–])?\s*$/u.exec(line);
  if (match === null) return false;
  if ((match[1] ?? '').length >= 10) return true;
  const dashed = /[-–]\s*\d+\s*[-–]/u.test(line);
  const blankAfter = /^[ \t]*(?:[\r\n\f]|$)/u.test(source.slice(next, next + 40));
  return dashed || (blankAfter && Number(match[2]) === previousPage + 1);
}

/** Cells of a Markdown table row. */
function readRow(source: string, from: number, to: number): FlowString[] {
  return cellsOf(source, from, to).map(({ start, end }) => readInline(source, start, end, plain()).flow.trim());
}

function cellsOf(source: string, from: number, to: number): Span[] {
  const cells: Span[] = [];
  let start = source.indexOf('|', from) + 1;
  for (let at = start; at < to; at++) {
    if (source.charAt(at) !== '|' || source.charAt(at - 1) === '\\') continue;
    cells.push({ start, end: at });
    start = at + 1;
  }
  return cells;
}

function plain(): Emphasis {
  return { bold: false, italic: false };
}

/** Words that stand only in the header of a document: Quốc hiệu, Tiêu ngữ, and what Party documents have in their place. */
export function isNation(text: string): boolean {
  return /CỘNG\sH\S{1,3}\sXÃ\sHỘI|Độc lập\s*[-–]\s*Tự do|ĐẢNG CỘNG SẢN VIỆT NAM/u.test(text);
}

/** A table that only sets header or closing side by side: issuer and nation, recipients and signature. */
function isLayoutRow(row: string, zone: 'header' | 'body' | 'closing'): boolean {
  const text = row.normalize('NFC');
  return /\|[\s*_]*Nơi nhận/iu.test(text) || (zone === 'header' && isNation(text));
}

/** Where a cell of such a table holds several lines: at <br>, where bold or italics begin or end, before the next recipient. */
const LINE_IN_CELL = /<br\s{0,3}\/?>|\s{1,8}(?=\*{1,3}[^\s*])|(?<=[^\s*]\*{1,3})\s{1,8}|(?<=[;:])\s{1,8}(?=[-–]\s)/giu;

/** The lines of each cell, one cell after the other; null if every cell is one line. */
function readLayoutRow(source: string, from: number, to: number): TextLine[] | null {
  const cells = cellsOf(source, from, to).map((cell) => linesInCell(source, cell));
  if (cells.every((lines) => lines.length < 2)) return null;
  return cells.flat().map((line) => {
    const { flow, boldLetters, letters } = readInline(source, line.start, line.end, plain());
    const text = { flow: flow.trim(), boldLetters, letters, depth: 0, footnote: false, indent: 0, first: false };
    return { ...text, open: false, column: true };
  });
}

function linesInCell(source: string, { start, end }: Span): Span[] {
  const lines: Span[] = [];
  let at = start;
  for (const match of source.slice(start, end).matchAll(LINE_IN_CELL)) {
    lines.push({ start: at, end: start + match.index });
    at = start + match.index + match[0].length;
  }
  return [...lines, { start: at, end }].filter((line) => /[\p{L}\p{N}]/u.test(source.slice(line.start, line.end)));
}

function readTextLine(source: string, from: number, to: number, emphasis: Emphasis, columns: boolean): TextLine[] {
  const lead =
    /^[\s\u00a0]*(?:>[ \t]?)*(?:(#{1,6})[ \t]+)?(?:[-*+•●▪][ \t]+(?=(?:\*\*)?(?:\(?\d{1,3}[.)]|\(?[a-zđ]\)|[IVX]{1,5}\.)))?/u.exec(
      source.slice(from, to),
    );
  const mark = lead?.[0] ?? '';
  const depth = lead?.[1]?.length ?? 0;
  let start = from + mark.length;
  const rest = source.slice(start, Math.min(to, start + 12));
  const footnote = /^(?:[⁰¹²³⁴-⁹]{1,3}\s*\p{L}|\[\^[^\]]{1,8}\]:|\[\d{1,3}\]\s)/u.test(rest);
  const note = footnote ? /^(?:\[\^[^\]]{1,8}\]:\s*|\[\d{1,3}\]\s*)/u.exec(rest) : null;
  if (note !== null) start += note[0].length;
  // a Markdown bullet "* text" reads as a dash
  const bullet = /^[*•●▪][ \t]+/u.exec(rest);
  const inline = readInline(source, bullet === null ? start : start + bullet[0].length, to, emphasis);
  if (bullet !== null) {
    const dashed = new FlowString();
    dashed.push('- ', start, start + bullet[0].length);
    dashed.append(inline.flow);
    inline.flow = dashed;
  }
  if (inline.flow.text.trim() === '') return [];
  const whole = {
    indent: mark.length,
    first: false,
    depth,
    footnote,
    boldLetters: inline.boldLetters,
    letters: inline.letters,
    open: emphasis.bold || emphasis.italic,
  };
  return cutColumns(inline, whole, columns && depth === 0);
}

/** A line as it is, or its columns where it leaves wide gaps: any gap in header and closing, two and more elsewhere. */
export function cutColumns(
  { flow, gaps }: InlineText,
  whole: Omit<TextLine, 'flow' | 'column'>,
  columns: boolean,
): TextLine[] {
  const cuts = columns ? columnGaps(flow.text, gaps) : wideTable(columnGaps(flow.text, gaps));
  if (cuts.length === 0) return [{ ...whole, flow: flow.trim(), column: false }];
  const bounds = [0, ...cuts, flow.text.length];
  return bounds
    .slice(1)
    .map((end, i) => flow.slice(bounds[i] ?? 0, end).trim())
    .filter((part) => part.text !== '')
    .map((part) => ({ ...whole, flow: part, open: false, column: true }));
}

/** Gaps that stand between columns. */
function columnGaps(text: string, gaps: number[]): number[] {
  return gaps.filter((gap) => !isBlankToFill(text.slice(Math.max(0, gap - 12), gap), text.slice(gap, gap + 12)));
}

/** In the body only lines with two gaps or more are rows of a table; one gap may be justification. */
function wideTable(gaps: number[]): number[] {
  return gaps.length >= 2 ? gaps : [];
}

/** Marks the lines that are set in more than the next one. */
function markFirstLines(lines: RawLine[]): RawLine[] {
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    if (line.kind === 'text' && next?.kind === 'text') line.line.first = line.line.indent >= next.line.indent + 3;
  }
  return lines;
}

/** Whether lines were broken by width: most lines that follow a line go on in lower case. */
export function isHardWrapped(lines: RawLine[]): boolean {
  let goingOn = 0;
  let pairs = 0;
  for (let i = 1; i < lines.length; i++) {
    const before = lines[i - 1];
    const line = lines[i];
    if (before?.kind !== 'text' || line?.kind !== 'text' || before.line.column || line.line.column) continue;
    const text = line.line.flow.text;
    if (startsBlock(text) || isUpperCase(text)) continue;
    pairs++;
    if (!/^\p{Lu}/u.test(text)) goingOn++;
  }
  return pairs >= 5 && goingOn / pairs > 0.5;
}
