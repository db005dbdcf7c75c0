import { describe, expect, test } from 'vitest';
import { parsePlan } from '../../src/plan/parse.js';
import type { Target } from '../../src/plan/plan.js';
import { sourceFromText } from '../../src/source/read.js';

const HEAD = `ỦY BAN NHÂN DÂN
XÃ TÂN HÀ

Số: 15/KH-UBND

Tân Hà, ngày 10 tháng 3 năm 2026

KẾ HOẠCH

Phát triển kinh tế - xã hội năm 2026

`;

function targetsOf(body: string, section = 'I. CHỈ TIÊU'): Target[] {
  return parsePlan(sourceFromText(`${HEAD}${section}\n\n${body}\n\nNơi nhận:\n- Lưu: VT.\n`, 'ke-hoach.md')).targets;
}

/** Indicator, comparator, value, unit. */
function told(target: Target | undefined): unknown[] {
  return [target?.indicator.text, target?.comparator, target?.value, target?.unit?.text ?? null];
}

describe('one target in a sentence', () => {
  test.each([
    ['- Tỷ lệ hộ dân dùng nước sạch đạt 98,5%.', ['Tỷ lệ hộ dân dùng nước sạch', '=', 98.5, '%']],
    ['- Tỷ lệ tăng dân số tự nhiên: 0,92%.', ['Tỷ lệ tăng dân số tự nhiên', '=', 0.92, '%']],
    ['- Tỷ lệ giải ngân đạt từ 95% trở lên.', ['Tỷ lệ giải ngân', '>=', 95, '%']],
    ['- Tỷ lệ hồ sơ trực tuyến đạt tối thiểu 80%.', ['Tỷ lệ hồ sơ trực tuyến', '>=', 80, '%']],
    ['- Tỷ lệ khám phá án đạt trên 75%.', ['Tỷ lệ khám phá án', '>', 75, '%']],
    ['- Tỷ lệ thất nghiệp dưới 2,2%.', ['Tỷ lệ thất nghiệp', '<', 2.2, '%']],
    ['- Tỷ lệ hộ nghèo còn 0,15%.', ['Tỷ lệ hộ nghèo', '=', 0.15, '%']],
    ['- 100% số trẻ trong độ tuổi đến trường.', ['số trẻ trong độ tuổi đến trường', '=', 100, '%']],
    ['- Phấn đấu trên 70% doanh nghiệp dùng hóa đơn điện tử.', ['doanh nghiệp dùng hóa đơn điện tử', '>', 70, '%']],
    ['- Giá trị nông sản tăng 6.8 % so với năm 2025.', ['Giá trị nông sản', 'change', 6.8, '%']],
    ['- Thu hút vốn đầu tư đạt từ 1,5 tỷ USD đến 2 tỷ USD.', ['Thu hút vốn đầu tư', 'range', 1.5, 'tỷ USD']],
    ['- Thành lập 08 - 10 đơn vị tự quản.', ['Thành lập đơn vị tự quản', 'range', 8, 'đơn vị']],
    [
      '- Thu nhập bình quân đầu người đạt 62 triệu đồng/người/năm.',
      ['Thu nhập bình quân đầu người', '=', 62, 'triệu đồng/người/năm'],
    ],
    [
      '- Số doanh nghiệp thành lập mới đạt 1.250 doanh nghiệp.',
      ['Số doanh nghiệp thành lập mới', '=', 1250, 'doanh nghiệp'],
    ],
    ['- Chỉ số hài lòng đạt 0,895.', ['Chỉ số hài lòng', '=', 0.895, null]],
    ['(3) 97% làng đạt danh hiệu làng văn hóa.', ['làng đạt danh hiệu làng văn hóa', '=', 97, '%']],
  ])('%s', (body, expected) => {
    const [target, ...others] = targetsOf(body);
    expect(told(target)).toEqual(expected);
    expect(target?.isTarget).toBe(true);
    expect(others).toEqual([]);
  });
});

