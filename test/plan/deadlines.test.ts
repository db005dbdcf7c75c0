import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysInMonth, monthsInterval } from '../../src/plan/calendar.js';
import { findDates } from '../../src/plan/dates.js';
import { deadlineWords } from '../../src/plan/deadline-words.js';
import { planYear } from '../../src/plan/deadlines.js';
import { parsePlan } from '../../src/plan/parse.js';
import type { Deadline } from '../../src/plan/plan.js';
import { findTimeExpressions, timePatterns } from '../../src/plan/time-expressions.js';
import { sourceFromText } from '../../src/source/read.js';

const HEADER = `ỦY BAN NHÂN DÂN XÃ VĨNH THÀNH

Số: 05/KH-UBND

Vĩnh Thành, ngày 05 tháng 01 năm 2026

KẾ HOẠCH

Chăm sóc vườn cây ven kênh năm 2026

II. TỔ CHỨC THỰC HIỆN

`;

/** The deadlines of a plan of the commune Vĩnh Thành (tỉnh Vĩnh Long), issued on 05/01/2026 for 2026. */
function deadlinesOf(body: string, header = HEADER): Deadline[] {
  return parsePlan(sourceFromText(`${header}${body}\n`)).deadlines;
}

/** A deadline in one line: "before ..2026-03-14 (2026-03-15)", "by year 12-10", "relative". */
function short({ form, bound, due, named, recurrence }: Deadline): string {
  if (recurrence !== null) {
    const day = [recurrence.month, recurrence.day].filter((part) => part !== null).join('-');
    return `${bound} every ${recurrence.every} ${day}`.trim();
  }
  if (due === null) return form;
  return `${bound} ${due.from ?? ''}..${due.to ?? ''}${named === null ? '' : ` (${named})`}`;
}

describe('phrasings of one day', () => {
  it.each([
    ['Các ấp hoàn thành trước ngày 20/4/2026.', 'before ..2026-04-19 (2026-04-20)'],
    ['Gửi danh sách trước ngày 11/5/2026 để tổng hợp, thẩm định.', 'before ..2026-05-10 (2026-05-11)'],
    ['Báo cáo Ủy ban nhân dân tỉnh trước ngày 09 tháng 11 năm 2026.', 'before ..2026-11-08 (2026-11-09)'],
    ['Gửi báo cáo trước ngày 06/02/2026 (nhằm ngày 19 tháng Chạp).', 'before ..2026-02-05 (2026-02-06)'],
    ['Báo cáo nhanh trước 10 giờ 00 ngày 05/02/2026.', 'before ..2026-02-05 (2026-02-05)'],
    ['Các ấp nộp báo cáo chậm nhất là ngày 14/8/2026.', 'by ..2026-08-14 (2026-08-14)'],
    ['Các ấp nộp báo cáo chậm nhất ngày 03/02/2026.', 'by ..2026-02-03 (2026-02-03)'],
    ['Chậm nhất là 17 giờ 00 ngày 01 tháng 02 năm 2026, các ấp báo cáo nhanh.', 'by ..2026-02-01 (2026-02-01)'],
    ['Lắp đặt trạm bơm, hoàn thành chậm nhất đến ngày 01 tháng 8 năm 2028.', 'by ..2028-08-01 (2028-08-01)'],
    ['Sửa cống số 3, hoàn thành chậm nhất trước ngày 31/10/2026.', 'before ..2026-10-30 (2026-10-31)'],
    ['Các hộ tháo dỡ xong trước ngày 01/01/2027.', 'before ..2026-12-31 (2027-01-01)'],
    ['Các ấp gửi báo cáo muộn nhất ngày 30/9/2026.', 'by ..2026-09-30 (2026-09-30)'],
    ['Nhận hồ sơ, hoàn thành đến hết ngày 31/7/2026.', 'by ..2026-07-31 (2026-07-31)'],
    ['- Thời gian: từ ngày 20 tháng 11 năm 2026 đến ngày 03 tháng 12 năm 2026.', 'within 2026-11-20..2026-12-03'],
    ['Dự kiến tổ chức hội nghị tổng kết vào ngày 12/12/2026.', 'on 2026-12-12..2026-12-12 (2026-12-12)'],
    ['Văn phòng xây dựng quy chế (Quy chế ban hành trước ngày 18/3/2026).', 'before ..2026-03-17 (2026-03-18)'],
    ['- Thời gian kiểm tra: bắt đầu từ 13h30’ ngày 22/4/2026 (thứ Tư).', 'from 2026-04-22.. (2026-04-22)'],
    ['1. Thành lập tổ kiểm tra vườn cây trước ngày 20/3/2026.', 'before ..2026-03-19 (2026-03-20)'],
    ['- Thành lập tổ trông coi: chậm nhất ngày 31/3/2026.', 'by ..2026-03-31 (2026-03-31)'],
    ['Các ấp hoàn thành thành lập tổ trông coi trước ngày 20/3/2026.', 'before ..2026-03-19 (2026-03-20)'],
    ['Gửi hồ sơ khen thưởng trước ngày 20/01/2027.', 'before ..2027-01-19 (2027-01-20)'],
  ])('%s', (sentence, expected) => {
    expect(deadlinesOf(sentence).map(short)).toEqual([expected]);
  });

  it('gives the planned day and the last one where both are said', () => {
    const found = deadlinesOf(
      '- Thời gian: Dự kiến ngày 05/12/2026 (chậm nhất ngày 10/12/2026 - 95 ngày trước hội thi).',
    );
    expect(found.map(short)).toEqual(['on 2026-12-05..2026-12-05 (2026-12-05)', 'by ..2026-12-10 (2026-12-10)']);
  });
});

