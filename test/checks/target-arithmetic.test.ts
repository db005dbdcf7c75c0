import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { targetArithmetic } from '../../src/checks/target-arithmetic.js';
import { parsePlan } from '../../src/plan/parse.js';
import { sourceFromText } from '../../src/source/read.js';
import { printNumber } from '../../src/text/numbers.js';

/** Message and quotation of every finding in a plan with this body. */
function found(body: string): string[] {
  const document = sourceFromText(
    `ỦY BAN NHÂN DÂN\nXÃ TÂN HÀ\n\nSố: 15/KH-UBND\n\nKẾ HOẠCH\n\nPhát triển năm 2026\n\nI. NỘI DUNG\n\n${body}\n`,
    'a.md',
  );
  const kase = { document, plan: parsePlan(document), parents: [], today: '2026-06-01' };
  return [...targetArithmetic.run(kase, {})].map(
    ({ message, span }) => `${message}: ${document.text.slice(span.start, span.end)}`,
  );
}

describe('figures that agree', () => {
  test.each([
    '- Giá trị sản xuất đạt 1.254,6 tỷ đồng, đạt 74,8% kế hoạch năm (1.677 tỷ đồng), tăng 8,5% so với cùng kỳ (1.156,3 tỷ đồng).',
    '- Giá trị sản xuất (giá hiện hành) đạt 1.254 tỷ đồng, tăng 6% so với cùng kỳ (1.100 tỷ đồng).',
    '- Thu ngân sách đạt 25,6 tỷ đồng, bằng 102,4% dự toán tỉnh giao (25 tỷ đồng), bằng 98,5% dự toán xã giao (26 tỷ đồng).',
    '- Chi ngân sách 18,2/24,5 tỷ đồng, đạt 74,3%.',
    '- Có 12/15 thôn đạt danh hiệu thôn văn hóa (80%); 23/23 tổ hòa giải hoạt động tốt (100%).',
    '- Rút ngắn thời gian còn 48/60 ngày, tỷ lệ 20%.',
    '- Thu ngân sách 6 tháng đầu năm đạt 12,5 tỷ đồng, đạt 50% dự toán; 9 tháng đạt 18,9 tỷ đồng, đạt 76% dự toán.',
    '- Thu phí quý I đạt 0,5 tỷ đồng, đạt 100% kế hoạch; quý II đạt 0,52 tỷ đồng, đạt 101% kế hoạch.',
    '- Diện tích gieo trồng 2.150 ha, gồm lúa 1.500 ha, ngô 350 ha, rau màu các loại 300 ha.',
    '- Kinh phí 1,25 tỷ đồng, gồm: ngân sách xã 700 triệu đồng; vốn huy động 400 triệu đồng; đóng góp 150 triệu đồng.',
    '- Tổng thu 28 tỷ đồng; trong đó thu nội địa 20 tỷ đồng (gồm thuế 8,5 tỷ đồng, phí 5 tỷ đồng, thu khác 6,5 tỷ đồng).',
    '- Tặng 100 suất quà, gồm 50 suất trị giá 500.000 đồng/suất và 50 suất trị giá 300.000 đồng/suất.',
    '- Tổ chức 05 lớp cho 250 người, gồm 2 lớp cho 100 cán bộ, 3 lớp cho 150 người dân.',
    '- Kinh phí 500 triệu đồng, gồm ngân sách xã 300 triệu đồng (trong đó sự nghiệp 100 triệu đồng), còn lại huy động.',
    '- Kinh phí 500 triệu đồng, gồm ngân sách xã 300 triệu đồng, hội phí 150 triệu đồng và các nguồn khác…',
    '- Tăng 3 mô hình so với năm trước, trong đó có 5 mô hình của thanh niên.',
    '- Nước uống: 50 người x 2 ngày x 20.000 đồng/người/ngày = 2.000.000 đồng.',
    '- Hỗ trợ 10 triệu đồng/thôn x 12 thôn = 120 triệu đồng; 5 xã x 10 = 50 triệu đồng.',
    '- Dự phòng: 45.500.000 đồng x 10% = 4.550.000 đồng; 120 + 85 = 205 hộ.',
  ])('%s', (body) => {
    expect(found(body)).toEqual([]);
  });
});

