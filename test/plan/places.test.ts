import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../src/plan/parse.js';
import type { PlaceMention } from '../../src/plan/plan.js';
import { sourceFromText } from '../../src/source/read.js';

const HEAD = `ỦY BAN NHÂN DÂN
PHƯỜNG TRÍ QUẢ

Trí Quả, ngày 02 tháng 3 năm 2026

KẾ HOẠCH

Đắp đường đê

Ủy ban nhân dân phường Trí Quả ban hành Kế hoạch đắp đường đê.

`;

/** Units that are found in a sentence in the body of a ward's plan. */
function placesIn(sentence: string): PlaceMention[] {
  const document = sourceFromText(`${HEAD}${sentence}\n`);
  const start = document.text.indexOf('đường đê.') + 'đường đê.'.length;
  return parsePlan(document).places.filter(({ span }) => span.start >= start);
}

function titles(sentence: string): string[] {
  return placesIn(sentence).map(({ unit }) => `${unit.kind} ${unit.name}`);
}

describe('names of units', () => {
  it.each([
    ['Xe chạy qua phường Trạm Lộ về xã Tân Chi.', ['phường Trạm Lộ', 'xã Tân Chi']],
    [
      'Kết quả của TP. Hải Phòng, TP Huế và Thành phố Hồ Chí Minh.',
      ['thành phố Hải Phòng', 'thành phố Huế', 'thành phố Hồ Chí Minh'],
    ],
    ['Trước đây là Phường 1, Quận 3.', ['phường 1', 'quận 3']],
    ['Đi từ xã Phú Hòa 1 đến phường Lâm Viên - Đà Lạt.', ['xã Phú Hòa 1', 'phường Lâm Viên - Đà Lạt']],
    ["Bản làng xã Ea H'leo và xã M’Drắk.", ["xã Ea H'leo", 'xã M’Drắk']],
    ['Hàng của tỉnh Bà Rịa - Vũng Tàu.', ['tỉnh Bà Rịa - Vũng Tàu']],
    ['Làng gốm ở xã Vân Mộc Hạ.', ['xã Vân Mộc Hạ']],
    ['Phường Trí quả quyết tâm.', ['phường Trí quả']],
    ['ĐẮP ĐÊ TRÊN ĐỊA BÀN PHƯỜNG TRẠM LỘ NĂM 2026', ['phường Trạm Lộ']],
    ['ĐẮP ĐÊ TẠI XÃ VÂN MỘC LẦN THỨ NHẤT', ['xã Vân Mộc']],
  ])('%s', (sentence, expected) => {
    expect(titles(sentence)).toEqual(expected);
  });

  it.each([
    'Hợp tác xã Tân Tiến và Thông tấn xã Việt Nam.',
    'Các xã, phường Căn cứ kế hoạch này để làm.',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Toàn phường có 100% hộ dùng nước sạch; phường 02 lần được khen.',
    'Cán bộ xã Xin nghỉ phép.',
  ])('no unit: %s', (sentence) => {
    expect(titles(sentence)).toEqual([]);
  });

  it('gives the span of kind and name', () => {
    const document = sourceFromText(`${HEAD}Ghé thăm   phường Trạm Lộ.\n`);
    const place = parsePlan(document).places.at(-1);
    expect(document.text.slice(place?.span.start, place?.span.end)).toBe('phường Trạm Lộ');
  });
});

describe('phrases of the own unit', () => {
  it.each([
    ['Nghị quyết Đại hội đại biểu Đảng bộ phường Trạm Lộ lần thứ nhất', 'Đại hội đại biểu Đảng bộ {unit}'],
    ['do Uỷ ban nhân dân phường Trạm Lộ ban hành', 'Ủy ban nhân dân {unit} ban hành'],
    ['họp Hội đồng nhân dân phường Trạm Lộ', 'Hội đồng nhân dân {unit}'],
    ['các cơ quan trên địa bàn phường Trạm Lộ', 'trên địa bàn {unit}'],
  ])('%s', (sentence, phrase) => {
    expect(placesIn(sentence)[0]?.ownPhrase).toBe(phrase);
  });

  it.each([
    'qua địa phận phường Trạm Lộ',
    'số 5, phường Trạm Lộ',
    'trên địa bàn các phường Trạm Lộ, Mão Điền',
  ])('none in: %s', (sentence) => {
    expect(placesIn(sentence)[0]?.ownPhrase).toBeNull();
  });

  it('does not reach over a line end in running text', () => {
    expect(placesIn('Giao Đảng bộ\n\nphường Trạm Lộ')[0]?.ownPhrase).toBeNull();
  });

  it('holds "của …" for the own unit in the subject and the closing sentence only', () => {
    expect(placesIn('Nhà văn hóa của phường Trạm Lộ')[0]?.ownPhrase).toBeNull();
    expect(placesIn('Trên đây là Kế hoạch của phường Trạm Lộ./.')[0]?.ownPhrase).toBe('của {unit}');
  });

  it('knows the zone', () => {
    expect(placesIn('Nơi nhận:\n\n- UBND phường Trạm Lộ;\n\n- Lưu: VT.')[0]?.zone).toBe('recipients');
  });
});

describe('any text', () => {
  it('gives spans in order, none inside another, each beginning with a kind', () => {
    const word = fc.constantFrom(
      'phường',
      'xã',
      'TỈNH',
      'TP.',
      'Trí',
      'Quả',
      'LỘ',
      'và',
      ',',
      '-',
      '1',
      '12',
      'Đảng bộ',
      '\n\n',
      '’',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const document = sourceFromText(words.join(' '));
        let end = 0;
        for (const { span } of parsePlan(document).places) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(document.text.slice(span.start, span.end)).toMatch(/^(?:phường|xã|tỉnh|tp\.?)\s*\S/iu);
          end = span.end;
        }
      }),
      { numRuns: 60 },
    );
  });
});
