/** What the words around a name tell about whose it is. The rule's own examples show the messages. */
import { describe, expect, it } from 'vitest';
import { placeName } from '../../src/checks/place-name.js';
import type { LoadedPlan } from '../../src/engine/check.js';
import { buildLibrary } from '../../src/library/library.js';
import { linkCase } from '../../src/library/parents.js';
import { parsePlan } from '../../src/plan/parse.js';
import { sourceFromText } from '../../src/source/read.js';

function load(text: string, path: string): LoadedPlan {
  const document = sourceFromText(text, path);
  return { document, plan: parsePlan(document) };
}

function plan(unit: string, body: string, basis = ''): string {
  const name = unit.replace(/^(?:xã|phường) /u, '');
  return `ỦY BAN NHÂN DÂN\n${unit.toUpperCase()}\n\n${name}, ngày 09 tháng 3 năm 2026\n\nKẾ HOẠCH\n\nĐào giếng năm 2026\n\n${basis}Ủy ban nhân dân ${unit} ban hành Kế hoạch đào giếng như sau:\n\nI. NỘI DUNG\n\n${body}\n`;
}

function found(text: string, ...others: LoadedPlan[]): string[] {
  const child = load(text, 'xa.md');
  const kase = linkCase(child, buildLibrary([child, ...others]), [], '2026-06-01');
  return [...placeName.run(kase, {})].map(({ message, data }) => `${message}: ${data.found}`);
}

describe('a neighbour’s name', () => {
  it.each([
    'Thực hiện Nghị quyết Đại hội đại biểu Đảng bộ xã Lam Thành lần thứ I, nhiệm kỳ 2025 - 2030.',
    'Ủy ban nhân dân xã Lam Thành yêu cầu các thôn thực hiện nghiêm túc.',
    'Trên đây là Kế hoạch đào giếng trên địa bàn xã Lam Thành, yêu cầu các thôn thực hiện./.',
  ])('is wrong where a plan speaks of itself: %s', (sentence) => {
    expect(found(plan('xã Thông Thụ', sentence))).toEqual(['neighbour: xã Lam Thành']);
  });

  it.each([
    'Phối hợp với Đảng bộ xã Lam Thành tổ chức hội thảo.',
    'Mượn máy khoan do Ủy ban nhân dân xã Lam Thành đề nghị điều chuyển.',
    'Khảo sát mạch nước trên địa bàn xã Lam Thành.',
  ])('may be meant elsewhere: %s', (sentence) => {
    expect(found(plan('xã Thông Thụ', sentence)).filter((each) => !each.startsWith('doubtful'))).toEqual([]);
  });
});

describe('a commune whose name several provinces have', () => {
  // An Châu lies in An Giang and in Nghệ An
  const province = load(
    'ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN\n\nSố: 71/KH-UBND\n\nNghệ An, ngày 02 tháng 02 năm 2026\n\nKẾ HOẠCH\n\nĐào giếng năm 2026\n\nI. NỘI DUNG\n\nĐào giếng.\n',
    'tinh.md',
  );
  const basis = 'Thực hiện Kế hoạch số 71/KH-UBND ngày 02/02/2026 của UBND tỉnh;\n\n';
  const sentence = 'Bám sát nghị quyết của Hội đồng nhân dân xã Nghệ An về cấp nước.';

  it('lies in that of its parent', () => {
    expect(found(plan('xã An Châu', sentence, basis), province)).toEqual(['kind: xã Nghệ An']);
    expect(found(plan('xã An Châu', sentence, basis))).not.toContain('kind: xã Nghệ An');
  });
});
