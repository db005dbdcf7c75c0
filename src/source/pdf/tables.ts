/** Tables over all pages: one that goes on at the top of the next page is one table. */
import type { PdfBlock } from './blocks.js';
import type { Grid } from './grid.js';
import type { Line } from './lines.js';

interface Cell {
  row: number;
  column: number;
  lines: Line[];
}

interface OpenTable {
  id: number;
  xs: readonly number[];
  /** Rows so far. */
  rows: number;
  /** Words of the first rows, which may be repeated on every page. */
  head: string[];
  /** Cells of the last row by column. */
  last: Map<number, PdfBlock>;
}

/** Rows of a head that are repeated on every page. */
const HEAD_ROWS = 3;
/** Vertical lines of a table stand at the same places on the next page, but for so many points. */
const SAME_PLACE = 6;

/** Numbers tables, and tells which go on from the page before. */
export class Tables {
  private tables = 0;
  private open: OpenTable | null = null;

  /** Text stands between the last table and what comes. */
  interrupt(): void {
    this.open = null;
  }

  /** The cells of a table as blocks; those that go on cells of the page before are put there. */
  add(grid: Grid, cells: readonly Cell[]): PdfBlock[] {
    const before = this.open !== null && isSameTable(this.open, grid) ? this.open : null;
    const table = before ?? { id: this.tables++, xs: grid.xs, rows: 0, head: [], last: new Map() };
    for (const { lines } of cells) markBroken(lines);
    const rows = rowsOf(cells);
    if (before === null) table.head = rows.slice(0, HEAD_ROWS).map(wordsOf);
    else while (rows.length > 0 && isRepeatedHead(table, rows)) rows.shift();

    const [first, ...others] = rows;
    const added: PdfBlock[] = [];
    if (first !== undefined && before !== null && goesOnRow(table, first)) {
      for (const { column, lines } of first) table.last.get(column)?.lines.push(...lines);
    } else if (first !== undefined) added.push(...this.addRow(table, first));
    for (const row of others) added.push(...this.addRow(table, row));
    this.open = table;
    return added;
  }

  private addRow(table: OpenTable, cells: readonly Cell[]): PdfBlock[] {
    const row = table.rows++;
    table.last = new Map();
    const filled = cells.filter(({ lines }) => lines.length > 0);
    return filled.map(({ column, lines }) => {
      const block: PdfBlock = { kind: 'cell', lines, cell: { table: table.id, row, column } };
      table.last.set(column, block);
      return block;
    });
  }
}

/** Narrow columns break inside words: "IV/202" / "6", "Thườn" / "g", "ST" / "T". */
function markBroken(lines: readonly Line[]): void {
  const initials = lines.length > 1 && lines.every(({ text }) => /^\p{Lu}{1,3}$/u.test(text));
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1]?.text;
    if (next === undefined || line.spaceAfter) continue;
    const year = `${/(?<!\d)\d{1,3}$/u.exec(line.text)?.[0] ?? ''}${/^\d{1,3}(?![\d.,])/u.exec(next)?.[0] ?? ''}`;
    const rest = /\p{Ll}$/u.test(line.text) && /^[bcdđghklmnpqrstvx]{1,2}(?!\p{L})/u.test(next);
    line.broken = initials || rest || /^20\d{2}$/u.test(year);
  }
}

function rowsOf(cells: readonly Cell[]): Cell[][] {
  const rows: Cell[][] = [];
  for (const cell of cells) {
    while (rows.length <= cell.row) rows.push([]);
    rows[cell.row]?.push(cell);
  }
  return rows;
}

function wordsOf(row: readonly Cell[]): string {
  return row.map(({ lines }) => lines.map(({ text }) => text).join(' ')).join('|');
}

function isSameTable({ xs }: OpenTable, grid: Grid): boolean {
  return xs.length === grid.xs.length && xs.every((x, i) => Math.abs(x - (grid.xs[i] ?? 0)) <= SAME_PLACE);
}

/** The first row says what the head of the table says. */
function isRepeatedHead({ head }: OpenTable, [first = []]: readonly Cell[][]): boolean {
  const words = wordsOf(first);
  return /\p{L}|\(\d\)/u.test(words) && head.includes(words);
}

/** A row that a page break has cut: what it holds goes on cells of the row before, and says nothing where that one has a number. */
function goesOnRow({ last }: OpenTable, row: readonly Cell[]): boolean {
  const filled = row.flatMap(({ column, lines }) => {
    const before = last.get(column)?.lines.at(-1);
    return lines[0] === undefined ? [] : [{ column, text: lines[0].text, before: before?.text ?? null }];
  });
  const inMidSentence = ({ text, before }: (typeof filled)[number]): boolean =>
    before !== null && /^\p{Ll}/u.test(text) && !/[.;:]$/u.test(before);
  if (filled.length === 0 || filled.some((cell) => cell.before === null)) return false;
  if (filled.some((cell) => cell.column === 0 && !inMidSentence(cell))) return false;
  if (filled.some(inMidSentence)) return true;
  return filled.length <= last.size / 2 && filled.every(({ before }) => !/[.;:]$/u.test(before ?? ''));
}
