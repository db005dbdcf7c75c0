/** Area that rectangles cover together, in square points: scans come in strips, and pictures lie over one another. */
import type { Box } from './page.js';

/** More rectangles are not looked at. */
const MOST = 200;

export function unionArea(boxes: readonly Box[]): number {
  const some = boxes.slice(0, MOST);
  const edges = [...new Set(some.flatMap(({ left, right }) => [left, right]))].sort((a, b) => a - b);
  let area = 0;
  for (const [i, left] of edges.slice(0, -1).entries()) {
    const right = edges[i + 1] ?? left;
    const over = some.filter((box) => box.left <= left && box.right >= right).sort((a, b) => a.top - b.top);
    let bottom = -Infinity;
    for (const box of over) {
      area += Math.max(0, box.bottom - Math.max(box.top, bottom)) * (right - left);
      bottom = Math.max(bottom, box.bottom);
    }
  }
  return area;
}
