import { describe, expect, test } from 'vitest';
import { parsePlan } from '../../src/plan/parse.js';
import type { Plan } from '../../src/plan/plan.js';
import { sourceFromText } from '../../src/source/read.js';

function read(raw: string, path?: string): Plan {
  return parsePlan(sourceFromText(raw, path));
}

const BODY = 'KẾ HOẠCH\n\nTuyên truyền bầu cử năm 2026\n\nCăn cứ Luật Bầu cử;\n\nI. MỤC ĐÍCH\n\nNâng cao nhận thức.';

describe('identity from the header', () => {
  test('of a commune whose name has a number', () => {
    const { identity, ownUnit } = read(
      `ỦY BAN NHÂN DÂN\nXÃ SƠN KIM 1\n\nSố: 07/KH-UBND\n\nSơn Kim 1, ngày 05 tháng 01 năm 2026\n\n${BODY}`,
    );
    expect(identity).toMatchObject({ code: '07/KH-UBND', place: 'Sơn Kim 1', date: '2026-01-05' });
    expect(ownUnit).toMatchObject({ kind: 'xã', name: 'Sơn Kim 1', certain: true });
  });

  test('cells stacked one on another', () => {
    const { identity } = read(
      `ỦY BAN NHÂN DÂN\nXÃ HOA LƯ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 07/KH-UBND\n\nHoa Lư, ngày 05 tháng 01 năm 2026\n\n${BODY}`,
    );
    expect(identity).toMatchObject({
      type: 'kế hoạch',
      number: '07',
      symbol: 'KH-UBND',
      code: '07/KH-UBND',
      place: 'Hoa Lư',
      date: '2026-01-05',
      subject: 'Tuyên truyền bầu cử năm 2026',
      blanks: [],
      issuer: { body: 'ủy ban nhân dân', level: 'commune', unit: { kind: 'xã' } },
    });
  });

  test('lines of a cell that a converter ran together', () => {
    const state =
      '| ỦY BAN NHÂN DÂN XÃ HOA LƯ Số: 07/KH-UBND | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Hoa Lư, ngày 05 tháng 01 năm 2026 |\n| --- | --- |\n\n';
    expect(read(state + BODY).identity).toMatchObject({
      code: '07/KH-UBND',
      place: 'Hoa Lư',
      date: '2026-01-05',
      issuer: { body: 'ủy ban nhân dân', unit: { kind: 'xã', name: 'HOA LƯ' } },
    });
    const party =
      '| ĐẢNG ỦY XÃ HOA LƯ * Số 07-KH/ĐU | ĐẢNG CỘNG SẢN VIỆT NAM Hoa Lư, ngày 05 tháng 01 năm 2026 |\n| --- | --- |\n\n';
    expect(read(party + BODY).identity).toMatchObject({ code: '07-KH/ĐU', place: 'Hoa Lư', date: '2026-01-05' });
  });

  test('two columns on one line, with a superior body above', () => {
    const header =
      '   UBND TỈNH NINH BÌNH          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n      SỞ Y TẾ                       Độc lập - Tự do - Hạnh phúc\n\n   Số: 210 /KH-SYT             Ninh Bình, ngày 6 tháng 3 năm 2026\n\n';
    const { identity } = read(header + BODY, 'a.txt');
    expect(identity).toMatchObject({
      code: '210/KH-SYT',
      place: 'Ninh Bình',
      date: '2026-03-06',
      issuer: { body: 'sở y tế', level: 'province' },
    });
  });

  test('a Markdown table, with number and day blank', () => {
    const header =
      '| UBND TỈNH NINH BÌNH | | CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n|---|---|---|\n| Số: /KH-UBND | | Ninh Bình, ngày tháng 4 năm 2026 |\n\n';
    const { identity } = read(header + BODY);
    expect(identity).toMatchObject({
      number: null,
      symbol: 'KH-UBND',
      code: null,
      date: null,
      dateParts: { day: null, month: 4, year: 2026 },
      blanks: ['number', 'day'],
    });
  });

  test('words and numbers broken over lines inside crawled cells', () => {
    const header =
      '|\n**ỦY BAN NHÂN\nDÂN **\nTHÀNH PHỐ CẦN THƠ\n--------\n|\n**CỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM**\nĐộc lập - Tự do - Hạnh phúc\n---------------\n|\n|\nSố:\n0820/KH-UBND\n|\n*Thành phố Cần\nThơ, ngày 19 tháng 11 năm 2025*\n|\n\n';
    const { identity } = read(header + BODY);
    expect(identity).toMatchObject({
      code: '0820/KH-UBND',
      place: 'Thành phố Cần Thơ',
      date: '2025-11-19',
      issuer: { unit: { kind: 'thành phố' }, level: 'province' },
    });
  });

  test('two columns that a scan merged into one line', () => {
    const header =
      'ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH NINH BÌNH Độc lập - Tự do - Hạnh phúc\n\nSố: 31/KH-UBND Ninh Bình, ngày 02 tháng 12 năm 2025\n\n';
    const { identity } = read(header + BODY);
    expect(identity).toMatchObject({ code: '31/KH-UBND', place: 'Ninh Bình', date: '2025-12-02' });
  });

  test('a Party number with its hyphen first', () => {
    const { identity } = read(
      `TỈNH ỦY NINH BÌNH\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nSố 41-KH/TU\n\nNinh Bình, ngày 26 tháng 12 năm 2025\n\n${BODY}`,
    );
    expect(identity).toMatchObject({ number: '41', symbol: 'KH/TU', code: '41-KH/TU' });
  });

  test('without a header the launching sentence and the place line tell the issuer', () => {
    const { identity } = read(
      'Số: /KH-UBND\n\nHoa Lư, ngày tháng năm 2026\n\nKẾ HOẠCH\n\nTặng quà Tết\n\nCăn cứ Luật Trẻ em, Ủy ban nhân dân xã Hoa Lư ban hành Kế hoạch như sau:\n\nI. NỘI DUNG\n\nTặng quà.',
    );
    expect(identity.issuer).toMatchObject({
      body: 'ủy ban nhân dân',
      unit: { kind: 'xã', name: 'Hoa Lư' },
      level: 'commune',
    });
  });

  test('the date of a law in the text is never the date of a draft', () => {
    const { identity } = read(
      'Số: /KH-UBND\n\nHoa Lư, ngày tháng năm\n\nKẾ HOẠCH\n\nTặng quà Tết\n\nCăn cứ Luật Thủ đô ngày 28 tháng 6 năm 2024;',
    );
    expect(identity).toMatchObject({
      date: null,
      dateParts: { day: null, month: null, year: null },
      blanks: ['number', 'day', 'month', 'year'],
    });
  });

  test('a file without any header is understood as far as it goes', () => {
    const { identity, zones } = read('Ghi chép cuộc họp.\n\n1. Việc một.');
    expect(identity).toMatchObject({ type: null, code: null, date: null, issuer: null });
    expect(zones.recipients).toBeNull();
  });

  test('a subject over several lines, the last in quotation marks', () => {
    const { identity } = read(
      '## KẾ HOẠCH\n\n### Phát động thi đua thực hiện chủ đề năm 2026\n\n### **“Kỷ cương; đổi mới”**\n\nThực hiện Kế hoạch số 1/KH-UBND;',
    );
    expect(identity.subject).toBe('Phát động thi đua thực hiện chủ đề năm 2026 “Kỷ cương; đổi mới”');
  });
});

