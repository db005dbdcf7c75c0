import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlap, printNumber, readNumber, standsFor } from '../../src/text/numbers.js';

describe('readNumber', () => {
  test.each([
    ['05', 5, 0],
    ['911.122', 911122, 0],
    ['1.139.962', 1139962, 0],
    ['194.935,654', 194935.654, 3],
    ['17,220', 17.22, 3],
    ['0,795', 0.795, 3],
    ['106.7', 106.7, 1],
    ['0.125', 0.125, 3],
    ['1,250,000', 1250000, 0],
    ['1,250.5', 1250.5, 1],
    ['1234.567', 1234.567, 3],
  ])('%s is %d', (text, value, decimals) => {
    expect(readNumber(text)).toMatchObject({ value, decimals });
  });

  test.each([
    '',
    '1.2.3',
    '15,,2',
    '1.',
    '.5',
    '1.25.000',
    '12a',
    '1,2,3',
    '9'.repeat(30),
  ])('%j is no number', (text) => {
    expect(readNumber(text)).toBeNull();
  });

  test('tells which marks were used', () => {
    expect(readNumber('1.401,1')).toMatchObject({ mark: ',', grouping: '.' });
    expect(readNumber('104.9')).toMatchObject({ mark: '.', grouping: null });
    expect(readNumber('2.740')).toMatchObject({ mark: null, grouping: '.' });
  });
});

/** A number with up to four decimals, and how many. */
const decimal = fc
  .record({ digits: fc.integer({ min: 0, max: 10 ** 11 }), decimals: fc.integer({ min: 0, max: 4 }) })
  .map(({ digits, decimals }) => ({ value: digits / 10 ** decimals, decimals }));

test('what is printed is read back', () => {
  fc.assert(
    fc.property(decimal, ({ value, decimals }) => {
      const read = readNumber(printNumber(value, decimals));
      expect(read?.decimals).toBe(decimals);
      expect(read?.value).toBeCloseTo(value, 6);
      expect(read?.mark).toBe(decimals === 0 ? null : ',');
    }),
  );
});

test('a number stands for what rounds to it and for what is cut off to it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 7 }), fc.integer({ min: 0, max: 3 }), (digits, decimals) => {
      const exact = digits / 1000;
      const unit = 10 ** decimals;
      const point = { low: exact, high: exact };
      expect(overlap(standsFor({ value: Math.round(exact * unit) / unit, decimals }), point)).toBe(true);
      expect(overlap(standsFor({ value: Math.trunc(exact * unit + 1e-9) / unit, decimals }), point)).toBe(true);
    }),
  );
  expect(overlap(standsFor({ value: 50.1, decimals: 1 }), { low: 50.25, high: 50.3 })).toBe(false);
});
