/** The baseline: taking planlint into use on plans that have findings already. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ReportSchema } from '../../src/report/result.js';
import { folder, PARENT, WITH_GAP, WITHOUT_REWARD, ward } from './plans.js';
import { planlint, type Ran } from './run.js';

const DAY = ['--today', '2026-03-01'];

function plans(): string {
  return folder({ 'p/bad.md': WITHOUT_REWARD, 'p/gap.md': WITH_GAP, 'p/good.md': ward(), 'cha/city.md': PARENT });
}

/** A run of the folder against the baseline in a file. */
function check(cwd: string, ...args: string[]): Promise<Ran> {
  return planlint(
    [
      ...(args[0]?.startsWith('-') === false ? [] : ['p']),
      ...args,
      '--library',
      'cha',
      ...DAY,
      '--baseline',
      'biet.json',
    ],
    { cwd },
  );
}

test('what was there is not reported again; what is new decides the exit code', async () => {
  const cwd = plans();
  const first = await check(cwd, '--update-baseline');
  expect(first).toMatchObject({ code: 0, stderr: 'planlint: biet.json: 2 phát hiện đã biết (trước đó: 0).\n' });
  expect(first.stdout).toContain('Đã biết từ trước (baseline): 2 phát hiện.');

  const second = await check(cwd, '--fail-on', 'warning');
  expect(second.code).toBe(0);
  expect(second.stdout).not.toMatch(/section\/(?:missing|numbering)$/mu);

  // the same finding lines further down, in sections of other numbers, is still known; another one is not
  const moved = WITHOUT_REWARD.replace('I. MỤC ĐÍCH', 'I. BỐI CẢNH\n\nTình hình chung ổn định.\n\nII. MỤC ĐÍCH')
    .replace('\nII. NỘI DUNG', '\nIII. NỘI DUNG')
    .replace('III. TỔ CHỨC', 'IV. TỔ CHỨC');
  writeFileSync(join(cwd, 'p/bad.md'), moved);
  expect((await check(cwd)).code).toBe(0);
  writeFileSync(join(cwd, 'p/bad.md'), moved.replace('ngày 12/01/2026', 'ngày 13/01/2026'));
  const third = await check(cwd);
  expect(third.code).toBe(1);
  expect(third.stdout).toContain('citation/parent-mismatch');
  expect(third.stdout).toContain('Đã kiểm tra 3 văn bản: 1 lỗi');
});

test('the file is readable, sorted, and is not touched if nothing changed', async () => {
  const cwd = plans();
  await check(cwd, '--update-baseline');
  const file = join(cwd, 'biet.json');
  const text = readFileSync(file, 'utf8');
  expect(text.split('\n').filter((line) => /fingerprint/u.test(line))).toHaveLength(2);
  expect([...text.matchAll(/"(p\/[^"]+|section\/[^"]+)"/gu)].map(([, word]) => word)).toEqual([
    'p/bad.md',
    'section/missing',
    'p/gap.md',
    'section/numbering',
  ]);
  rmSync(join(cwd, 'p/good.md'));
  await check(cwd, '--update-baseline');
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('stale entries are counted, and pruned without letting anything new in; other documents are left alone', async () => {
  const cwd = plans();
  await check(cwd, '--update-baseline');
  writeFileSync(join(cwd, 'p/gap.md'), WITHOUT_REWARD);
  const seen = await check(cwd);
  expect(seen.code).toBe(1);
  expect(seen.stdout).toContain('1 mục trong baseline không còn xảy ra; xóa bằng --prune-baseline.');

  const entries = (): string => readFileSync(join(cwd, 'biet.json'), 'utf8');
  const before = entries();
  await check(cwd, 'p/bad.md', '--prune-baseline');
  expect(entries()).toBe(before);

  const pruned = await check(cwd, '--prune-baseline');
  expect(pruned.code).toBe(1);
  expect(entries()).toContain('p/bad.md');
  expect(entries()).not.toContain('p/gap.md');

  rmSync(join(cwd, 'p/bad.md'));
  await check(cwd, '--prune-baseline');
  expect(entries()).not.toContain('p/bad.md');
});

test('is data in JSON, and --show-waived shows it', async () => {
  const cwd = plans();
  await check(cwd, '--update-baseline');
  const { stdout } = await check(cwd, 'p/bad.md', '--format', 'json');
  const result = ReportSchema.parse(JSON.parse(stdout));
  expect(result.summary).toMatchObject({ errors: 0, baselined: 1, stale: 0 });
  expect(result.documents[0]).toMatchObject({
    findings: [],
    baselined: [{ rule: 'section/missing', severity: 'error' }],
  });
  expect((await check(cwd, 'p/bad.md', '--show-waived')).stdout).toMatch(/đã biết: .*section\/missing/su);
});

test('the configuration names it, relative to itself; --no-baseline leaves it out', async () => {
  const cwd = plans();
  writeFileSync(join(cwd, 'planlint.yaml'), 'library: [cha]\nbaseline: biet.json\n');
  const inside = join(cwd, 'p');
  expect((await planlint(['.', ...DAY], { cwd: inside })).stderr).toContain('Không đọc được baseline ../biet.json');
  expect((await planlint(['.', ...DAY, '--update-baseline'], { cwd: inside })).code).toBe(0);
  expect(existsSync(join(cwd, 'biet.json'))).toBe(true);
  expect((await planlint(['p', ...DAY], { cwd })).code).toBe(0);
  expect((await planlint(['p', ...DAY, '--no-baseline'], { cwd })).code).toBe(1);
});

describe('errors', () => {
  test('a baseline that is missing or none is code 2, and is not overwritten', async () => {
    const cwd = plans();
    expect(await check(cwd)).toMatchObject({ code: 2, stdout: '' });
    expect((await check(cwd, '--prune-baseline')).code).toBe(2);
    writeFileSync(join(cwd, 'biet.json'), '<<<<<<< HEAD\n{}');
    const { code, stderr } = await check(cwd, '--update-baseline');
    expect(code).toBe(2);
    expect(stderr).toContain('biet.json: không đọc được như một baseline');
    expect(readFileSync(join(cwd, 'biet.json'), 'utf8')).toContain('HEAD');
  });

  test('flags that do not go together, or lack a file', async () => {
    const cwd = plans();
    for (const other of ['--prune-baseline', '--fix-dry-run', '--staged']) {
      expect(await check(cwd, '--update-baseline', other)).toMatchObject({ code: 2, stdout: '' });
    }
    const { code, stderr } = await planlint(['p', '--update-baseline'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('--baseline TỆP');
  });

  test('what could not be read is still code 2, and keeps its entries', async () => {
    const cwd = plans();
    await check(cwd, '--update-baseline');
    writeFileSync(join(cwd, 'p/bad.md'), new Uint8Array([0, 1, 2]));
    expect((await check(cwd, '--update-baseline')).code).toBe(2);
    expect(readFileSync(join(cwd, 'biet.json'), 'utf8')).toContain('p/bad.md');
  });
});
