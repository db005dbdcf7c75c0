/** Units that are not there, where the rule's examples do not reach: the words around them, partial dates, lists, and every unit in force. */
import { describe, expect, test } from 'vitest';
import { unknownUnit } from '../../src/checks/unknown-unit.js';
import { describeUnit, type Unit, unitsWithin } from '../../src/data/units.js';
import type { RawFinding } from '../../src/engine/check.js';
import { parsePlan } from '../../src/plan/parse.js';
import { sourceFromText } from '../../src/source/read.js';

function plan(body: string, date = 'ngày 09 tháng 3 năm 2026'): string {
  return `ỦY BAN NHÂN DÂN\nXÃ YẾT KIÊU\n\nYết Kiêu, ${date}\n\nKẾ HOẠCH\n\nKhơi mương\n\nThực hiện ý kiến của Ủy ban nhân dân thành phố Hải Phòng, Ủy ban nhân dân xã Yết Kiêu ban hành Kế hoạch khơi mương như sau:\n\n${body}\n`;
}

function run(text: string, mostDoubtful = 5): RawFinding[] {
  const document = sourceFromText(text, 'ke-hoach.md');
  const kase = { document, plan: parsePlan(document), parents: [], today: '2026-11-20' };
  return [...unknownUnit.run(kase, { mostDoubtful })];
}

/** "former xã Thái Sơn" for every finding. */
function found(text: string): string[] {
  return run(text).map(({ message, data }) => `${message} ${data.found}`);
}

describe('a unit that is gone', () => {
  test.each([
    ['Giao xã Thái Sơn khơi mương.', ['former xã Thái Sơn']],
    ['Tăng thu nhập cho các hộ tại xã Thái Sơn.', ['former xã Thái Sơn']],
    ['Khơi mương ở thôn Đông, xã Thái Sơn.', ['former xã Thái Sơn']],
    ['Khảo sát xã Thái Sơn.', ['former-maybe xã Thái Sơn']],
    ['Công an xã Thái Sơn đã lập danh sách.', ['former-maybe xã Thái Sơn']],
    ['Sửa cầu Vồng thuộc xã Thái Sơn.', ['former-maybe xã Thái Sơn']],
    ['Xã Thái Sơn nay là xã An Lão.\n\nGiao xã Thái Sơn khơi mương.', ['former-maybe xã Thái Sơn']],
    ['Sửa cổng Trường Mầm non xã Thái Sơn.', []],
    ['Mua ống của ông Nguyễn Văn Tấc, xã Thái Sơn.', []],
    ['Năm 2024, giao xã Thái Sơn khơi mương.', []],
    ['Kết quả quý I/2025: giao xã Thái Sơn khơi 2 km.', []],
    ['Ngày 02/6/2025 giao xã Thái Sơn khơi 2 km.', []],
    ['KHƠI MƯƠNG TẠI XÃ THÁI SƠN', []],
    ['Giao xã Thái Sơn Thượng khơi mương.', []],
    ['Giao xã Thái Sơn 2 khơi mương.', []],
    ['Nơi nhận:\n\n- Công an xã Thái Sơn;\n\n- Lưu: VT.', []],
  ])('%s', (body, expected) => {
    expect(found(plan(body))).toEqual(expected);
  });

  test('names the units that it went into, and suggests the one if there is one', () => {
    const [split] = run(plan('Giao xã Thái Sơn khơi mương.'));
    expect(split).toMatchObject({ data: { now: 'xã An Lão; xã An Khánh' } });
    expect(split?.fix).toBeUndefined();
    const [whole] = run(plan('Giao xã Hiệp Cát khơi mương.'));
    expect(whole).toMatchObject({ data: { now: 'xã Trần Phú' }, fix: { text: 'xã Trần Phú', safe: false } });
  });

  test('is told once, at the place that is sure, with the others beside it', () => {
    const text = plan('Khảo sát xã Thái Sơn.\n\nGiao xã Thái Sơn khơi mương.');
    const findings = run(text);
    expect(findings.map(({ message }) => message)).toEqual(['former']);
    expect(findings[0]?.related).toHaveLength(1);
    expect(findings[0]?.span.start).toBeGreaterThan(findings[0]?.related?.[0]?.span.start ?? Number.POSITIVE_INFINITY);
  });
});