describe('phrasings of months, quarters and years', () => {
  it.each([
    ['Các ấp hoàn thành việc thống kê trong tháng 02/2028.', 'within 2028-02-01..2028-02-29'],
    ['Các ấp hoàn thành việc thống kê trong tháng 9 năm 2026.', 'within 2026-09-01..2026-09-30'],
    ['Các ấp gửi báo cáo chậm nhất trong tháng 6/2026.', 'by ..2026-06-30'],
    ['Hoàn thành trong Quý I/2026.', 'within 2026-01-01..2026-03-31'],
    ['Hoàn thành trước quý IV năm 2026.', 'before ..2026-09-30'],
    ['Hoàn thành trước tháng 12/2026.', 'before ..2026-11-30'],
    ['- Thời gian hoàn thành: Quý II/2026', 'within 2026-04-01..2026-06-30'],
    ['- Thời gian hoàn thành: quý III năm 2026', 'within 2026-07-01..2026-09-30'],
    ['- Thời gian hoàn thành: Quý IV/2026 và Quý I/2027', 'within 2026-10-01..2027-03-31'],
    ['- Thời gian hoàn thành: Quý IV/2026- Quý II/2027', 'within 2026-10-01..2027-06-30'],
    ['- Thời gian hoàn thành: Quý IV năm 2026 và các năm tiếp theo', 'from 2026-10-01..'],
    ['- Thời gian hoàn thành: Năm 2026 và các năm tiếp theo', 'from 2026-01-01..'],
    ['- Thời gian hoàn thành: Năm 2026-2030', 'within 2026-01-01..2030-12-31'],
    ['- Thời gian hoàn thành: Trong năm 2026', 'within 2026-01-01..2026-12-31'],
    ['- Thời gian hoàn thành: Từ tháng 3 đến tháng 9/2026', 'within 2026-03-01..2026-09-30'],
    ['- Thời gian hoàn thành: tháng 11/2026 đến tháng 4/2027', 'within 2026-11-01..2027-04-30'],
    ['- Thời gian hoàn thành: từ tháng 11 đến tháng 4/2027', 'within 2026-11-01..2027-04-30'],
    ['- Thời gian hoàn thành: Từ nay đến hết năm 2026', 'by ..2026-12-31'],
    ['- Thời gian hoàn thành: đến hết tháng 3 năm 2026', 'by ..2026-03-31'],
    ['- Thời gian hoàn thành: Từ năm 2026 đến hết năm 2030', 'within 2026-01-01..2030-12-31'],
    ['- Thời gian hoàn thành: hết năm 2045', 'by ..2045-12-31'],
    ['- Thời gian hoàn thành: Dự kiến tháng 11/2026 (sau khi tỉnh hướng dẫn)', 'on 2026-11-01..2026-11-30'],
    ['Nạo vét kênh xong trong 6 tháng đầu năm 2026.', 'within 2026-01-01..2026-06-30'],
    ['Nạo vét kênh xong trong 6 tháng cuối năm 2026.', 'within 2026-07-01..2026-12-31'],
    ['Nạo vét kênh, hoàn thành vào cuối tháng 6/2026.', 'on 2026-06-21..2026-06-30'],
    ['Nạo vét kênh, hoàn thành đầu quý II/2026.', 'within 2026-04-01..2026-04-30'],
  ])('%s', (sentence, expected) => {
    expect(deadlinesOf(sentence).map(short)).toEqual([expected]);
  });
});

