/** All pages of a document in the order in which they are read, as blocks. */
import { type PdfBlock, textBlock } from './blocks.js';
import { type Columns, findColumns, isNation, type Strip, stripOf } from './columns.js';
import { takeFootnotes } from './footnotes.js';
import type { Grid } from './grid.js';
import { type Margins, marginsOf, type PageLayout } from './layout.js';
import { type Line, lineOf } from './lines.js';
import { type FlowingLine, mannerOf, Paragraphs } from './paragraphs.js';
import { dropRunning } from './running.js';
import { Tables } from './tables.js';
import { commonSize, rowsOf } from './words.js';

/** What stands on a page from top to bottom, and its footnotes. */
interface PageFlow {
  layout: PageLayout;
  items: (Strip | Columns | Grid)[];
  footnotes: Line[][];
  margins: Margins;
}

/** The blocks of a document; rows of the pages are used up. */
export function blocksOf(pages: readonly PageLayout[]): PdfBlock[] {
  dropRunning(pages);
  const size = commonSize(pages.flatMap(({ rows }) => rows.flat()));
  const flows = withMargins(pages.map((page) => flowOf(page, size)));
  const lines = flows.flatMap(({ items, margins }) =>
    items.flatMap((item) => ('whole' in item ? [{ line: item.whole, margins }] : [])),
  );
  const paragraphs = new Paragraphs(mannerOf(lines));
  const tables = new Tables();
  for (const flow of flows) addPage(flow, paragraphs, tables);
  return paragraphs.blocks;
}

function flowOf(layout: PageLayout, size: number): Omit<PageFlow, 'margins'> & { margins: Margins | null } {
  const footnotes = takeFootnotes(layout, size);
  const strips = layout.rows.map((row) => stripOf(row, layout.number));
  const found = findColumns(strips);
  const items = [...found, ...layout.grids].sort((a, b) => heightOf(a) - heightOf(b));
  const lines = found.flatMap((item) => ('whole' in item ? [item.whole] : []));
  return { layout, items, footnotes, margins: marginsOf(lines) };
}

function heightOf(item: Strip | Columns | Grid): number {
  return 'y' in item ? item.y : item.top;
}

/** Pages with few lines take the edges of the others of their width and side: even pages may be set off. */
function withMargins(flows: readonly (Omit<PageFlow, 'margins'> & { margins: Margins | null })[]): PageFlow[] {
  return flows.map((flow) => {
    const { width, number } = flow.layout;
    const alike = flows.filter(({ layout }) => layout.width === width);
    const facing = alike.filter(({ layout }) => layout.number % 2 === number % 2);
    const usual = middle(facing) ?? middle(alike) ?? middle(flows) ?? { left: 0.14 * width, right: 0.91 * width };
    const own = flow.margins;
    // a page on which all wide lines are indented, or all lines short
    if (own === null) return { ...flow, margins: usual };
    const left = own.left > usual.left + 12 ? usual.left : own.left;
    const right = own.right < usual.right - 12 ? usual.right : own.right;
    return { ...flow, margins: { left, right } };
  });
}

function middle(flows: readonly { margins: Margins | null }[]): Margins | null {
  const known = flows.flatMap(({ margins }) => margins ?? []);
  const at = Math.floor(known.length / 2);
  const left = known.map((margins) => margins.left).toSorted((a, b) => a - b)[at];
  const right = known.map((margins) => margins.right).toSorted((a, b) => a - b)[at];
  return left === undefined || right === undefined ? null : { left, right };
}

function addPage({ layout, items, footnotes, margins }: PageFlow, paragraphs: Paragraphs, tables: Tables): void {
  for (const item of items) {
    if ('whole' in item) {
      const flowing: FlowingLine = { line: item.whole, margins };
      paragraphs.line(flowing);
      tables.interrupt();
    } else if ('columns' in item) {
      for (const line of item.columns) paragraphs.whole(textBlock(line));
      tables.interrupt();
    } else {
      for (const block of gridBlocks(item, layout.number, tables)) paragraphs.whole(block);
    }
  }
  for (const lines of footnotes) paragraphs.footnote(lines);
}

/** Cells of a table; a header set in a table with borders is no table. */
function gridBlocks(grid: Grid, page: number, tables: Tables): PdfBlock[] {
  const cells = grid.cells.map(({ row, column, glyphs }) => ({
    row,
    column,
    lines: rowsOf(glyphs).map((words) => lineOf(words, page)),
  }));
  if (cells.some(({ lines }) => lines.some(({ text }) => isNation(text))))
    return cells.flatMap(({ lines }) => lines.map((line) => textBlock(line)));
  return tables.add(grid, cells);
}
