/** What reports say of parents: found, missing, given though not cited, and the chain above them. All documents are invented. */
import { describe, expect, test } from 'vitest';
import { linkDocuments, lint } from '../../src/lint.js';
import { chainData, planText } from '../../src/report/plan.js';
import { textReport } from '../../src/report/text.js';
import { folder, PARENT, ward } from '../cli/plans.js';

const OPTIONS = { colour: false, width: 200, quiet: false, failOn: 'error', maxWarnings: null } as const;
const DECREE = `CHÍNH PHỦ

Số: 30/NQ-CP

Hà Nội, ngày 05 tháng 01 năm 2026

NGHỊ QUYẾT

Về phong trào thi đua năm 2026

Chính phủ yêu cầu các địa phương phát động phong trào thi đua ngay từ đầu năm.
`;
const CITY = PARENT.replace(
  'Ủy ban nhân dân thành phố Hải Minh ban hành',
  'Thực hiện Nghị quyết số 30/NQ-CP ngày 05/01/2026 của Chính phủ về phong trào thi đua năm 2026, Ủy ban nhân dân thành phố Hải Minh ban hành',
);

async function checked(files: Record<string, string>, parents: string[] = []) {
  const cwd = folder(files);
  const result = await lint({ files: ['ward.md'], parents, rules: [], today: '2026-06-01', cwd });
  return { parents: result.documents[0]?.parents, text: textReport(result, OPTIONS) };
}

describe('the summary', () => {
  test('names the missing parent, and not the legal bases nor what the body mentions', async () => {
    const text = ward()
      .replace(
        'Thực hiện Kế hoạch',
        'Căn cứ Nghị định số 12/2025/NĐ-CP ngày 20/01/2025 của Chính phủ về thi đua;\n\nThực hiện Kế hoạch',
      )
      .replace(
        'III. KHEN THƯỞNG',
        'III. KHEN THƯỞNG\n\nTriển khai Chỉ thị số 09/CT-TTg ngày 08/01/2026 của Thủ tướng.',
      );
    const { parents, text: report } = await checked({ 'ward.md': text });
    expect(parents).toMatchObject([{ citation: { code: '45/KH-UBND' }, status: 'unresolved', path: null }]);
    expect(report).toContain('Không tìm thấy văn bản được viện dẫn: “Kế hoạch số 45/KH-UBND ngày 12/01/2026');
    expect(report).not.toContain('12/2025/NĐ-CP');
    expect(report).not.toContain('09/CT-TTg');
  });

  test('names a missing parent once, however often it is cited', async () => {
    const again = ward().replace('II. NỘI DUNG', 'II. NỘI DUNG\n\nTriển khai Kế hoạch số 45/KH-UBND ngày 12/01/2026.');
    expect((await checked({ 'ward.md': again })).parents).toHaveLength(1);
  });

  test('says that a parent given with --parent is not cited', async () => {
    const other = PARENT.replace('45/KH-UBND', '46/KH-UBND').replaceAll('phong trào thi đua', 'cải cách hành chính');
    const { parents, text } = await checked({ 'ward.md': ward(), 'other.md': other }, ['other.md']);
    expect(parents).toMatchObject([
      { status: 'given', path: 'other.md', citation: null, checked: true },
      { status: 'unresolved', citation: { code: '45/KH-UBND' }, checked: false },
    ]);
    expect(text).toMatch(/! +ward\.md ↔ other\.md, .*không viện dẫn văn bản này/u);
  });

  test('says nothing of the kind where it is cited', async () => {
    const { parents, text } = await checked({ 'ward.md': ward(), 'city.md': PARENT }, ['city.md']);
    expect(parents).toMatchObject([{ status: 'given', citation: { code: '45/KH-UBND' } }]);
    expect(text).toMatch(/✓ +ward\.md ↔ city\.md/u);
    expect(text).not.toContain('không viện dẫn');
  });
});

test('the chain above a plan is shown, in words and as data', async () => {
  const cwd = folder({ 'ward.md': ward(), 'city.md': CITY, 'government.md': DECREE });
  const { outcomes } = await linkDocuments({
    files: ['ward.md'],
    library: [{ base: cwd, names: ['.'] }],
    today: '2026-06-01',
    cwd,
  });
  const [outcome] = outcomes;
  if (outcome === undefined || !('kase' in outcome)) throw new Error('ward.md was not read');
  const shown = planText(outcome.kase, 'vi', 200, false);
  expect(shown).toMatch(
    /Cấp trên +city\.md · Kế hoạch số 45\/KH-UBND\n +↑ government\.md · Nghị quyết số 30\/NQ-CP\n/u,
  );
  expect(chainData(outcome.kase.parents)).toEqual([
    {
      path: 'city.md',
      code: '45/KH-UBND',
      date: '2026-01-12',
      status: 'resolved',
      parents: [{ path: 'government.md', code: '30/NQ-CP', date: '2026-01-05', status: 'resolved', parents: [] }],
    },
  ]);
});
