/** Page numbers and running heads: what stands at the edge of pages and is no part of the text. */
import { startsBlock } from '../structure.js';
import type { PageLayout } from './layout.js';
import type { Row } from './words.js';

/** Rows at the top and at the bottom of a page that may be running ones. */
const DEPTH = 4;
/** Heads of one kind stand at one height, but for this many points. */
const SAME_HEIGHT = 6;
/** On so many pages (on both of two), and on this share of all, words have to repeat. */
const LEAST_PAGES = 3;
const LEAST_SHARE = 0.4;
/** Running lines stand in the outer part of a page, of this share of its height: lists may repeat their words from page to page. */
const MARGIN = 0.12;

const PAGE_NUMBER = /^(?:(?:trang|page)\s*:?\s*)?[-–—]?\s*(\d{1,4})\s*[-–—]?(?:\s*(?:\/|of|trên)\s*\d{1,4})?$/iu;

/** Takes page numbers and running heads out of the rows of all pages. */
export function dropRunning(pages: readonly PageLayout[]): void {
  const counts = countEdges(pages);
  for (const page of pages) {
    for (const side of ['top', 'bottom'] as const) {
      for (let row = edge(page, side, 0); row !== undefined; row = edge(page, side, 0)) {
        if (!isPageNumber(row, page) && !isRepeated(row, side, page, counts, pages.length)) break;
        page.rows.splice(page.rows.indexOf(row), 1);
      }
    }
  }
}

function edge({ rows }: PageLayout, side: 'top' | 'bottom', depth: number): Row | undefined {
  return side === 'top' ? rows[depth] : rows.at(-1 - depth);
}

function wordsIn(row: Row): string {
  return row.map(({ text, spaced }) => (spaced ? ` ${text}` : text)).join('');
}

/** A number that stands alone in the outer parts of a page, with nothing of the text beyond it. */
function isPageNumber(row: Row, { height, grids }: PageLayout): boolean {
  const y = row[0]?.y ?? 0;
  const margin = y < 0.15 * height || y > 0.85 * height;
  const inside = grids.some(({ top, bottom }) => y > top && y < bottom);
  return margin && !inside && PAGE_NUMBER.test(wordsIn(row).trim());
}

/** Heights of rows at the edges, by side and words; figures do not count, as the number of the page changes. */
function countEdges(pages: readonly PageLayout[]): Map<string, number[]> {
  const counts = new Map<string, number[]>();
  for (const page of pages) {
    for (const side of ['top', 'bottom'] as const) {
      for (let depth = 0; depth < Math.min(DEPTH, page.rows.length); depth++) {
        const row = edge(page, side, depth);
        if (row === undefined) continue;
        const key = keyOf(row, side);
        counts.set(key, [...(counts.get(key) ?? []), row[0]?.y ?? 0]);
      }
    }
  }
  return counts;
}

function keyOf(row: Row, side: string): string {
  return `${side} ${wordsIn(row).replace(/\d+/gu, '#')}`;
}

function isRepeated(
  row: Row,
  side: string,
  { height }: PageLayout,
  counts: Map<string, number[]>,
  pages: number,
): boolean {
  const words = wordsIn(row).trim();
  const y = row[0]?.y ?? 0;
  if (!/\p{L}/u.test(words) || startsBlock(words)) return false;
  if (y > MARGIN * height && y < (1 - MARGIN) * height) return false;
  const near = (counts.get(keyOf(row, side)) ?? []).filter((other) => Math.abs(other - y) <= SAME_HEIGHT).length;
  return near >= Math.max(2, Math.min(LEAST_PAGES, pages)) && near >= LEAST_SHARE * pages;
}
