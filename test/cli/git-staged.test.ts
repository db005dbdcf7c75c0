/** `check --staged`: the content of the index decides, for the plan, its parents and the configuration; what is checked. */
import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, PARENT, WITH_GAP, WITHOUT_REWARD, ward } from './plans.js';
import {
  CITY,
  OTHER,
  plans,
  repository,
  staged,
  type TestRepository,
  WARD,
  WITHOUT_REWARDS_ABOVE,
} from './repository.js';

describe('the content of the index', { timeout: 300_000 }, () => {
  test('of the plan, whatever the working copy holds', async () => {
    const at = await plans();
    await at.stage({ [WARD]: WITHOUT_REWARD });
    at.write({ [WARD]: ward() });
    expect(await staged(at)).toMatchObject({ code: 1, documents: { [WARD]: ['section/missing'] } });

    await at.stage({ [WARD]: ward().replace('theo hướng dẫn', 'đúng hướng dẫn') });
    at.write({ [WARD]: WITHOUT_REWARD });
    expect(await staged(at)).toMatchObject({ code: 0, documents: { [WARD]: [] } });
    rmSync(join(at.path, WARD));
    expect(await staged(at)).toMatchObject({ code: 0, documents: { [WARD]: [] } });
  });

  test('of the parent', async () => {
    const at = await plans();
    await at.stage({ [WARD]: WITHOUT_REWARD });
    at.write({ [CITY]: WITHOUT_REWARDS_ABOVE });
    expect(await staged(at)).toMatchObject({ code: 1, documents: { [WARD]: ['section/missing'] } });
    rmSync(join(at.path, CITY));
    expect(await staged(at)).toMatchObject({ code: 1, documents: { [WARD]: ['section/missing'] } });
  });

  test('of the configuration and of rules of one’s own', async () => {
    const at = await plans();
    await at.stage({ [WARD]: WITH_GAP });
    at.write({ 'planlint.yaml': 'library: [thanh-pho]\nfailOn: warning\n' });
    expect(await staged(at)).toMatchObject({ code: 0, documents: { [WARD]: ['section/numbering'] } });
    await at.stage();
    expect(await staged(at)).toMatchObject({ code: 1 });

    const rule = readFileSync('rules/spelling/set-phrase.yaml', 'utf8').replace('spelling/set-phrase', 'rieng/cum-tu');
    await at.stage({
      'planlint.yaml': 'library: [thanh-pho]\nruleDirs: [quy-tac]\n',
      'quy-tac/rieng/cum-tu.yaml': rule,
    });
    rmSync(join(at.path, 'quy-tac'), { recursive: true });
    const ran = await at.planlint(['--staged', '--rule', 'rieng/cum-tu=error']);
    expect(ran).toMatchObject({ code: 0 });
  });

  test('a configuration that is not in git yet does not apply, and that is said', async () => {
    const at = await repository({ [CITY]: PARENT });
    await at.stage({ [WARD]: WITH_GAP });
    at.write({ 'planlint.yaml': 'failOn: info\n' });
    const result = await staged(at);
    expect(result).toMatchObject({ code: 0, documents: { [WARD]: ['section/numbering'] } });
    expect(result.stderr).toContain('planlint.yaml chưa được git add');
    expect(await at.planlint(['--staged', '--config', 'planlint.yaml'])).toMatchObject({ code: 2, stdout: '' });
    expect((await at.planlint(['--staged', '--no-config'])).stderr).not.toContain('planlint.yaml');
  });

  test('byte for byte: line ends and encoding as git keeps them', async () => {
    const at = await plans();
    const utf16 = Buffer.from(`\ufeff${WITHOUT_REWARD.replaceAll('\n', '\r\n')}`, 'utf16le');
    await at.stage({ 'phuong/utf16.txt': utf16, '.gitattributes': '*.txt -text\n' });
    expect(await staged(at)).toMatchObject({ code: 1, documents: { 'phuong/utf16.txt': ['section/missing'] } });
  });

  test('a link in the repository is what it points to', async () => {
    const at = await repository({
      'goc/kh-45.md': PARENT,
      'planlint.yaml': 'library: [thanh-pho]\nignore: [goc/**]\n',
    });
    mkdirSync(join(at.path, 'thanh-pho'));
    symlinkSync('../goc/kh-45.md', join(at.path, CITY));
    await at.commit();
    await at.stage({ [WARD]: WITHOUT_REWARD });
    expect(await staged(at)).toMatchObject({ code: 1, documents: { [WARD]: ['section/missing'] } });
  });
});

