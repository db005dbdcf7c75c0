/** Ruled tables: grids of lines on a page, and the text in their cells. */
import type { Box, Glyph } from './page.js';

/** Lines that are no further apart are one; ends that are no further apart meet. */
const NEAR = 3;
/** Pages with more lines are drawings. */
const MOST_RULINGS = 4000;
/** So much of a side of a cell has to be drawn. */
const DRAWN = 0.6;
/** A horizontal line that goes further beyond the outermost vertical one holds a column without border. */
const LEAST_COLUMN = 15;

export interface GridCell {
  row: number;
  column: number;
  glyphs: Glyph[];
}

/** A table as it is drawn on one page. */
export interface Grid extends Box {
  /** Places of the vertical lines, from left to right. */
  xs: number[];
  rows: number;
  /** By row, then column; a merged cell stands where it begins. Empty ones too. */
  cells: GridCell[];
}

interface Found {
  xs: number[];
  ys: number[];
  lines: Box[];
}

/** Takes the tables out of a page: gives them with their text, and the characters outside of them. */
export function takeGrids(rulings: readonly Box[], glyphs: readonly Glyph[]): { grids: Grid[]; rest: Glyph[] } {
  const grids = gridsOf(rulings).map(({ xs, ys, lines }) => layCells(xs, ys, lines));
  if (grids.length === 0) return { grids: [], rest: [...glyphs] };
  const rest = glyphs.filter((glyph) => {
    const x = glyph.x + glyph.width / 2;
    const y = glyph.y - 0.3 * glyph.size;
    const grid = grids.find(({ box }) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
    if (grid === undefined) return true;
    grid.cellAt(x, y)?.glyphs.push(glyph);
    return false;
  });
  return { grids: grids.map(({ grid }) => grid).sort((a, b) => a.top - b.top), rest };
}

/** Lines that meet one another and make at least two columns. */
function gridsOf(rulings: readonly Box[]): Found[] {
  if (rulings.length > MOST_RULINGS) return [];
  const horizontal = merge(rulings.filter(({ top, bottom }) => top === bottom));
  const vertical = merge(rulings.filter(({ left, right }) => left === right).map(flip)).map(flip);
  const groups = connect(horizontal, vertical);
  return groups.flatMap((lines) => {
    const across = lines.filter(({ top, bottom }) => top === bottom);
    const down = lines.filter(({ left, right }) => left === right);
    const ys = places(across.map(({ top }) => top));
    const xs = outerColumns(places(down.map(({ left }) => left)), across);
    return ys.length >= 2 && xs.length >= 3 ? [{ xs, ys, lines }] : [];
  });
}

function flip({ left, top, right, bottom }: Box): Box {
  return { left: top, right: bottom, top: left, bottom: right };
}

/** Horizontal lines with pieces on one height joined. */
function merge(lines: readonly Box[]): Box[] {
  const merged: Box[] = [];
  let level: Box[] = [];
  const close = (): void => {
    const y = level[0]?.top ?? 0;
    let current: Box | null = null;
    for (const { left, right } of level.toSorted((a, b) => a.left - b.left)) {
      if (current !== null && left <= current.right + NEAR) current.right = Math.max(current.right, right);
      else {
        current = { left, right, top: y, bottom: y };
        merged.push(current);
      }
    }
    level = [];
  };
  for (const line of lines.toSorted((a, b) => a.top - b.top)) {
    if (level[0] !== undefined && line.top - level[0].top > NEAR) close();
    level.push(line);
  }
  if (level.length > 0) close();
  return merged;
}

/** Groups of lines that meet. */
function connect(horizontal: readonly Box[], vertical: readonly Box[]): Box[][] {
  const all = [...horizontal, ...vertical];
  const group = all.map((_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (group[root] !== root) root = group[root] ?? root;
    group[i] = root;
    return root;
  };
  for (const [i, across] of horizontal.entries()) {
    for (const [j, down] of vertical.entries()) {
      if (meet(across, down)) group[rootOf(horizontal.length + j)] = rootOf(i);
    }
  }
  const groups = new Map<number, Box[]>();
  for (const [i, line] of all.entries()) groups.set(rootOf(i), [...(groups.get(rootOf(i)) ?? []), line]);
  return [...groups.values()].filter((lines) => lines.length >= 4);
}

function meet(across: Box, down: Box): boolean {
  return (
    down.left >= across.left - NEAR &&
    down.left <= across.right + NEAR &&
    across.top >= down.top - NEAR &&
    across.top <= down.bottom + NEAR
  );
}

function places(values: readonly number[]): number[] {
  const places: number[] = [];
  for (const value of values.toSorted((a, b) => a - b)) {
    if (value - (places.at(-1) ?? -Infinity) > NEAR) places.push(value);
  }
  return places;
}

/** A table may have no border at its left and right. */
function outerColumns(xs: readonly number[], across: readonly Box[]): number[] {
  const left = Math.min(...across.map((line) => line.left));
  const right = Math.max(...across.map((line) => line.right));
  const columns = [...xs];
  if (left < (xs[0] ?? 0) - LEAST_COLUMN) columns.unshift(left);
  if (right > (xs.at(-1) ?? 0) + LEAST_COLUMN) columns.push(right);
  return columns;
}

/** The cells of a grid; where no line is drawn between two, they are one. */
function layCells(
  xs: readonly number[],
  ys: readonly number[],
  lines: readonly Box[],
): { box: Box; grid: Grid; cellAt(x: number, y: number): GridCell | null } {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const across = lines.filter(({ top, bottom }) => top === bottom);
  const down = lines.filter(({ left, right }) => left === right).map(flip);
  const first = Array.from({ length: rows * columns }, (_, i) => i);
  const firstOf = (i: number): number => {
    let at = i;
    while (first[at] !== at) at = first[at] ?? at;
    return at;
  };
  const join = (a: number, b: number): void => {
    const [low, high] = [firstOf(a), firstOf(b)].sort((p, q) => p - q);
    if (low !== undefined && high !== undefined) first[high] = low;
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [left = 0, right = 0] = xs.slice(column, column + 2);
      const [top = 0, bottom = 0] = ys.slice(row, row + 2);
      const own = row * columns + column;
      if (column + 1 < columns && !isDrawn(down, right, top, bottom)) join(own, own + 1);
      if (row + 1 < rows && !isDrawn(across, bottom, left, right)) join(own, own + columns);
    }
  }
  const cells = new Map<number, GridCell>();
  for (let i = 0; i < rows * columns; i++) {
    if (firstOf(i) === i) cells.set(i, { row: Math.floor(i / columns), column: i % columns, glyphs: [] });
  }
  const box = { left: xs[0] ?? 0, right: xs.at(-1) ?? 0, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0 };
  const cellAt = (x: number, y: number): GridCell | null => {
    const row = Math.min(
      rows - 1,
      Math.max(
        0,
        ys.findLastIndex((place) => place <= y),
      ),
    );
    const column = Math.min(
      columns - 1,
      Math.max(
        0,
        xs.findLastIndex((place) => place <= x),
      ),
    );
    return cells.get(firstOf(row * columns + column)) ?? null;
  };
  return { box, grid: { ...box, xs: [...xs], rows, cells: [...cells.values()] }, cellAt };
}

/** Whether a horizontal line at a height is drawn over most of a stretch. */
function isDrawn(lines: readonly Box[], at: number, from: number, to: number): boolean {
  let drawn = 0;
  for (const { top, left, right } of lines) {
    if (Math.abs(top - at) <= NEAR) drawn += Math.max(0, Math.min(right, to) - Math.max(left, from));
  }
  return drawn >= DRAWN * (to - from);
}
