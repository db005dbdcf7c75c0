import { describe, expect, it } from 'vitest';
import {
  describeUnit,
  formerUnitsNamed,
  isUnitName,
  provinceNamed,
  unitKey,
  unitsNamed,
} from '../../src/data/units.js';

describe('gazetteer', () => {
  it('tells units of one name in several provinces apart', () => {
    expect(unitsNamed('an hải').map(describeUnit)).toEqual([
      'phường An Hải, thành phố Hải Phòng',
      'phường An Hải, thành phố Đà Nẵng',
    ]);
  });

  it('finds a name in either tone placement and in upper case', () => {
    expect(provinceNamed('Thanh Hoá')).toBe(provinceNamed('THANH HÓA'));
    expect(provinceNamed('Thanh Hóa')?.name).toBe('Thanh Hóa');
  });

  it('finds the one unit whose name really changed under both names', () => {
    expect(unitsNamed('Phó Bảng')).toEqual(unitsNamed('Phố Bảng'));
    expect(unitsNamed('Phó Bảng')).toHaveLength(1);
  });

  it('knows the kind before a later change', () => {
    expect(provinceNamed('Đồng Nai')).toMatchObject({ kind: 'thành phố', kindBefore: 'tỉnh' });
  });

  it('knows what former communes, districts and provinces became', () => {
    const commune = formerUnitsNamed('Yết Kiêu').find((unit) => unit.province === 'Hải Dương');
    expect(commune).toMatchObject({ kind: 'xã' });
    expect(commune?.became.map((unit) => unit.name)).toEqual(['Gia Lộc', 'Yết Kiêu']);
    const named = formerUnitsNamed('Hải Dương').map((unit) => `${unit.kind} ${unit.name}: ${unit.became.length}`);
    expect(named).toContain('tỉnh Hải Dương: 1');
    expect(named).toContain('thành phố Hải Dương: 9');
    expect(formerUnitsNamed('Côn Đảo')[0]?.became.map(describeUnit)).toEqual([
      'đặc khu Côn Đảo, thành phố Hồ Chí Minh',
    ]);
  });

  it('says nothing of a name that it does not hold', () => {
    expect(unitsNamed('Vân Mộc Hạ')).toEqual([]);
    expect(formerUnitsNamed('Vân Mộc Hạ')).toEqual([]);
    expect(isUnitName('Vân Mộc Hạ')).toBe(false);
  });

  it('compares names without the shapes of dashes and apostrophes', () => {
    expect(unitKey('Bà Rịa–Vũng Tàu')).toBe(unitKey('Bà Rịa - Vũng Tàu'));
    expect(unitKey('Cư M’gar')).toBe(unitKey("CƯ M'GAR"));
  });

  it('never gives one name twice to one kind within one province', () => {
    for (const name of ['Bình Minh', 'Tân Hưng', 'Hòa Bình', 'Thanh Xuân']) {
      const titles = unitsNamed(name).map(describeUnit);
      expect(titles.length).toBeGreaterThan(0);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });
});