describe('phrasings that come back', () => {
  it.each([
    [
      'Định kỳ trước ngày 02/6 và 17/11 hằng năm báo cáo Ủy ban nhân dân tỉnh.',
      ['before every year 6-2', 'before every year 11-17'],
    ],
    ['Các ấp báo cáo trước ngày 28 tháng 11 hàng năm.', ['before every year 11-28']],
    [
      'Định kỳ hằng năm (trước ngày 08/12) báo cáo Ủy ban nhân dân xã.',
      ['within every year', 'before every year 12-8'],
    ],
    ['Các ấp gửi báo cáo trước ngày 16 hàng tháng.', ['before every month 16']],
    ['Báo cáo tháng gửi trước ngày 04 của tháng liền kề.', ['before every month 4']],
    ['Các ấp báo cáo chậm nhất vào ngày 05 hằng tháng.', ['by every month 5']],
    ['Gửi dự toán chậm nhất trong tháng 8 hằng năm.', ['by every year 8']],
    ['Gửi báo cáo năm trước ngày 20 tháng 01 của năm tiếp theo.', ['before every year']],
    ['Gửi báo cáo chậm nhất là ngày 31/12 năm trước liền kề.', ['by every year']],
    ['Báo cáo định kỳ trước 16 giờ ngày thứ Sáu hằng tuần.', ['within every week']],
    ['Thực hiện báo cáo định kỳ hằng quý.', ['within every quarter']],
    ['Định kỳ 6 tháng báo cáo Ủy ban nhân dân xã.', ['within every half-year']],
    ['- Thời gian hoàn thành: Tháng 12 hằng năm', ['within every year 12']],
  ])('%s', (sentence, expected) => {
    expect(deadlinesOf(sentence).map(short)).toEqual(expected);
  });
});

describe('phrasings without a day', () => {
  it.each([
    ['- Thời gian hoàn thành: Thường xuyên trong năm.', 'relative'],
    ['- Thời gian hoàn thành: Khi có phát sinh.', 'relative'],
    ['- Thời gian hoàn thành: Theo tiến độ của đơn vị tư vấn.', 'relative'],
    ['Các ấp báo cáo ngay sau khi kết thúc hội thi.', 'relative'],
    ['Các ấp xây dựng kế hoạch trong vòng 10 ngày kể từ ngày nhận được văn bản này.', 'relative'],
    ['Các ấp gửi danh sách chậm nhất là 20 ngày trước ngày hội thi.', 'relative'],
    ['Các ấp báo cáo trước ngày … tháng … năm 2026.', 'blank'],
    ['Các ấp báo cáo trước ngày .../.../2026.', 'blank'],
    ['Các ấp báo cáo trước ngày    tháng 12 năm 2026.', 'blank'],
  ])('%s', (sentence, expected) => {
    expect(deadlinesOf(sentence).map(({ form }) => form)).toEqual([expected]);
  });
});

describe('dates that are no deadlines', () => {
  it.each([
    'Căn cứ Quyết định số 15/QĐ-UBND ngày 24/9/2025 của Ủy ban nhân dân tỉnh.',
    'Quy chế có hiệu lực kể từ ngày 01/7/2026.',
    'Tính đến ngày 20/10/2025, xã có 30 vườn cây.',
    'Kết quả thực hiện đến hết ngày 30/9/2025: 12 vườn cây.',
    'Theo báo cáo của Phòng Kinh tế, đến ngày 19/11/2025 đã có 15 ấp đăng ký.',
    'Trả kết quả không quá 15 ngày làm việc.',
    'Niêm yết danh sách cử tri, trước ngày bầu cử 40 ngày.',
    'Đến năm 2030 đạt 90% hộ có vườn.',
    'Đến hết năm 2026, tỷ lệ vườn được chăm sóc đạt 80%.',
    'Các ấp đã hoàn thành trước ngày 30/10/2025.',
    'Dự án được phê duyệt trước ngày 01/7/2025 tiếp tục thực hiện theo quy định cũ.',
    'Trong đó 300 cây được trồng trước ngày 01/7/2025.',
    'Các tổ trông coi thành lập trước ngày 01/7/2025 tiếp tục hoạt động.',
    'Hưởng ứng Ngày Môi trường thế giới 05/6, kỷ niệm ngày 30/4.',
    'Báo cáo kết quả thực hiện nhiệm vụ năm 2026.',
  ])('%s', (sentence) => {
    expect(deadlinesOf(sentence).map(short)).toEqual([]);
  });

  it('leaves out the header and the period of the plan', () => {
    const plan = parsePlan(
      sourceFromText(`${HEADER.replace('II. TỔ CHỨC', 'I. THỜI GIAN')}Từ nay đến hết tháng 11 năm 2026.\n`),
    );
    expect(plan.period?.interval).toEqual({ from: '2026-01-05', to: '2026-11-30' });
    expect(plan.deadlines).toEqual([]);
  });
});