describe('several figures in a sentence', () => {
  test('figures before their indicators', () => {
    const targets = targetsOf('- Có 96,5% dân số tham gia BHYT, 41% lao động tham gia BHXH.');
    expect(targets.map(told)).toEqual([
      ['dân số tham gia BHYT', '=', 96.5, '%'],
      ['lao động tham gia BHXH', '=', 41, '%'],
    ]);
  });

  test('a figure without words of its own has those of the figure before, and its base', () => {
    const [value, share, growth] = targetsOf(
      '- Doanh thu du lịch đạt 84,3 tỷ đồng, đạt 52,5% so kế hoạch (160,5 tỷ đồng), bằng 108,4% so với cùng kỳ.',
    );
    expect(told(value)).toEqual(['Doanh thu du lịch', '=', 84.3, 'tỷ đồng']);
    expect(share?.indicator).toEqual({ ...value?.indicator, inherited: true });
    expect(share?.base).toMatchObject({ text: 'so kế hoạch', amount: { value: 160.5 } });
    expect(growth?.base?.text).toBe('so với cùng kỳ');
    expect([share?.isTarget, growth?.isTarget]).toEqual([false, false]);
  });

  test('the words go on over a full stop', () => {
    const [, share] = targetsOf('- Doanh thu du lịch đạt 84,3 tỷ đồng. Đạt 52,5% so kế hoạch (160,5 tỷ).');
    expect(share?.indicator).toMatchObject({ text: 'Doanh thu du lịch', inherited: true });
    expect(share?.base?.amount?.unit).toMatchObject({ noun: 'đồng', factor: 1e9 });
  });

  test('one place takes the place of another', () => {
    const [, countryside] = targetsOf('- Tỷ lệ rác thải được thu gom tại đô thị đạt 97%, tại nông thôn đạt 85%.');
    expect(countryside?.indicator.text).toBe('Tỷ lệ rác thải được thu gom tại nông thôn');
  });

  test('a new indicator after a comma', () => {
    const targets = targetsOf('- 100% trường học có sân chơi, tỷ lệ học sinh bỏ học dưới 0,2%.');
    expect(targets.map(told)).toEqual([
      ['trường học có sân chơi', '=', 100, '%'],
      ['tỷ lệ học sinh bỏ học', '<', 0.2, '%'],
    ]);
  });
});

describe('the same indicator', () => {
  const key = (indicator: string): string | undefined => targetsOf(`- ${indicator} đạt 50%.`)[0]?.indicator.key;

  test.each([
    ['Tỷ lệ lực lượng lao động trong độ tuổi tham gia bảo hiểm xã hội', 'Lao động trong độ tuổi tham gia BHXH'],
    ['Tỷ lệ người dân tham gia bảo hiểm y tế', 'Tỷ lệ bao phủ BHYT trên địa bàn xã'],
    ['Tỷ lệ hộ nghèo đa chiều', 'Tỷ lệ hộ nghèo theo chuẩn đa chiều năm 2026'],
    ['Tỷ lệ gia đình được công nhận gia đình văn hóa', 'Gia đình đạt danh hiệu “Gia đình văn hoá”'],
    ['Tỷ lệ học sinh hoà nhập', 'Tỷ lệ học sinh hòa nhập'],
  ])('%s = %s', (one, other) => {
    expect(key(one)).toBe(key(other));
  });

  test.each([
    ['Tỷ lệ lao động qua đào tạo', 'Tỷ lệ lao động qua đào tạo có chứng chỉ'],
    ['Tỷ lệ hộ nghèo', 'Tỷ lệ hộ cận nghèo'],
    ['Tỷ lệ trẻ đi nhà trẻ', 'Tỷ lệ trẻ đi mẫu giáo'],
    ['Tỷ lệ nước thải tại đô thị được xử lý', 'Tỷ lệ nước thải tại nông thôn được xử lý'],
  ])('%s ≠ %s', (one, other) => {
    expect(key(one)).not.toBe(key(other));
  });
});

describe('which way is better', () => {
  test.each([
    ['- Tỷ lệ hộ nghèo còn 0,15%.', 'lower'],
    ['- Tỷ lệ trẻ suy dinh dưỡng dưới 8%.', 'lower'],
    ['- Tỷ lệ hộ nghèo giảm 1,2%.', 'higher'],
    ['- 100% hộ nghèo được vay vốn.', 'higher'],
    ['- Tỷ lệ điều tra, khám phá tội phạm đạt 80%.', 'higher'],
    ['- Tỷ trọng nông nghiệp chiếm 30%.', null],
    ['- Tỷ lệ tăng dân số tự nhiên đạt 0,9%.', null],
  ])('%s', (body, better) => {
    expect(targetsOf(body)[0]?.better).toBe(better);
  });
});

