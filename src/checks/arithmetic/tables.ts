/** Rows "Tổng cộng" of tables of money and counts against the rows that they add up. Tables with sub-items or gaps are left alone. */
import { once } from '../../data/once.js';
import type { LoadedPlan, RawFinding } from '../../engine/check.js';
import { anyOf, wholeWords } from '../../plan/deadline-words.js';
import { targetWords } from '../../plan/target-words.js';
import type { Block } from '../../source/document.js';
import { overlap, type PrintedNumber, printNumber, type Range, readNumber, standsFor } from '../../text/numbers.js';

interface Cell {
  block: Block;
  text: string;
}

/** Cells of a row by column. */
type Row = Map<number, Cell>;

const patterns = once(() => {
  const words = targetWords()['sum-tables'];
  return {
    total: new RegExp(`^${anyOf(words.total)}[\\s:.]*$`, 'iu'),
    summed: wholeWords(words.summed),
    notSummed: wholeWords(words['not-summed']),
  };
});

/** Totals of a column that its rows do not make up. */
export function* wrongTotals({ document }: LoadedPlan): Generator<RawFinding> {
  const tables = new Map<number, Row[]>();
  for (const block of document.blocks) {
    if (block.cell === null) continue;
    const { table, row, column } = block.cell;
    const rows = tables.get(table) ?? [];
    tables.set(table, rows);
    const cells = rows[row] ?? new Map<number, Cell>();
    rows[row] = cells;
    cells.set(column, { block, text: document.text.slice(block.start, block.end).trim() });
  }
  for (const rows of tables.values()) yield* wrongIn(rows.filter((row) => row !== undefined));
}

function* wrongIn([header, ...body]: readonly Row[]): Generator<RawFinding> {
  const totals = body.filter((row) => [...row.values()].some(({ text }) => patterns().total.test(text)));
  const [total] = totals;
  if (header === undefined || total === undefined || totals.length > 1) return;
  if (total !== body.at(-1) && total !== body[0]) return;
  const items = body.filter((row) => row !== total);
  if (!areItems(items)) return;
  for (const [column, { text: name }] of header) {
    if (!patterns().summed.test(name) || patterns().notSummed.test(name)) continue;
    const sum = total.get(column);
    const printed = sum === undefined ? null : readNumber(sum.text);
    const numbers = numbersOf(items, column);
    if (
      sum === undefined ||
      printed === null ||
      numbers.length < 2 ||
      overlap(rangeOfAll(numbers), rangeOfAll([printed]))
    )
      continue;
    const value = numbers.reduce((all, one) => all + one.value, 0);
    const decimals = Math.max(printed.decimals, ...numbers.map((one) => one.decimals));
    yield {
      message: 'table',
      span: { start: sum.block.start, end: sum.block.end },
      data: { column: name, sum: printNumber(value, decimals), total: sum.text },
    };
  }
}

/** Whether rows are numbered 1, 2, 3 … without sub-items, so that each of them counts once. */
function areItems(rows: readonly Row[]): boolean {
  return rows.every((row, i) => {
    const first = row.get(0)?.text.replace(/\.$/u, '') ?? '';
    return Number(first) === i + 1 && /^\d{1,3}$/u.test(first);
  });
}

/** The numbers of a column; none if a cell holds anything else. An empty cell or a dash is nothing. */
function numbersOf(rows: readonly Row[], column: number): PrintedNumber[] {
  const cells = rows.map((row) => row.get(column)?.text ?? '').filter((text) => !/^[-–]?$/u.test(text));
  const numbers = cells.flatMap((text) => readNumber(text) ?? []);
  return numbers.length === cells.length ? numbers : [];
}

/** Whole numbers in a table are exact. */
function rangeOfAll(numbers: readonly PrintedNumber[]): Range {
  const ranges = numbers.map((one) => (one.decimals === 0 ? { low: one.value, high: one.value } : standsFor(one)));
  return ranges.reduce((all, one) => ({ low: all.low + one.low, high: all.high + one.high }), { low: 0, high: 0 });
}
