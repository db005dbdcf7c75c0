/**
 * Reader of .md and .txt files as found in the wild: Markdown of any dialect, hard-wrapped text, crawled tables with one cell a line,
 * text layers with two columns on one line. It gives blocks of flow text; what the blocks mean is not its business.
 */
import type { Block, BlockKind, FlowLine, Location, Point, SourceDocument, SourceFormat, Span } from './document.js';
import { FlowString } from './flow.js';
import { type Emphasis, readInline } from './inline.js';
import { measureQuality } from './quality.js';
import { isPlaceAndDate, isRecipientsLine, isTypeLine, isUpperCase, startsBlock } from './structure.js';

/** A physical line, or one column of it, cleaned. */
interface TextLine {
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

type RawLine =
  | { kind: 'blank' }
  | { kind: 'pipe' }
  | { kind: 'rule' }
  | { kind: 'row'; cells: FlowString[] }
  | { kind: 'text'; line: TextLine };

/** A block while it grows. */
interface Draft {
  kind: BlockKind;
  depth: number | null;
  flow: FlowString;
  lines: Span[];
  boldLetters: number;
  letters: number;
  cell: Block['cell'];
  open: boolean;
  lastLine: string;
  lastIndent: number;
}

const ROMAN_OR_NUMBER = /^(?:\d{1,3}|[IVXL]{1,6})\.?$/u;
const TERMINAL = /[.;:!?…]["”’)»]*$/u;

/** Reads text whose line ends, byte order mark and form are as in the file. */
export function readText(raw: string, path: string, format: SourceFormat): SourceDocument {
  const source = maskComments(raw.startsWith('\ufeff') ? raw.slice(1) : raw);
  const rawLines = markFirstLines(readLines(source));
  const drafts = new BlockBuilder(isHardWrapped(rawLines)).build(rawLines);
  const { text, blocks, lines, flow } = layOut(drafts);
  return { path, format, text, blocks, lines, quality: measureQuality(text), locate: locator(source, flow) };
}

/** HTML comments are no text of the plan; they are blanked so that all offsets stay. */
function maskComments(raw: string): string {
  if (!raw.includes('<!--')) return raw;
  let masked = '';
  let at = 0;
  for (let open = raw.indexOf('<!--'); open >= 0; open = raw.indexOf('<!--', at)) {
    const close = raw.indexOf('-->', open);
    const end = close < 0 ? raw.length : close + 3;
    masked += raw.slice(at, open) + raw.slice(open, end).replace(/[^\r\n]/gu, ' ');
    at = end;
  }
  return masked + raw.slice(at);
}

/** Splits into physical lines and cleans each. */
function readLines(source: string): RawLine[] {
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
      lines.push({ kind: 'row', cells: readRow(source, at, end) });
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
  const cells: FlowString[] = [];
  let start = source.indexOf('|', from) + 1;
  for (let at = start; at < to; at++) {
    if (source.charAt(at) !== '|' || source.charAt(at - 1) === '\\') continue;
    cells.push(readInline(source, start, at, { bold: false, italic: false }).flow.trim());
    start = at + 1;
  }
  return cells;
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
  const cuts =
    columns && depth === 0
      ? columnGaps(inline.flow.text, inline.gaps)
      : wideTable(columnGaps(inline.flow.text, inline.gaps));
  if (cuts.length === 0) return [{ ...whole, flow: inline.flow.trim(), column: false }];
  const bounds = [0, ...cuts, inline.flow.text.length];
  return bounds
    .slice(1)
    .map((end, i) => inline.flow.slice(bounds[i] ?? 0, end).trim())
    .filter((part) => part.text !== '')
    .map((part) => ({ ...whole, flow: part, open: false, column: true }));
}

/** Gaps that stand between columns: the blank of a draft ("Số:      /KH-UBND", "ngày      tháng      năm 2026") is none. */
function columnGaps(text: string, gaps: number[]): number[] {
  return gaps.filter((gap) => {
    const before = text.slice(Math.max(0, gap - 12), gap);
    const after = text.slice(gap, gap + 12);
    const blank =
      /(?:^|[^\p{L}])(?:Số\s*:?|ngày|tháng)\s*$/iu.test(before) || /^\s*(?:\/|(?:tháng|năm)(?!\p{L}))/iu.test(after);
    return !blank;
  });
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
function isHardWrapped(lines: RawLine[]): boolean {
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

/** Puts lines together to blocks. */
class BlockBuilder {
  private readonly drafts: Draft[] = [];
  private current: Draft | null = null;
  /** Last block of running text, which a page break may have cut. */
  private cut: Draft | null = null;
  private tables = 0;
  private table: { id: number; row: number; column: number; pipes: number; columns: number } | null = null;
  private rows: { id: number; row: number } | null = null;

  constructor(private readonly hardWrapped: boolean) {}

  build(lines: RawLine[]): Draft[] {
    for (const line of lines) {
      if (line.kind !== 'row' && line.kind !== 'rule') this.rows = null;
      if (line.kind === 'blank') this.blank();
      else if (line.kind === 'rule') this.current = null;
      else if (line.kind === 'pipe') this.pipe();
      else if (line.kind === 'row') this.row(line.cells);
      else this.text(line.line);
    }
    return this.drafts;
  }

  private blank(): void {
    this.current = null;
    if (this.table !== null && this.table.pipes > 0) this.table = null;
  }

  /** A line that is only "|": between two cells, or between two rows. */
  private pipe(): void {
    this.current = null;
    this.cut = null;
    if (this.table === null) this.table = { id: this.tables++, row: 0, column: -1, pipes: 1, columns: 0 };
    else this.table.pipes++;
  }

  private row(cells: FlowString[]): void {
    this.current = null;
    this.cut = null;
    if (this.rows === null) this.rows = { id: this.tables++, row: 0 };
    else this.rows.row++;
    for (const [column, flow] of cells.entries()) {
      if (flow.text === '') continue;
      this.add(flow, 'cell', null, { table: this.rows.id, row: this.rows.row, column });
      this.current = null;
    }
  }

  private text(line: TextLine): void {
    const text = line.flow.text;
    if (this.table !== null && this.table.pipes > 0) this.advanceCell(text);
    const target = this.current ?? (this.table === null ? this.joinableAcrossGap(line) : null);
    if (target !== null && this.continues(target, line)) {
      this.extend(target, line);
      this.current = target;
      return;
    }
    const cell = this.table === null ? null : { table: this.table.id, row: this.table.row, column: this.table.column };
    const kind: BlockKind = line.footnote
      ? 'footnote'
      : cell !== null
        ? 'cell'
        : line.depth > 0
          ? 'heading'
          : startsBlock(text)
            ? 'list-item'
            : 'paragraph';
    const draft = this.add(line.flow, kind, line.depth > 0 ? line.depth : null, cell);
    draft.boldLetters = line.boldLetters;
    draft.letters = line.letters;
    draft.open = line.open;
    draft.lastIndent = line.indent;
    this.current = line.column ? null : draft;
    if (kind === 'paragraph' || kind === 'list-item') this.cut = line.column ? null : draft;
    else if (kind !== 'footnote') this.cut = null;
  }

  /** After one pipe the next cell begins; after two a row, unless the row still lacks cells and what comes is no row number. */
  private advanceCell(text: string): void {
    const table = this.table;
    if (table === null) return;
    // the header's table is not always closed by an empty line: one pipe after a full row, or the kind of document, ends it
    const full = table.id === 0 && table.row > 0 && table.columns > 1 && table.column + 1 >= table.columns;
    if (table.pipes === 1 && (isTypeLine(text) || full)) {
      this.table = null;
      return;
    }
    const missing = table.columns > 2 && table.column + 2 < table.columns && !ROMAN_OR_NUMBER.test(text);
    if (table.column < 0) table.column = 0;
    else if (table.pipes === 1) table.column++;
    else if (table.pipes === 2 && missing) table.column += 2;
    else {
      table.columns = Math.max(table.columns, table.column + 1);
      table.row++;
      table.column = 0;
    }
    table.pipes = 0;
  }

  private add(flow: FlowString, kind: BlockKind, depth: number | null, cell: Block['cell']): Draft {
    const draft: Draft = {
      kind,
      depth,
      cell,
      flow: new FlowString(),
      lines: [{ start: 0, end: flow.text.length }],
      boldLetters: 0,
      letters: 1,
      open: false,
      lastLine: flow.text,
      lastIndent: 0,
    };
    draft.flow.append(flow);
    this.drafts.push(draft);
    return draft;
  }

  private extend(draft: Draft, line: TextLine): void {
    if (needsSpace(draft.flow.text)) {
      const at = draft.flow.ends.at(-1) ?? 0;
      draft.flow.push(' ', at, line.flow.starts[0] ?? at);
    }
    const start = draft.flow.text.length;
    draft.flow.append(line.flow);
    draft.lines.push({ start, end: draft.flow.text.length });
    draft.boldLetters += line.boldLetters;
    draft.letters += line.letters;
    draft.open = line.open;
    draft.lastLine = line.flow.text;
    draft.lastIndent = line.indent;
  }

  /** A title in capitals right under the kind of document, broken over lines in a hard-wrapped text. */
  private isTitle(before: Draft): boolean {
    const above = this.drafts[this.drafts.indexOf(before, -3) - 1];
    return this.hardWrapped && before.cell === null && above !== undefined && isTypeLine(above.flow.text);
  }

  /** The text block before a blank line, if a page break may have cut it in mid-sentence. */
  private joinableAcrossGap(line: TextLine): Draft | null {
    const before = this.cut;
    if (before === null || line.column || line.footnote || line.depth > 0) return null;
    const cutOpen = before.flow.text.length >= 40 && /[\p{L}\p{N},–-]$/u.test(before.flow.text);
    return cutOpen && /^[\p{Ll}]/u.test(line.flow.text) && !startsBlock(line.flow.text) ? before : null;
  }

  /** Whether a line goes on the block before it. */
  private continues(before: Draft, line: TextLine): boolean {
    const text = line.flow.text;
    const last = before.lastLine;
    if (line.column || line.footnote || line.depth > 0 || (before.depth !== null && !before.open)) return false;
    if (isTypeLine(text) || isRecipientsLine(text)) return false;
    if (startsBlock(text)) {
      // "**Điều" / "13. …**": bold goes on over the break, so the number is no label
      const brokenBold = before.open && (isPlaceAndDate(text) || (/^\d/u.test(text) && /\p{L}$/u.test(last)));
      return brokenBold || goesOnWithDash(last, text, this.hardWrapped);
    }
    if (isTypeLine(before.flow.text)) return false;
    if (before.open) return true;
    if (/^(?:[IVXL]{1,7}|\d{1,2}|[a-zđ])[.)]$/u.test(before.flow.text)) return true;
    if (isUpperCase(last) && isUpperCase(text) && this.isTitle(before)) return true;
    if (isUpperCase(last))
      return isUpperCase(text)
        ? isOpenHeading(before.flow.text)
        : /^[\p{Ll}\d(]/u.test(text) && !isUpperHeading(before.flow.text);
    if (/^[\p{Ll}\d%,;.)/]/u.test(text) || !needsSpace(last)) return true;
    if (TERMINAL.test(last)) return false;
    if (/^\p{Lu}/u.test(text) && isUpperCase(text) && text.length > 6 && !/\d/u.test(text)) return false;
    // a first-line indent in a text layer begins a paragraph
    if ((line.first || line.indent >= before.lastIndent + 3) && line.indent < 40) return false;
    return this.hardWrapped || last.length >= 70;
  }
}

/** "phát triển kinh tế" / "- xã hội, …", "giai đoạn 2026" / "- 2030": a dash inside a sentence, not a bullet. */
function goesOnWithDash(last: string, text: string, hardWrapped: boolean): boolean {
  if (!/^[-–]\s/u.test(text) || !/[\p{L}\p{N}]$/u.test(last)) return false;
  if (/^[-–]\s\d/u.test(text)) return /\d$/u.test(last);
  return last.length >= (/^[-–]\s\p{Ll}/u.test(text) ? 45 : 60) && (hardWrapped || /^[-–]\s\p{Ll}/u.test(text));
}

/** A heading in capitals that goes on in capitals: it bears a label and does not end a sentence. */
function isOpenHeading(text: string): boolean {
  return /^(?:[IVXL]{1,7}|[A-Z]|\d{1,2})[.)]\s/u.test(text) && !TERMINAL.test(text);
}

/** A whole heading in capitals; what follows in lower case is its text. */
function isUpperHeading(text: string): boolean {
  return text.length < 12 && !/\d$/u.test(text);
}

/** No space after a hyphen or slash at a line's end: "KH-" / "UBND", "15/12/" / "2026"; a dash between words has its space already. */
function needsSpace(text: string): boolean {
  return !/[\p{L}\p{N}][-/]$/u.test(text);
}

/** Lays the blocks out one after another in one flow text. */
function layOut(drafts: Draft[]): { text: string; blocks: Block[]; lines: FlowLine[]; flow: FlowString } {
  const flow = new FlowString();
  const blocks: Block[] = [];
  const lines: FlowLine[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const draft of drafts) {
    if (length > 0) {
      const at = flow.ends.at(-1) ?? 0;
      flow.starts.push(at);
      flow.ends.push(draft.flow.starts[0] ?? at);
      parts.push('\n');
      length++;
    }
    const start = length;
    parts.push(draft.flow.text);
    for (const from of draft.flow.starts) flow.starts.push(from);
    for (const to of draft.flow.ends) flow.ends.push(to);
    length += draft.flow.text.length;
    for (const line of draft.lines)
      lines.push({ start: start + line.start, end: start + line.end, block: blocks.length });
    const bold = draft.letters > 0 && draft.boldLetters / draft.letters > 0.9;
    blocks.push({ kind: draft.kind, start, end: length, depth: draft.depth, bold, cell: draft.cell });
  }
  return { text: parts.join(''), blocks, lines, flow };
}

/** Maps spans of the flow text back to lines and columns of the file. */
function locator(source: string, flow: FlowString): (span: Span) => Location {
  const starts = Int32Array.from(flow.starts);
  const ends = Int32Array.from(flow.ends);
  const lineStarts = [0];
  for (const match of source.matchAll(/\r\n|[\n\r]/gu)) lineStarts.push(match.index + match[0].length);

  const point = (offset: number): Point => {
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1, offset };
  };
  return (span) => {
    const start = starts[Math.min(span.start, starts.length - 1)] ?? 0;
    const end = span.end > span.start ? (ends[Math.min(span.end, ends.length) - 1] ?? start) : start;
    return { start: point(start), end: point(Math.max(start, end)), page: null, paragraph: null };
  };
}
