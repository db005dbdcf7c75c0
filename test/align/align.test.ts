import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AlignedGroup, align } from '../../src/align/align.js';
import { clausesOf } from '../../src/plan/clauses.js';
import { parsePlan } from '../../src/plan/parse.js';
import { sourceFromText } from '../../src/source/read.js';

function clauses(body: string) {
  const document = sourceFromText(`KẾ HOẠCH\n\nTuyên truyền năm 2026\n\nI. NỘI DUNG\n\n${body}`);
  return clausesOf(document, parsePlan(document)).filter((clause) => !clause.heading);
}

/** "kind: parent -> child" of every group, texts shortened to their first three words. */
function groups(parent: string, child: string): string[] {
  const short = (list: AlignedGroup['parent']): string =>
    list.map(({ text }) => text.split(' ').slice(0, 3).join(' ')).join(' + ');
  return align(clauses(parent), clauses(child)).map(
    (group) => `${group.kind}: ${short(group.parent)} -> ${short(group.child)}`,
  );
}

const CLEAN = '1. Tổ chức thu gom rác thải sinh hoạt tại các khu dân cư vào cuối tuần.';
const ROADS = '2. Sửa chữa, nâng cấp các tuyến đường liên thôn bị hư hỏng sau mùa mưa.';

describe('alignment', () => {
  test('copied with another level, reworded, missing and new', () => {
    const parent = `1. Tuyên truyền trên hệ thống loa của thành phố về ngày bầu cử.\n\n${ROADS}\n\n3. Kiểm kê tài sản công tại từng cơ quan, đơn vị trước ngày 30/6.`;
    const child = `1. Tuyên truyền trên hệ thống loa của phường về ngày bầu cử.\n\n2. Nâng cấp các tuyến đường liên thôn bị hư hỏng sau mùa mưa lũ vừa qua.\n\n3. Trồng thêm hai trăm cây xanh dọc bờ kênh chính.`;
    expect(groups(parent, child)).toEqual([
      'same: Tuyên truyền trên -> Tuyên truyền trên',
      'reworded: Sửa chữa, nâng -> Nâng cấp các',
      'missing: Kiểm kê tài -> ',
      'new:  -> Trồng thêm hai',
    ]);
  });

  test('one clause answered by two, and two by one', () => {
    const long =
      '1. Vận động người dân phân loại rác tại nguồn, chuyển rác đúng giờ quy định, không xả rác xuống kênh mương và ao hồ công cộng.';
    const parts =
      '1. Vận động người dân phân loại rác tại nguồn, chuyển rác đúng giờ quy định.\n\n2. Không xả rác xuống kênh mương và ao hồ công cộng.';
    expect(groups(long, parts)).toEqual(['split: Vận động người -> Vận động người + Không xả rác']);
    expect(groups(parts, long)).toEqual(['merged: Vận động người + Không xả rác -> Vận động người']);
  });

  test('a clause in a section of another kind is moved', () => {
    const document = (body: string) => sourceFromText(`KẾ HOẠCH\n\nTuyên truyền năm 2026\n\n${body}`);
    const all = (body: string) =>
      clausesOf(document(body), parsePlan(document(body))).filter((clause) => !clause.heading);
    const [group] = align(all(`I. YÊU CẦU\n\n${CLEAN}`), all(`I. TỔ CHỨC THỰC HIỆN\n\n${CLEAN}`));
    expect(group).toMatchObject({ kind: 'same', moved: true });
  });

  test('rows of a table are clauses, a theme in quotation marks is never cut', () => {
    const table = clauses(
      '| STT | Nhiệm vụ | Thời gian |\n|---|---|---|\n| 1 | Rà soát thủ tục hành chính cấp xã | Quý II |',
    );
    expect(table.at(-1)?.cells?.map(({ text }) => text)).toEqual(['1', 'Rà soát thủ tục hành chính cấp xã', 'Quý II']);
    expect(clauses('Thực hiện chủ đề “Kỷ cương; trách nhiệm; sáng tạo” của tỉnh.').map(({ text }) => text)).toEqual([
      'Thực hiện chủ đề “Kỷ cương; trách nhiệm; sáng tạo” của tỉnh',
    ]);
  });

  const word = fc.constantFrom(
    'rà',
    'soát',
    'thu',
    'gom',
    'rác',
    'đường',
    'liên',
    'thôn',
    'bầu',
    'cử',
    'cây',
    'xanh',
    'kênh',
    'loa',
    'vốn',
    'hộ',
  );
  const body = fc
    .array(fc.array(word, { minLength: 4, maxLength: 12 }), { minLength: 1, maxLength: 12 })
    .map((items) => items.map((words, i) => `${i + 1}. Việc ${words.join(' ')}.`).join('\n\n'));

  test('every clause of both sides stands in exactly one group, and a plan aligned with itself is wholly the same', () => {
    fc.assert(
      fc.property(body, body, (parent, child) => {
        const left = clauses(parent);
        const right = clauses(child);
        const found = align(left, right);
        expect(found.flatMap((group) => group.parent).sort(byStart)).toEqual([...left].sort(byStart));
        expect(found.flatMap((group) => group.child).sort(byStart)).toEqual([...right].sort(byStart));
        expect(align(left, left).filter(({ kind }) => kind === 'missing' || kind === 'new')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

function byStart(a: { span: { start: number } }, b: { span: { start: number } }): number {
  return a.span.start - b.span.start;
}