describe('a day without a year', () => {
  it('is of the year of the plan', () => {
    expect(deadlinesOf('Các ấp báo cáo trước ngày 15 tháng 10.').map(short)).toEqual([
      'before ..2026-10-14 (2026-10-15)',
    ]);
  });

  it('is of next year where only that leaves it after the plan', () => {
    const header = HEADER.replace('ngày 05 tháng 01 năm 2026', 'ngày 22 tháng 12 năm 2025');
    expect(deadlinesOf('Các ấp báo cáo trước ngày 15 tháng 10.', header).map(short)).toEqual([
      'before ..2026-10-14 (2026-10-15)',
    ]);
  });

  it('stays open where two years are possible, or the plan is for several', () => {
    const early = HEADER.replace('ngày 05 tháng 01 năm 2026', 'ngày 02 tháng 9 năm 2025');
    expect(deadlinesOf('Các ấp báo cáo trước ngày 15 tháng 10.', early).map(short)).toEqual(['no-year']);
    const years = HEADER.replace('năm 2026\n\nII.', 'giai đoạn 2026 - 2030\n\nII.');
    expect(deadlinesOf('Các ấp báo cáo trước ngày 15 tháng 10.', years).map(short)).toEqual(['no-year']);
  });
});

describe('who has to do what for whom', () => {
  /** "report: below Các ấp → Ủy ban nhân dân xã (commune, own)" */
  function parties(body: string, header = HEADER): string[] {
    return deadlinesOf(body, header).map(({ duty, actor, addressee }) => {
      const to = addressee === null ? '?' : `${addressee.text} (${addressee.level}${addressee.own ? ', own' : ''})`;
      return `${duty}: ${actor === null ? '?' : `${actor.role} ${actor.text}`} → ${to}`;
    });
  }

  it.each([
    [
      '1. Các ấp, trường học\n\n- Báo cáo kết quả về Ủy ban nhân dân xã (qua Phòng Kinh tế) trước ngày 20/11/2026.',
      'report: below Các ấp, trường học → Ủy ban nhân dân xã (commune, own)',
    ],
    [
      '1. Các ấp, trường học\n\n- Gửi báo cáo trước ngày 20/11/2026 (qua Phòng Kinh tế để tổng hợp).',
      'report: below Các ấp, trường học → Phòng Kinh tế (commune, own)',
    ],
    [
      '2. Phòng Kinh tế tham mưu Ủy ban nhân dân xã báo cáo Ủy ban nhân dân tỉnh kết quả trước ngày 30/11/2026.',
      'report: self Ủy ban nhân dân xã → Ủy ban nhân dân tỉnh (province)',
    ],
    [
      '2. Phòng Kinh tế\n\n- Tổng hợp, báo cáo Sở Nông nghiệp và Môi trường trước ngày 30/11/2026.',
      'report: self Phòng Kinh tế → Sở Nông nghiệp và Môi trường (province)',
    ],
    [
      '2. Phòng Kinh tế\n\n- Tổng hợp, báo cáo Ủy ban nhân dân xã trước ngày 30/11/2026.',
      'report: other Phòng Kinh tế → Ủy ban nhân dân xã (commune, own)',
    ],
    [
      'Trước ngày 15/12 hằng năm, các ấp báo cáo Ủy ban nhân dân xã kết quả chăm sóc.',
      'report: below các ấp → Ủy ban nhân dân xã (commune, own)',
    ],
    [
      'Các ấp xây dựng kế hoạch chi tiết, gửi về Phòng Kinh tế trong tháng 02 năm 2026.',
      'issue-plan: below Các ấp → Phòng Kinh tế (commune, own)',
    ],
    [
      'Các ấp nộp hồ sơ đề nghị khen thưởng về Văn phòng Ủy ban nhân dân xã trước ngày 10/12/2026.',
      'submit: below Các ấp → Văn phòng Ủy ban nhân dân xã (commune, own)',
    ],
    [
      'Các ấp gửi kết quả về Phòng Kinh tế để tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 10/12/2026.',
      'report: ? → ?',
    ],
    ['Hoàn thành việc cắt tỉa trước ngày 30/5/2026.', 'other: ? → ?'],
    ['Kinh phí cho công trình thủy lợi được giải ngân, hoàn thành trước ngày 30/5/2026.', 'other: ? → ?'],
  ])('%s', (body, expected) => {
    expect(parties(body)).toEqual([expected]);
  });

  it('gives each deadline of a sentence its own duty and receiver', () => {
    const sentence =
      'Các ấp gửi danh sách hộ về Phòng Kinh tế trước ngày 10/3/2026, báo cáo kết quả về Ủy ban nhân dân xã trước ngày 20/11/2026.';
    expect(parties(sentence)).toEqual([
      'submit: below Các ấp → Phòng Kinh tế (commune, own)',
      'report: below Các ấp → Ủy ban nhân dân xã (commune, own)',
    ]);
  });

  it('gives the parts of a sentence the receiver that stands above them', () => {
    const above =
      '1. Phòng Kinh tế: báo cáo kết quả về Sở Nông nghiệp và Môi trường: báo cáo đợt 1 trước ngày 10/6/2026';
    expect(parties(`${above}; báo cáo tổng kết trước ngày 10/12/2026.`).at(-1)).toBe(
      'report: self Phòng Kinh tế → Sở Nông nghiệp và Môi trường (province)',
    );
    expect(parties(`${above}; cắt tỉa xong trước ngày 10/12/2026.`).at(-1)).toBe('other: other Phòng Kinh tế → ?');
  });

  it('knows a Party committee and the Front by their standing organs, and the ones below', () => {
    const party = HEADER.replace('ỦY BAN NHÂN DÂN XÃ VĨNH THÀNH', 'TỈNH ỦY VĨNH LONG').replace(
      '05/KH-UBND',
      '05-KH/TU',
    );
    expect(parties('Các đảng ủy báo cáo Ban Thường vụ Tỉnh ủy tổng kết năm trước ngày 10/11/2026.', party)).toEqual([
      'report: below Các đảng ủy → Ban Thường vụ Tỉnh ủy (province, own)',
    ]);
    const front = HEADER.replace('ỦY BAN NHÂN DÂN XÃ VĨNH THÀNH', 'ỦY BAN MTTQ VIỆT NAM TỈNH VĨNH LONG');
    expect(
      parties(
        'Ban Thường trực Ủy ban MTTQ Việt Nam các xã, phường báo cáo về Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh trước ngày 10/11/2026.',
        front,
      ),
    ).toEqual([
      'report: below Ban Thường trực Ủy ban MTTQ Việt Nam các xã → Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh (province, own)',
    ]);
  });

  it('knows the own level of a province and its departments', () => {
    const header = `ỦY BAN NHÂN DÂN TỈNH VĨNH LONG

Số: 15/KH-UBND

Vĩnh Long, ngày 05 tháng 01 năm 2026

KẾ HOẠCH

Chăm sóc vườn cây năm 2026

II. TỔ CHỨC THỰC HIỆN

`;
    expect(
      parties(
        '1. Các sở, ban, ngành, địa phương báo cáo Sở Nội vụ trước ngày 01/12/2026 để tổng hợp, báo cáo Bộ Nội vụ.',
        header,
      ),
    ).toEqual(['report: below Các sở, ban, ngành, địa phương → Sở Nội vụ (province, own)']);
  });
});

