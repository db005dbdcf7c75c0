/** `check --staged` and `--changed-since`: plans that a change concerns, and parents that are kept elsewhere. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
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
  WARD,
  WITHOUT_REWARDS_ABOVE,
} from './repository.js';

describe('plans that a change concerns', { timeout: 300_000 }, () => {
  test('a changed parent brings in the plans that carry it out, and no others', async () => {
    const at = await plans();
    await at.stage({ [CITY]: PARENT.replace('theo thẩm quyền', 'đúng thẩm quyền') });
    const result = await staged(at);
    expect(result).toMatchObject({ code: 0, documents: { [CITY]: [], [WARD]: [] } });
    expect(Object.keys(result.documents)).toEqual([CITY, WARD]);
    expect(result.stderr).toContain('kiểm tra thêm 1 văn bản tuy không thay đổi');
  });

  test('the error lies in the unchanged plan', async () => {
    const at = await repository({ [CITY]: WITHOUT_REWARDS_ABOVE, [WARD]: WITHOUT_REWARD });
    await at.stage({ [CITY]: PARENT });
    at.write({ [CITY]: WITHOUT_REWARDS_ABOVE });
    expect(await staged(at)).toMatchObject({ code: 1, documents: { [CITY]: [], [WARD]: ['section/missing'] } });
  });

  test('a parent that went leaves its plans unresolved', async () => {
    const at = await plans();
    await at.git('rm', '--quiet', CITY);
    at.write({ 'thanh-pho/khac.md': ANOTHER_OF_THE_CITY });
    await at.git('add', '--all');
    const { documents } = await staged(at);
    expect(documents).toEqual({ 'thanh-pho/khac.md': [], [WARD]: ['citation/unresolved'] });
  });

  test('a parent under another number: those that cite the old one, and those that cite the new one', async () => {
    const at = await plans();
    await at.stage({ [CITY]: PARENT.replace('Số: 45', 'Số: 77').replace('ngày 12 tháng 01', 'ngày 13 tháng 01') });
    const { documents } = await staged(at);
    expect(Object.keys(documents)).toEqual([CITY, OTHER, WARD]);
    expect(documents[OTHER]).toEqual([]);
    expect(documents[WARD]).not.toEqual([]);
  });

  test('a parent that came, or was renamed', async () => {
    const at = await plans();
    await at.stage({
      'thanh-pho/kh-77.md': PARENT.replace('Số: 45', 'Số: 77').replace('ngày 12 tháng 01', 'ngày 13 tháng 01'),
    });
    await at.git('mv', CITY, 'thanh-pho/khac.md');
    expect(Object.keys((await staged(at)).documents)).toEqual(['thanh-pho/kh-77.md', 'thanh-pho/khac.md', OTHER, WARD]);
  });

  test('down the chain: a document of the centre brings in the plans of the wards', async () => {
    const central = `CHÍNH PHỦ\n\nSố: 12/NQ-CP\n\nHà Nội, ngày 05 tháng 01 năm 2026\n\nNGHỊ QUYẾT\n\nVề phong trào thi đua năm 2026\n\nI. MỤC ĐÍCH\n\nThi đua.\n`;
    const at = await repository({
      'trung-uong/nq-12.md': central,
      [CITY]: PARENT.replace(
        'Ủy ban nhân dân thành phố Hải Minh ban hành',
        'Thực hiện Nghị quyết số 12/NQ-CP ngày 05/01/2026 của Chính phủ, Ủy ban nhân dân thành phố Hải Minh ban hành',
      ),
      [WARD]: ward(),
      [OTHER]: OTHER_PLAN,
    });
    await at.stage({ 'trung-uong/nq-12.md': central.replace('Thi đua.', 'Thi đua yêu nước.') });
    expect(Object.keys((await staged(at)).documents)).toEqual(['trung-uong/nq-12.md', WARD, CITY]);
  });

  test('only where the folders named reach', async () => {
    const at = await plans();
    await at.stage({ [CITY]: PARENT.replace('theo thẩm quyền', 'đúng thẩm quyền') });
    expect(Object.keys((await staged(at, ['thanh-pho'])).documents)).toEqual([CITY]);
    expect(Object.keys((await staged(at, ['phuong'])).documents)).toEqual([WARD]);
  });

  test('a plan that nobody named and that cannot be read is no failure', async () => {
    const at = await plans();
    await at.commit({ 'quet/hong.pdf': 'không phải PDF', 'rong.md': '' });
    await at.stage({ [WARD]: WITH_GAP });
    expect(await staged(at)).toMatchObject({ code: 0, documents: { [WARD]: ['section/numbering'] }, problems: [] });
  });
});

describe('parents kept elsewhere', { timeout: 300_000 }, () => {
  test('in a submodule: as recorded in the commit, also when it moves to another one', async () => {
    const parents = await repository({ 'kh-45.md': PARENT });
    const at = await repository({ [WARD]: WITHOUT_REWARD, 'planlint.yaml': 'library: [cap-tren]\n' });
    await at.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', parents.path, 'cap-tren');
    await at.commit();
    const inside = join(at.path, 'cap-tren');
    writeFileSync(join(inside, 'kh-45.md'), 'đang sửa dở');
    await at.stage({ [WARD]: `${WITHOUT_REWARD}\n` });
    expect(await staged(at)).toMatchObject({ code: 1, documents: { [WARD]: ['section/missing'] } });

    await at.git('commit', '--quiet', '-m', 'x');
    await parents.commit({
      'kh-45.md': WITHOUT_REWARDS_ABOVE,
    });
    await at.git('-C', inside, 'checkout', '--quiet', '--force', '.');
    await at.git('-C', inside, '-c', 'protocol.file.allow=always', 'pull', '--quiet');
    expect(await since(at, 'HEAD')).toMatchObject({ code: 0, documents: { 'cap-tren/kh-45.md': [], [WARD]: [] } });
    await at.git('add', 'cap-tren');
    expect(await staged(at)).toMatchObject({ code: 0, documents: { 'cap-tren/kh-45.md': [], [WARD]: [] } });
  });

  test('in a submodule that was not fetched: exit code 2', async () => {
    const parents = await repository({ 'kh-45.md': PARENT });
    const at = await repository({ 'planlint.yaml': 'library: [cap-tren]\n' });
    await at.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', parents.path, 'cap-tren');
    await at.commit();
    await at.git('submodule', '--quiet', 'deinit', '--all', '--force');
    await at.stage({ [WARD]: ward() });
    const ran = await at.planlint(['--staged']);
    expect(ran.code).toBe(2);
    expect(ran.stdout).toContain('git submodule update --init');
  });

  test('outside the repository: from the disk', async () => {
    const library = folder({ 'kh-45.md': PARENT });
    const at = await repository({ 'a.md': ward() });
    await at.stage({ [WARD]: WITHOUT_REWARD });
    expect(await staged(at)).toMatchObject({ code: 0 });
    const ran = checked(await at.planlint(['--staged', '--format', 'json', '--library', library]));
    expect(ran).toMatchObject({ code: 1, documents: { [WARD]: ['section/missing'] } });
  });

  test('by Git LFS: what the pointer stands for, or a message', async () => {
    const at = await plans();
    const content = Buffer.from(WITHOUT_REWARD);
    const oid = createHash('sha256').update(content).digest('hex');
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${content.length}\n`;
    await at.stage({ [WARD]: pointer });
    expect(await staged(at)).toMatchObject({ code: 2, documents: { [WARD]: ['!git-lfs'] } });
    at.write({ [`.git/lfs/objects/${oid.slice(0, 2)}/${oid.slice(2, 4)}/${oid}`]: content });
    expect(await staged(at)).toMatchObject({ code: 1, documents: { [WARD]: ['section/missing'] } });
  });
});
