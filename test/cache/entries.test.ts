/** Entries of the cache: whole and of their key, or as good as absent. */
import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Entries, nameOf } from '../../src/cache/entries.js';
import { userFolder } from '../../src/cache/open.js';
import { folder } from '../cli/plans.js';

const KEY = nameOf('một');
const OTHER = nameOf('hai');
const DAY = 24 * 60 * 60 * 1000;

const fileOf = (at: string, key: string): string => join(at, key.slice(0, 2), key.slice(2));
const names = (at: string): string[] =>
  readdirSync(at, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(at, name)).isFile());

describe('an entry', () => {
  test('is given back as it was kept, for its key only', () => {
    const at = folder();
    new Entries(at).put(KEY, { quote: 'bút phá', list: [1, null] });
    expect(new Entries(at).get(KEY)).toEqual({ quote: 'bút phá', list: [1, null] });
    expect(new Entries(at).get(OTHER)).toBeUndefined();
    expect(names(at)).toHaveLength(1);
  });

  test('that is cut off anywhere, or has one other byte, is not trusted, and is written anew', () => {
    const at = folder();
    const entries = new Entries(at);
    entries.put(KEY, ['phường Lạc Hà', 45]);
    const file = fileOf(at, KEY);
    const whole = readFileSync(file);
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(file, whole.subarray(0, length));
      expect(entries.get(KEY)).toBeUndefined();
    }
    for (let i = 0; i < whole.length; i++) {
      // the line break after the sum says nothing
      if (i === 64) continue;
      const changed = Buffer.from(whole);
      changed[i] = (changed[i] ?? 0) ^ 1;
      writeFileSync(file, changed);
      expect(entries.get(KEY)).toBeUndefined();
    }
    entries.put(KEY, 'mới');
    expect(entries.get(KEY)).toBe('mới');
  });

  test('of another key in its place is not trusted', () => {
    const at = folder();
    const entries = new Entries(at);
    entries.put(KEY, 1);
    entries.put(OTHER, 2);
    writeFileSync(fileOf(at, KEY), readFileSync(fileOf(at, OTHER)));
    expect(entries.get(KEY)).toBeUndefined();
  });

  test('a place where nothing can be written keeps nothing and fails nothing', () => {
    const at = folder({ taken: 'a file' });
    const entries = new Entries(join(at, 'taken', 'below'));
    entries.put(KEY, 1);
    expect(entries.get(KEY)).toBeUndefined();
    entries.tidy();
  });
});

describe('tidying', () => {
  test('takes out what was not asked for in a month and what a broken write left, nothing else', () => {
    const at = folder({ 'của-ai-đó.txt': 'stays' });
    const start = Date.now();
    const entries = new Entries(at, start + 40 * DAY);
    for (const key of [KEY, OTHER]) entries.put(key, key);
    const leftover = `${fileOf(at, KEY)}.00000000-0000-0000-0000-000000000000.tmp`;
    writeFileSync(leftover, 'half');
    const foreign = join(at, KEY.slice(0, 2), 'ghi-chú.txt');
    writeFileSync(foreign, 'stays');
    // written "now", which lies 40 days before the clock of the run
    expect(entries.get(OTHER)).toBe(OTHER);
    entries.tidy();
    expect(names(at).sort()).toEqual(
      ['của-ai-đó.txt', 'tidied', join(KEY.slice(0, 2), 'ghi-chú.txt'), join(OTHER.slice(0, 2), OTHER.slice(2))].sort(),
    );
  });

  test('takes out what was not asked for longest where the folder is too large, once a day', () => {
    const at = folder();
    const now = Date.now();
    const entries = new Entries(at, now);
    const keys = ['a', 'b', 'c'].map((name) => nameOf(name));
    for (const [i, key] of keys.entries()) {
      entries.put(key, 'x'.repeat(1000));
      const time = new Date(now - (3 - i) * 60_000);
      utimesSync(fileOf(at, key), time, time);
    }
    entries.tidy({ largest: 2500 });
    expect(keys.map((key) => entries.get(key) !== undefined)).toEqual([false, true, true]);
    entries.tidy({ largest: 0 });
    expect(keys.map((key) => entries.get(key) !== undefined)).toEqual([false, true, true]);
    rmSync(join(at, 'tidied'));
    entries.tidy({ largest: 0 });
    expect(keys.map((key) => entries.get(key) !== undefined)).toEqual([false, false, false]);
  });
});

test('the folder is the one that the platform has for a user', () => {
  expect(userFolder('linux', { XDG_CACHE_HOME: '/x' }, '/home/a')).toBe('/x/planlint');
  expect(userFolder('linux', { XDG_CACHE_HOME: 'x' }, '/home/a')).toBe('/home/a/.cache/planlint');
  expect(userFolder('darwin', {}, '/Users/a')).toBe('/Users/a/Library/Caches/planlint');
  expect(userFolder('linux', {}, '')).toBeNull();
  expect(userFolder('win32', {}, 'C:\\Users\\a')).toBeNull();
});