describe('task tables', () => {
  const table = (header: string, row: string) => `${header}\n|${'---|'.repeat(header.split('|').length - 2)}\n${row}`;

  it('takes deadline, task and actor from their columns', () => {
    const found = deadlinesOf(
      table(
        '| TT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành |',
        '| 1 | Đo đạc lại vườn cây | Các ấp | Phòng Kinh tế | Quý II/2026 |\n| 2 | Lập bản đồ vườn cây | Phòng Kinh tế | Các ấp | 8/2026 |\n| 3 | Giữ vườn sạch | Các hộ | | |',
      ),
    );
    expect(found.map(short)).toEqual(['within 2026-04-01..2026-06-30', 'within 2026-08-01..2026-08-31']);
    expect(found.map(({ actor }) => actor?.role)).toEqual(['below', 'other']);
    const text = sourceFromText(
      `${HEADER}${table('| TT | Nội dung | Thời hạn |', '| 1 | Đo đạc lại vườn cây | trước ngày 10/4/2026 |')}\n`,
    );
    const [deadline] = parsePlan(text).deadlines;
    expect(text.text.slice(deadline?.clause.start, deadline?.clause.end)).toBe('Đo đạc lại vườn cây');
  });

  it('takes the year from the header of the column', () => {
    const found = deadlinesOf(
      table('| TT | Nội dung | Thời gian (Năm 2027) |', '| 1 | Tỉa cành | quý II |\n| 2 | Bón phân | tháng 9 |'),
    );
    expect(found.map(short)).toEqual(['within 2027-04-01..2027-06-30', 'within 2027-09-01..2027-09-30']);
  });

  it('finds no deadline in the times of procedures', () => {
    const found = deadlinesOf(
      table(
        '| TT | Tên thủ tục | Thời hạn giải quyết |',
        '| 1 | Cấp giấy phép theo Luật Thủy lợi ngày 19/6/2017 | 15 ngày làm việc, từ ngày 01/7/2025 |',
      ),
    );
    expect(found).toEqual([]);
  });
});

