/** check --fix and --fix-dry-run through the real process: what is written, what is printed, how it ends. */
import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ReportSchema } from '../../src/report/result.js';
import { folder, PARENT, WITHOUT_REWARD, ward } from './plans.js';
import { planlint } from './run.js';

/** Cited with the wrong day, and a set phrase misspelt: an error and a warning, both with a safe fix. */
const WRONG = ward()
  .replace('ngày 12/01/2026', 'ngày 21/01/2026')
  .replace('thực hiện theo hướng dẫn', 'phân đấu thực hiện theo hướng dẫn');
const RIGHT = ward().replace('thực hiện theo hướng dẫn', 'phấn đấu thực hiện theo hướng dẫn');

function plans(files: Record<string, string | Uint8Array> = {}): string {
  return folder({ 'tinh/city.md': PARENT, 'ward.md': WRONG, ...files });
}

const args = ['ward.md', '--parent', 'tinh/city.md'];

describe('--fix', () => {
  test('writes what is certain, reports what is left and ends by that', async () => {
    const cwd = plans();
    expect((await planlint(args, { cwd })).code).toBe(1);
    const { stdout, stderr, code } = await planlint([...args, '--fix'], { cwd });
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(readFileSync(join(cwd, 'ward.md'), 'utf8')).toBe(RIGHT);
    expect(stdout).toContain('Đã tự sửa 2 chỗ');
    expect(stdout).toContain('0 lỗi, 0 cảnh báo');
    expect(readFileSync(join(cwd, 'tinh/city.md'), 'utf8')).toBe(PARENT);
    expect(readdirSync(cwd).sort()).toEqual(['tinh', 'ward.md']);
  });

  test('a second time it writes nothing', async () => {
    const cwd = plans();
    await planlint([...args, '--fix'], { cwd });
    const { mtimeMs, ino } = statSync(join(cwd, 'ward.md'));
    const { stdout } = await planlint([...args, '--fix'], { cwd });
    expect(stdout).not.toContain('Đã tự sửa');
    expect(statSync(join(cwd, 'ward.md'))).toMatchObject({ mtimeMs, ino });
  });

  test('what cannot be fixed decides the exit code', async () => {
    const cwd = plans({ 'bad.md': WITHOUT_REWARD.replace('12/01/2026', '21/01/2026') });
    const { stdout, code } = await planlint(['bad.md', '--parent', 'tinh/city.md', '--fix', '--format', 'json'], {
      cwd,
    });
    const { summary, documents } = ReportSchema.parse(JSON.parse(stdout));
    expect(code).toBe(1);
    expect(summary).toMatchObject({ fixed: 1, errors: 1 });
    expect(documents[0]?.findings.map(({ rule }) => rule)).toContain('section/missing');
  });

  test('fixes only the documents that are checked: not parents, not what a rule that is off says', async () => {
    const cwd = plans({ 'tinh/city.md': PARENT.replace('Tạo khí thế', 'Phân đấu tạo khí thế') });
    const parent = readFileSync(join(cwd, 'tinh/city.md'));
    await planlint([...args, '--fix', '--rule', 'spelling/*=off'], { cwd });
    expect(readFileSync(join(cwd, 'tinh/city.md'))).toEqual(parent);
    expect(readFileSync(join(cwd, 'ward.md'), 'utf8')).toBe(WRONG.replace('ngày 21/01', 'ngày 12/01'));
  });

  test('keeps mode, encoding and byte order mark; a link stays a link', async () => {
    const utf16 = Buffer.from(`\ufeff${WRONG}`, 'utf16le');
    const cwd = plans({ 'kho/a.md': utf16, 'b.md': `\ufeff${WRONG.replace(/\n/gu, '\r\n')}` });
    chmodSync(join(cwd, 'kho/a.md'), 0o640);
    symlinkSync('kho/a.md', join(cwd, 'link.md'));
    const { code } = await planlint(['link.md', 'b.md', '--parent', 'tinh/city.md', '--fix'], { cwd });
    expect(code).toBe(0);
    expect(lstatSync(join(cwd, 'link.md')).isSymbolicLink()).toBe(true);
    expect(statSync(join(cwd, 'kho/a.md')).mode & 0o777).toBe(0o640);
    expect(readFileSync(join(cwd, 'kho/a.md'))).toEqual(Buffer.from(`\ufeff${RIGHT}`, 'utf16le'));
    expect(readFileSync(join(cwd, 'b.md'), 'utf8')).toBe(`\ufeff${RIGHT.replace(/\n/gu, '\r\n')}`);
  });

  test('says which safe fix it leaves alone, and why', async () => {
    const cwd = plans({ 'ward.md': ward().replace('ngày 12/01/2026', 'ngày 2**1**/01/2026') });
    const { stderr, code } = await planlint([...args, '--fix'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^planlint: ward\.md:15:\d+: không tự sửa “21\/01\/2026” \(citation\/parent-mismatch\): .*định dạng/u,
    );
    expect((await planlint([...args, '--fix', '--lang', 'en'], { cwd })).stderr).toMatch(
      /is not fixed: there are formatting marks/u,
    );
  });

  test('a file that may not be written ends with 2, and no other file is touched', async () => {
    if (process.getuid?.() === 0) {
      console.log('not tested: root may write to every file');
      return;
    }
    const cwd = plans({ 'other.md': WRONG });
    chmodSync(join(cwd, 'ward.md'), 0o444);
    const { stderr, code } = await planlint(['other.md', ...args, '--fix'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('ward.md: không ghi được bản đã sửa');
    expect(readFileSync(join(cwd, 'other.md'), 'utf8')).toBe(WRONG);
  });

  test('a file that cannot be read ends with 2, the others are fixed all the same', async () => {
    const cwd = plans();
    const { code } = await planlint(['none.md', ...args, '--fix'], { cwd });
    expect(code).toBe(2);
    expect(readFileSync(join(cwd, 'ward.md'), 'utf8')).toBe(RIGHT);
  });

  test('is not for standard input, nor together with the dry run', async () => {
    const cwd = plans();
    const stdin = await planlint(['-', '--fix', '--parent', 'tinh/city.md'], { cwd, input: WRONG });
    expect(stdin).toMatchObject({ code: 2, stdout: '' });
    expect(stdin.stderr).toContain('--fix-dry-run');
    expect((await planlint([...args, '--fix', '--fix-dry-run'], { cwd })).code).toBe(2);
    expect(readFileSync(join(cwd, 'ward.md'), 'utf8')).toBe(WRONG);
  });
});

describe('--fix-dry-run', () => {
  test('prints a diff and changes nothing; the exit code is that of the documents as they are', async () => {
    const cwd = plans();
    const { stdout, stderr, code } = await planlint([...args, '--fix-dry-run'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^--- a\/ward\.md\n\+\+\+ b\/ward\.md\n@@ /u);
    expect(stdout).toMatch(/^-Thực hiện .*ngày 21\/01\/2026/mu);
    expect(stdout).toMatch(/^\+Thực hiện .*ngày 12\/01\/2026/mu);
    expect(stderr).toContain('Tự sửa được 2 chỗ trong 1 tệp; chưa ghi gì.');
    expect(readFileSync(join(cwd, 'ward.md'), 'utf8')).toBe(WRONG);
  });

  test('what it prints is what --fix writes', async () => {
    const cwd = plans({
      'kế hoạch 2.md': `\ufeff${WRONG.replace(/\n/gu, '\r\n')}`,
      'nfd.txt': WRONG.trimEnd().normalize('NFD'),
      'good.md': ward(),
    });
    const all = ['ward.md', 'kế hoạch 2.md', 'nfd.txt', 'good.md', '--parent', 'tinh/city.md'];
    const { code } = await planlint([...all, '--fix-dry-run', '--output', 'fix.patch'], { cwd });
    expect(code).toBe(1);
    const copy = plans(Object.fromEntries(all.slice(0, 4).map((name) => [name, readFileSync(join(cwd, name))])));
    await planlint([...all, '--fix'], { cwd: copy });
    execFileSync('git', ['apply', 'fix.patch'], { cwd });
    for (const name of all.slice(0, 4)) expect(readFileSync(join(cwd, name))).toEqual(readFileSync(join(copy, name)));
  });

  test('nothing to fix: no diff', async () => {
    const { stdout, stderr, code } = await planlint(['good.md', '--parent', 'tinh/city.md', '--fix-dry-run'], {
      cwd: plans({ 'good.md': ward() }),
    });
    expect({ stdout, code }).toEqual({ stdout: '', code: 0 });
    expect(stderr).toContain('Không có chỗ nào tự sửa được.');
  });

  test('takes standard input, and says what could not be read', async () => {
    const options = { cwd: plans(), input: WRONG };
    const { stdout, stderr, code } = await planlint(
      ['-', 'none.md', '--parent', 'tinh/city.md', '--fix-dry-run'],
      options,
    );
    expect(code).toBe(2);
    expect(stdout).toContain('--- a/stdin.md\n');
    expect(stdout).toMatch(/^\+Thực hiện .*ngày 12\/01\/2026/mu);
    expect(stderr).toContain('none.md');
  });

  test('is not for other formats', async () => {
    expect((await planlint([...args, '--fix-dry-run', '--format', 'json'], { cwd: plans() })).code).toBe(2);
  });
});

test('a plain check says how many findings can be fixed', async () => {
  const { stdout } = await planlint(args, { cwd: plans() });
  expect(stdout).toContain('Có thể tự sửa 2 chỗ bằng --fix');
});
