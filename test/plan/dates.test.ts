import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysInMonth, isoDay } from '../../src/plan/calendar.js';
import { findDates } from '../../src/plan/dates.js';

/** The dates of a sentence as "written=iso", "written=?" without a whole date, "written!day" where it is impossible. */
function dates(text: string): string[] {
  return findDates(text.normalize('NFC')).map((mention) =>
    mention.impossible === null ? `${mention.text}=${mention.iso ?? '?'}` : `${mention.text}!${mention.impossible}`,
  );
}

describe('dates as documents write them', () => {
  it.each([
    ['Nộp hồ sơ trước ngày 07/5/2026.', ['07/5/2026=2026-05-07']],
    ['họp từ 03/9/2025 - 11/9/2025', ['03/9/2025=2025-09-03', '11/9/2025=2025-09-11']],
    ['ký 21.4.2026 tại trụ sở', ['21.4.2026=2026-04-21']],
    ['ký ngày 21-04-2026 tại trụ sở', ['21-04-2026=2026-04-21']],
    ['Bến Mơ, ngày 09 tháng 01 năm 2026', ['ngày 09 tháng 01 năm 2026=2026-01-09']],
    ['Bến Mơ, ngày 09 tháng 01năm 2026', ['ngày 09 tháng 01năm 2026=2026-01-09']],
    ['Quyết định số 12/QĐ-UBND ngày09 /3/2026', ['09 /3/2026=2026-03-09']],
    ['chậm nhất ngày 17 tháng 10', ['ngày 17 tháng 10=?']],
    ['trước ngày 02/7 và 05/12 hằng năm', ['02/7=?', '05/12=?']],
    ['xong trong tháng 8 năm 2026', ['tháng 8 năm 2026=?']],
    ['xong trong tháng 08/2026', ['tháng 08/2026=?']],
    ['từ ngày 17 đến ngày 20 tháng 11 năm 2025', ['17=2025-11-17', 'ngày 20 tháng 11 năm 2025=2025-11-20']],
    ['từ ngày 25/12 đến ngày 05/01/2026', ['25/12=2025-12-25', '05/01/2026=2026-01-05']],
    ['Ngày 29/02/2028 là ngày nhuận', ['29/02/2028=2028-02-29']],
    ['khánh thành dịp 30 tháng 4 năm 2025', ['30 tháng 4 năm 2025=2025-04-30']],
    ['chiến thắng ngày 09/4/1288', ['09/4/1288=1288-04-09']],
  ])('%s', (text, expected) => {
    expect(dates(text)).toEqual(expected);
  });
});

describe('dates that cannot be', () => {
  it.each([
    ['báo cáo trước ngày 31/02/2026', ['31/02/2026!day']],
    ['báo cáo trước 31/6/2026', ['31/6/2026!day']],
    ['ngày 29 tháng 02 năm 2026', ['ngày 29 tháng 02 năm 2026!day']],
    ['ngày 31 tháng 9', ['ngày 31 tháng 9!day']],
    ['báo cáo trước ngày 31/4 hằng năm', ['31/4!day']],
    ['trước ngày 32/5/2026', ['32/5/2026!day']],
    ['báo cáo trước ngày 12/15/2026', ['12/15/2026!month']],
    ['gửi trước ngày 05/14', ['05/14!month']],
    ['hoàn thành trong tháng 13 năm 2026', ['tháng 13 năm 2026!month']],
    ['hoàn thành trong tháng 14/2026', ['tháng 14/2026!month']],
    ['Nghị định số 01/2025/NĐ-CP ngày 12/3/20255', ['12/3/20255!year']],
    ['ban hành ngày 12/3/205 của', ['12/3/205!year']],
    ['gửi về Sở Tài chính trước ngày 12/3/206.', ['12/3/206!year']],
    ['hạn chót 12/3/20256, không gia hạn', ['12/3/20256!year']],
  ])('%s', (text, expected) => {
    expect(dates(text)).toEqual(expected);
  });
});

describe('figures that only look like dates', () => {
  it.each([
    'Luật số 06/2022/QH15 và Quyết định số 15/2021/QĐ-UBND',
    'Công văn số 31/02/2026 của đơn vị',
    '31/31 tổ dân phố, 24/24 giờ, 24/7, 45/60 hộ',
    'trực ban trong ngày 24/24 giờ',
    'kinh phí 31.02.2026 đồng; 1.364.329 đồng; 356.104.944',
    'đạt từ 2/3 tổng số phiếu trở lên',
    'mục 1.13.2026, phiên bản v2.13.2026',
    'điện thoại 0225.38.2026, 091-30-2026',
    'Km 15+200, Km 31/2 tuyến tránh',
    'tỷ lệ 40/50/10',
    'Bến Mơ, ngày   tháng   năm 2026',
    'Bến Mơ, ngày … tháng … năm 2026',
    'Bến Mơ, ngày ... tháng ... năm ...',
    'kèm theo Kế hoạch ngày / /2026',
    'ngày 00/00/2026',
    'sau 6 tháng 12 đơn vị hoàn thành',
    'Nghị quyết số 202/2025/QH15',
  ])('%s', (text) => {
    expect(dates(text)).toEqual([]);
  });

  it('leaves the month of a draft whose day is blank', () => {
    expect(dates('Bến Mơ, ngày    tháng 9 năm 2026')).toEqual(['tháng 9 năm 2026=?']);
  });

  it('takes a thirtieth of the second lunar month for a day', () => {
    expect(dates('lễ giỗ ngày 30/02 âm lịch')).toEqual(['30/02=?']);
  });

  it('reads the mark of a footnote off a year where the text has that footnote', () => {
    expect(dates('Chỉ thị ngày 26/12/20241 của Thành ủy\n1 Chỉ thị về thi đua')).toEqual(['26/12/20241=2024-12-26']);
    expect(dates('Chỉ thị ngày 26/12/20241 của Thành ủy\n1. Nội dung')).toEqual(['26/12/20241!year']);
  });
});

const day = fc
  .tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .filter(([year, month, date]) => date <= daysInMonth(year, month));
const two = (value: number) => String(value).padStart(2, '0');
const forms: ((year: number, month: number, date: number) => string)[] = [
  (y, m, d) => `${d}/${m}/${y}`,
  (y, m, d) => `${two(d)}/${two(m)}/${y}`,
  (y, m, d) => `${d}.${m}.${y}`,
  (y, m, d) => `${two(d)}-${two(m)}-${y}`,
  (y, m, d) => `ngày ${two(d)} tháng ${two(m)} năm ${y}`,
  (y, m, d) => `ngày${d} /${m}/${y}`,
  (y, m, d) => `ngày ${d} tháng ${two(m)}năm ${y}`,
];

describe('any day', () => {
  it('is read back from every form, and nothing else is read', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...forms), ([year, month, date], form) => {
        const mentions = findDates(`Các đơn vị gửi báo cáo trước ${form(year, month, date)} để tổng hợp.`);
        expect(mentions.map((mention) => mention.iso)).toEqual([isoDay(year, month, date)]);
      }),
    );
  });

  it('past the end of its month is impossible in every form', () => {
    const past = fc
      .tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 29, max: 31 }))
      .filter(([year, month, date]) => date > daysInMonth(year, month));
    fc.assert(
      fc.property(past, fc.constantFrom(...forms), ([year, month, date], form) => {
        const written = form(year, month, date);
        const mentions = findDates(`gửi trước ${written.startsWith('ngày') ? '' : 'ngày '}${written}.`);
        expect(mentions.map((mention) => mention.impossible)).toEqual(['day']);
      }),
    );
  });
});
