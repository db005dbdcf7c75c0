/** A run shared by several machines: `--shard` and `merge` as a CI uses them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, PARENT, WITH_GAP, WITHOUT_REWARD, ward } from './plans.js';
import { planlint } from './run.js';

const plans = (): string =>
  folder({ 'a.md': ward(), 'b.md': WITHOUT_REWARD, 'c.md': WITH_GAP, 'cap-tren/city.md': PARENT });
const CHECK = ['a.md', 'b.md', 'c.md', '--library', 'cap-tren'];

test('the parts, merged, say what the whole run says, with its exit code', async () => {
  const cwd = plans();
  const whole = await planlint(CHECK, { cwd });
  const codes: (number | null)[] = [];
  for (const index of [1, 2, 3, 4]) {
    const reports = ['-f', `json=${index}.json`, '-f', `sarif=${index}.sarif`];
    const { code } = await planlint([...CHECK, '--shard', `${index}/4`, ...reports], { cwd });
    codes.push(code);
  }
  // b.md alone lacks a section; the fourth part is empty
  expect(codes).toEqual([0, 1, 0, 0]);
  const merged = await planlint(['merge', '1.json', '2.json', '3.json', '4.json'], { cwd });
  expect(merged.stdout).toBe(whole.stdout);
  expect(merged.code).toBe(whole.code);
  expect(merged.code).toBe(1);
  const strict = await planlint(['merge', '1.json', '3.json', '4.json', '2.json', '--max-warnings', '0', '--quiet'], {
    cwd,
  });
  expect(strict.code).toBe(1);

  await planlint([...CHECK, '-f', 'sarif=whole.sarif'], { cwd });
  const sarif = await planlint(['merge', '1.sarif', '2.sarif', '3.sarif', '4.sarif', '-f', 'sarif=all.sarif'], { cwd });
  expect(sarif.code).toBe(1);
  expect(readFileSync(join(cwd, 'all.sarif'), 'utf8')).toBe(readFileSync(join(cwd, 'whole.sarif'), 'utf8'));
});

describe('refused with exit code 2', () => {
  test.each([
    ['0/3', '--shard 0/3'],
    ['4/3', '--shard 4/3'],
    ['2', '--shard 2'],
    ['a/b', '--shard a/b'],
  ])('%s is no part', async (shard, said) => {
    const { code, stderr } = await planlint([...CHECK, '--shard', shard], { cwd: plans() });
    expect(code).toBe(2);
    expect(stderr).toContain(said);
    expect(stderr).toContain('--shard 2/5');
  });

  test.each([['--fix'], ['--update-baseline', '--baseline', 'b.json']])('%s needs the whole', async (...flags) => {
    const { code, stderr } = await planlint([...CHECK, '--shard', '1/2', ...flags], { cwd: plans() });
    expect(code).toBe(2);
    expect(stderr).toContain(flags[0]);
  });

  test('a part is missing, a file is no result', async () => {
    const cwd = plans();
    await planlint([...CHECK, '--shard', '1/2', '-f', 'json=1.json'], { cwd });
    const missing = await planlint(['merge', '1.json'], { cwd });
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain('thiếu kết quả của phần 2/2');
    const wrong = await planlint(['merge', '1.json', 'a.md'], { cwd });
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('a.md không phải là kết quả');
    expect((await planlint(['merge'], { cwd })).code).toBe(2);
    expect((await planlint(['merge', '1.json', '--lagn', 'en'], { cwd })).code).toBe(2);
  });
});
