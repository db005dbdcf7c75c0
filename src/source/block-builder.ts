/** From cleaned lines to blocks: which lines go on a paragraph, which begin one, which are cells of a table. */
import type { Block, BlockKind, Span } from './document.js';
import { FlowString } from './flow.js';
import { isPlaceAndDate, isRecipientsLine, isTypeLine, isUpperCase, startsBlock } from './structure.js';
import type { RawLine, TextLine } from './text-lines.js';

/** A block while it grows. */
export interface Draft {
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

/** Puts lines together to blocks. */
export class BlockBuilder {
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
    if (LABEL_WORD.test(before.flow.text) && /^[\dIVXL]/u.test(text)) return true;
    if (startsBlock(text)) {
      // "**Điều" / "13. …**": bold goes on over the break, so the number is no label
      const brokenBold = before.open && (isPlaceAndDate(text) || (/^\d/u.test(text) && /\p{L}$/u.test(last)));
      return brokenBold || goesOnWithDash(last, text, this.hardWrapped);
    }
    if (isTypeLine(before.flow.text)) return false;
    if (before.open) return true;
    if (isBoldHeading(before) && line.boldLetters === 0 && /^\p{Lu}/u.test(text)) return false;
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

/** A word of a label alone on its line: its number comes on the next. */
const LABEL_WORD = /^(?:Điều|Chương|Mục|Phần|Phụ lục)$/iu;

/** A short labelled line all in bold: what begins after it in plain letters is its text. */
function isBoldHeading({ flow, boldLetters, letters }: Draft): boolean {
  return flow.text.length <= 100 && boldLetters > 0.9 * letters && startsBlock(flow.text) && !TERMINAL.test(flow.text);
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
