import { describe, expect, it } from 'vitest';
import { describeUnit, provinceNamed, type Unit, unitsWithin } from '../../src/data/units.js';
import type { UnitKind } from '../../src/plan/plan.js';
import { type UnitStanding, unitStanding } from '../../src/plan/unit-standing.js';

const DAY = '2026-06-09';

/** "former: xã An Lão" of "xã Thái Sơn" in Hải Phòng. */
function standing(kind: UnitKind, name: string, province: string | null, day = DAY): string {
  return inWords(unitStanding(kind, name, province === null ? null : provinceNamed(province), day));
}

function inWords(found: UnitStanding): string {
  if (found.is === 'unknown')
    return found.near === null ? 'unknown' : `${found.slip ? 'slip' : 'near'}: ${title(found.near)}`;
  return 'units' in found ? `${found.is}: ${found.units.map(title).join(', ')}` : found.is;
}

function title(unit: Unit): string {
  return `${unit.kind} ${unit.name}`;
}

describe('standing of a commune in its province', () => {
  it.each([
    ['xã', 'Yết Kiêu', 'there'],
    ['phường', 'Yết Kiêu', 'other-kind: xã Yết Kiêu'],
    ['xã', 'Thái Sơn', 'former: xã An Lão, xã An Khánh'],
    ['thị trấn', 'Vĩnh Bảo', 'former: xã Vĩnh Bảo'],
    ['xã', 'Bắc Thanh Miên', 'slip: xã Bắc Thanh Miện'],
    ['phường', 'Thạch Khê', 'elsewhere: xã Thạch Khê'],
    ['xã', 'Nguyễn Lương Bang', 'slip: xã Nguyễn Lương Bằng'],
    ['xã', 'Nguyễn Lương Bình', 'near: xã Nguyễn Lương Bằng'],
    ['xã', 'Vân Mộc Hạ', 'unknown'],
  ] as const)('%s %s in Hải Phòng', (kind, name, expected) => {
    expect(standing(kind, name, 'Hải Phòng')).toBe(expected);
  });

  it('takes no notice of tone placement, i and y, and the second half of a double name', () => {
    expect(standing('xã', 'Kiến Thụy', 'Hải Phòng')).toBe('there');
    expect(standing('xã', 'Kiến Thuỵ', 'Hải Phòng')).toBe('there');
    expect(standing('phường', 'Mĩ Tho', 'Đồng Tháp')).toBe('there');
    expect(standing('phường', 'Xuân Hương', 'Lâm Đồng')).toBe('there');
  });

  it('is not sure of marks in names of other languages', () => {
    expect(standing('tỉnh', 'Đăk Lăk', null)).toBe('near: tỉnh Đắk Lắk');
  });
});

describe('standing of provinces and districts', () => {
  it.each([
    ['thành phố', 'Hải Phòng', 'there'],
    ['tỉnh', 'Hải Phòng', 'other-kind: thành phố Hải Phòng'],
    ['tỉnh', 'Hải Dương', 'former: thành phố Hải Phòng'],
    ['thành phố', 'Hải Dương', 'district'],
    ['huyện', 'Gia Lộc', 'district'],
    ['thành phố', 'Thái Nguyên', 'there'],
    ['huyện', 'Quế Phong', 'there'],
    ['tỉnh', 'Quãng Ninh', 'slip: tỉnh Quảng Ninh'],
    ['tỉnh', 'Vân Nam', 'unknown'],
  ] as const)('%s %s seen from Hải Phòng', (kind, name, expected) => {
    expect(standing(kind, name, 'Hải Phòng')).toBe(expected);
  });

  it('goes by the day where a kind changed later', () => {
    expect(standing('tỉnh', 'Đồng Nai', null, '2026-03-09')).toBe('there');
    expect(standing('tỉnh', 'Đồng Nai', null, '2026-06-09')).toBe('other-kind: thành phố Đồng Nai');
    expect(standing('xã', 'Tân Khai', 'Đồng Nai', '2026-06-09')).toBe('other-kind: phường Tân Khai');
    expect(standing('phường', 'Tân Khai', 'Đồng Nai', '2026-03-09')).toBe('there');
  });

  it('holds what it says where no province is known to what can be only one unit', () => {
    expect(standing('xã', 'Thạch Khê', null)).toBe('there');
    expect(standing('xã', 'Hiệp Cát', null)).toBe('former: xã Trần Phú');
    expect(standing('xã', 'Tân Thành Thượng', null)).toBe('there');
  });
});

it('finds every unit in force where it is', () => {
  const misplaced = unitsWithin(null).flatMap((province) =>
    [province, ...unitsWithin(province)].filter(
      ({ kind, name }) => unitStanding(kind, name, province, DAY).is !== 'there',
    ),
  );
  expect(misplaced.map(describeUnit)).toEqual([]);
});
