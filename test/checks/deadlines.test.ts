/** Which deadlines of a ward's plan are compared with which of the city's, and which are left alone. The rules' own examples show the messages. */
import { describe, expect, it } from 'vitest';
import { deadlineAfterParent } from '../../src/checks/deadline-after-parent.js';
import { deadlineOrder } from '../../src/checks/deadline-order.js';
import type { LoadedPlan, RawFinding } from '../../src/engine/check.js';
import { buildLibrary } from '../../src/library/library.js';
import { linkCase } from '../../src/library/parents.js';
import { parsePlan } from '../../src/plan/parse.js';
import { sourceFromText } from '../../src/source/read.js';

const SUBJECT = 'Cải cách hành chính năm 2026';

function load(text: string, path: string): LoadedPlan {
  const document = sourceFromText(text, path);
  return { document, plan: parsePlan(document) };
}

function cityPlan(body: string, subject = SUBJECT): string {
  return `ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ

Số: 31/KH-UBND

Cần Thơ, ngày 09 tháng 3 năm 2026

KẾ HOẠCH

${subject}

III. TỔ CHỨC THỰC HIỆN

${body}
`;
}

function wardPlan(body: string, subject = SUBJECT, date = 'ngày 02 tháng 4 năm 2026'): string {
  return `ỦY BAN NHÂN DÂN PHƯỜNG NINH KIỀU

Số: 40/KH-UBND

Ninh Kiều, ${date}

KẾ HOẠCH

${subject} của phường

Thực hiện Kế hoạch số 31/KH-UBND ngày 09/3/2026 của Ủy ban nhân dân thành phố Cần Thơ, Ủy ban nhân dân phường Ninh Kiều ban hành Kế hoạch như sau:

III. TỔ CHỨC THỰC HIỆN

${body}
`;
}

function found(findings: Iterable<RawFinding>, child: LoadedPlan): string[] {
  return [...findings].map(({ message, span }) => `${message}: ${child.document.text.slice(span.start, span.end)}`);
}

/** What deadline/after-parent says of a ward's plan against the city's. */
function against(city: string, ward: string): string[] {
  const parent = load(city, 'thanh-pho.md');
  const child = load(ward, 'phuong.md');
  const kase = linkCase(child, buildLibrary([child, parent]), [parent], '2026-06-01');
  return found(deadlineAfterParent.run(kase, {}), child);
}

const toCity = (when: string, what = 'kết quả thực hiện Kế hoạch') =>
  `1. Các sở, ngành, địa phương báo cáo Ủy ban nhân dân thành phố ${what} ${when}.`;
const byWard = (when: string, what = 'kết quả thực hiện Kế hoạch') =>
  `1. Văn phòng tham mưu Ủy ban nhân dân phường báo cáo Ủy ban nhân dân thành phố ${what} ${when}.`;

