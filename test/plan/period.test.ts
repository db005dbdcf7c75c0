import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../src/plan/parse.js';
import { sourceFromText } from '../../src/source/read.js';

function periodOf(body: string, date = 'ngày 16 tháng 3 năm 2026') {
  const plan = parsePlan(
    sourceFromText(`ỦY BAN NHÂN DÂN XÃ VĨNH THÀNH

Số: 05/KH-UBND

Vĩnh Thành, ${date}

KẾ HOẠCH

Chăm sóc vườn cây ven kênh

${body}
`),
  );
  return plan.period === null ? null : [plan.period.text, plan.period.interval.from, plan.period.interval.to];
}

describe('the period of implementation', () => {
  it.each([
    ['từ nay đến hết tháng 10 năm 2026', '2026-03-16', '2026-10-31'],
    ['từ ngày ban hành đến hết năm 2026', '2026-03-16', '2026-12-31'],
    ['từ khi phát động đến hết ngày 15/12/2026', null, '2026-12-15'],
    ['từ năm 2026 đến hết năm 2030', '2026-01-01', '2030-12-31'],
    ['giai đoạn 2026 - 2030', '2026-01-01', '2030-12-31'],
    ['Từ năm 2027 - 2028', '2027-01-01', '2028-12-31'],
    ['năm 2026', '2026-01-01', '2026-12-31'],
    ['từ tháng 4 đến tháng 9/2026', '2026-04-01', '2026-09-30'],
    ['từ ngày 01/4/2026 đến ngày 30/11/2026', '2026-04-01', '2026-11-30'],
  ])('%s', (words, from, to) => {
    expect(periodOf(`III. THỜI GIAN THỰC HIỆN\n\nPhong trào được tổ chức ${words}.`)).toEqual([words, from, to]);
  });

  it('has no first day where the date of the plan is blank', () => {
    expect(periodOf('III. THỜI GIAN THỰC HIỆN\n\nTừ nay đến hết tháng 10 năm 2026.', 'ngày tháng năm 2026')).toEqual([
      'Từ nay đến hết tháng 10 năm 2026',
      null,
      '2026-10-31',
    ]);
  });

  it('may stand one level down or on one line', () => {
    const words = ['từ nay đến hết tháng 10 năm 2026', '2026-03-16', '2026-10-31'];
    expect(
      periodOf('II. NỘI DUNG\n\n1. Chăm sóc\n\n2. Thời gian thực hiện: từ nay đến hết tháng 10 năm 2026.'),
    ).toEqual(words);
  });

  it.each([
    [
      'Chia làm 02 đợt:\n\n- Đợt 1: từ ngày 01/4/2026 đến ngày 30/6/2026.\n\n- Đợt 2: từ ngày 01/7/2026 đến ngày 20/12/2026.',
    ],
    ['1. Đợt I: từ ngày 01/4/2026 đến ngày 30/6/2026.\n\n2. Đợt II: từ ngày 01/7/2026 đến ngày 20/12/2026.'],
    ['Đợt 1 từ ngày 01/4/2026 đến ngày 30/6/2026; đợt 2 từ ngày 01/7/2026 đến ngày 20/12/2026.'],
    ['Phát động trong tháng 3/2026; thực hiện từ ngày 01/4/2026 đến ngày 20/12/2026.'],
    ['Từ ngày 01/4/2026 đến ngày 20/12/2026, chia làm 02 đợt: đợt 1 đến hết ngày 30/6/2026, đợt 2 đến hết năm 2026.'],
  ])('goes from the first stage to the last: %s', (words) => {
    expect(periodOf(`III. CÁC ĐỢT THI ĐUA\n\n${words}`)?.slice(1)).toEqual(['2026-04-01', '2026-12-20']);
  });

  it('shows where its last stage stands', () => {
    expect(
      periodOf('III. THỜI GIAN\n\n1. Giai đoạn 1 (2026 - 2027)\n\n2. Giai đoạn 2 (2028 - 2030)\n\n3. Tổng kết.')?.[0],
    ).toBe('2026 - 2027 … 2028 - 2030');
  });

  it.each([
    ['the time of one stage', 'III. THỜI GIAN THỰC HIỆN\n\nĐợt 1: từ ngày 01/4/2026 đến ngày 30/6/2026.'],
    ['a row of events', 'III. THỜI GIAN THỰC HIỆN\n\n- Phát động: tháng 4/2026.\n\n- Tổng kết: tháng 12/2026.'],
    [
      'the time of tasks',
      'II. NHIỆM VỤ\n\n1. Tỉa cành\n\n- Chủ trì: Phòng Kinh tế.\n\n- Thời gian thực hiện: Quý II năm 2026.',
    ],
    [
      'the times of several tasks',
      'II. NHIỆM VỤ\n\n1. Tỉa cành\n\na) Thời gian thực hiện: Quý II năm 2026.\n\n2. Bón phân\n\na) Thời gian thực hiện: Quý III năm 2026.',
    ],
    ['time and place of an event', 'II. THỜI GIAN, ĐỊA ĐIỂM\n\nNgày 20/4/2026 tại nhà văn hóa xã.'],
    ['the time of rewards', 'IV. HỒ SƠ VÀ THỜI GIAN KHEN THƯỞNG\n\nTrước ngày 31/12/2026.'],
    ['a plan without it', 'I. MỤC ĐÍCH\n\nGiữ vườn cây xanh tốt năm 2026.'],
  ])('is not %s', (_, body) => {
    expect(periodOf(body)).toBeNull();
  });
});
