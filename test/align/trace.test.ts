import { describe, expect, test } from 'vitest';
import { comparePlans } from '../../src/align/compare.js';
import { traceParent } from '../../src/align/trace.js';
import type { LoadedPlan } from '../../src/engine/check.js';
import { parsePlan } from '../../src/plan/parse.js';
import { traceCsv, traceMarkdown } from '../../src/report/trace.js';
import { sourceFromText } from '../../src/source/read.js';

function load(raw: string): LoadedPlan {
  const document = sourceFromText(raw);
  return { document, plan: parsePlan(document) };
}

const PARENT = `ỦY BAN NHÂN DÂN
TỈNH NINH BÌNH

Số: 45/KH-UBND

Ninh Bình, ngày 02 tháng 02 năm 2026

KẾ HOẠCH

Thực hiện chủ đề năm 2026 của tỉnh “Kỷ cương; thông suốt; phát triển”

I. CHỈ TIÊU

1. Tỷ lệ người dân tham gia bảo hiểm y tế năm 2026 đạt 96%.

II. TỔ CHỨC THỰC HIỆN

1. Ủy ban nhân dân các xã, phường

- Xây dựng, ban hành kế hoạch triển khai trước ngày 28/02/2026.

- Lắp đặt biển báo cấm đổ rác tại các điểm tập kết cũ ven sông, ven hồ.

- Báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện Kế hoạch trước ngày 20/11/2026.
`;

const CHILD = `ỦY BAN NHÂN DÂN
XÃ GIA VIỄN

Số: 8/KH-UBND

Gia Viễn, ngày 20 tháng 02 năm 2026

KẾ HOẠCH

Thực hiện chủ đề năm 2026 của tỉnh “Kỷ cương; thông suốt; phát triển”

Thực hiện Kế hoạch số 45/KH-UBND ngày 02/02/2026 của Ủy ban nhân dân tỉnh Ninh Bình, Ủy ban nhân dân xã Gia Viễn ban hành Kế hoạch như sau:

I. CHỈ TIÊU

1. Tỷ lệ người dân tham gia bảo hiểm y tế năm 2026 đạt 94%.

II. TỔ CHỨC THỰC HIỆN

1. Trồng hai trăm cây bóng mát dọc bờ kênh chính của xã trong mùa xuân.

2. Văn phòng tham mưu Ủy ban nhân dân xã báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện Kế hoạch trước ngày 25/11/2026.
`;

describe('trace', () => {
  test('each item of the parent has its status', () => {
    const { rows, additions, coverage } = traceParent(load(CHILD), load(PARENT));
    expect(rows.map(({ kind, status }) => `${kind}: ${status}`)).toEqual([
      'theme: covered',
      'deadline: covered',
      'deadline: weakened',
      'target: weakened',
      'duty: covered',
      'duty: missing',
      'duty: covered',
    ]);
    expect(coverage).toEqual({ covered: 6, total: 7 });
    expect(additions.map(({ text }) => text.slice(0, 20))).toContain('Trồng hai trăm cây b');
  });

  test('no cell of the table can be a formula or markup', () => {
    const own = load(CHILD);
    const parent = load(PARENT);
    const place = { span: { start: 0, end: 1 }, section: null };
    const row = {
      kind: 'duty' as const,
      status: 'missing' as const,
      parent: { ...place, text: '=HYPERLINK("http://x") | <b>' },
      child: [],
      reason: { vi: 'x', en: 'x' },
    };
    const report = { own, parent, trace: { rows: [row], additions: [], coverage: { covered: 0, total: 1 } } };
    expect(traceCsv(report, 'en')).toContain(`"'=HYPERLINK(""http://x"") | <b>"`);
    expect(traceMarkdown(report, 'en')).toContain('=HYPERLINK("http://x") \\| \\<b\\>');
  });
});

describe('comparison', () => {
  test('two versions: what changed in substance apart from style', () => {
    const older = load(CHILD);
    const newer = load(
      CHILD.replace('25/11/2026', '18/11/2026')
        .replace('bóng mát dọc bờ kênh', 'bóng mát dọc theo bờ kênh')
        .replace('94%', '97%'),
    );
    const { versions, sections } = comparePlans(newer, older);
    expect(versions).toBe(true);
    const changed = sections.flatMap(({ clauses }) => clauses).filter(({ kind }) => kind === 'changed');
    expect(
      changed.map(({ substance, changes }) => [substance, ...changes.map(({ own, other }) => `${other} -> ${own}`)]),
    ).toEqual([
      [true, '94% -> 97%'],
      [false, ' -> theo'],
      [true, '25/11/2026 -> 18/11/2026'],
    ]);
  });

  test('a plan and its parent are no versions', () => {
    expect(comparePlans(load(CHILD), load(PARENT)).versions).toBe(false);
  });
});