describe('reports upwards', () => {
  it.each([
    ['trước ngày 05/12/2026', 'trước ngày 06/12/2026', 'reported'],
    ['trước ngày 05/12/2026', 'trong tháng 12 năm 2026', 'reported'],
    ['trong quý III/2026', 'trước ngày 15/11/2026', 'reported'],
    ['trước ngày 05/12/2026', 'chậm nhất là ngày 05 tháng 12 năm 2026', 'same-day'],
    ['trước ngày 05/12/2026', 'trước ngày 01/12/2027', 'reported'],
    ['trước ngày 05/12/2026', 'trước ngày 10/12', 'reported'],
    ['trước ngày 20 hằng tháng', 'trước ngày 25 hằng tháng', 'reported'],
    ['trước ngày 05/12 hằng năm', 'trước ngày 10/12 hằng năm', 'reported'],
  ])('%s, ward %s: %s', (city, ward, message) => {
    expect(against(cityPlan(toCity(city)), wardPlan(byWard(ward)))).toEqual([`${message}: ${ward}`]);
  });

  it.each([
    ['trước ngày 05/12/2026', 'trước ngày 05/12/2026'],
    ['trước ngày 05/12/2026', 'chậm nhất ngày 04/12/2026'],
    ['trong quý IV/2026', 'trước ngày 31/12/2026'],
    ['trước ngày 05 hằng tháng', 'trước ngày 25 hằng tháng'],
    ['trước ngày 15/01 hằng năm', 'trước ngày 20/12 hằng năm'],
    ['trước ngày 05/12/2026', 'trước ngày 10/12 hằng năm'],
    ['đầu tháng 11/2026', 'trước ngày 15/12/2026'],
    ['trước ngày … tháng 11 năm 2026', 'trước ngày 15/12/2026'],
  ])('%s, ward %s: nothing', (city, ward) => {
    expect(against(cityPlan(toCity(city)), wardPlan(byWard(ward)))).toEqual([]);
  });

  it('of half a year are not compared with those of the year', () => {
    const city = cityPlan(toCity('trước ngày 15/6/2026', 'kết quả 6 tháng thực hiện Kế hoạch'));
    expect(against(city, wardPlan(byWard('trước ngày 01/12/2026')))).toEqual([]);
  });

  it('are compared with the right one of two', () => {
    const city = cityPlan(
      '1. Các địa phương báo cáo Ủy ban nhân dân thành phố kết quả 6 tháng trước ngày 10/6/2026, kết quả năm trước ngày 05/12/2026.',
    );
    const ward = (half: string, year: string) =>
      wardPlan(
        `1. Văn phòng tham mưu Ủy ban nhân dân phường báo cáo Ủy ban nhân dân thành phố kết quả 6 tháng ${half}, kết quả năm ${year}.`,
      );
    expect(against(city, ward('trước ngày 08/6/2026', 'trước ngày 01/12/2026'))).toEqual([]);
    expect(against(city, ward('trước ngày 12/6/2026', 'trước ngày 01/12/2026'))).toEqual([
      'reported: trước ngày 12/6/2026',
    ]);
  });

  it.each([
    'Văn phòng tổng hợp kết quả, báo cáo Ủy ban nhân dân thành phố theo quy định',
    'Văn phòng dự thảo báo cáo kết quả của Ủy ban nhân dân phường Ninh Kiều, gửi Ủy ban nhân dân thành phố',
    'Văn phòng tổng hợp, trình Chủ tịch Ủy ban nhân dân phường báo cáo Ủy ban nhân dân thành phố',
  ])('that say of nothing else what they are on: %s', (words) => {
    const city = cityPlan(toCity('trước ngày 05/12/2026'));
    expect(against(city, wardPlan(`1. ${words} trước ngày 01/12/2026.`))).toEqual([]);
    expect(against(city, wardPlan(`1. ${words} trước ngày 15/12/2026.`))).toEqual(['reported: trước ngày 15/12/2026']);
  });

  it('on something else are left alone', () => {
    const ward = wardPlan(byWard('trước ngày 20/12/2026', 'tình hình thu phí vệ sinh'));
    expect(against(cityPlan(toCity('trước ngày 05/12/2026')), ward)).toEqual([]);
  });

  it('that the city lays on its departments bind them alone', () => {
    const city = cityPlan(
      '2. Sở Nội vụ tổng hợp, báo cáo Ủy ban nhân dân thành phố kết quả thực hiện Kế hoạch trước ngày 01/12/2026.',
    );
    expect(against(city, wardPlan(byWard('trước ngày 10/12/2026')))).toEqual([]);
  });

  it('of a plan for the next year are left alone', () => {
    const ward = wardPlan(byWard('trước ngày 10/12/2027'), 'Cải cách hành chính năm 2027', 'ngày 05 tháng 01 năm 2027');
    expect(against(cityPlan(toCity('trước ngày 05/12/2026')), ward)).toEqual([]);
  });
});

describe('reports that the ward gathers', () => {
  const gathered = (when: string) =>
    `1. Các khu vực báo cáo kết quả thực hiện Kế hoạch về Ủy ban nhân dân phường ${when}.`;

  it('come in before the day of the city', () => {
    const city = cityPlan(toCity('trước ngày 05/12/2026'));
    expect(against(city, wardPlan(gathered('trước ngày 28/11/2026')))).toEqual([]);
    expect(against(city, wardPlan(gathered('trước ngày 06/12/2026')))).toEqual(['collected: trước ngày 06/12/2026']);
  });

  it('go to the ward where nobody else is named', () => {
    const ward = wardPlan('1. Các khu vực báo cáo kết quả thực hiện Kế hoạch trước ngày 12/12/2026.');
    expect(against(cityPlan(toCity('trước ngày 05/12/2026')), ward)).toEqual(['collected: trước ngày 12/12/2026']);
  });
});

