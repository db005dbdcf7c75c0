/** The cache as a user meets it: on by default, never in the way, never a reason for another result. */
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORMAT_NAMES } from '../../src/report/formats.js';
import { folder, PARENT, WITH_GAP, WITHOUT_REWARD, ward } from './plans.js';
import { ANOTHER_OF_THE_CITY, checked, plans, WARD } from './repository.js';
import { planlint, type Ran } from './run.js';

const FILES = { 'tp/kh-45.md': PARENT, 'p/a.md': ward(), 'p/b.md': WITHOUT_REWARD, 'p/c.md': WITH_GAP };
const entriesIn = (at: string): string[] =>
  readdirSync(at, { recursive: true, encoding: 'utf8' })
    .map((name) => join(at, name))
    .filter((file) => statSync(file).isFile() && !file.endsWith('tidied'));

describe('the cache', () => {
  test('a second run gives every report byte for byte, with the same exit code', async () => {
    const [cwd, home] = [folder(FILES), folder()];
    const outputs = (ending: string) => FORMAT_NAMES.flatMap((format) => ['-f', `${format}=out/${format}.${ending}`]);
    const check = (ending: string, ...more: string[]): Promise<Ran> =>
      planlint(['p', '--library', 'tp', '--today', '2026-03-01', ...outputs(ending), ...more], {
        cwd,
        env: { XDG_CACHE_HOME: home },
      });
    const without = await check('0', '--no-cache');
    expect(readdirSync(home)).toEqual([]);
    const cold = await check('1');
    expect(entriesIn(join(home, 'planlint')).length).toBeGreaterThan(4);
    const warm = await check('2');
    expect([cold, warm]).toEqual([without, without]);
    expect(without.code).toBe(1);
    for (const format of FORMAT_NAMES) {
      const [expected, ...others] = ['0', '1', '2'].map((ending) => readFileSync(join(cwd, `out/${format}.${ending}`)));
      for (const other of others) expect(other.equals(expected ?? Buffer.of())).toBe(true);
    }
  });

  test('damaged entries are ignored and written anew; a place that is a file is no failure', async () => {
    const cwd = folder({ ...FILES, 'a-file': '' });
    const check = (...more: string[]): Promise<Ran> => planlint(['p', '--library', 'tp', ...more], { cwd });
    const expected = await check('--no-cache');
    expect(await check('--cache-location', 'kho')).toEqual(expected);
    const entries = entriesIn(join(cwd, 'kho'));
    for (const [i, file] of entries.entries()) {
      if (i % 2 === 0) truncateSync(file, statSync(file).size >> 1);
      else writeFileSync(file, readFileSync(file, 'utf8').replace('"findings":[', '"findings" :['));
    }
    const damaged = new Map(entries.map((file) => [file, statSync(file).size]));
    expect(await check('--cache-location', 'kho')).toEqual(expected);
    const cut = entries.filter((_, i) => i % 2 === 0);
    for (const file of cut) expect(statSync(file).size).toBeGreaterThan(damaged.get(file) ?? 0);
    expect(await check('--cache-location', 'a-file')).toEqual(expected);
  });

  test('several runs at once share it', async () => {
    const [cwd, at] = [folder(FILES), folder()];
    const check = (...more: string[]): Promise<Ran> => planlint(['p', '--library', 'tp', ...more], { cwd });
    const expected = await check('--no-cache');
    const together = Array.from({ length: 4 }, () => check('--cache-location', at));
    for (const ran of await Promise.all(together)) expect(ran).toEqual(expected);
    expect(entriesIn(at).filter((file) => file.endsWith('.tmp'))).toEqual([]);
    expect(await check('--cache-location', at)).toEqual(expected);
  });

  test('--fix sees the files as they are', async () => {
    const [cwd, at] = [
      folder({ 'a.md': ward().replace('thực hiện theo', 'bút phá, nỗi cộm, thực hiện theo') }),
      folder(),
    ];
    const check = (...more: string[]): Promise<Ran> => planlint(['a.md', '--cache-location', at, ...more], { cwd });
    const before = await check();
    const fixed = await check('--fix');
    expect(fixed.stdout).not.toBe(before.stdout);
    expect(await check()).toEqual(await check('--no-cache'));
  });
});

test('--staged reads no file of the library again that it knows by its name in git', async () => {
  const at = await plans();
  const env = { XDG_CACHE_HOME: folder() };
  const above = 'thanh-pho/kh-99.md';
  await at.commit({ [above]: ANOTHER_OF_THE_CITY });
  await at.stage({ [WARD]: WITHOUT_REWARD });
  const args = ['--staged', '--format', 'json'];
  const first = await at.planlint(args, { env });
  expect(checked(first)).toMatchObject({ code: 1, problems: [], documents: { [WARD]: ['section/missing'] } });

  // what git holds of another plan of the library is gone: whoever reads it fails
  const blob = (await at.git('rev-parse', `:${above}`)).trim();
  rmSync(join(at.path, '.git/objects', blob.slice(0, 2), blob.slice(2)));
  expect(checked(await at.planlint([...args, '--no-cache'], { env })).problems).not.toEqual([]);
  expect(await at.planlint(args, { env })).toEqual(first);
  // the plan changes again: it is read, and its parent, the others still not
  await at.stage({ [WARD]: WITH_GAP });
  expect(checked(await at.planlint(args, { env }))).toMatchObject({
    code: 0,
    problems: [],
    documents: { [WARD]: ['section/numbering'] },
  });
});
