/** `planlint lock`, and what `check` says of a parent that changed since: through the real process. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, PARENT, ward } from './plans.js';
import { CITY, checked, OTHER_PLAN, repository, WARD } from './repository.js';
import { planlint } from './run.js';

const LOCK = 'planlint.lock.json';
const SECOND = 'phuong/yen-tho.md';
/** The plan of another ward that carries out the same parent. */
const SECOND_PLAN = OTHER_PLAN.replace(
  'Kế hoạch số 77/KH-UBND ngày 13/01/2026',
  'Kế hoạch số 45/KH-UBND ngày 12/01/2026',
);
const AMENDED = PARENT.replace('Khen thưởng theo thẩm quyền.', 'Khen thưởng theo thẩm quyền trước ngày 15/12/2026.');
const files = { [CITY]: PARENT, [WARD]: ward(), [SECOND]: SECOND_PLAN, 'planlint.yaml': 'library: [thanh-pho]\n' };

const lock = (cwd: string, ...args: string[]) => planlint(['lock', ...args], { cwd });
const check = async (cwd: string, ...args: string[]) =>
  checked(await planlint([...args, 'phuong', '--format', 'json'], { cwd })).documents;

// each test is a story of several runs
describe('planlint lock', { timeout: 300_000 }, () => {
  test('a parent that is amended makes its plans outdated until they are acknowledged, one by one', async () => {
    const cwd = folder(files);
    const first = await lock(cwd);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain('đã ghi nhận 2 kế hoạch');
    expect(await check(cwd)).toEqual({ [WARD]: [], [SECOND]: [] });
    expect(await lock(cwd, '--check')).toMatchObject({ code: 0 });

    writeFileSync(join(cwd, CITY), AMENDED);
    const rules = ['lock/outdated', 'lock/suspect'];
    expect(await check(cwd)).toEqual({ [WARD]: rules, [SECOND]: rules });
    const text = await planlint([WARD], { cwd });
    expect(text.code).toBe(0);
    expect(text.stdout.replace(/\s+/gu, ' ')).toContain(
      'bản trước của Kế hoạch số 45/KH-UBND; từ đó văn bản này có 1 ý được sửa, 0 ý thêm mới, 0 ý bị bỏ',
    );
    const before = readFileSync(join(cwd, LOCK), 'utf8');
    const asked = await lock(cwd, '--check');
    expect(asked.code).toBe(1);
    expect(asked.stdout).toContain('sửa, mục III: “Khen thưởng theo thẩm quyền trước ngày 15/12/2026”');
    expect(asked.stdout).toContain(`→ ${WARD}, ${SECOND}`);
    expect(readFileSync(join(cwd, LOCK), 'utf8')).toBe(before);

    expect(await lock(cwd, WARD)).toMatchObject({ code: 0 });
    expect(await check(cwd)).toEqual({ [WARD]: [], [SECOND]: rules });
    expect(await lock(cwd, WARD, '--check')).toMatchObject({ code: 0 });
    expect(await lock(cwd, '--check')).toMatchObject({ code: 1 });
    expect(await lock(cwd)).toMatchObject({ code: 0 });
    expect(await lock(cwd, '--check')).toMatchObject({ code: 0 });
  });

  test('trivial changes of the parent make nothing outdated', async () => {
    const cwd = folder(files);
    await lock(cwd);
    const trivial = PARENT.replace('III. KHEN THƯỞNG', 'IV. Khen thưởng').replace('IV. TỔ CHỨC', 'V. TỔ CHỨC');
    writeFileSync(join(cwd, CITY), trivial.replace('được giao.', 'được giao ;').replace('xây dựng', 'xây  dựng'));
    expect(await lock(cwd, '--check')).toMatchObject({ code: 0 });
  });

  test('a parent under another number at the same place; a plan and a parent that the lock does not know', async () => {
    const cwd = folder(files);
    await lock(cwd, WARD);
    expect(await check(cwd)).toEqual({ [WARD]: [], [SECOND]: ['lock/outdated'] });
    const { stdout } = await lock(cwd, '--check');
    expect(stdout).toContain(`Chưa ghi nhận lần nào:\n  ${SECOND} ↔ ${CITY}`);

    writeFileSync(join(cwd, CITY), AMENDED.replace('Số: 45', 'Số: 46'));
    writeFileSync(join(cwd, WARD), ward().replace('Kế hoạch số 45', 'Kế hoạch số 46'));
    expect((await check(cwd))[WARD]).toEqual(['lock/outdated', 'lock/suspect']);
  });

  test('files that are gone are dropped, but only when all plans are locked; a parent that is gone is unknown', async () => {
    const cwd = folder(files);
    await lock(cwd);
    rmSync(join(cwd, SECOND));
    expect(await lock(cwd, '--check')).toMatchObject({ code: 1 });
    await lock(cwd, WARD);
    expect(readFileSync(join(cwd, LOCK), 'utf8')).toContain(SECOND);
    expect((await lock(cwd)).stdout).toContain(SECOND);
    expect(readFileSync(join(cwd, LOCK), 'utf8')).not.toContain(SECOND);

    writeFileSync(join(cwd, CITY), PARENT.replace('Số: 45', 'Số: 99').replace('ngày 12 tháng 01', 'ngày 19 tháng 01'));
    const unknown = await lock(cwd, '--check');
    expect(unknown.code).toBe(1);
    expect(unknown.stdout).toContain('chưa biết có phải đọc lại không');
    const kept = readFileSync(join(cwd, LOCK), 'utf8');
    await lock(cwd);
    expect(readFileSync(join(cwd, LOCK), 'utf8')).toBe(kept);
  });

  test('lies beside the configuration, wherever it is run; --no-config does not look at it', async () => {
    const cwd = folder(files);
    await lock(join(cwd, 'phuong'));
    expect(existsSync(join(cwd, LOCK))).toBe(true);
    writeFileSync(join(cwd, CITY), AMENDED);
    const inside = await planlint(['lac-ha.md', '--format', 'json'], { cwd: join(cwd, 'phuong') });
    expect(checked(inside).documents['lac-ha.md']).toEqual(['lock/outdated', 'lock/suspect']);
    expect(await check(cwd, '--no-config', '--parent', CITY, '--library', 'thanh-pho', '--lang', 'vi')).toEqual({
      [WARD]: [],
      [SECOND]: [],
    });
    expect((await lock(cwd, '--check', '--lang', 'en')).stdout).toContain('1 clauses changed, 0 added, 0 removed');
  });

  test('what cannot be read or written: exit code 2', async () => {
    const cwd = folder({ ...files, [LOCK]: '<<<<<<< HEAD\n' });
    for (const args of [['lock'], ['lock', '--check'], ['phuong']]) {
      const ran = await planlint(args, { cwd });
      expect(ran, args.join(' ')).toMatchObject({ code: 2, stdout: '' });
      expect(ran.stderr).toContain(`${LOCK}: không phải JSON hợp lệ`);
    }
    rmSync(join(cwd, LOCK));
    expect(await lock(cwd, 'khong-co.md')).toMatchObject({ code: 2 });
    const partly = await lock(cwd, 'khong-co.md', WARD);
    expect(partly.code).toBe(2);
    expect(partly.stderr).toContain('khong-co.md');
    expect(await lock(cwd, WARD, '--check')).toMatchObject({ code: 0 });
    expect(await lock(cwd, '-')).toMatchObject({ code: 2 });
    expect(await lock(cwd, '--chek')).toMatchObject({ code: 2 });
  });

  test('in the index: what is committed is what counts', async () => {
    const at = await repository(files);
    await lock(at.path);
    await at.commit();
    await at.stage({ [CITY]: AMENDED });
    const staged = async () => checked(await at.planlint(['--staged', '--format', 'json'])).documents;
    expect(await staged()).toEqual({
      [CITY]: [],
      [WARD]: ['lock/outdated', 'lock/suspect'],
      [SECOND]: ['lock/outdated', 'lock/suspect'],
    });
    await lock(at.path, WARD);
    expect((await staged())[WARD]).toEqual(['lock/outdated', 'lock/suspect']);
    await at.git('add', LOCK);
    expect((await staged())[WARD]).toEqual([]);
  });
});