describe('what is checked', { timeout: 300_000 }, () => {
  test('only what was staged', async () => {
    const at = await plans();
    at.write({ [OTHER]: WITHOUT_REWARD, 'phuong/moi.md': WITHOUT_REWARD });
    expect(await staged(at)).toMatchObject({ code: 0, documents: {}, problems: [] });
    await at.git('add', OTHER);
    expect(Object.keys((await staged(at)).documents)).toEqual([OTHER]);
  });

  test('nothing: success, and it is said', async () => {
    const at = await plans();
    await at.stage({ 'ghi-chu.xlsx': 'x', 'README.md': 'Kho kế hoạch' });
    const ran = await at.planlint(['--staged']);
    expect(ran).toMatchObject({ code: 0, stdout: 'Không có văn bản nào phải kiểm tra.\n' });
    expect(ran.stderr).toContain('không có kế hoạch nào thay đổi trong lần commit này');
    const english = await at.planlint(['--changed-since', 'HEAD', '--lang', 'en']);
    expect(english).toMatchObject({ code: 0, stdout: 'There was no document to check.\n' });
    expect(english.stderr).toContain('no plan changed since HEAD');
  });

  test('the first commit of a repository', async () => {
    const at = await repository();
    await at.git('checkout', '--quiet', '--orphan', 'moi');
    await at.stage({ [CITY]: PARENT, [WARD]: WITHOUT_REWARD });
    expect(await staged(at)).toMatchObject({ code: 1, documents: { [CITY]: [], [WARD]: ['section/missing'] } });
  });

  test('not what the configuration ignores', async () => {
    const at = await plans();
    await at.stage({ 'planlint.yaml': 'ignore: ["**/nhap/**"]\n', 'nhap/a.md': WITHOUT_REWARD, [WARD]: WITH_GAP });
    expect(Object.keys((await staged(at)).documents)).toEqual([WARD]);
  });

  test('a file that git only announces (git add -N) is not there yet', async () => {
    const at = await plans();
    at.write({ 'thanh-pho/moi.md': PARENT });
    await at.git('add', '--intent-to-add', 'thanh-pho/moi.md');
    at.write({ [WARD]: WITHOUT_REWARD });
    await at.git('add', WARD);
    expect(await staged(at)).toMatchObject({ code: 1, documents: { [WARD]: ['section/missing'] }, problems: [] });
  });

  test('names with spaces, Vietnamese letters, line breaks, dashes and signs of globs', async () => {
    const at = await plans();
    const names = ['kế hoạch/số 8 (dự thảo).md', 'phuong/hai\ndòng.md', '-n.md', '[abc].md', 'phuong/dấu \'ngoặc".md'];
    await at.stage(Object.fromEntries(names.map((name, i) => [name, WITHOUT_REWARD.replace('Số: 08', `Số: 8${i}`)])));
    const { code, documents } = await staged(at);
    expect(code).toBe(1);
    expect(documents).toEqual(Object.fromEntries(names.sort().map((name) => [name, ['section/missing']])));
    expect((await at.planlint(['--staged'])).stdout).not.toContain('hai\ndòng');
  });

  test('a renamed plan, and one that went is no longer asked for', async () => {
    const at = await plans();
    await at.git('mv', WARD, 'phuong/ten-moi.md');
    await at.git('rm', '--quiet', OTHER);
    expect(await staged(at)).toMatchObject({ code: 0, documents: { 'phuong/ten-moi.md': [] } });
  });
});

