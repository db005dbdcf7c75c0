/** A new rule is whole from the start: it compiles, is well formed, and its examples run. Tried in a copy of the project. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { packageRoot } from '../../src/data/root.js';
import { newRule } from '../../src/dev/new-rule.js';
import { PlanlintError } from '../../src/errors.js';

function copy(...names: string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'planlint-new-rule-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const name of names) cpSync(join(packageRoot, name), join(root, name), { recursive: true });
  return root;
}

test('what it writes compiles, is formatted, and passes the tests of rules', { timeout: 180_000 }, () => {
  const root = copy(
    'src',
    'rules',
    'test/rules',
    'package.json',
    'tsconfig.json',
    'vitest.config.ts',
    '.biome.json',
    '.gitignore',
  );
  symlinkSync(join(packageRoot, 'node_modules'), join(root, 'node_modules'), 'junction');
  const run = (tool: string, ...args: string[]): string =>
    execFileSync(process.execPath, [join(root, 'node_modules', tool), ...args], { cwd: root, encoding: 'utf8' });

  const files = newRule('garden/tree-count', root);
  expect(files).toEqual(['rules/garden/tree-count.yaml', 'src/checks/garden-tree-count.ts', 'src/checks/index.ts']);
  run('typescript/bin/tsc', '--noEmit');
  run('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', ...files.filter((file) => file.endsWith('.ts')));
  const tests = run('vitest/vitest.mjs', 'run', '--project', 'unit', 'test/rules', '-t', 'garden/tree-count');
  expect(tests).toMatch(/4 passed/u);
});

test('the check is registered in the order of the alphabet', () => {
  const root = copy('src/checks/index.ts');
  newRule('place/motto', root);
  const lines = readFileSync(join(root, 'src/checks/index.ts'), 'utf8').split('\n');
  const imported = lines.findIndex((line) => line.includes("'./place-motto.js'"));
  expect(lines[imported + 1]).toContain("'./place-name.js'");
  expect(lines[lines.indexOf('  register(placeMotto),') + 1]).toBe('  register(placeName),');
});

test.each([
  ['theme/mismatch', 'a rule that is there'],
  ['place/name', 'a check that is there'],
  ['Theme/New', 'capitals'],
  ['theme', 'no group'],
  ['../theme/new', 'another folder'],
])('refuses %s (%s) and writes nothing', (id) => {
  const root = copy('src/checks', 'rules/theme');
  const before = readdirSync(root, { recursive: true, encoding: 'utf8' });
  const index = readFileSync(join(root, 'src/checks/index.ts'));
  expect(() => newRule(id, root)).toThrow(PlanlintError);
  expect(readdirSync(root, { recursive: true, encoding: 'utf8' })).toEqual(before);
  expect(readFileSync(join(root, 'src/checks/index.ts'))).toEqual(index);
});

test('no rule was left as the script made it', () => {
  const files = ['rules', 'src/checks'].flatMap((folder) =>
    readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:yaml|ts)$/u.test(file))
      .map((file) => join(folder, file)),
  );
  expect(files.filter((file) => readFileSync(join(packageRoot, file), 'utf8').includes('TODO:'))).toEqual([]);
});
