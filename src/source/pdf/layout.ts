/** A page as it is laid out: rows of words, tables, margins. */
import { type Grid, takeGrids } from './grid.js';
import type { Box, PageContent } from './page.js';
import { commonSize, type Row, rowsOf } from './words.js';

export interface PageLayout {
  /** Counted from 1. */
  number: number;
  width: number;
  height: number;
  /** Rows outside of tables, from top to bottom. */
  rows: Row[];
  grids: Grid[];
  rulings: Box[];
  /** Size in which most of the page is set. */
  size: number;
}

/** Lays a page out. */
export function layPage(content: PageContent, number: number): PageLayout {
  const { width, height, glyphs, rulings } = content;
  const { grids, rest } = takeGrids(rulings, glyphs);
  return { number, width, height, rows: rowsOf(rest), grids, rulings, size: commonSize(glyphs) };
}

/** Left and right edge of the text. */
export interface Margins {
  left: number;
  right: number;
}

/** Edges that differ by no more are one. */
const SAME_EDGE = 3;

/** Edges of the text of a page, as most of its rows show them; null if it has too few rows to tell. */
export function marginsOf(rows: readonly { x: number; right: number }[]): Margins | null {
  if (rows.length < 4) return null;
  const widest = Math.max(...rows.map(({ x, right }) => right - x));
  const wide = rows.filter(({ x, right }) => right - x > 0.6 * widest);
  const enough = Math.max(2, Math.floor(0.15 * wide.length));
  const lefts = wide.map(({ x }) => x).toSorted((a, b) => a - b);
  const rights = wide.map(({ right }) => right).toSorted((a, b) => b - a);
  const left = lefts.find((edge) => lefts.filter((other) => Math.abs(other - edge) <= SAME_EDGE).length >= enough);
  const right = rights.find((edge) => rights.filter((other) => Math.abs(other - edge) <= SAME_EDGE).length >= enough);
  return left === undefined || right === undefined ? null : { left, right };
}
