/** Paths that are drawn on a page: which of them are horizontal or vertical lines. Programs draw lines as strokes, as rectangles, and as thin filled areas. */
import { apply, isNumber, type Matrix } from './matrix.js';
import type { Box } from './page.js';

/** Steps of a path as the library writes them: a number for the kind, then so many coordinates. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;

/** A filled area that is no thicker is a line. */
const THICKEST = 3;
/** Shorter ones are dots of a dotted line, or the corners that Word draws between the borders of cells. */
const SHORTEST = 4;

interface Point {
  x: number;
  y: number;
}

/** Reads a path; `steps` are its numbers. Curves and areas are counted as shapes. */
export function pathsOf(steps: unknown, matrix: Matrix, stroked: boolean): { rulings: Box[]; shapes: number } {
  const rulings: Box[] = [];
  let shapes = 0;
  for (const { points, closed, curved } of subpaths(steps, matrix)) {
    if (curved) shapes++;
    else if (stroked) rulings.push(...sides(closed ? [...points, ...points.slice(0, 1)] : points));
    else {
      const line = thinArea(points);
      if (line === null) shapes++;
      else rulings.push(line);
    }
  }
  return { rulings: rulings.filter(isLong), shapes };
}

function* subpaths(steps: unknown, matrix: Matrix): Iterable<{ points: Point[]; closed: boolean; curved: boolean }> {
  const [data] = Array.isArray(steps) ? steps : [];
  if (!Array.isArray(data) && !ArrayBuffer.isView(data)) return;
  const numbers = Array.from(data as ArrayLike<unknown>);
  const coordinate = (i: number): number => (isNumber(numbers[i]) ? numbers[i] : 0);
  let points: Point[] = [];
  let curved = false;
  for (let i = 0; i < numbers.length; ) {
    const step = numbers[i];
    if (step === MOVE) {
      if (points.length > 1) yield { points, closed: false, curved };
      points = [apply(matrix, coordinate(i + 1), coordinate(i + 2))];
      curved = false;
      i += 3;
    } else if (step === LINE) {
      points.push(apply(matrix, coordinate(i + 1), coordinate(i + 2)));
      i += 3;
    } else if (step === CURVE || step === QUADRATIC) {
      curved = true;
      const length = step === CURVE ? 7 : 5;
      points.push(apply(matrix, coordinate(i + length - 2), coordinate(i + length - 1)));
      i += length;
    } else if (step === CLOSE) {
      if (points.length > 1) yield { points, closed: true, curved };
      points = points.slice(0, 1);
      curved = false;
      i += 1;
    } else return;
  }
  if (points.length > 1) yield { points, closed: false, curved };
}

/** The straight sides of a path that run along the axes. */
function sides(points: readonly Point[]): Box[] {
  return points.slice(1).flatMap((to, i) => {
    const from = points[i];
    if (from === undefined) return [];
    const box = around([from, to]);
    return box.right - box.left < 0.5 || box.bottom - box.top < 0.5 ? [flat(box)] : [];
  });
}

function thinArea(points: readonly Point[]): Box | null {
  const box = around(points);
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  return Math.min(width, height) <= THICKEST && Math.max(width, height) > 2 * Math.min(width, height)
    ? flat(box)
    : null;
}

/** Without thickness. */
function flat({ left, top, right, bottom }: Box): Box {
  if (right - left > bottom - top) {
    const y = (top + bottom) / 2;
    return { left, right, top: y, bottom: y };
  }
  const x = (left + right) / 2;
  return { left: x, right: x, top, bottom };
}

function around(points: readonly Point[]): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y } of points) {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}

function isLong({ left, top, right, bottom }: Box): boolean {
  return Math.max(right - left, bottom - top) >= SHORTEST;
}
