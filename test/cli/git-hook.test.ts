/** `check --staged` in a hook of git; `--changed-since`; git that cannot say what to check. */
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, PARENT, WITH_GAP, WITHOUT_REWARD, ward } from './plans.js';
import {
  ANOTHER_OF_THE_CITY,
  CITY,
  checked,
  OTHER,
  OTHER_PLAN,
  plans,
  repository,
  since,
  staged,
  type TestRepository,
  WARD,
} from './repository.js';
import { bin, planlint, type RunOptions } from './run.js';

describe('in a hook of git', { timeout: 300_000 }, () => {
  /** A repository whose commits have to pass `planlint --staged`. */
  async function guarded(before = ''): Promise<TestRepository> {
    const at = await plans();
    const hook = join(at.path, '.git/hooks/pre-commit');
    mkdirSync(join(at.path, '.git/hooks'), { recursive: true });
    const run = `'${process.execPath}' '${bin}' --staged --format json > '${at.path}.json'`;
    writeFileSync(hook, `#!/bin/sh\n${before}exec ${run}\n`);
    chmodSync(hook, 0o755);
    return at;
  }
  const report = (at: TestRepository) => {
    const stdout = readFileSync(`${at.path}.json`, 'utf8');
    rmSync(`${at.path}.json`);
    return checked({ code: null, stdout, stderr: '' }).documents;
  };

  test('a commit is stopped or let through', async () => {
    const at = await guarded();
    await at.stage({ [WARD]: WITHOUT_REWARD });
    await expect(at.git('commit', '-m', 'x')).rejects.toThrow();
    expect(report(at)).toEqual({ [WARD]: ['section/missing'] });
    await at.stage({ [WARD]: ward(), [OTHER]: OTHER_PLAN.replace('theo hướng dẫn', 'đúng hướng dẫn') });
    await at.git('commit', '-m', 'x');
    expect(Object.keys(report(at))).toEqual([OTHER]);
  });

  test('commit -a and a partial commit check what they will commit (GIT_INDEX_FILE)', async () => {
    const at = await guarded();
    at.write({ [WARD]: WITHOUT_REWARD });
    await expect(at.git('commit', '-a', '-m', 'x')).rejects.toThrow();
    expect(report(at)).toEqual({ [WARD]: ['section/missing'] });

    await at.git('add', WARD);
    at.write({ [OTHER]: OTHER_PLAN.replace('theo hướng dẫn', 'đúng hướng dẫn') });
    await at.git('commit', '-m', 'x', '--', OTHER);
    expect(Object.keys(report(at))).toEqual([OTHER]);
  });

  test('of a linked working tree, and from another folder', async () => {
    const at = await guarded('cd phuong || exit 9\n');
    await at.git('worktree', 'add', '--quiet', `${at.path}.wt`, '-b', 'khac');
    try {
      const tree = { cwd: `${at.path}.wt` };
      writeFileSync(join(tree.cwd, WARD), WITHOUT_REWARD);
      await expect(at.git('-C', tree.cwd, 'commit', '-a', '-m', 'x')).rejects.toThrow();
      expect(report(at)).toEqual({ 'lac-ha.md': ['section/missing'] });
    } finally {
      rmSync(`${at.path}.wt`, { recursive: true, force: true });
    }
  });
});

describe('--changed-since', { timeout: 300_000 }, () => {
  test('what the branch changed, committed or not; not what the other branch changed meanwhile', async () => {
    const at = await plans();
    await at.git('checkout', '--quiet', '-b', 'viec-moi');
    await at.commit({ [WARD]: WITHOUT_REWARD });
    await at.git('checkout', '--quiet', 'main');
    await at.commit({ [OTHER]: WITHOUT_REWARD });
    await at.git('checkout', '--quiet', 'viec-moi');
    at.write({ 'phuong/chua-add.md': WITH_GAP, 'phuong/bo-qua.log.md': WITHOUT_REWARD, '.gitignore': '*.log.md\n' });
    expect(await since(at, 'main')).toMatchObject({
      code: 1,
      documents: { [WARD]: ['section/missing'], 'phuong/chua-add.md': ['section/numbering'] },
    });
    at.write({ [WARD]: ward() });
    expect(Object.keys((await since(at, 'main')).documents)).toEqual(['phuong/chua-add.md']);
  });

  test('brings in the plans of a parent that changed or went', async () => {
    const at = await plans();
    at.write({ [CITY]: PARENT.replace('theo thẩm quyền', 'đúng thẩm quyền') });
    expect(Object.keys((await since(at, 'HEAD')).documents)).toEqual([CITY, WARD]);
    await at.git('rm', '--quiet', '--force', CITY);
    at.write({ 'thanh-pho/khac.md': ANOTHER_OF_THE_CITY });
    expect((await since(at, 'HEAD')).documents).toEqual({ 'thanh-pho/khac.md': [], [WARD]: ['citation/unresolved'] });
  });

  test('--fix goes with it', async () => {
    const at = await plans();
    at.write({ [WARD]: ward().replace('Hạnh phúc', 'Hạnh Phúc') });
    const ran = await at.planlint(['--changed-since', 'HEAD', '--fix']);
    expect(ran.code).toBe(0);
    expect(readFileSync(join(at.path, WARD), 'utf8')).toBe(ward());
  });

  test('a revision that is not there, that looks like an option, or that has nothing in common', async () => {
    const at = await plans();
    for (const revision of ['origin/main', '--output=/tmp/x', 'HEAD~9', '', 'HEAD:planlint.yaml']) {
      const ran = await at.planlint([`--changed-since=${revision}`]);
      expect(ran, revision).toMatchObject({ code: 2, stdout: '' });
      expect(ran.stderr).toContain(`không có bản "${revision}"`);
    }
    await at.git('checkout', '--quiet', '--orphan', 'rieng');
    await at.commit();
    expect((await at.planlint(['--changed-since', 'main'])).stderr).toContain('không có commit chung');
  });

  test('runs no filter and no monitor that the repository sets up', async () => {
    const at = await plans();
    const mark = join(folder(), 'da-chay');
    await at.commit({ '.gitattributes': '*.md filter=xau\n' });
    await at.git('config', 'filter.xau.clean', `touch '${mark}'; cat`);
    await at.git('config', 'filter.xau.required', 'true');
    await at.git('config', 'core.fsmonitor', `touch '${mark}'; false`);
    at.write({ [WARD]: WITHOUT_REWARD });
    expect(await since(at, 'HEAD')).toMatchObject({ code: 1, documents: { [WARD]: ['section/missing'] } });
    expect(await staged(at)).toMatchObject({ code: 0 });
    expect(existsSync(mark)).toBe(false);
  });
});

