/** The hook for pre-commit, the examples for husky and lint-staged, and the GitHub Action: each run as it stands, in a temporary repository. */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { folder, PARENT, WITHOUT_REWARD, ward } from './plans.js';
import { ANOTHER_OF_THE_CITY, CITY, plans, repository, type TestRepository, WARD } from './repository.js';
import { bin, type Ran, run } from './run.js';

const root = resolve(import.meta.dirname, '../..');
const text = (file: string): string => readFileSync(join(root, file), 'utf8');
const packageJson = z.object({ bin: z.record(z.string(), z.string()) }).parse(JSON.parse(text('package.json')));

/** A file that runs the built planlint, as npm puts one into node_modules/.bin. */
function executable(path: string): void {
  mkdirSync(resolve(path, '..'), { recursive: true });
  writeFileSync(path, `#!/usr/bin/env node\nimport(${JSON.stringify(pathToFileURL(bin).href)});\n`);
  chmodSync(path, 0o755);
}

/** A code block of docs/ci.md, by its language and something that it holds. */
function example(language: string, holds: string): string {
  const blocks = [...text('docs/ci.md').matchAll(/^```(\w+)\n(.*?)^```$/gmsu)];
  const found = blocks.find(([, kind, code = '']) => kind === language && code.includes(holds))?.[2];
  if (found === undefined) throw new Error(`docs/ci.md has no ${language} block with ${holds}`);
  return found;
}

describe('.pre-commit-hooks.yaml', { timeout: 300_000 }, () => {
  const hooks = z
    .array(
      z.strictObject({
        id: z.literal('planlint'),
        name: z.string(),
        description: z.string(),
        entry: z.string(),
        language: z.literal('node'),
        files: z.string(),
        pass_filenames: z.literal(true),
        always_run: z.literal(true),
        require_serial: z.literal(true),
      }),
    )
    .length(1)
    .parse(parse(text('.pre-commit-hooks.yaml')));
  const [hook] = hooks;

  /** What pre-commit does: the files that the pattern takes are put after the entry. */
  function runHook(at: TestRepository, names: readonly string[]): Promise<Ran> {
    const [program = '', ...args] = (hook?.entry ?? '').split(' ');
    expect(Object.keys(packageJson.bin)).toContain(program);
    const pattern = new RegExp(hook?.files.replace('(?i)', '') ?? '', 'iu');
    return at.planlint([...args, ...names.filter((name) => pattern.test(name))]);
  }

  test('what it says, run by hand: staged files, no file at all, all files', async () => {
    const at = await plans();
    await at.stage({ [WARD]: WITHOUT_REWARD, 'bảng điểm.xlsx': 'x' });
    at.write({ [WARD]: ward() });
    expect(await runHook(at, [WARD, 'bảng điểm.xlsx'])).toMatchObject({ code: 1 });
    await at.commit({ [WARD]: WITHOUT_REWARD });
    const all = await runHook(at, [CITY, WARD, 'planlint.yaml']);
    expect(all.code).toBe(1);
    expect(all.stdout).toContain('Đã kiểm tra 2 văn bản');
    expect(await runHook(at, [])).toMatchObject({ code: 0 });
  });

  test('in the runner of pre-commit itself', async () => {
    const there = await run('pre-commit', ['--version']).catch(() => null);
    if (there === null)
      return console.log('pre-commit is not installed: its runner was not tried, only what the hook file says.');
    // the hook's own repository, with a package that needs nothing from the registry
    const hookRepository = await repository({
      '.pre-commit-hooks.yaml': text('.pre-commit-hooks.yaml'),
      '.npmrc': text('.npmrc'),
      'package.json': JSON.stringify({
        name: 'planlint',
        version: '1.0.0',
        bin: { planlint: 'planlint.cjs' },
        scripts: { prepack: 'echo xong' },
      }),
      'planlint.cjs': `#!/usr/bin/env node\nimport(${JSON.stringify(pathToFileURL(bin).href)});\n`,
    });
    const revision = (await hookRepository.git('rev-parse', 'HEAD')).trim();
    const at = await plans();
    await at.commit({
      '.pre-commit-config.yaml': `repos:\n  - repo: ${pathToFileURL(hookRepository.path).href}\n    rev: ${revision}\n    hooks:\n      - id: planlint\n`,
    });
    const env = { PRE_COMMIT_HOME: folder(), npm_config_audit: 'false', npm_config_fund: 'false' };
    const preCommit = (...args: string[]) => run('pre-commit', args, { cwd: at.path, env });
    const installed = await preCommit('install', '--install-hooks');
    expect(installed.code, installed.stdout + installed.stderr).toBe(0);
    const commit = () => run('git', ['commit', '-m', 'x'], { cwd: at.path, env });

    await at.stage({ [WARD]: WITHOUT_REWARD });
    at.write({ [WARD]: ward() });
    const stopped = await commit();
    expect(stopped.code).toBe(1);
    expect(stopped.stdout + stopped.stderr).toContain('section/missing');
    await at.stage({ [WARD]: `${ward()}\n` });
    expect(await commit()).toMatchObject({ code: 0 });

    await at.git('rm', '--quiet', CITY);
    await at.stage({ 'thanh-pho/khac.md': ANOTHER_OF_THE_CITY });
    const deleted = await preCommit('run', '--verbose');
    expect(deleted.stdout).toContain(WARD);
    expect(deleted.stdout).toContain('citation/unresolved');
    const all = await preCommit('run', '--all-files', '--verbose');
    expect(all.stdout).toContain('Đã kiểm tra 3 văn bản');
  });
});

