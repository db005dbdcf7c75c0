import { describe, expect, test } from 'vitest';
import { issuerAt, issuerOfSymbol, parseIssuer } from '../../src/plan/issuer.js';

/** "body | level | kind name" */
function read(text: string): string {
  const { body, level, unit } = parseIssuer(text);
  return [body, level, unit === null ? null : `${unit.kind} ${unit.name}`].join(' | ');
}

describe('parseIssuer', () => {
  test.each([
    ['Ủy ban nhân dân thành phố Hải Phòng', 'ủy ban nhân dân | province | thành phố Hải Phòng'],
    ['UBND TP. HCM', 'ủy ban nhân dân | province | thành phố Hồ Chí Minh'],
    ['Chủ tịch UBND xã Mỹ Đức', 'ủy ban nhân dân | commune | xã Mỹ Đức'],
    ['Uỷ ban nhân dân Tỉnh', 'ủy ban nhân dân | province | tỉnh null'],
    ['UBND thành phố Vinh', 'ủy ban nhân dân | district | thành phố Vinh'],
    ['UBND phường An Bình Ban hành Kế hoạch', 'ủy ban nhân dân | commune | phường An Bình'],
    ['UBND xã Năm Căn', 'ủy ban nhân dân | commune | xã Năm Căn'],
    ['UBND tỉnh Bà Rịa - Vũng Tàu về việc', 'ủy ban nhân dân | province | tỉnh Bà Rịa - Vũng Tàu'],
    ['HĐND phường', 'hội đồng nhân dân | commune | phường null'],
    ['Ban Thường vụ Tỉnh uỷ Lào Cai', 'tỉnh ủy | province | tỉnh Lào Cai'],
    ['Thành ủy Hải Phòng', 'thành ủy | province | thành phố Hải Phòng'],
    ['Ban Chấp hành Đảng bộ tỉnh Nghệ An', 'tỉnh ủy | province | tỉnh Nghệ An'],
    ['Ban Thường vụ Đảng ủy xã Tân An', 'đảng ủy | commune | xã Tân An'],
    ['Bộ Chính trị', 'bộ chính trị | central | '],
    ['Ban Chấp hành Trung ương Đảng khóa XIII', 'trung ương | central | '],
    ['Thủ tướng Chính phủ ban hành', 'thủ tướng chính phủ | central | '],
    ['Bộ trưởng Bộ Nông nghiệp và Môi trường', 'bộ nông nghiệp và môi trường | central | '],
    ['Bộ TN&MT', 'bộ tài nguyên và môi trường | central | '],
    ['Giám đốc Sở Công Thương tỉnh Lào Cai', 'sở công thương | province | tỉnh Lào Cai'],
    ['Sở Văn hoá, Thể thao và Du lịch', 'sở văn hóa, thể thao và du lịch | province | '],
    ['Giám đốc Sở', 'sở | province | '],
    ['UBND TỈNH LÀO CAI\nSỞ CÔNG THƯƠNG', 'sở công thương | province | tỉnh Lào Cai'],
    ['SỞ CÔNG THƯƠNG ĐOÀN KIỂM TRA THEO QUYẾT ĐỊNH SỐ 15/QĐ-SCT', 'đoàn kiểm tra | unit | '],
    ['ỦY BAN MTTQ VIỆT NAM XÃ MỸ ĐỨC BAN THƯỜNG TRỰC', 'ủy ban mặt trận tổ quốc việt nam | commune | xã MỸ ĐỨC'],
    ['UBND PHƯỜNG MỸ TRÀ\nTRƯỜNG THCS HOA SEN', 'trường | unit | phường MỸ TRÀ'],
    ['UBND XÃ BA CHÚC ĐỘI TRẬT TỰ', 'ủy ban nhân dân | commune | xã BA CHÚC'],
    ['Công ty Hoa Sen', ' |  | '],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('systems', () => {
    expect(['UBND tỉnh', 'Tỉnh ủy', 'MTTQ Việt Nam'].map((text) => parseIssuer(text).system)).toEqual([
      'state',
      'party',
      'mass',
    ]);
  });

  test('what is written is kept', () => {
    expect(parseIssuer(' Uỷ  ban nhân dân xã ').text).toBe('Uỷ ban nhân dân xã');
  });
});

test('issuerAt reads at one place only, to the end of the unit', () => {
  const text = 'của UBND tỉnh An Giang, Sở Y tế';
  expect(issuerAt(text, 4)).toMatchObject({ start: 4, end: 22, issuer: { text: 'UBND tỉnh An Giang' } });
  expect(issuerAt(text, 0)).toBeNull();
});

test.each([
  ['QĐ-TTg', false, 'thủ tướng chính phủ', 'central'],
  ['2025/QĐ-UBND', false, 'ủy ban nhân dân', null],
  ['UBND-KT', false, 'ủy ban nhân dân', null],
  ['CT/TU', true, null, 'province'],
  ['TT-BCT', false, 'bộ công thương', 'central'],
  ['KL/BCT', true, 'bộ chính trị', 'central'],
  ['2022/QH15', false, 'quốc hội', 'central'],
])('the symbol %s tells its issuer', (symbol, party, body, level) => {
  expect(issuerOfSymbol(symbol, party)).toMatchObject({ body, level });
});

test('an unknown symbol tells nothing', () => {
  expect(issuerOfSymbol('CV-HS', false)).toBeNull();
});
