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

/** A row that a page break has cut: its first cell is empty, and what it holds goes on sentences of the row before. */
function goesOnRow({ last }: OpenTable, row: readonly Cell[]): boolean {
  const filled = row.filter(({ lines }) => lines.length > 0);
  if (filled.length === 0 || filled.some(({ column }) => column === 0)) return false;
  return (
    filled.every(({ column }) => last.has(column)) &&
    filled.some(({ column, lines }) => {
      const before = last.get(column)?.lines.at(-1)?.text ?? '';
      return /^\p{Ll}/u.test(lines[0]?.text ?? '') && !/[.;:]$/u.test(before);
    })
  );
}
