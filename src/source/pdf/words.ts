/** From characters to words: spaces are told by the gaps between characters, since many programs write none. */
import type { Glyph } from './page.js';

export interface Word {
  text: string;
  x: number;
  right: number;
  /** Baseline. */
  y: number;
  size: number;
  bold: boolean;
  font: string;
  /** Places of its first and last character in the order of drawing. */
  first: number;
  last: number;
  /** A space stands before it; false for the first one of a row, and for what only changes its size inside a word. */
  spaced: boolean;
  /** Small and above the line: a mark of a footnote, an exponent. */
  raised: boolean;
  /** A space is drawn after it. */
  spaceAfter: boolean;
}

/** Words on one baseline, or nearly so, from left to right. */
export type Row = Word[];

/** A gap so wide (in units of the font size) is a space. A space of Times is 0.25 wide, and 0.2 at the least in a tight line. */
const SPACE = 0.15;
/** Baselines that differ by less than so much of the font size are one row: raised marks stand up to 0.45 higher. */
const SAME_ROW = 0.45;
/** Raised marks are at most so large, compared with the text that they belong to. */
const RAISED_SIZE = 0.8;

/** Rows from top to bottom. Characters may come in any order: fonts that lack letters make programs draw the others first. */
export function rowsOf(glyphs: readonly Glyph[]): Row[] {
  const rows: Glyph[][] = [];
  let current: Glyph[] = [];
  let baseline = 0;
  let size = 0;
  for (const glyph of joinMarks(glyphs).sort((a, b) => a.y - b.y)) {
    size = Math.max(size, glyph.size);
    if (current.length > 0 && glyph.y - baseline > SAME_ROW * Math.max(glyph.size, size)) {
      rows.push(current);
      current = [];
    }
    if (current.length === 0) {
      baseline = glyph.y;
      size = glyph.size;
    }
    current.push(glyph);
  }
  if (current.length > 0) rows.push(current);
  return rows.map(wordsOf).filter((row) => row.length > 0);
}

/** Combining marks go with the letter drawn before them, wherever they are drawn. */
function joinMarks(glyphs: readonly Glyph[]): Glyph[] {
  const joined: Glyph[] = [];
  for (const glyph of glyphs) {
    const before = joined.at(-1);
    if (before !== undefined && before.text !== ' ' && /^\p{M}+$/u.test(glyph.text)) {
      joined[joined.length - 1] = { ...before, text: before.text + glyph.text };
    } else joined.push(glyph);
  }
  return joined;
}

function wordsOf(glyphs: readonly Glyph[]): Row {
  const sorted = glyphs.toSorted((a, b) => a.x - b.x || a.order - b.order);
  const row: Row = [];
  let word: Word | null = null;
  let plain: Glyph | null = null;
  let space = false;
  for (const [i, glyph] of sorted.entries()) {
    if (glyph.text === ' ') {
      // of other text that lies under this one: the blank of a draft, with the number put on it
      if (word !== null && glyph.order !== word.last) continue;
      space = true;
      if (word !== null) word.spaceAfter = true;
      continue;
    }
    if (word !== null && isDoubled(word, glyph)) continue;
    const raised: boolean = isRaised(glyph, plain) || (plain === null && isRaised(glyph, nextLarger(sorted, i)));
    if (!raised) plain = glyph;
    const spaced = word !== null && (space || glyph.x - word.right > SPACE * glyph.size);
    if (word === null || spaced || raised !== word.raised) {
      word = startWord(glyph, spaced, raised);
      row.push(word);
    } else extend(word, glyph);
    space = false;
  }
  return row;
}

/** Small and higher than the text beside it. */
function isRaised(glyph: Glyph, beside: Glyph | null): boolean {
  if (beside === null) return false;
  const gap = Math.max(glyph.x - (beside.x + beside.width), beside.x - (glyph.x + glyph.width));
  return glyph.size <= RAISED_SIZE * beside.size && glyph.y < beside.y - 0.15 * beside.size && gap < 1.5 * beside.size;
}

function nextLarger(sorted: readonly Glyph[], at: number): Glyph | null {
  const own = sorted[at]?.size ?? 0;
  return sorted.slice(at + 1, at + 6).find(({ text, size }) => text !== ' ' && own <= RAISED_SIZE * size) ?? null;
}

function startWord({ text, x, y, width, size, bold, font, order }: Glyph, spaced: boolean, raised: boolean): Word {
  return {
    text,
    x,
    right: x + width,
    y,
    size,
    bold,
    font,
    first: order,
    last: order,
    spaced,
    raised,
    spaceAfter: false,
  };
}

function extend(word: Word, glyph: Glyph): void {
  word.text += glyph.text;
  word.right = Math.max(word.right, glyph.x + glyph.width);
  word.last = glyph.order;
  word.spaceAfter = false;
  word.bold &&= glyph.bold;
}

/** Letters drawn twice, a little apart, to look bold. */
function isDoubled(word: Word, glyph: Glyph): boolean {
  return (
    word.text.endsWith(glyph.text) &&
    Math.abs(word.right - (glyph.x + glyph.width)) < 0.1 * glyph.size &&
    Math.abs(word.y - glyph.y) < 0.1 * glyph.size
  );
}

/** The size in which most of the characters are set. */
export function commonSize(glyphs: readonly { size: number; text: string }[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of glyphs) {
    const rounded = Math.round(size * 4) / 4;
    if (text !== ' ') counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
  }
  let common = 0;
  for (const [size, count] of counts) if (count > (counts.get(common) ?? 0)) common = size;
  return common;
}
