import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { discoverConfig } from '../../src/config/discover.js';
import { loadConfig } from '../../src/config/load.js';
import { rulesOf } from '../../src/config/rules.js';
import { PlanlintError } from '../../src/errors.js';

function folder(files: Record<string, string> = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'planlint-config-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return path;
}

function errorOf(act: () => unknown): PlanlintError {
  try {
    act();
  } catch (error) {
    if (error instanceof PlanlintError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('discovery', () => {
  test('finds the nearest file at or above the first folder that has one', () => {
    const top = folder({ 'planlint.yaml': '' });
    const deep = join(top, 'a', 'b');
    mkdirSync(deep, { recursive: true });
    expect(discoverConfig([deep])).toBe(join(top, 'planlint.yaml'));
    writeFileSync(join(top, 'a', 'planlint.yml'), '');
    expect(discoverConfig([deep])).toBe(join(top, 'a', 'planlint.yml'));
  });

  test('tries the next folder when there is none above the first', () => {
    const other = folder({ 'planlint.yaml': '' });
    expect(discoverConfig([folder(), other])).toBe(join(other, 'planlint.yaml'));
    expect(discoverConfig([folder()])).toBeNull();
  });
});

describe('loading', () => {
  test('fills in defaults; without any file only they apply', () => {
    const cwd = folder({ 'planlint.yaml': 'library: [cap-tren]\nmaxWarnings: 3\n' });
    expect(loadConfig({ nearest: [cwd] }, cwd)).toMatchObject({
      file: 'planlint.yaml',
      folder: cwd,
      library: ['cap-tren'],
      maxWarnings: 3,
      ignore: [],
      rules: {},
    });
    expect(loadConfig({ none: true }, cwd)).toMatchObject({ file: null, library: [], folder: cwd });
  });

  test('names every wrong key with its line', () => {
    const cwd = folder({ 'planlint.yaml': 'libary: []\nfailOn: never\nrules:\n  theme/mismatch:\n    severty: off\n' });
    const { code, what } = errorOf(() => loadConfig({ nearest: [cwd] }, cwd));
    expect(code).toBe('config-invalid');
    expect(what.en.split('\n').sort()).toEqual([
      'planlint.yaml:1: libary: unknown key "libary"; did you mean "library"?',
      'planlint.yaml:2: failOn: expected one of error, warning, info, got "never"',
      'planlint.yaml:5: rules.theme/mismatch.severty: unknown key "severty"; did you mean "severity"?',
    ]);
  });

  test('an alias bomb is refused', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
      .split('')
      .map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(',')}]`)
      .join('\n')}\n`;
    const cwd = folder({ 'planlint.yaml': bomb });
    expect(errorOf(() => loadConfig({ nearest: [cwd] }, cwd)).code).toMatch(/^(?:yaml|config)-invalid$/u);
  });
});

describe('rules of a run', () => {
  const severities = (yaml: string, flags: string[]): Record<string, string[]> => {
    const cwd = folder({ 'planlint.yaml': yaml });
    const rules = rulesOf(loadConfig({ nearest: [cwd] }, cwd), flags);
    return Object.fromEntries(rules.map((rule) => [rule.id, [...new Set(Object.values(rule.severities))]]));
  };

  test('one rule outweighs its group, and the command line the file', () => {
    const yaml = 'rules:\n  section/numbering: error\n  "section/*": off\n';
    expect(severities(yaml, [])).toMatchObject({ 'section/numbering': ['error'], 'section/missing': ['off'] });
    expect(severities(yaml, ['section/*=info', 'section/numbering=warning'])['section/numbering']).toEqual(['warning']);
  });

  test('an unknown rule in the file is named with its line', () => {
    const cwd = folder({ 'planlint.yaml': '\nrules:\n  section/numberin: off\n' });
    const { what } = errorOf(() => rulesOf(loadConfig({ nearest: [cwd] }, cwd), []));
    expect(what.en).toContain('planlint.yaml:3: rules.section/numberin');
    expect(what.en).toContain('did you mean "section/numbering"?');
  });
});