describe('figures that do not', () => {
  test.each([
    [
      '- Thu phí đạt 84,3 tỷ đồng, đạt 25,5% so kế hoạch (160,5 tỷ đồng).',
      ['percent: 84,3 tỷ đồng, đạt 25,5% so kế hoạch'],
    ],
    [
      '- Doanh thu đạt 115 tỷ đồng, tăng 25% so với năm 2025 (100 tỷ đồng).',
      ['percent: 115 tỷ đồng, tăng 25% so với năm 2025'],
    ],
    ['- Giải ngân 18,2/24,5 tỷ đồng, đạt 84,3%.', ['percent: 18,2/24,5 tỷ đồng, đạt 84,3%']],
    ['- Có 80% (11/15 thôn) đạt danh hiệu thôn văn hóa.', ['percent: 80% (11/15 thôn']],
    ['- Đàn gia súc 5.200 con, gồm trâu 320 con, bò 1.880 con, lợn 3.500 con.', ['parts: 5.200 con']],
    [
      '- Kinh phí 1,25 tỷ đồng, bao gồm:\n- Ngân sách xã: 700 triệu đồng;\n- Vốn huy động: 450 triệu đồng.',
      ['parts: 1,25 tỷ đồng'],
    ],
    ['- Toàn đội 20 người, trong đó có 25 người trực.', ['part: 20 người, trong đó có 25 người']],
    ['- Tài liệu: 120 bộ x 15.000 đồng = 1.500.000 đồng.', ['formula: 120 bộ x 15.000 đồng = 1.500.000 đồng']],
    ['- Trồng 120 + 85 = 215 cây.', ['formula: 120 + 85 = 215 cây']],
  ])('%s', (body, expected) => {
    expect(found(body)).toEqual(expected);
  });
});

describe('rows of a total', () => {
  const table = (total: string, first = '1'): string =>
    `| TT | Nội dung | Thành tiền |\n|---|---|---|\n| ${first} | Cây giống | 6.000.000 |\n| 2 | Phân bón | 3.750.000 |\n| | Tổng cộng | ${total} |`;

  test('the sum is right', () => {
    expect(found(table('9.750.000'))).toEqual([]);
  });
  test('the sum is wrong', () => {
    expect(found(table('9.570.000'))).toEqual(['table: 9.570.000']);
  });
  test('rows with sub-items are left alone', () => {
    expect(found(table('9.570.000', 'I'))).toEqual([]);
  });
});

/** A part and a whole as printed, with what they really are. */
const figures = fc.record({
  part: fc.integer({ min: 1000, max: 10 ** 8 }),
  whole: fc.integer({ min: 1000, max: 10 ** 8 }),
  decimals: fc.integer({ min: 0, max: 3 }),
  percentDecimals: fc.integer({ min: 0, max: 2 }),
  cut: fc.boolean(),
});

test('rounded or cut off, a true per cent is never a finding; far off, it always is', () => {
  fc.assert(
    fc.property(figures, ({ part, whole, decimals, percentDecimals, cut }) => {
      const print = (value: number, digits: number): string => {
        const unit = 10 ** digits;
        return printNumber((cut ? Math.trunc(value * unit + 1e-9) : Math.round(value * unit)) / unit, digits);
      };
      const percent = (part / whole) * 100;
      const sentence = (said: number): string =>
        `- Thu phí đạt ${print(part / 1000, decimals)} tỷ đồng, đạt ${print(said, percentDecimals)}% so kế hoạch (${print(whole / 1000, decimals)} tỷ đồng).`;
      expect(found(sentence(percent))).toEqual([]);
      // both figures have at least three digits, so that they settle the per cent to within a hundredth of itself
      if (part >= 10 ** 6 && whole >= 10 ** 6) expect(found(sentence(percent * 1.2 + 3))).toHaveLength(1);
    }),
    { numRuns: 60 },
  );
});
