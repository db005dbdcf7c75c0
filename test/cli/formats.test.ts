/** Reports for other programs, made by the real process, several at once. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FORMAT_NAMES } from '../../src/report/formats.js';
import { folder, PARENT, WITHOUT_REWARD, ward } from './plans.js';
import { planlint } from './run.js';

test('all formats in one run say the same, and the exit code is that of the findings', async () => {
  const cwd = folder({ 'kế hoạch/bad.md': WITHOUT_REWARD, 'kế hoạch/good.md': ward(), 'city.md': PARENT });
  const formats = FORMAT_NAMES.flatMap((name) => ['-f', `${name}=out/${name}`]);
  const ran = await planlint(['kế hoạch', '--parent', 'city.md', ...formats], { cwd });
  expect(ran).toEqual({ code: 1, stdout: '', stderr: '' });
  expect(readdirSync(join(cwd, 'out')).sort()).toEqual([...FORMAT_NAMES].sort());
  for (const name of FORMAT_NAMES) {
    const report = readFileSync(join(cwd, 'out', name), 'utf8');
    expect(report, name).toMatch(/section[/.]missing/u);
    expect(report, name).toContain('Khen thưởng');
  }
});

test.each(FORMAT_NAMES)('%s to standard output, in English, with what could not be read', async (name) => {
  const cwd = folder({ 'bad.md': WITHOUT_REWARD, 'city.md': PARENT });
  const args = ['bad.md', 'none.md', '--parent', 'city.md', '-f', name, '--lang', 'en'];
  const { code, stdout, stderr } = await planlint(args, { cwd });
  expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
  expect(stdout).toMatch(/section[/.]missing/u);
  expect(stdout).toContain('File or folder not found');
});