describe('names given with --staged', { timeout: 300_000 }, () => {
  async function three(): Promise<TestRepository> {
    const at = await plans();
    await at.stage({ 'a/1.md': WITHOUT_REWARD, 'a/2.md': ward(), 'b/3.md': ward() });
    return at;
  }

  test('a folder or a glob: what changed there', async () => {
    const at = await three();
    expect(Object.keys((await staged(at, ['a'])).documents)).toEqual(['a/1.md', 'a/2.md']);
    expect(Object.keys((await staged(at, ['a/2*.md', 'b'])).documents)).toEqual(['a/2.md', 'b/3.md']);
    expect(await staged(at, ['phuong'])).toMatchObject({ code: 0, documents: {} });
  });

  test('a file: that file, as it is in the index, whether it changed or not', async () => {
    const at = await three();
    at.write({ [WARD]: WITHOUT_REWARD });
    expect(await staged(at, [WARD, 'a/1.md'])).toMatchObject({
      code: 1,
      documents: { [WARD]: [], 'a/1.md': ['section/missing'] },
    });
  });

  test('what the configuration leaves out stays out, though a tool names it', async () => {
    const at = await plans();
    await at.commit({
      'planlint.yaml': 'ignore: ["nhap/**"]\n',
      'nhap/a.md': WITHOUT_REWARD,
      'README.md': 'Kho kế hoạch',
    });
    expect(await staged(at, ['README.md', 'nhap/a.md', WARD])).toMatchObject({ code: 0, documents: { [WARD]: [] } });
  });

  test('with the configuration in a folder of its own: what lies beside it is not looked at, but can be a parent', async () => {
    const at = await repository({
      'cap-tren/kh-45.md': PARENT,
      'khac/a.md': ward(),
      'kho/planlint.yaml': 'library: [../cap-tren]\nignore: [nhap/**]\n',
    });
    const plan = { 'kho/a.md': WITHOUT_REWARD, 'kho/nhap/b.md': WITHOUT_REWARD, 'khac/a.md': WITHOUT_REWARD };
    await at.stage({ ...plan, 'cap-tren/README.md': 'Kho văn bản cấp trên' });
    const config = ['--config', 'kho/planlint.yaml'];
    expect(await staged(at, config)).toMatchObject({ code: 1, documents: { 'kho/a.md': ['section/missing'] } });
    expect(Object.keys((await staged(at, ['khac', 'kho/*.md', ...config])).documents)).toEqual([
      'khac/a.md',
      'kho/a.md',
    ]);
    expect(Object.keys((await staged(at, [], { cwd: join(at.path, 'kho') })).documents)).toEqual(['a.md']);
  });

  test('a folder that is empty now, or not in git: nothing to check', async () => {
    const at = await plans();
    await at.git('rm', '--quiet', WARD, OTHER);
    expect(await staged(at, ['phuong'])).toMatchObject({ code: 0, documents: {} });
    expect(await staged(at, [WARD])).toMatchObject({ code: 0, documents: {} });
    at.write({ 'nhap/a.md': ward() });
    expect(await staged(at, ['nhap'])).toMatchObject({ code: 0, documents: {} });
  });

  test('what is not there, not added, or outside: exit code 2', async () => {
    const at = await plans();
    at.write({ 'moi.md': ward() });
    expect(await staged(at, ['phuong/lac-haa.md'])).toMatchObject({
      code: 2,
      documents: { 'phuong/lac-haa.md': ['!file-not-found'] },
    });
    const ran = await at.planlint(['moi.md', '--staged']);
    expect(ran.code).toBe(2);
    expect(ran.stdout).toContain("git add -- 'moi.md'");
    expect(await at.planlint([folder(), '--staged'])).toMatchObject({ code: 2, stdout: '' });
  });

  test('run from a folder below', async () => {
    const at = await plans();
    await at.stage({ [WARD]: WITHOUT_REWARD });
    const cwd = join(at.path, 'phuong');
    expect(await staged(at, [], { cwd })).toMatchObject({ code: 1, documents: { 'lac-ha.md': ['section/missing'] } });
    expect(await staged(at, ['lac-ha.md'], { cwd })).toMatchObject({ code: 1 });
    expect(await staged(at, ['../thanh-pho'], { cwd })).toMatchObject({ code: 0, documents: {} });
  });
});