describe('intervals', () => {
  const patterns = timePatterns(deadlineWords());
  const first = (text: string) => findTimeExpressions(text, findDates(text), patterns)[0];
  const year = fc.integer({ min: 1990, max: 2100 });

  it('of a month end on its last day, in leap years too', () => {
    fc.assert(
      fc.property(year, fc.integer({ min: 1, max: 12 }), (y, m) => {
        const last = String(daysInMonth(y, m)).padStart(2, '0');
        expect(first(`hoàn thành trong tháng ${m} năm ${y}`)?.due).toEqual(monthsInterval(y, m, m));
        expect(first(`hoàn thành trong tháng ${m} năm ${y}`)?.due?.to?.endsWith(`-${last}`)).toBe(true);
        expect(daysInMonth(y, 2)).toBe(new Date(Date.UTC(y, 1, 29)).getUTCMonth() === 1 ? 29 : 28);
      }),
    );
  });

  it('of a quarter are its three months, and "trước" ends on the day before it', () => {
    fc.assert(
      fc.property(year, fc.integer({ min: 1, max: 4 }), (y, q) => {
        const roman = ['I', 'II', 'III', 'IV'][q - 1];
        const quarter = monthsInterval(y, q * 3 - 2, q * 3);
        expect(first(`trong quý ${roman}/${y}`)?.due).toEqual(quarter);
        const before = first(`trước quý ${roman} năm ${y}`)?.due?.to ?? '';
        expect(new Date(Date.parse(before) + 86_400_000).toISOString().slice(0, 10)).toBe(quarter.from);
      }),
    );
  });

  it('never end before they begin, whatever words stand together', () => {
    const words = [
      'trước',
      'chậm nhất',
      'từ',
      'đến hết',
      'trong',
      'ngày',
      'tháng',
      'quý',
      'năm',
      'II',
      '5',
      '31',
      '2026',
      '2027',
      '30/6/2026',
      'và',
      '-',
      'hằng năm',
      'cuối',
      'đầu',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 12 }), (parts) => {
        const text = parts.join(' ');
        let end = 0;
        for (const { span, due } of findTimeExpressions(text, findDates(text), patterns)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          end = span.end;
          if (due?.from != null && due.to !== null) expect(due.from <= due.to).toBe(true);
        }
      }),
      { numRuns: 500, examples: [[['30/6/2026', 'đến hết', 'tháng', '5']]] },
    );
  });
});

describe('the year of a plan', () => {
  it.each([
    ['Chăm sóc vườn cây năm 2026', 2026],
    ['Chăm sóc vườn cây giai đoạn 2026 - 2030', null],
    ['Thi hành Luật Thủy lợi năm 2017 trong năm 2026', 2026],
    ['Chăm sóc vườn cây', null],
  ])('%s', (subject, expected) => {
    const plan = parsePlan(sourceFromText(HEADER.replace('Chăm sóc vườn cây ven kênh năm 2026', subject)));
    expect(planYear(plan)).toBe(expected);
  });
});
