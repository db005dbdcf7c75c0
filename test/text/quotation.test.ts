import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstQuotationMark, quotationAt, quotationBefore } from '../../src/text/quotation.js';

function words(text: string): string | null {
  const open = firstQuotationMark(text, { start: 0, end: text.length });
  const found = open === null ? null : quotationAt(text, open, text.length);
  return found === null ? null : text.slice(found.start, found.end);
}

describe('quotations', () => {
  it.each([
    ['nói “gió mát” rồi', 'gió mát'],
    ['nói " gió mát " rồi', 'gió mát'],
    ['nói ”gió mát” rồi', 'gió mát'],
    ['nói “gió mát" rồi', 'gió mát'],
    ["nói ''gió mát'' rồi", 'gió mát'],
    ['nói «gió mát» rồi', 'gió mát'],
    ['nói ‘Gió mát’ rồi', 'Gió mát'],
    ['nói “gió “rất” mát” rồi', 'gió “rất” mát'],
    ['nói “gió mát', 'gió mát'],
    ['nói “” rồi', null],
    ['không có gì', null],
  ])('%s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it('finds the one that ends before a place', () => {
    const text = '“trăng” và “gió mát” là';
    const found = quotationBefore(text, text.indexOf(' là'), 0);
    expect(text.slice(found?.start, found?.end)).toBe('gió mát');
  });

  it('never leaves the text that it was given', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('“', '”', '"', "'", '‘', '’', '«', '»', 'A', ' '), { maxLength: 20 }),
        fc.nat(20),
        (parts, limit) => {
          const text = parts.join('');
          const open = firstQuotationMark(text, { start: 0, end: text.length });
          const found = open === null ? null : quotationAt(text, open, limit);
          if (found === null || open === null) return;
          expect(found.start).toBeGreaterThan(open);
          expect(found.end).toBeGreaterThan(found.start);
          expect(found.end).toBeLessThanOrEqual(limit);
        },
      ),
    );
  });
});