describe('the date of the document', () => {
  test.each([
    ['ngày 09 tháng 3 năm 2025', []],
    ['ngày tháng năm 2025', []],
    ['ngày tháng năm', []],
    ['ngày tháng 8 năm 2025', ['former xã Thái Sơn']],
    ['ngày tháng năm 2026', ['former xã Thái Sơn']],
  ])('%s', (date, expected) => {
    expect(found(plan('Giao xã Thái Sơn khơi mương.', date))).toEqual(expected);
  });

  test('decides which kind a unit has that changed later', () => {
    const body = 'Đề nghị UBND tỉnh Đồng Nai cho mượn máy bơm.';
    expect(found(plan(body, 'ngày 09 tháng 3 năm 2026'))).toEqual([]);
    expect(found(plan(body, 'ngày 09 tháng 7 năm 2026'))).toEqual(['other-kind tỉnh Đồng Nai']);
    expect(found(plan('Mua ống ở tỉnh Đồng Nai.', 'ngày 09 tháng 7 năm 2026'))).toEqual([]);
  });
});

describe('a unit of another province', () => {
  test.each([
    ['Thuê máy tại xã Thạch Khê.', ['elsewhere xã Thạch Khê']],
    ['Thuê máy tại xã Thạch Khê, thành phố Hải Phòng.', ['elsewhere xã Thạch Khê']],
    ['Thuê máy tại xã Thạch Khê, tỉnh Hà Tĩnh.', []],
    ['Tham quan xã Thạch Khê.', []],
    ['Thuê máy tại xã Thạch Khê.\n\nMáy do các hộ ở Hà Tĩnh làm.', []],
    ['Thuê máy tại xã Thạch Khê, xã Thông Nông, xã Thông Thụ.', []],
  ])('%s', (body, expected) => {
    expect(found(plan(body))).toEqual(expected);
  });
});

test('the own unit written wrongly is the matter of another rule', () => {
  expect(found(plan('Hội đồng nhân dân phường Yết Kiêu giám sát.'))).toEqual([]);
  expect(found(plan('Khơi mương phường Yết Kiêu.'))).toEqual(['other-kind phường Yết Kiêu']);
});

test('a suggestion begins with a capital where the words do', () => {
  const [finding] = run(plan('Phường Gia Lộc cho mượn máy.'));
  expect(finding?.fix?.text).toBe('Xã Gia Lộc');
});

test('many doubtful names mean another area or time; sure ones stay', () => {
  const doubtful = ['Thái Sơn', 'Hiệp Cát', 'Kim Liên', 'Cẩm Vũ', 'Tam Kỳ', 'Ngũ Phúc'];
  const body = [...doubtful.map((name) => `Khảo sát xã ${name}.`), 'Giao xã Nhân Huệ khơi mương.'].join('\n\n');
  expect(run(plan(body)).map(({ message }) => message)).toEqual(['former']);
  expect(run(plan(body), 6).length).toBe(7);
});

describe('the gazetteer', () => {
  const provincePlan = (province: Unit, body: string) =>
    `ỦY BAN NHÂN DÂN\n${`${province.kind} ${province.name}`.toUpperCase()}\n\n${province.name}, ngày 09 tháng 6 năm 2026\n\nKẾ HOẠCH\n\nKhơi mương\n\nỦy ban nhân dân ${province.kind} ${province.name} ban hành Kế hoạch khơi mương như sau:\n\n${body}\n`;

  test.each(
    unitsWithin(null).map((province) => [province.name, province] as const),
  )('units of %s in force are never reported in its plans', (_, province) => {
    const body = unitsWithin(province).map(({ kind, name }) => `Công an ${kind} ${name} họp tại ${kind} ${name}.`);
    expect(run(provincePlan(province, body.join('\n\n')), 1000)).toEqual([]);
  });

  test('nor are they with the province named in a plan of another one', () => {
    const [other] = unitsWithin(null);
    expect(other).toBeDefined();
    const body = unitsWithin(other ?? null).map((unit) => `Công an ${describeUnit(unit)} họp.`);
    expect(body.length).toBeGreaterThan(50);
    expect(found(plan(body.join('\n\n')))).toEqual([]);
  });
});
