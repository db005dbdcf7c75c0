import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markedPair, shorten } from '../../src/report/quote.js';

const words = (runs: { text: string }[]): string => runs.map(({ text }) => text).join('');

describe('two wordings', () => {
  test('are marked where they differ, as a correction', () => {
    const { own, other } = markedPair('trước ngày 20/12/2026', 'trước ngày 15/12/2026', false, 200);
    expect(words(own)).toBe('trước ngày [-20-]/12/2026');
    expect(words(other)).toBe('trước ngày {+15+}/12/2026');
  });

  test('are coloured instead of marked', () => {
    const { own, other } = markedPair('tăng trưởng bứt phá', 'tăng trưởng bút phá', true, 200);
    expect(own.filter(({ style }) => style === 'red')).toEqual([{ text: 'bứt', style: 'red' }]);
    expect(other.filter(({ style }) => style === 'green')).toEqual([{ text: 'bút', style: 'green' }]);
  });

  test('are shortened where they agree, never where they differ', () => {
    const long = 'xây dựng chính quyền vững mạnh, '.repeat(20);
    const { own } = markedPair(`${long}gần dân, ${long}`, `${long}sát dân, ${long}`, false, 120);
    expect(words(own)).toContain('[-gần-]');
    expect(words(own).length).toBeLessThan(200);
    expect(words(own)).toMatch(/^…\S.*\S…$/u);
  });

  test('an equal pair has no marks', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { own, other } = markedPair(text, text, false, 200);
        expect(words(own)).toBe(words(other));
        expect([...own, ...other].every(({ style }) => style === 'plain')).toBe(true);
      }),
    );
  });
});

describe('shortening', () => {
  test('keeps both ends, cut between words', () => {
    const text = 'Ủy ban nhân dân phường giao các tổ dân phố báo cáo kết quả thực hiện trước ngày 10 tháng 12';
    expect(shorten(text, 50)).toBe('Ủy ban nhân dân phường … trước ngày 10 tháng 12');
    expect(shorten('ngắn', 50)).toBe('ngắn');
  });

  test('never makes a text longer than the limit and the ellipsis', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.integer({ min: 10, max: 100 }), (text, limit) => {
        expect(shorten(text, limit).length).toBeLessThanOrEqual(limit + 3);
      }),
    );
  });
});
