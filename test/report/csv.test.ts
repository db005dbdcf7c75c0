/** CSV that a spreadsheet reads as a table of texts. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvReport, csvTable } from '../../src/report/csv.js';
import { printable } from '../../src/text/printable.js';
import { aFinding, aResult, HOSTILE, hostile } from './a-result.js';

/** Rows of cells, by RFC 4180. */
function parse(csv: string): string[][] {
  expect(csv.startsWith('\ufeff')).toBe(true);
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

test('a row per finding and per failure, all of the width of the head', () => {
  const failure = { code: 'file-empty', message: 'rỗng', next: 'Xem lại.' };
  const [head, failed, found, ...rest] = parse(csvReport(aResult({ 'a.md': [aFinding()], 'b.md': failure })));
  expect(rest).toEqual([]);
  expect([failed?.length, found?.length]).toEqual([head?.length, head?.length]);
  const cell = (row: string[] | undefined, name: string) => row?.[head?.indexOf(name) ?? -1];
  expect(['path', 'line', 'column', 'section', 'severity', 'rule'].map((name) => cell(found, name))).toEqual([
    'a.md',
    '3',
    '5',
    'II.1',
    'error',
    'theme/mismatch',
  ]);
  expect(cell(failed, 'message')).toBe('rỗng. Xem lại.');
});

test('no cell is a formula, and the words come back', () => {
  const check = (text: string): void => {
    const [[cell = '']] = parse(csvTable([[text]])) as [[string]];
    expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
    expect(cell === printable(text) ? cell : cell.replace(/^'/u, '')).toBe(printable(text));
  };
  for (const text of [...HOSTILE, '=1+1', ' =1', '\t=1', '+84', '-1', '@x', '＝1', '\n=1', '']) check(text);
  fc.assert(fc.property(fc.string({ unit: 'binary' }), check));
  for (const text of HOSTILE) expect(parse(csvReport(hostile(text)))).toHaveLength(5);
});
