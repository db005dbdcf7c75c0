import fc from 'fast-check';
import { expect, it } from 'vitest';
import { itemBefore, itemsWithin } from '../../src/text/spans.js';

const spans = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 20 }).map((steps) => {
  let at = 0;
  return steps.map(([gap, length]) => {
    const start = at + gap;
    at = start + length + 1;
    return { start, end: at };
  });
});

it('finds what walking through all spans would find', () => {
  fc.assert(
    fc.property(spans, fc.nat(100), fc.nat(40), (items, start, length) => {
      const range = { start, end: start + length };
      expect(itemsWithin(items, range, (item) => item)).toEqual(
        items.filter((item) => item.start >= range.start && item.start < range.end && item.end <= range.end),
      );
      expect(itemBefore(items, start, (item) => item)).toEqual(items.findLast((item) => item.start <= start) ?? null);
    }),
  );
});