describe('figures that are no targets', () => {
  test.each([
    ['- Đơn vị đạt 100% chỉ tiêu được cộng 05 điểm.', 'II. NỘI DUNG'],
    ['- Thu ngân sách ước đạt 100% dự toán.', 'II. NỘI DUNG'],
    ['- Giải ngân đạt 45,2% kế hoạch.', 'II. NỘI DUNG'],
    ['- Phương án được ít nhất 50% tổng số cử tri tán thành.', 'II. NỘI DUNG'],
    ['- Phun hóa chất khử khuẩn clo 70%.', 'II. NỘI DUNG'],
    ['- Hỗ trợ với lãi suất 6,5%/năm.', 'II. NỘI DUNG'],
    ['- Tỷ lệ hộ dùng nước sạch đạt 90%.', 'I. ĐÁNH GIÁ TÌNH HÌNH'],
    ['- Mỗi tập thể được thưởng 3 triệu đồng.', 'III. KHEN THƯỞNG'],
  ])('%s', (body, section) => {
    expect(targetsOf(body, section).filter(({ isTarget }) => isTarget)).toEqual([]);
  });

  test.each([
    '- Thực hiện mục 4.1 và khoản 1,2 Điều 5.',
    '- Kế hoạch số 12/KH-UBND ngày 15/01/2026.',
    '- Trong 01 năm, trên 01 ha đất.',
  ])('%s has no figure', (body) => {
    expect(targetsOf(body)).toEqual([]);
  });
});

describe('the year of a target', () => {
  test('its own words first, then the headings, never what it is compared with', () => {
    const body = `1. Đến năm 2030

- Tỷ lệ hộ dùng nước sạch đạt 99%.
- Năm 2027, tỷ lệ đường được chiếu sáng đạt 80%.

2. Giai đoạn 2031 - 2035

- Tỷ lệ hộ dùng điện mặt trời đạt 30%.

3. Hằng năm

- Doanh thu tăng 5% so với năm 2025.`;
    expect(targetsOf(body).map(({ year, period }) => year ?? period)).toEqual([
      2030,
      2027,
      { from: 2031, to: 2035 },
      null,
    ]);
  });
});

describe('tables of targets', () => {
  const table = `| TT | Chỉ tiêu | Đơn vị tính | Ước thực hiện 2025 | Kế hoạch năm 2026 |
|---|---|---|---|---|
| 1 | Tỷ lệ hộ nghèo | % | 2,1 | 1,5 |
| 2 | Diện tích cà phê tái canh | ha | 120 | ≥ 150 |
| 3 | Số sản phẩm OCOP | sản phẩm | - | 08 - 10 |
| 4 | Xếp hạng chuyển đổi số | | | Nhóm khá |`;

  test('unit and year stand in the header', () => {
    const targets = targetsOf(table).filter(({ isTarget }) => isTarget);
    expect(targets.map((target) => [...told(target), target.year])).toEqual([
      ['Tỷ lệ hộ nghèo', '=', 1.5, '%', 2026],
      ['Diện tích cà phê tái canh', '>=', 150, 'ha', 2026],
      ['Số sản phẩm OCOP', 'range', 8, 'sản phẩm', 2026],
    ]);
  });

  test('what was done before is no target', () => {
    expect(
      targetsOf(table)
        .filter(({ isTarget }) => !isTarget)
        .map(({ value }) => value),
    ).toEqual([2.1, 120]);
  });
});

test('spans are those of the words', () => {
  const text = `${HEAD}I. CHỈ TIÊU\n\n- Tỷ lệ giải ngân đạt từ 95% trở lên.\n`;
  const document = sourceFromText(text, 'ke-hoach.md');
  const [target] = parsePlan(document).targets;
  const cut = (span: { start: number; end: number } | undefined): string => document.text.slice(span?.start, span?.end);
  expect(cut(target?.span)).toBe('đạt từ 95% trở lên');
  expect(cut(target?.valueSpan)).toBe('95%');
  expect(target?.section).toBe('I');
});