describe('2: git cannot say what to check', { timeout: 300_000 }, () => {
  test('no repository, a bare one, one of another user, no git at all', async () => {
    const none = folder({ 'a.md': ward() });
    const cases: [args: string[], options: RunOptions, says: string][] = [
      [['--staged'], { cwd: none, env: { GIT_CEILING_DIRECTORIES: none } }, 'không nằm trong một kho git'],
      [
        ['--changed-since', 'main'],
        { cwd: none, env: { GIT_CEILING_DIRECTORIES: none } },
        'không nằm trong một kho git',
      ],
      [['--staged'], { cwd: none, env: { PATH: none } }, 'không chạy được chương trình git'],
    ];
    const bare = await repository();
    await bare.git('clone', '--quiet', '--bare', '.', 'kho.git');
    cases.push([['--staged'], { cwd: join(bare.path, 'kho.git') }, 'không có thư mục làm việc']);
    const foreign = { cwd: bare.path, env: { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' } };
    cases.push([['--staged'], foreign, `safe.directory '${bare.path}'`]);
    for (const [args, options, says] of cases) {
      const ran = await planlint(args, options);
      expect(ran).toMatchObject({ code: 2, stdout: '' });
      expect(ran.stderr).toContain(says);
      expect(ran.stderr).not.toMatch(/^\s+at .+:\d+:\d+\)?$/mu);
    }
  });

  test('a merge with conflicts left', async () => {
    const at = await plans();
    await at.git('checkout', '--quiet', '-b', 'nhanh');
    await at.commit({ [WARD]: ward().replace('theo hướng dẫn', 'đúng hướng dẫn') });
    await at.git('checkout', '--quiet', 'main');
    await at.commit({ [WARD]: ward().replace('theo hướng dẫn', 'nghiêm hướng dẫn') });
    await expect(at.git('merge', 'nhanh')).rejects.toThrow();
    for (const args of [['--staged'], ['--changed-since', 'nhanh']]) {
      const ran = await at.planlint(args);
      expect(ran).toMatchObject({ code: 2, stdout: '' });
      expect(ran.stderr).toContain(`còn 1 tệp xung đột khi trộn: ${WARD}`);
    }
  });

  test('options that do not go together', async () => {
    const at = await plans();
    const cases: [args: string[], says: string][] = [
      [['--staged', '--changed-since', 'HEAD'], '--staged và --changed-since không dùng cùng nhau'],
      [['--staged', '--fix'], 'không dùng cùng nhau'],
      [['--staged', '--fix-dry-run'], 'không dùng cùng nhau'],
      [['-', '--staged'], 'đầu vào chuẩn (-)'],
      [['--changed-since'], 'thiếu giá trị sau --changed-since'],
    ];
    for (const [args, says] of cases) {
      const ran = await at.planlint(args);
      expect(ran, args.join(' ')).toMatchObject({ code: 2, stdout: '' });
      expect(ran.stderr).toContain(says);
    }
  });

  test('a library that is not in git', async () => {
    const at = await plans();
    await at.stage({ 'planlint.yaml': 'library: [cap-tren]\n', [WARD]: ward().replace('theo', 'đúng') });
    at.write({ 'cap-tren/kh.md': PARENT });
    const ran = await at.planlint(['--staged']);
    expect(ran.code).toBe(2);
    expect(ran.stdout).toContain('"cap-tren" chưa được đưa vào git');
  });
});