describe('docs/ci.md', { timeout: 300_000 }, () => {
  test('husky: the hook as it stands there', async () => {
    const at = await plans();
    executable(join(at.path, 'node_modules/.bin/planlint'));
    at.write({ '.husky/pre-commit': example('sh', 'planlint --staged'), '.gitignore': 'node_modules/\n' });
    chmodSync(join(at.path, '.husky/pre-commit'), 0o755);
    await at.commit();
    // husky runs its hooks with sh -e
    const hook = () => run('sh', ['-e', '.husky/pre-commit'], { cwd: at.path });
    await at.stage({ [WARD]: WITHOUT_REWARD });
    expect(await hook()).toMatchObject({ code: 1 });
    await at.stage({ [WARD]: ward() });
    expect(await hook()).toMatchObject({ code: 0 });
  });

  test('lint-staged: the command that its configuration gives', async () => {
    const at = await plans();
    const bins = join(at.path, 'node_modules/.bin');
    executable(join(bins, 'planlint'));
    at.write({ 'lint-staged.config.mjs': example('js', 'planlint --staged'), '.gitignore': 'node_modules/\n' });
    await at.commit();
    const loaded: unknown = await import(pathToFileURL(join(at.path, 'lint-staged.config.mjs')).href);
    const config = z
      .object({ default: z.record(z.string(), z.function({ input: [], output: z.string() })) })
      .parse(loaded);
    const [[pattern, command] = []] = Object.entries(config.default);
    expect(pattern).toBe('*.{md,txt,docx,pdf}');
    const env = { PATH: `${bins}${delimiter}${process.env.PATH}` };
    const task = () => run('sh', ['-c', command?.() ?? ''], { cwd: at.path, env });
    await at.stage({ [WARD]: WITHOUT_REWARD });
    expect(await task()).toMatchObject({ code: 1 });
    await at.git('reset', '--hard', '--quiet');
    expect(await task()).toMatchObject({ code: 0 });
  });

  test('the example of the action uses inputs that it has', () => {
    const workflow: unknown = parse(example('yaml', 'OWNER/planlint@'));
    const steps = z
      .object({
        jobs: z.object({
          planlint: z.object({
            steps: z.array(z.object({ uses: z.string(), with: z.record(z.string(), z.unknown()) })),
          }),
        }),
      })
      .parse(workflow).jobs.planlint.steps;
    const used = steps.find(({ uses }) => uses.startsWith('OWNER/planlint@'))?.with ?? {};
    expect(Object.keys(action().inputs)).toEqual(expect.arrayContaining(Object.keys(used)));
  });
});

const stepSchema = z.object({
  name: z.string(),
  run: z.string().optional(),
  env: z.record(z.string(), z.string()).default({}),
});

function action() {
  const schema = z.object({
    inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string() })),
    runs: z.object({ using: z.literal('composite'), steps: z.array(stepSchema) }),
  });
  return schema.parse(parse(text('action.yml')));
}

