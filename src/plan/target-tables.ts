/** Tables of targets (biểu chỉ tiêu): a row is an indicator, with its unit in a column of its own and a figure for every year. */
import type { Block, SourceDocument } from '../source/document.js';
import { readNumber } from '../text/numbers.js';
import { type Figure, findFigures, readUnit } from './figures.js';
import { betterWay, columnWords, indicatorKey, timeWords, withoutLeads } from './indicators.js';
import type { Target, Unit } from './plan.js';
import { type Years, yearsIn } from './years.js';

/** The columns of a table that say what they hold. */
interface Columns {
  indicator: number;
  unit: number | null;
  values: { column: number; years: Years; executed: boolean }[];
}

/** Rows of a header are looked for in this many first rows. */
const HEADER_ROWS = 3;

/**
 * Targets by the start of the cell that holds the figure. Every cell of a table of targets is a key, so that its cells are not read as
 * sentences too; other tables are absent.
 */
export function tableTargets(document: SourceDocument): Map<number, Target[]> {
  const found = new Map<number, Target[]>();
  for (const rows of tablesOf(document).values()) {
    const header = headerOf(document.text, rows);
    if (header === null) continue;
    for (const [i, row] of rows.entries()) {
      for (const cell of row) found.set(cell.start, []);
      if (i > header.row)
        for (const [start, target] of rowTargets(document.text, row, header.columns)) found.set(start, [target]);
    }
  }
  return found;
}

function tablesOf(document: SourceDocument): Map<number, Block[][]> {
  const tables = new Map<number, Block[][]>();
  for (const block of document.blocks) {
    if (block.cell === null) continue;
    const rows = tables.get(block.cell.table) ?? [];
    tables.set(block.cell.table, rows);
    const row = rows[block.cell.row] ?? [];
    rows[block.cell.row] = row;
    row.push(block);
  }
  // a row without text has no cells
  for (const [table, rows] of tables)
    tables.set(
      table,
      Array.from(rows, (row) => row ?? []),
    );
  return tables;
}

function headerOf(text: string, rows: readonly Block[][]): { row: number; columns: Columns } | null {
  const indicator = columnWords('indicator');
  const unit = columnWords('unit');
  const value = columnWords('value');
  const executed = columnWords('executed');
  for (const [i, row] of rows.slice(0, HEADER_ROWS).entries()) {
    const cells = row.map((cell) => ({ column: cell.cell?.column ?? 0, words: text.slice(cell.start, cell.end) }));
    const named = cells.find(({ words }) => words.length < 60 && indicator.test(words) && !/\d/u.test(words));
    const measured = cells.find(({ words }) => words.length < 30 && unit.test(words));
    if (named === undefined || measured === undefined) continue;
    const values = cells
      .filter(({ column }) => column !== named.column && column !== measured.column)
      .filter(({ words }) => value.test(words) || executed.test(words) || BARE_YEAR.test(words))
      .map(({ column, words }) => ({ column, years: yearsOfHeader(words), executed: executed.test(words) }));
    if (values.length > 0) return { row: i, columns: { indicator: named.column, unit: measured.column, values } };
  }
  return null;
}

const BARE_YEAR = /(?<!\d)20\d{2}(?!\d)/u;

/** "Kế hoạch năm 2026", "KH 2026", "2026" */
function yearsOfHeader(words: string): Years {
  const said = yearsIn(words);
  const bare = BARE_YEAR.exec(words);
  return said.year === null && said.period === null && bare !== null ? { year: Number(bare[0]), period: null } : said;
}

function rowTargets(text: string, row: readonly Block[], columns: Columns): [number, Target][] {
  const cellAt = (column: number | null): Block | undefined => row.find(({ cell }) => cell?.column === column);
  const named = cellAt(columns.indicator);
  const first = row[0];
  const last = row.at(-1);
  if (named === undefined || first === undefined || last === undefined) return [];
  const words = withoutLeads(text.slice(named.start, named.end));
  const measured = cellAt(columns.unit);
  const unit = measured === undefined ? null : readUnit(text.slice(measured.start, measured.end));
  return columns.values.flatMap(({ column, years, executed }): [number, Target][] => {
    const cell = cellAt(column);
    const figure = cell === undefined ? null : cellFigure(text, cell, unit);
    if (cell === undefined || figure === null) return [];
    const written = text.slice(cell.start, cell.end);
    const comparator = figure.max !== null ? 'range' : (SIGNS.find(([sign]) => sign.test(written))?.[1] ?? '=');
    const compared = { comparator, change: null, rough: comparator !== '=' } as const;
    const target: Target = {
      span: { start: cell.start, end: cell.end },
      text: written,
      indicator: { text: words, key: indicatorKey(words), inherited: false },
      ...compared,
      value: figure.value,
      decimals: figure.decimals,
      unit: figure.unit,
      valueMax: figure.max,
      valueSpan: figure.span,
      base: null,
      whole: figure.whole,
      time: timeWords(words),
      ...years,
      better: betterWay(words, compared, false),
      isTarget: !executed,
      inTable: true,
      clause: { start: first.start, end: last.end },
      section: null,
    };
    return [[cell.start, target]];
  });
}

const SIGNS: [RegExp, Target['comparator']][] = [
  [/^\s*(?:≥|>=|từ|ít nhất|tối thiểu)|trở lên\s*$/iu, '>='],
  [/^\s*(?:>|trên)/iu, '>'],
  [/^\s*(?:≤|<=|không quá|tối đa)|trở xuống\s*$/iu, '<='],
  [/^\s*(?:<|dưới)/iu, '<'],
];
const SIGNED =
  /^\s*(?:[≥>≤<]=?|trên|dưới|từ|ít nhất|tối thiểu|không quá|tối đa)?\s*(\d[\d.,]*)(?:\s*[-–]\s*(\d[\d.,]*))?\s*(?:trở lên|trở xuống)?\s*$/iu;

/** The figure that a cell holds alone: with its own unit, or with that of the column. */
function cellFigure(text: string, cell: Block, unit: Unit | null): Figure | null {
  const written = text.slice(cell.start, cell.end);
  const figures = findFigures(text, cell);
  const [only] = figures;
  if (figures.length === 1 && only?.unit != null && written.length - (only.span.end - only.span.start) <= 16)
    return only;
  const match = SIGNED.exec(written);
  const digits = match?.[1] ?? '';
  const last = match?.[2] ?? digits;
  const [number, max] = [readNumber(digits), readNumber(last)];
  if (number === null || max === null || max.value < number.value) return null;
  const span = {
    start: cell.start + written.indexOf(digits),
    end: cell.start + written.lastIndexOf(last) + last.length,
  };
  const { value, decimals } = number;
  return { value, decimals, unit, max: max.value > value ? max.value : null, whole: null, span };
}
