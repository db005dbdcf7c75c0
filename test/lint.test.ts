/** The pipeline as a program calls it. */
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type LintRequest, type LintResult, lint, loadConfig, ReportSchema, rulesOf } from '../src/index.js';
import { PARENT, WITHOUT_REWARD, ward } from './cli/plans.js';

const rules = rulesOf(loadConfig({ none: true }, tmpdir()), []);

function folder(files: Record<string, string | Uint8Array>): string {
  const path = mkdtempSync(join(tmpdir(), 'planlint-lint-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

async function run(cwd: string, request: Partial<LintRequest>): Promise<LintResult> {
  const result = await lint({ files: [], rules, today: '2026-03-01', cwd, ...request });
  expect(ReportSchema.parse(result)).toEqual(result);
  return result;
}

const statuses = ({ documents }: LintResult): unknown[] =>
  documents.map(({ path, parents }) => [path, parents.map(({ status, path: parent }) => [status, parent])]);

describe('parents', () => {
  test('are found in the library by citation, and named by the user', async () => {
    const cwd = folder({ 'a/ward.md': ward(), 'b/city.md': PARENT });
    expect(statuses(await run(cwd, { files: ['a'], library: [{ base: cwd, names: ['b'] }] }))).toEqual([
      ['a/ward.md', [['resolved', 'b/city.md']]],
    ]);
    expect(statuses(await run(cwd, { files: ['a'], parents: ['b/city.md'] }))).toEqual([
      ['a/ward.md', [['given', 'b/city.md']]],
    ]);
  });

  test('two documents of one identity are ambiguous; two names of one file are not', async () => {
    const cwd = folder({ 'ward.md': ward(), 'b/city.md': PARENT });
    symlinkSync(join(cwd, 'b', 'city.md'), join(cwd, 'link.md'));
    const library = [{ base: cwd, names: ['b', 'link.md'] }];
    expect(statuses(await run(cwd, { files: ['ward.md'], library }))).toEqual([
      ['ward.md', [['resolved', 'b/city.md']]],
    ]);

    writeFileSync(join(cwd, 'b', 'other.md'), PARENT.replace('Tạo khí thế', 'Khơi dậy tinh thần'));
    const [document] = (await run(cwd, { files: ['ward.md'], library })).documents;
    expect(document?.parents).toMatchObject([
      { status: 'ambiguous', path: null, candidates: ['b/city.md', 'b/other.md'], checked: false },
    ]);
  });

  test('a changed parent changes the result of the child', async () => {
    const cwd = folder({ 'ward.md': WITHOUT_REWARD, 'city.md': PARENT });
    const request = { files: ['ward.md'], parents: ['city.md'] };
    expect((await run(cwd, request)).summary.errors).toBe(1);
    writeFileSync(
      join(cwd, 'city.md'),
      PARENT.replace('III. KHEN THƯỞNG\n\nKhen thưởng theo thẩm quyền.\n\nIV.', 'III.'),
    );
    expect((await run(cwd, request)).summary.errors).toBe(0);
  });
});

describe('what cannot be done', () => {
  test('is in the result, beside what could', async () => {
    const cwd = folder({ 'ward.md': ward(), 'city.md': PARENT, 'bad.md': new Uint8Array([0, 1, 2, 255]) });
    const result = await run(cwd, {
      files: ['ward.md', 'bad.md', 'none.md'],
      parents: ['gone.md'],
      library: [{ base: join(cwd, 'x'), names: ['../city.md', 'y'] }],
      requireParent: true,
    });
    expect(result.documents.map(({ path, error }) => [path, error?.code ?? null])).toEqual([
      ['ward.md', null],
      ['bad.md', 'file-binary'],
      ['none.md', 'file-not-found'],
    ]);
    expect(result.problems.map(({ path, code }) => [path, code])).toEqual([
      ['gone.md', 'file-not-found'],
      ['x/y', 'file-not-found'],
    ]);
    expect(statuses(result)[0]).toEqual(['ward.md', [['resolved', 'city.md']]]);
    expect(result.summary).toMatchObject({ documents: 3, failed: 4 });
  });

  test('a parent that is required and missing is a problem of that document', async () => {
    const cwd = folder({ 'ward.md': ward(), 'city.md': PARENT });
    const result = await run(cwd, { files: ['ward.md', 'city.md'], requireParent: true });
    expect(result.problems).toMatchObject([{ path: 'city.md', code: 'parent-required' }]);
    expect(result.summary.unresolved).toBe(1);
  });
});

describe('which files', () => {
  test('ignored ones are left out of folders and globs, not if they are named', async () => {
    const cwd = folder({ 'a/ward.md': ward(), 'a/draft/x.md': ward(), 'a/.hidden/y.md': ward(), 'a/README.txt': 'x' });
    const ignore = { folder: cwd, globs: ['**/draft/**'] };
    const paths = async (files: string[]): Promise<string[]> =>
      (await run(cwd, { files, ignore })).documents.map(({ path }) => path);
    expect(await paths(['a'])).toEqual(['a/ward.md']);
    expect(await paths(['./a/'])).toEqual(['a/ward.md']);
    expect(await paths(['a/**/*.md'])).toEqual(['a/ward.md']);
    expect(await paths([join(cwd, 'a', '**')])).toEqual(['a/ward.md']);
    expect(await paths(['a/draft/x.md'])).toEqual(['a/draft/x.md']);
    expect(await paths(['a/README.txt'])).toEqual(['a/README.txt']);
  });

  test('names with the marks of globs are files if they are there', async () => {
    const cwd = folder({ '(1) [dự thảo]/ward {2}.md': ward() });
    for (const files of [['(1) [dự thảo]'], ['(1) [dự thảo]/ward {2}.md']]) {
      expect((await run(cwd, { files })).documents.map(({ path }) => path)).toEqual(['(1) [dự thảo]/ward {2}.md']);
    }
  });

  test('standard input takes the place of its file', async () => {
    const cwd = folder({ 'ward.md': ward(), 'city.md': PARENT });
    const stdin = { path: 'city.md', bytes: new TextEncoder().encode(PARENT.replaceAll('45/KH', '46/KH')) };
    const result = await run(cwd, { files: ['ward.md'], stdin, library: [{ base: cwd, names: ['city.md'] }] });
    expect(result.documents.map(({ path, identity }) => [path, identity?.number])).toEqual([
      ['ward.md', '08'],
      ['city.md', '46'],
    ]);
  });
});