describe('closing', () => {
  const closing =
    'Trên đây là Kế hoạch./.\n\n**Nơi nhận:**\n- UBND tỉnh (để báo cáo);\n- Lưu: VT, VX.\n\n**TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH**\n\n**Lê Văn Bình**';

  test('recipients and signature', () => {
    const plan = read(`${BODY}\n\n${closing}`);
    expect(plan.recipients.map((recipient) => recipient.text)).toEqual(['UBND tỉnh (để báo cáo);', 'Lưu: VT, VX.']);
    expect(plan.signature).toMatchObject({ authority: ['TM.', 'KT.'], title: 'PHÓ CHỦ TỊCH', name: 'Lê Văn Bình' });
  });

  test('recipients and signature side by side on one line', () => {
    const plan = read(
      `${BODY}\n\nTrên đây là Kế hoạch./.\n\nNơi nhận:                         KT. CHỦ TỊCH\n- Như trên;                       PHÓ CHỦ TỊCH\n- Lưu: VT.\n\n                                  Lê Văn Bình`,
      'a.txt',
    );
    expect(plan.recipients.map((recipient) => recipient.text)).toEqual(['Như trên;', 'Lưu: VT.']);
    expect(plan.signature).toMatchObject({ authority: ['KT.'], title: 'PHÓ CHỦ TỊCH', name: 'Lê Văn Bình' });
  });
});

test('the number in an issuer that another document set up is not the own one', () => {
  const header = `SỞ CÔNG THƯƠNG TỈNH LAM SƠN
ĐOÀN KIỂM TRA THEO QUYẾT ĐỊNH

SỐ 1050/QĐ-SCT

Lam Sơn, ngày 12 tháng 3 năm 2026

KẾ HOẠCH

Kiểm tra kho vật liệu năm 2026
`;
  const { identity } = parsePlan(sourceFromText(header));
  expect(identity.code).toBeNull();
});
