/** Which reader takes which file, by its ending. */
import { describe, expect, test } from 'vitest';
import { canBeFixed, isPlanFile } from '../../src/source/endings.js';
import { readSource } from '../../src/source/read.js';
import { p, wordFile } from './docx/word-file.js';

test.each([
  'a.docx',
  'a.DOCM',
  'a.dotx',
  'a.dotm',
  'a.doc',
])('%s that is a package of Word is read as one', async (path) => {
  const document = await readSource(path, wordFile(p('KẾ HOẠCH')));
  expect(document).toMatchObject({ format: 'docx', text: 'KẾ HOẠCH' });
});

describe('files in a folder', () => {
  test.each(['a.md', 'a.TXT', 'a.docx', 'a.docm', 'a.doc', 'a.odt', 'a.pdf'])('%s may be a plan', (path) => {
    expect(isPlanFile(path)).toBe(true);
  });

  test.each(['mẫu.dotx', 'a.xlsx', 'docx', 'a.docx.bak', 'pdf/a'])('%s is none', (path) => {
    expect(isPlanFile(path)).toBe(false);
  });
});

test('--fix writes text and Word files, unless their original text was read', () => {
  const fixed = ['a.md', 'a.markdown', 'a.txt', 'a.docx', 'a.docm', 'a.doc', 'a.odt', 'a.pdf'].filter((path) =>
    canBeFixed({ path, notes: [{ code: 'tracked-changes' }] }),
  );
  expect(fixed).toEqual(['a.md', 'a.markdown', 'a.txt', 'a.docx', 'a.docm']);
  expect(canBeFixed({ path: 'a.docx', notes: [{ code: 'tracked-original' }] })).toBe(false);
});
