import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../src/plan/parse.js';
import type { OwnUnit } from '../../src/plan/plan.js';
import { sourceFromText } from '../../src/source/read.js';

function ownUnit(text: string): OwnUnit | null {
  return parsePlan(sourceFromText(text)).ownUnit;
}

function sources(unit: OwnUnit | null): string[] {
  return [...new Set(unit?.evidence.map(({ source }) => source) ?? [])];
}

const COMMUNE = `ỦY BAN NHÂN DÂN
XÃ THÔNG THỤ

Số: /KH-UBND

Thông Thụ, ngày tháng 5 năm 2026

KẾ HOẠCH

Trồng tre giữ bờ suối trên địa bàn xã Thông Thụ

Ủy ban nhân dân xã Thông Thụ ban hành Kế hoạch trồng tre như sau:

1. Mỗi bản trồng hai trăm khóm.

Trên đây là Kế hoạch trồng tre của xã Thông Thụ, đề nghị các bản thực hiện./.
`;

describe('own unit', () => {
  it('is certain where header, place line, launching sentence, subject and closing agree', () => {
    const unit = ownUnit(COMMUNE);
    expect(unit).toMatchObject({ kind: 'xã', name: 'Thông Thụ', level: 'commune', province: 'Nghệ An', certain: true });
    expect(sources(unit)).toEqual(['header', 'place', 'launch', 'subject', 'closing']);
  });

  it('does without a header: place line and launching sentence are enough', () => {
    const text = COMMUNE.slice(COMMUNE.indexOf('Số:'))
      .replace(' trên địa bàn xã Thông Thụ', '')
      .replace(' của xã Thông Thụ', '');
    const unit = ownUnit(text);
    expect(unit).toMatchObject({ kind: 'xã', name: 'Thông Thụ', certain: true });
    expect(sources(unit)).toEqual(['place', 'launch']);
  });

  it('keeps the name of the majority where one place has another', () => {
    const unit = ownUnit(COMMUNE.replace('XÃ THÔNG THỤ', 'XÃ THÔNG NÔNG'));
    expect(unit).toMatchObject({ name: 'Thông Thụ', certain: true });
    expect(sources(unit)).not.toContain('header');
  });

  it('is not certain on one witness', () => {
    expect(ownUnit('ỦY BAN NHÂN DÂN\nXÃ THÔNG THỤ\n\nKẾ HOẠCH\n\nTrồng tre\n\n1. Trồng tre.')?.certain).toBe(false);
  });

  it('takes the kind from the launching sentence and the name from the place line', () => {
    const unit = ownUnit(
      'Số: 8/KH-UBND\n\nHải Phòng, ngày 02 tháng 3 năm 2026\n\nKẾ HOẠCH\n\nThả cá giống\n\nChủ tịch Ủy ban nhân dân thành phố ban hành Kế hoạch thả cá giống.',
    );
    expect(unit).toMatchObject({
      kind: 'thành phố',
      name: 'Hải Phòng',
      level: 'province',
      province: 'Hải Phòng',
      certain: true,
    });
  });

  it('takes the kind that the text mostly says and the gazetteer knows, not the one that is said once', () => {
    const text = COMMUNE.slice(COMMUNE.indexOf('Số:'))
      .replace(' trên địa bàn xã Thông Thụ', '')
      .replace(' của xã Thông Thụ', '')
      .replace('Ủy ban nhân dân xã Thông Thụ', 'Ủy ban nhân dân phường Thông Thụ')
      .replace('1. Mỗi bản', '1. Ủy ban nhân dân xã giao đất trên địa bàn xã; mỗi bản');
    expect(ownUnit(text)).toMatchObject({ kind: 'xã', name: 'Thông Thụ', certain: true });
  });

  it('tells the province of a name that two provinces have by the province that the text names', () => {
    const plan = (province: string) =>
      ownUnit(
        `ỦY BAN NHÂN DÂN\nPHƯỜNG AN HẢI\n\nAn Hải, ngày 02 tháng 3 năm 2026\n\nKẾ HOẠCH\n\nThả diều\n\nThực hiện ý kiến của Ủy ban nhân dân thành phố ${province}, Ủy ban nhân dân phường An Hải ban hành Kế hoạch thả diều.`,
      )?.province;
    expect(plan('Đà Nẵng')).toBe('Đà Nẵng');
    expect(plan('Hải Phòng')).toBe('Hải Phòng');
  });

  it('does not take the issuer of a cited document for the own unit', () => {
    const unit = ownUnit(
      'Số: /KH-UBND\n\nThông Thụ, ngày tháng 5 năm 2026\n\nKẾ HOẠCH\n\nTrồng tre\n\nThực hiện Kế hoạch số 9/KH-UBND do Ủy ban nhân dân tỉnh Nghệ An ban hành, Ủy ban nhân dân xã Thông Thụ xây dựng Kế hoạch trồng tre.',
    );
    expect(unit).toMatchObject({ kind: 'xã', name: 'Thông Thụ', certain: true });
  });

  it('holds a name that no table has', () => {
    const unit = ownUnit(COMMUNE.replaceAll('Thông Thụ', 'Vân Mộc Hạ').replace('THÔNG THỤ', 'VÂN MỘC HẠ'));
    expect(unit).toMatchObject({ kind: 'xã', name: 'Vân Mộc Hạ', province: null, certain: true });
  });

  it('is nobody for a central body, and where nothing tells', () => {
    expect(
      ownUnit('THỦ TƯỚNG CHÍNH PHỦ\n\nSố: 5/CĐ-TTg\n\nHà Nội, ngày 02 tháng 3 năm 2026\n\nCÔNG ĐIỆN\n\nVề nắng nóng'),
    ).toBeNull();
    expect(ownUnit('Kế hoạch trồng tre của chúng tôi.')).toBeNull();
    expect(ownUnit('')).toBeNull();
  });
});
