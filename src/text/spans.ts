/** Finding spans by their place, where walking through all of them would cost too much in a long text. */
import type { Span } from './span.js';

/** Items, given in the order of their starts, that start within a range and end within it. */
export function itemsWithin<T>(items: readonly T[], range: Span, spanOf: (item: T) => Span): T[] {
  const found: T[] = [];
  for (let i = firstFrom(items, range.start, spanOf); i < items.length; i++) {
    const item = items[i];
    if (item === undefined || spanOf(item).start >= range.end) break;
    if (spanOf(item).end <= range.end) found.push(item);
  }
  return found;
}

/** The last item that starts at or before an offset; null if all start after it. */
export function itemBefore<T>(items: readonly T[], offset: number, spanOf: (item: T) => Span): T | null {
  return items[firstFrom(items, offset + 1, spanOf) - 1] ?? null;
}

/** Index of the first item that starts at or after an offset (binary search). */
function firstFrom<T>(items: readonly T[], offset: number, spanOf: (item: T) => Span): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && spanOf(item).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