describe('action.yml', { timeout: 300_000 }, () => {
  const { inputs, runs } = action();
  const step = (name: string) => {
    const found = runs.steps.find((one) => one.name === name);
    if (found?.run === undefined) throw new Error(`action.yml has no step ${name}`);
    return { ...found, run: found.run };
  };

  /** Runs a step as GitHub does for `shell: bash`. */
  function runStep(name: string, cwd: string, given: Record<string, string>, actionPath = root): Promise<Ran> {
    const { run: script, env } = step(name);
    const values = Object.entries(env).map(([key, value]) => [
      key,
      value.replace(
        /^\$\{\{ inputs\.([\w-]+) \}\}$/u,
        (_, input: string) => given[input] ?? inputs[input]?.default ?? '?',
      ),
    ]);
    const file = join(folder(), 'buoc.sh');
    writeFileSync(file, script);
    return run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', file], {
      cwd,
      env: { ...Object.fromEntries(values), GITHUB_ACTION_PATH: actionPath },
    });
  }

  test('no input stands in a script; every input is used', () => {
    for (const { run: script = '' } of runs.steps) expect(script).not.toContain('${{');
    for (const input of Object.keys(inputs)) expect(text('action.yml')).toContain(`inputs.${input}`);
  });

  test('installs and builds what lies beside it', async () => {
    const actionPath = folder({
      'package.json': JSON.stringify({
        name: 'x',
        version: '1.0.0',
        scripts: { build: "node -e \"require('fs').writeFileSync('xong', '')\"" },
      }),
      'package-lock.json': JSON.stringify({
        name: 'x',
        version: '1.0.0',
        lockfileVersion: 3,
        packages: { '': { name: 'x', version: '1.0.0' } },
      }),
    });
    const ran = await runStep('Install planlint', folder(), {}, actionPath);
    expect(ran.code, ran.stderr).toBe(0);
    expect(existsSync(join(actionPath, 'xong'))).toBe(true);
  });

  test('annotations, reports in files, and the exit code of the check', async () => {
    const cwd = folder({ 'cấp trên/kh 45.md': PARENT, 'xã/a.md': WITHOUT_REWARD, 'xã/b.md': ward() });
    const given = {
      files: 'xã/a.md\nxã/b.md\n',
      library: 'cấp trên',
      sarif: 'ra.sarif',
      format: 'json=ra.json\nmarkdown=ra.md',
    };
    const ran = await runStep('Check plans', cwd, given);
    expect(ran.code, ran.stderr).toBe(1);
    expect(ran.stdout).toMatch(/^::error file=xã\/a\.md,.*section\/missing/mu);
    for (const file of ['ra.sarif', 'ra.json', 'ra.md'])
      expect(readFileSync(join(cwd, file), 'utf8')).toContain('section/missing');
    expect(await runStep('Check plans', cwd, { ...given, args: '--rule=section/*=off' })).toMatchObject({ code: 0 });
    expect(await runStep('Check plans', cwd, { files: 'xã/c.md' })).toMatchObject({ code: 2 });
    expect(await runStep('Check plans', cwd, { 'fail-on': 'nặng' })).toMatchObject({ code: 2 });
  });

  test('only what a branch changed', async () => {
    const at = await plans();
    await at.git('checkout', '--quiet', '-b', 'viec-moi');
    await at.commit({ [CITY]: PARENT.replace('theo thẩm quyền', 'đúng thẩm quyền') });
    const ran = await runStep('Check plans', at.path, { 'changed-since': 'main' });
    expect(ran.code, ran.stderr).toBe(0);
    expect(ran.stdout).toContain('Đã kiểm tra 2 văn bản');
    expect(await runStep('Check plans', at.path, { 'changed-since': 'main', files: 'phuong' })).toMatchObject({
      code: 0,
    });
  });

  test('what stands in an input is never run, nor read as an option', async () => {
    const cwd = folder({ 'a.md': ward() });
    const attack = '--output=pwned$(touch pwned)`touch pwned`";touch pwned;"\';touch pwned;\'&touch pwned';
    for (const input of ['files', 'library', 'fail-on', 'format', 'changed-since']) {
      const ran = await runStep('Check plans', cwd, { files: 'a.md', [input]: attack });
      expect([ran.code, existsSync(join(cwd, 'pwned'))], input).toEqual([2, false]);
    }
    await runStep('Check plans', cwd, { files: 'a.md', sarif: 'ra $(touch pwned).sarif' });
    expect(readdirSync(cwd).sort()).toEqual(['a.md', 'ra $(touch pwned).sarif']);
  });
});