describe('tasks', () => {
  const table = (header: string, rows: string[]) =>
    ['1. Nhiệm vụ cụ thể', '', header, '|---|---|---|', ...rows].join('\n');
  const cityRows = table('| Nhiệm vụ | Cơ quan chủ trì | Thời gian hoàn thành |', [
    '| Rà soát, công bố danh mục thủ tục hành chính thuộc thẩm quyền | UBND các xã, phường | Quý II/2026 |',
    '| Khảo sát mức độ hài lòng của người dân tại các điểm giao dịch | Sở Nội vụ | Quý II/2026 |',
  ]);

  it('in the same words are compared where the city lays them on wards', () => {
    const rows = (first: string) =>
      table('| Nhiệm vụ | Đơn vị thực hiện | Thời gian hoàn thành |', [
        `| Rà soát, công bố danh mục thủ tục hành chính thuộc thẩm quyền | Văn phòng | ${first} |`,
        '| Khảo sát mức độ hài lòng của người dân tại các điểm giao dịch | Văn phòng | Quý IV/2026 |',
      ]);
    expect(against(cityPlan(cityRows), wardPlan(rows('Tháng 8/2026')))).toEqual(['task: Tháng 8/2026']);
    expect(against(cityPlan(cityRows), wardPlan(rows('Tháng 6/2026')))).toEqual([]);
  });

  it('with a word more are other tasks', () => {
    const city = cityPlan(
      '1. Các xã, phường xây dựng, ban hành Kế hoạch cải cách hành chính năm 2026 trước ngày 15/4/2026.',
    );
    const ward = wardPlan(
      '1. Văn phòng xây dựng, ban hành Kế hoạch kiểm tra cải cách hành chính năm 2026 trước ngày 15/5/2026.',
    );
    expect(against(city, ward)).toEqual([]);
  });

  it('owed to one body need less alike words', () => {
    const city = cityPlan('1. Các xã, phường lựa chọn, đăng ký mô hình tiêu biểu với Sở Nội vụ trước ngày 15/4/2026.');
    const ward = wardPlan('1. Văn phòng đăng ký mô hình tiêu biểu của phường với Sở Nội vụ trước ngày 15/5/2026.');
    expect(against(city, ward)).toEqual(['task: trước ngày 15/5/2026']);
    const longer = wardPlan(
      '1. Văn phòng tổng hợp, đăng ký mô hình tiêu biểu của phường với Sở Nội vụ trước ngày 15/5/2026.',
    );
    expect(against(city, longer)).toEqual(['task: trước ngày 15/5/2026']);
    const other = wardPlan('1. Văn phòng đăng ký danh hiệu thi đua của phường với Sở Nội vụ trước ngày 15/5/2026.');
    expect(against(city, other)).toEqual([]);
  });

  it('to send the plan itself', () => {
    const city = cityPlan('1. Các xã, phường ban hành kế hoạch và gửi về Sở Nội vụ trước ngày 15/4/2026.');
    const ward = (when: string) => wardPlan(`1. Văn phòng gửi Kế hoạch này về Sở Nội vụ ${when}.`);
    expect(against(city, ward('trước ngày 10/4/2026'))).toEqual([]);
    expect(against(city, ward('trước ngày 20/4/2026'))).toEqual(['task: trước ngày 20/4/2026']);
  });

  it('of the ward by name are those that the city lays on wards', () => {
    const city = cityPlan(
      '1. Các xã, phường rà soát, cập nhật danh sách hộ tham gia mô hình điểm, hoàn thành trước ngày 15/4/2026.',
    );
    const ward = wardPlan(
      '1. Văn phòng rà soát, cập nhật danh sách hộ tham gia mô hình điểm của phường Ninh Kiều, hoàn thành trước ngày 15/5/2026.',
    );
    expect(against(city, ward)).toEqual(['task: trước ngày 15/5/2026']);
  });
});

describe('the order of reports in one plan', () => {
  function order(body: string): string[] {
    const plan = load(wardPlan(body), 'phuong.md');
    return found(deadlineOrder.run({ ...plan, parents: [], today: '2026-06-01' }, {}), plan);
  }

  it('goes from the units to the ward to the city, stage by stage', () => {
    const units = (first: string, last: string) =>
      `1. Các khu vực báo cáo kết quả đợt 1 ${first}, báo cáo tổng kết ${last}, gửi về Phòng Văn hóa - Xã hội.`;
    const ward =
      '2. Phòng Văn hóa - Xã hội tham mưu Ủy ban nhân dân phường báo cáo Ủy ban nhân dân thành phố kết quả đợt 1 trước ngày 05/6/2026, báo cáo tổng kết trước ngày 05/12/2026.';
    expect(order(`${units('trước ngày 01/6/2026', 'trước ngày 01/12/2026')}\n\n${ward}`)).toEqual([]);
    expect(order(`${units('trước ngày 08/6/2026', 'trước ngày 01/12/2026')}\n\n${ward}`)).toEqual([
      'collected-later: trước ngày 08/6/2026',
    ]);
    expect(order(`${units('trước ngày 01/6/2026', 'trước ngày 09/12/2026')}\n\n${ward}`)).toEqual([
      'collected-later: trước ngày 09/12/2026',
    ]);
  });

  it('of the only report upwards holds for reports that tell no stage, if they come soon after', () => {
    const plan = (when: string, upwards: string) =>
      `1. Văn phòng tổng hợp, tham mưu Ủy ban nhân dân phường báo cáo Ủy ban nhân dân thành phố kết quả 6 tháng đầu năm ${upwards}.\n\n2. Các khu vực báo cáo kết quả về Văn phòng Ủy ban nhân dân phường ${when}.`;
    expect(order(plan('trước ngày 05/6/2026', 'trước ngày 12/6/2026'))).toEqual([]);
    expect(order(plan('trước ngày 18/6/2026', 'trước ngày 12/6/2026'))).toEqual([
      'collected-later: trước ngày 18/6/2026',
    ]);
    expect(order(plan('trước ngày 01/12/2026', 'trước ngày 12/6/2026'))).toEqual([]);
  });

  it('may go round the end of a month', () => {
    const units = '1. Các khu vực báo cáo kết quả thực hiện về Ủy ban nhân dân phường trước ngày 25 hằng tháng.';
    const ward =
      '2. Văn phòng tham mưu Ủy ban nhân dân phường báo cáo Ủy ban nhân dân thành phố kết quả thực hiện trước ngày 02 hằng tháng.';
    expect(order(`${units}\n\n${ward}`)).toEqual([]);
  });
});
