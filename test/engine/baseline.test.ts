/** The baseline as a file, and how it is brought up to date. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Baseline,
  type CheckedDocument,
  formatBaseline,
  parseBaseline,
  pruneBaseline,
  staleEntries,
  updateBaseline,
} from '../../src/engine/baseline.js';
import { PlanlintError } from '../../src/errors.js';

const name = (n: number): string => n.toString(16).padStart(64, '0');
const entry = (n: number, rule = 'a/b'): { rule: string; quote: string; fingerprint: string } => ({
  rule,
  quote: `chữ ${n}`,
  fingerprint: name(n),
});
const checked = (path: string, found: number[], skipped: string[] = []): CheckedDocument => ({
  path,
  findings: found.map((n) => entry(n)),
  ran: (rule) => !skipped.includes(rule),
});

const documents = fc.dictionary(
  fc.string({ minLength: 1, maxLength: 8 }).map((name) => `p/${name}`),
  fc.uniqueArray(fc.nat(30), { maxLength: 6 }),
  { maxKeys: 5 },
);
const baselineOf = (found: Record<string, number[]>): Baseline =>
  new Map(Object.entries(found).map(([path, all]) => [path, all.map((n) => entry(n))]));

describe('the file', () => {
  test('is read back as it was written, and is the same however its entries came', () => {
    fc.assert(
      fc.property(documents, (found) => {
        const text = formatBaseline(baselineOf(found));
        const back = parseBaseline(text, 'b.json');
        expect(formatBaseline(back)).toBe(text);
        const reversed = Object.entries(found)
          .reverse()
          .map(([path, all]): [string, number[]] => [path, [...all].reverse()]);
        expect(formatBaseline(baselineOf(Object.fromEntries(reversed)))).toBe(text);
      }),
    );
  });

  test('has one finding a line, sorted, with path, rule and the first words of the quote', () => {
    const long = {
      rule: 'a/b',
      quote: 'Ủy ban nhân dân phường tổ chức thực hiện các nhiệm vụ được giao trong năm 2026',
      fingerprint: name(9),
    };
    const text = formatBaseline(
      updateBaseline(new Map(), [{ path: 'p/a.md', findings: [long, entry(1)], ran: () => true }]),
    );
    expect(text.split('\n')).toEqual([
      '{',
      '  "version": 1,',
      '  "findings": {',
      '    "p/a.md": [',
      `      {"rule":"a/b","quote":"chữ 1","fingerprint":"${name(1)}"},`,
      `      {"rule":"a/b","quote":"Ủy ban nhân dân phường tổ chức thực hiện các nhiệm vụ được…","fingerprint":"${name(9)}"}`,
      '    ]',
      '  }',
      '}',
      '',
    ]);
  });

  test.each([
    '',
    '[]',
    '{"version":2,"findings":{}}',
    '{"version":1,"findings":{"a":[{"rule":"x"}]}}',
  ])('that is none is refused with its name: %s', (text) => {
    expect(() => parseBaseline(text, 'b.json')).toThrow(PlanlintError);
    expect(() => parseBaseline(text, 'b.json')).toThrow(/^b\.json/u);
  });
});

describe('bringing it up to date', () => {
  test('updating knows all that was found; documents that were not checked stay as they are', () => {
    fc.assert(
      fc.property(documents, documents, (before, now) => {
        const updated = updateBaseline(
          baselineOf(before),
          Object.entries(now).map(([path, found]) => checked(path, found)),
        );
        const expected = { ...before, ...now };
        expect(formatBaseline(updated)).toBe(formatBaseline(baselineOf(expected)));
      }),
    );
  });

  test('pruning only takes away, and only what is gone from the documents checked', () => {
    fc.assert(
      fc.property(documents, documents, (before, now) => {
        const pruned = pruneBaseline(
          baselineOf(before),
          Object.entries(now).map(([path, found]) => checked(path, found)),
        );
        const expected = Object.entries(before).map(([path, all]): [string, number[]] => {
          return [path, all.filter((n) => now[path]?.includes(n) ?? true)];
        });
        expect(formatBaseline(pruned)).toBe(formatBaseline(baselineOf(Object.fromEntries(expected))));
      }),
    );
  });

  test('what a rule said that did not run is neither stale nor lost', () => {
    const before: Baseline = new Map([['a.md', [entry(1, 'a/b'), entry(2, 'c/d')]]]);
    const document = checked('a.md', [], ['c/d']);
    expect(staleEntries(before, document)).toEqual([entry(1, 'a/b')]);
    expect(pruneBaseline(before, [document]).get('a.md')).toEqual([entry(2, 'c/d')]);
    expect(updateBaseline(before, [document]).get('a.md')).toEqual([entry(2, 'c/d')]);
  });
});
