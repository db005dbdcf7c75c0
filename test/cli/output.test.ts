/** What the process prints and writes: formats, colours, language, standard input, untrusted text. */
import { lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { ReportSchema } from '../../src/report/result.js';
import { folder, PARENT, WITH_GAP, WITHOUT_REWARD, ward } from './plans.js';
import { planlint } from './run.js';

const ESC = '\u001b[';
const schemaFile = resolve(import.meta.dirname, '../../docs/schemas/report.schema.json');

function plans(): string {
  return folder({ 'city.md': PARENT, 'good.md': ward(), 'bad.md': WITHOUT_REWARD, 'gap.md': WITH_GAP });
}

describe('JSON', () => {
  test('real output answers to the published schema, whatever happened', async () => {
    const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(
      JSON.parse(readFileSync(schemaFile, 'utf8')),
    );
    const cwd = plans();
    for (const args of [
      ['.'],
      ['bad.md', 'none.md', '--parent', 'none.md'],
      ['bad.md', '--parent', 'city.md', '--lang', 'en'],
      ['good.md', '--require-parent', '--no-config'],
    ]) {
      const { stdout } = await planlint([...args, '--format', 'json'], { cwd });
      validate(JSON.parse(stdout));
      expect(validate.errors).toBeNull();
    }
  });

  test('says what a program needs', async () => {
    const { stdout } = await planlint(['bad.md', '--parent', 'city.md', '--format', 'json'], { cwd: plans() });
    const result = ReportSchema.parse(JSON.parse(stdout));
    expect(result).toMatchObject({
      version: 1,
      tool: { name: 'planlint' },
      summary: { documents: 1, failed: 0, errors: 1, warnings: 0, unresolved: 0 },
    });
    const [document] = result.documents;
    expect(document).toMatchObject({ path: 'bad.md', error: null, identity: { number: '08', symbol: 'KH-UBND' } });
    expect(document?.parents).toMatchObject([{ path: 'city.md', status: 'given', checked: true }]);
    expect(document?.parents[0]?.citation).toMatchObject({ code: '45/KH-UBND', location: { start: { line: 15 } } });
    const [finding] = document?.findings ?? [];
    expect(finding).toMatchObject({ rule: 'section/missing', severity: 'error' });
    expect(finding?.related).toMatchObject([
      { path: 'city.md', quote: 'III. KHEN THƯỞNG', location: { section: 'III' } },
    ]);
    expect(finding?.fingerprint).toMatch(/^[0-9a-f]{64}$/u);
  });

  test('what could not be checked is there as data', async () => {
    const { stdout } = await planlint(['none.md', '--parent', 'gone.md', '--format', 'json'], { cwd: plans() });
    const result = ReportSchema.parse(JSON.parse(stdout));
    expect(result.documents).toMatchObject([{ path: 'none.md', error: { code: 'file-not-found' }, findings: [] }]);
    expect(result.problems).toMatchObject([{ path: 'gone.md', code: 'file-not-found' }]);
    expect(result.summary.failed).toBe(2);
  });

  test('a skipped rule says what is lacking', async () => {
    const { stdout } = await planlint(['good.md', '--format', 'json'], { cwd: folder({ 'good.md': ward() }) });
    const [document] = ReportSchema.parse(JSON.parse(stdout)).documents;
    expect(document?.skipped).toContainEqual(expect.objectContaining({ rule: 'section/missing', need: 'parent' }));
    expect(document?.parents).toMatchObject([{ status: 'unresolved', path: null, checked: false }]);
  });
});

describe('which documents are checked', () => {
  test('a folder: all plans in it, and each may be the parent of another', async () => {
    const cwd = folder({
      'a/city.md': PARENT,
      'a/wards/good.txt': ward(),
      'a/README.md': '# Đọc trước',
      'a/.git/x.md': ward(),
      'a/node_modules/x.md': ward(),
      'a/photo.png': 'x',
    });
    const { stdout } = await planlint(['a', '--format', 'json'], { cwd });
    const { documents } = ReportSchema.parse(JSON.parse(stdout));
    expect(documents.map(({ path }) => path)).toEqual(['a/city.md', 'a/wards/good.txt']);
    expect(documents[1]?.parents).toMatchObject([{ path: 'a/city.md', status: 'resolved', checked: true }]);
  });

  test('a file named twice is checked once', async () => {
    const { stdout } = await planlint(['good.md', './good.md', '*.md', '--format', 'json'], { cwd: plans() });
    const paths = ReportSchema.parse(JSON.parse(stdout)).documents.map(({ path }) => path);
    expect(paths).toEqual(['good.md', 'bad.md', 'city.md', 'gap.md']);
  });

  test('the configuration above the file says where parents are and what to ignore', async () => {
    const cwd = folder({
      'planlint.yaml': 'library: [parents]\nignore: ["**/drafts/**"]\nlang: en\n',
      'parents/city.md': PARENT,
      'plans/ward/good.md': ward(),
      'plans/drafts/bad.md': WITHOUT_REWARD,
    });
    for (const from of [cwd, join(cwd, 'plans')]) {
      const { stdout, code } = await planlint([join(cwd, 'plans')], { cwd: from });
      expect(code).toBe(0);
      expect(stdout).toContain('1 document checked');
      expect(stdout).toMatch(/good\.md ↔ .*city\.md/u);
    }
  });

  test('names that look like options or globs are files all the same', async () => {
    const cwd = folder({ '-good.md': ward(), '[1] good (2).md': ward(), 'city.md': PARENT, check: ward() });
    for (const args of [['--', '-good.md'], ['[1] good (2).md'], ['--', 'check'], ['check', '--', '-good.md']]) {
      const { stdout, code } = await planlint(
        [...args.slice(0, 1), ...args.slice(1), ...(args.includes('--') ? [] : ['--parent', 'city.md'])],
        { cwd },
      );
      expect(code).toBe(0);
      expect(stdout).toContain('Đã kiểm tra 1 văn bản');
    }
  });
});

describe('standard input', () => {
  test('is checked like a file, under the name given', async () => {
    const { stdout, code } = await planlint(['-', '--stdin-filename', 'phuong.md', '--parent', 'city.md'], {
      cwd: plans(),
      input: WITHOUT_REWARD,
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^phuong\.md$/mu);
    expect(stdout).toContain('section/missing');
  });

  test('that is empty is an error', async () => {
    const { stdout, code } = await planlint(['check', '-'], { input: '' });
    expect(code).toBe(2);
    expect(stdout).toContain('tệp rỗng');
  });

  test('stands beside files', async () => {
    const { stdout } = await planlint(['good.md', '-', '--library', '.', '--format', 'json'], {
      cwd: plans(),
      input: ward(),
    });
    const paths = ReportSchema.parse(JSON.parse(stdout)).documents.map(({ path }) => path);
    expect(paths).toEqual(['good.md', 'stdin.md']);
  });
});

describe('text', () => {
  test('is in Vietnamese, or in English if asked by flag, environment or configuration', async () => {
    const cwd = plans();
    expect((await planlint(['good.md', '--parent', 'city.md'], { cwd })).stdout).toContain('TỔNG HỢP');
    expect((await planlint(['good.md', '--lang', 'en'], { cwd })).stdout).toContain('SUMMARY');
    expect((await planlint(['good.md'], { cwd, env: { PLANLINT_LANG: 'en' } })).stdout).toContain('SUMMARY');
    expect((await planlint(['good.md', '--lang=vi'], { cwd, env: { PLANLINT_LANG: 'en' } })).stdout).toContain(
      'TỔNG HỢP',
    );
  });

  test('has colour only if a terminal listens or it is asked for', async () => {
    const cwd = plans();
    const coloured = async (args: string[], env: Record<string, string> = {}): Promise<boolean> =>
      (await planlint(['bad.md', ...args, '--parent', 'city.md'], { cwd, env })).stdout.includes(ESC);
    expect(await coloured([])).toBe(false);
    expect(await coloured(['--color'])).toBe(true);
    expect(await coloured(['--no-color'], { FORCE_COLOR: '1' })).toBe(false);
    expect(await coloured([], { FORCE_COLOR: '1' })).toBe(true);
    expect(await coloured([], { FORCE_COLOR: '0' })).toBe(false);
    expect(await coloured([], { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
    expect(await coloured(['--color', '--format', 'json'])).toBe(false);
  });

  test('--quiet shows errors only and says how much it hides', async () => {
    const { stdout } = await planlint(['bad.md', 'gap.md', '--parent', 'city.md', '--quiet'], { cwd: plans() });
    expect(stdout).toContain('section/missing');
    expect(stdout).not.toContain('section/numbering');
    expect(stdout).toMatch(/Không hiển thị \d+ cảnh báo và ghi chú/u);
  });

  test('names both places of a finding, and explains a rule once per file', async () => {
    const twoGaps = ward(['I. MỤC ĐÍCH', 'III. NỘI DUNG', 'V. KHEN THƯỞNG', 'VI. TỔ CHỨC THỰC HIỆN']);
    const cwd = folder({ 'city.md': PARENT, 'bad.md': WITHOUT_REWARD, 'gaps.md': twoGaps });
    const { stdout } = await planlint(['gaps.md', '--parent', 'city.md'], { cwd });
    expect(stdout.match(/section\/numbering/gu)?.length).toBeGreaterThan(1);
    expect(stdout.match(/Số thứ tự nhảy hoặc lặp/gu)).toHaveLength(1);
    const bad = await planlint(['bad.md', '--parent', 'city.md'], { cwd });
    expect(bad.stdout).toContain('“III. KHEN THƯỞNG” (city.md:25:1, mục III)');
  });

  test('sends nothing of a document to the terminal that it would obey', async () => {
    const evil = '\u001b]0;tiêu đề\u0007\u001b[2J\u202e\u009b31m';
    const cwd = folder({
      'a.md': WITHOUT_REWARD.replace(/KẾ HOẠCH/gu, `KẾ HOẠCH${evil}`).replace('I. MỤC ĐÍCH', `I. MỤC${evil} ĐÍCH`),
      'city.md': PARENT,
    });
    for (const args of [
      ['a.md', '--library', '.'],
      ['show', 'a.md'],
      ['show', 'a.md', '--format', 'json'],
      ['a.md', '--format', 'json'],
    ]) {
      const { stdout } = await planlint(args, { cwd });
      expect(stdout.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
    }
  });

  test('keeps to 100 columns where words allow it', async () => {
    const { stdout } = await planlint(['bad.md', 'gap.md', 'none.md', '--library', '.'], { cwd: plans() });
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });
});

describe('--output', () => {
  test('writes the report to a file, without colour, and keeps the exit code', async () => {
    const cwd = plans();
    const ran = await planlint(['bad.md', '--parent', 'city.md', '--output', 'result.txt'], { cwd });
    expect(ran).toEqual({ code: 1, stdout: '', stderr: '' });
    expect(readFileSync(join(cwd, 'result.txt'), 'utf8')).toContain('section/missing');
    await planlint(['bad.md', '--format', 'json', '--output', 'result.json'], { cwd });
    expect(ReportSchema.safeParse(JSON.parse(readFileSync(join(cwd, 'result.json'), 'utf8'))).success).toBe(true);
  });
});

describe('html', () => {
  test('the built program writes the whole page, from its own package', async () => {
    const cwd = folder({ 'ward.md': WITHOUT_REWARD, 'city.md': PARENT });
    const { code, stdout } = await planlint(
      ['ward.md', '--parent', 'city.md', '--lang', 'en', '-f', 'html=out/page.html'],
      { cwd },
    );
    expect([code, stdout]).toEqual([1, '']);
    const page = readFileSync(join(cwd, 'out/page.html'), 'utf8');
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="en">/u);
    expect(page).toContain('1 error to look at');
    expect(page).toMatch(/<\/html>\n$/u);
  });
});

describe('several formats at once', () => {
  test('each goes to its file, folders are made, and the rest to standard output', async () => {
    const cwd = plans();
    const args = ['bad.md', '--parent', 'city.md', '-f', 'json=ra/kết quả/a.json', '--format', 'text'];
    const ran = await planlint(args, { cwd });
    expect(ran).toEqual(await planlint(['bad.md', '--parent', 'city.md'], { cwd }));
    expect(ran.code).toBe(1);
    const alone = await planlint(['bad.md', '--parent', 'city.md', '-f', 'json'], { cwd });
    expect(readFileSync(join(cwd, 'ra/kết quả/a.json'), 'utf8')).toBe(alone.stdout);
    expect(readdirSync(join(cwd, 'ra/kết quả'))).toEqual(['a.json']);
  });

  test('nothing is printed if each has a file; --output is the file of the one without', async () => {
    const cwd = plans();
    expect(await planlint(['bad.md', '-f', 'json=a.json', '-f', 'text', '--output', 'b.txt'], { cwd })).toMatchObject({
      stdout: '',
      stderr: '',
    });
    expect(readFileSync(join(cwd, 'b.txt'), 'utf8')).toContain('TỔNG HỢP');
    expect(readFileSync(join(cwd, 'a.json'), 'utf8')).toContain('"version": 1');
  });

  test('a report replaces the one of the run before, through a link, and may go to no file', async () => {
    const cwd = folder({ 'good.md': ward(), 'ra/cu.json': 'cũ' });
    symlinkSync(join('ra', 'cu.json'), join(cwd, 'a.json'));
    await planlint(['good.md', '-f', 'json=a.json', '-f', 'text=/dev/null'], { cwd });
    expect(lstatSync(join(cwd, 'a.json')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(cwd, 'ra/cu.json'), 'utf8')).toContain('"version": 1');
  });

  test('nothing is written where a document would be overwritten, and nothing is fixed', async () => {
    const cwd = plans();
    const before = readFileSync(join(cwd, 'good.md'), 'utf8');
    const ran = await planlint(['.', '--fix', '-f', 'json=a.json', '-f', 'text=good.md'], { cwd });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(readFileSync(join(cwd, 'good.md'), 'utf8')).toBe(before);
    expect(readdirSync(cwd)).not.toContain('a.json');
  });
});

test('--today decides what is past, so that runs can be repeated', async () => {
  const cwd = plans();
  const runs = await Promise.all(
    ['2026-02-01', '2026-02-01'].map((day) => planlint(['.', '--today', day, '--format', 'json'], { cwd })),
  );
  expect(runs[0]?.stdout).toBe(runs[1]?.stdout);
});
