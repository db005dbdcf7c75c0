/** Saving is all or nothing. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { PlanlintError } from '../../src/errors.js';
import type { FixedDocument } from '../../src/fix/fix-documents.js';
import { saveFixed } from '../../src/fix/save.js';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'planlint-save-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function fixed(file: string, before: string, after: string): FixedDocument {
  return { path: file, file, before: Buffer.from(before), after: Buffer.from(after), fixed: [] };
}

async function codeOf(saving: Promise<void>): Promise<string | null> {
  const error: unknown = await saving.then(() => null).catch((reason: unknown) => reason);
  return error instanceof PlanlintError ? error.code : null;
}

test('writes the files and leaves nothing else behind', async () => {
  const cwd = folder();
  writeFileSync(join(cwd, 'a.md'), 'bút phá');
  await saveFixed([fixed(join(cwd, 'a.md'), 'bút phá', 'bứt phá')]);
  expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe('bứt phá');
  expect(readdirSync(cwd)).toEqual(['a.md']);
});

test.each([
  ['another program changed it meanwhile', 'phân đấu thêm', 'file-changed'],
  ['it is gone', null, 'fix-unwritable'],
])('no file is written if of one of them %s', async (_, content, code) => {
  const cwd = folder();
  writeFileSync(join(cwd, 'a.md'), 'bút phá');
  if (content !== null) writeFileSync(join(cwd, 'b.md'), content);
  const documents = [fixed(join(cwd, 'a.md'), 'bút phá', 'bứt phá'), fixed(join(cwd, 'b.md'), 'phân đấu', 'phấn đấu')];
  expect(await codeOf(saveFixed(documents))).toBe(code);
  expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe('bút phá');
  expect(readdirSync(cwd)).toEqual(content === null ? ['a.md'] : ['a.md', 'b.md']);
});
