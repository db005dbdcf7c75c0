/** trace and diff, through the real process. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, PARENT, WITHOUT_REWARD, ward } from './plans.js';
import { planlint } from './run.js';

describe('trace', () => {
  test('finds the parent by citation and says how much of it is covered', async () => {
    const city = PARENT.replace(
      'Các phường, xã xây dựng kế hoạch của mình.',
      'Các phường, xã niêm yết chỉ tiêu thi đua tại từng nhà văn hóa trước ngày 20/02/2026.',
    );
    const cwd = folder({ 'good.md': ward(), 'city.md': city });
    const { stdout, code } = await planlint(['trace', 'good.md', '--library', '.'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^BẢNG ĐỐI CHIẾU\n {2}good\.md ↔ city\.md$/mu);
    expect(stdout).toMatch(/^Mức bao quát: \d+\/\d+ nội dung của cấp trên \(\d+ %\)$/mu);
  });

  test.each([
    ['json', /^\{\n {2}"version": 1,\n {2}"child": "good\.md"/u],
    ['csv', /^\ufeff"Loại","Tình trạng"/u],
    ['markdown', /^## Bảng đối chiếu\n/u],
  ])('writes %s into a file', async (format, start) => {
    const cwd = folder({ 'good.md': ward(), 'city.md': PARENT });
    const { stdout, code } = await planlint(
      ['trace', 'good.md', '--parent', 'city.md', '--format', format, '--output', 'out'],
      { cwd },
    );
    expect([code, stdout]).toEqual([0, '']);
    expect(readFileSync(join(cwd, 'out'), 'utf8')).toMatch(start);
  });

  test('without a parent it ends with 2 and says what to do', async () => {
    const cwd = folder({ 'good.md': ward() });
    const { stderr, code } = await planlint(['trace', 'good.md'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('--parent');
  });

  test('an unknown flag and a missing file end with 2', async () => {
    expect((await planlint(['trace', 'a.md', '--formt', 'json'])).code).toBe(2);
    expect((await planlint(['trace', 'no-such.md'])).code).toBe(2);
  });
});

describe('diff', () => {
  test('two versions of a draft: changed words, and findings that appeared', async () => {
    const cwd = folder({ 'old.md': ward(), 'new.md': WITHOUT_REWARD, 'city.md': PARENT });
    const { stdout, code } = await planlint(['diff', 'new.md', 'old.md', '--library', 'city.md'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^SO SÁNH\n {2}new\.md ↔ old\.md$/mu);
    expect(stdout).toMatch(/bỏ \d+/u);
    // what the parent asks for counts here as in `check`
    expect(stdout).toMatch(/PHÁT HIỆN MỚI \(1\)\n.*Khen thưởng.*section\/missing/su);
    expect(stdout).not.toContain('PHÁT HIỆN ĐÃ HẾT');
  });

  test('against the parent, as data', async () => {
    const cwd = folder({ 'good.md': ward(), 'city.md': PARENT });
    const { stdout } = await planlint(['diff', 'good.md', '--library', '.', '--format', 'json'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      own: 'good.md',
      other: 'city.md',
      versions: false,
      findings: null,
    });
  });
});
