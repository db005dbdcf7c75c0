import { expect, test } from 'vitest';
import { fileNameHints } from '../../src/library/file-name.js';

test.each([
  ['luu/kh-2242-2026-kiem-tra.md', { type: 'kế hoạch', number: '2242', year: 2026, date: null }],
  ['KH-2242_23.4.2026_Kiem-tra.txt', { type: 'kế hoạch', number: '2242', year: 2026, date: '2026-04-23' }],
  ['Kế hoạch số 56 (18-02-2026).md', { type: 'kế hoạch', number: '56', year: 2026, date: '2026-02-18' }],
  ['QĐ 0125 ngày 2026-03-04.md', { type: 'quyết định', number: '0125', year: 2026, date: '2026-03-04' }],
  ['an-giang-kh-2026-trien-khai-ct-11.md', { type: 'kế hoạch', number: null, year: 2026, date: null }],
  ['ke-hoach-2026.md', { type: 'kế hoạch', number: null, year: 2026, date: null }],
])('%s', (path, hints) => {
  expect(fileNameHints(path)).toEqual(hints);
});

test.each(['du-thao.md', 'thach-khoi.md', '2026.md'])('%s says nothing', (path) => {
  expect(fileNameHints(path)).toBeNull();
});
