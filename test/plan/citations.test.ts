/** Citations read from sentences written for these tests; units, numbers and matters are invented. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePlan } from '../../src/plan/parse.js';
import type { Citation } from '../../src/plan/plan.js';
import { sourceFromText } from '../../src/source/read.js';

function cite(text: string): Citation[] {
  return parsePlan(sourceFromText(text)).citations;
}

function only(text: string): Citation {
  const found = cite(text);
  expect(found.map(({ code, number }) => code ?? number)).toHaveLength(1);
  return found[0] as Citation;
}

/** A small plan with a header of its own, so that preamble, self-references and annexes are known. */
function plan(preamble: string, rest = ''): string {
  return `ỦY BAN NHÂN DÂN
PHƯỜNG BÌNH KHÁNH

Số: 45/KH-UBND

Bình Khánh, ngày 06 tháng 4 năm 2026

KẾ HOẠCH

Diễn tập cứu hộ đường thủy năm 2026

${preamble}

I. MỤC ĐÍCH

Nâng cao kỹ năng cứu hộ.
${rest}`;
}

describe('numbers and symbols', () => {
  test.each([
    ['Kế hoạch số 56/KH-UBND', '56/KH-UBND', 'kế hoạch'],
    ['Kế hoạch số 0125/KH-UBND', '0125/KH-UBND', 'kế hoạch'],
    ['Quyết định số 06/2015/QĐ-UBND', '06/2015/QĐ-UBND', 'quyết định'],
    ['Luật Thư viện số 46/2019/QH14', '46/2019/QH14', 'luật'],
    ['Nghị quyết số 1211/NQ-UBTVQH13', '1211/NQ-UBTVQH13', 'nghị quyết'],
    ['Chỉ thị số 41-CT/TW', '41-CT/TW', 'chỉ thị'],
    ['Chương trình số 17-CTr/TU', '17-CTr/TU', 'chương trình'],
    ['Kế hoạch hành động số 21-KHHĐ/TU', '21-KHHĐ/TU', 'kế hoạch hành động'],
    ['Văn bản hợp nhất số 15/VBHN-VPQH', '15/VBHN-VPQH', 'văn bản hợp nhất'],
    [
      'Nghị quyết liên tịch số 09/2024/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN',
      '09/2024/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN',
      'nghị quyết liên tịch',
    ],
    ['Nghị quyết số 66.7/2025/NQ-CP', '66.7/2025/NQ-CP', 'nghị quyết'],
    ['Văn bản số 214/SCT-CN', '214/SCT-CN', 'văn bản'],
    ['Kế hoạch số 16/KH-MTTQ-BTT', '16/KH-MTTQ-BTT', 'kế hoạch'],
    ['Quyết định số 4255/QĐ-BNN-KHCN', '4255/QĐ-BNN-KHCN', 'quyết định'],
    ['Kế hoạch số 88/KH- UBND', '88/KH-UBND', 'kế hoạch'],
    ['Chương trình số 10- CTr/TU', '10-CTr/TU', 'chương trình'],
    ['Quyết định số 1050 /QĐ-SCT', '1050/QĐ-SCT', 'quyết định'],
    ['Kế hoạch số 12/KH – UBND', '12/KH-UBND', 'kế hoạch'],
    ['Kế hoạch 310/KH-UBND', '310/KH-UBND', 'kế hoạch'],
    ['QĐ số 77/QĐ-UBND', '77/QĐ-UBND', 'quyết định'],
    ['Kế hoạch số 9/KH-UBND[1]', '9/KH-UBND', 'kế hoạch'],
  ])('%s', (text, code, type) => {
    const found = only(`Theo ${text} của cấp trên.`);
    expect([found.code, found.type]).toEqual([code, type]);
  });

  test('a year with a body never is a document of its own', () => {
    expect(cite('Quyết định số 06/2015/QĐ-UBND của tỉnh.').map(({ code }) => code)).toEqual(['06/2015/QĐ-UBND']);
  });

  test('dates, ratios, standards and section numbers are no documents', () => {
    expect(
      cite(
        'Ngày 13/9/2025 có 24/24 xã; đạt chuẩn TCVN 9001:2015/ISO và QCVN 01:2019/BCT; mục 1.2/KV; 15/20 Hộ; Kế hoạch 5 năm.',
      ),
    ).toEqual([]);
  });

  test('companies write as they like: kept, with no rule', () => {
    const found = only('Công ty Hoa Sen tại Văn bản số 05/2026/HS/CV-KD ngày 21/4/2026.');
    expect(found).toMatchObject({ code: '05/2026/HS/CV-KD', date: '2026-04-21', malformed: [], issuer: null });
  });

  test.each([
    ['418 QĐ/UBND', 'no-slash'],
    ['57/NQ-TW', 'party-slash'],
    ['38-CT/TTg', 'state-hyphen'],
  ])('%s is malformed', (code, reason) => {
    expect(only(`Thực hiện văn bản số ${code} ngày 05/01/2026 của cấp trên.`).malformed.map((it) => it.reason)).toEqual(
      [reason],
    );
  });

  test('an impossible date is kept as written', () => {
    const found = only('Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09/6/20255 của Chính phủ.');
    expect(found.date).toBeNull();
    expect(found.dateMention?.text).toBe('09/6/20255');
    expect(found.malformed.map((it) => it.reason)).toEqual(['date-year']);
  });
});

describe('dates', () => {
  test.each([
    'Kế hoạch số 56/KH-UBND ngày 18/02/2026 của UBND tỉnh',
    'Kế hoạch số 56/KH-UBND, ngày 18/2/2026 của UBND tỉnh',
    'Kế hoạch số 56/KH-UBND ngày 18 tháng 02 năm 2026 của UBND tỉnh',
    'Kế hoạch số 56/KH-UBND (ngày 18/02/2026) của UBND tỉnh',
    'Kế hoạch số 56/KH-UBND ngày18 /02/2026 của UBND tỉnh',
    'Kế hoạch số 56/KH-UBND của UBND tỉnh ngày 18/02/2026 về đê điều',
    'Ngày 18/02/2026, UBND tỉnh đã ban hành Kế hoạch số 56/KH-UBND về đê điều',
  ])('%s', (text) => {
    expect(only(text)).toMatchObject({ date: '2026-02-18', issuer: { body: 'ủy ban nhân dân', level: 'province' } });
  });

  test('the date of a list is the last one’s', () => {
    const found = cite('các Công điện số 31/CĐ-TTg, 32/CĐ-TTg và 35/CĐ-TTg ngày 09/9/2026 của Thủ tướng Chính phủ');
    expect(found.map(({ date, dateShared }) => [date, dateShared])).toEqual([
      [null, true],
      [null, true],
      ['2026-09-09', false],
    ]);
    expect(found.map(({ type, issuer }) => [type, issuer?.body])).toEqual(
      Array.from({ length: 3 }, () => ['công điện', 'thủ tướng chính phủ']),
    );
  });

  test('never that of the document which the cited one carries out', () => {
    const found = cite(
      'Kế hoạch số 24/KH-UBND của UBND tỉnh thực hiện Nghị quyết số 66-NQ/TW ngày 30 tháng 4 năm 2025 của Bộ Chính trị',
    );
    expect(found.map(({ code, date }) => [code, date])).toEqual([
      ['24/KH-UBND', null],
      ['66-NQ/TW', '2025-04-30'],
    ]);
  });

  test('amended and amending document keep each its own', () => {
    const found = cite(
      'Nghị định số 45/2018/NĐ-CP ngày 13/3/2018 của Chính phủ, được sửa đổi, bổ sung tại Nghị định số 12/2025/NĐ-CP ngày 20/01/2025',
    );
    expect(found.map(({ date }) => date)).toEqual(['2018-03-13', '2025-01-20']);
  });

  test('the day of effect is not the day of issue', () => {
    expect(only('Nghị định số 45/2018/NĐ-CP ngày 01/5/2019 có hiệu lực thi hành').date).toBeNull();
  });

  test('blank number and date of a draft', () => {
    expect(only('(Kèm theo Kế hoạch số: /KH-UBND ngày / /2026 của UBND phường)')).toMatchObject({
      blank: true,
      number: null,
      symbol: 'KH-UBND',
      date: null,
      place: 'annex-line',
    });
  });
});

describe('kind and issuer', () => {
  test('words between kind and number', () => {
    expect(only('Thực hiện Kế hoạch kiểm tra số 1105/KH-ĐKT ngày 10/3/2026 của Đoàn kiểm tra')).toMatchObject({
      type: 'kế hoạch',
      issuer: { body: 'đoàn kiểm tra', level: 'unit' },
    });
  });

  test('issuer before the number', () => {
    expect(only('Quyết định của Bộ trưởng Bộ Xây dựng: số 4831/QĐ-BXD ngày 17/11/2025')).toMatchObject({
      type: 'quyết định',
      issuer: { body: 'bộ xây dựng', level: 'central' },
      date: '2025-11-17',
    });
    expect(only('ý kiến của UBND tỉnh Lai Châu tại Văn bản số 99/UBND-NC ngày 17/11/2025').issuer).toMatchObject({
      unit: { kind: 'tỉnh', name: 'Lai Châu' },
    });
  });

  test('a title in capitals over two lines', () => {
    const found = cite(
      plan('UBND phường ban hành Kế hoạch.').replace(
        'Diễn tập cứu hộ đường thủy năm 2026',
        'TRIỂN KHAI CHỈ THỊ\nSỐ 32/CT-TTG NGÀY 21/10/2025 CỦA THỦ TƯỚNG CHÍNH PHỦ VỀ AN TOÀN ĐƯỜNG THỦY',
      ),
    );
    expect(found[0]).toMatchObject({
      type: 'chỉ thị',
      code: '32/CT-TTG',
      date: '2025-10-21',
      issuer: { body: 'thủ tướng chính phủ' },
      place: 'title',
      role: 'implements',
    });
  });

  test('subject up to the end of the clause', () => {
    expect(
      only('Kế hoạch số 56/KH-UBND ngày 18/02/2026 của UBND tỉnh về sửa chữa đê, kè (đợt 1), UBND xã xây dựng kế hoạch')
        .subject,
    ).toBe('về sửa chữa đê, kè (đợt 1)');
    expect(
      only('Chỉ thị số 7/CT-UBND của UBND tỉnh (sau đây gọi tắt là Chỉ thị) về “chống hạn mặn”; các xã').subject,
    ).toBe('về “chống hạn mặn');
    expect(
      only('Kế hoạch số 56/KH-UBND ngày 18/02/2026 của UBND tỉnh về chủ đề “Đê vững; kè chắc; dân yên”; các xã')
        .subject,
    ).toBe('về chủ đề “Đê vững; kè chắc; dân yên');
  });

  test('laws by name, without number', () => {
    const found = cite(
      'Căn cứ Luật Thi đua, khen thưởng năm 2022; Luật Thư viện ngày 21/11/2019 và các văn bản hướng dẫn Luật Đê điều.',
    );
    expect(found.map(({ subject, date, code }) => [subject, date, code])).toEqual([
      ['Thi đua, khen thưởng', null, null],
      ['Thư viện', '2019-11-21', null],
      ['Đê điều', null, null],
    ]);
  });
});

describe('short forms', () => {
  const text =
    'Thực hiện Chỉ thị số 14/CT-UBND ngày 08/6/2026 của UBND tỉnh; Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.\n\nNội dung Chỉ thị 14 và Nghị quyết số 57 được phổ biến; Chỉ thị số 14/CT-UBND treo tại trụ sở; Kế hoạch 5 năm không đổi.';

  test('stand for the citation in full', () => {
    const found = cite(text);
    expect(found.map(({ number, shortFor }) => [number, shortFor])).toEqual([
      ['14', null],
      ['57', null],
      ['14', 0],
      ['57', 1],
      ['14', 0],
    ]);
    expect(found[2]?.code).toBeNull();
  });
});

describe('place and role', () => {
  test('preamble, body, nested, annex', () => {
    const found = cite(
      plan(
        'Căn cứ Luật Giao thông đường thủy nội địa;\n\nThực hiện Kế hoạch số 24/KH-UBND ngày 14/01/2026 của UBND tỉnh thực hiện Nghị quyết số 66-NQ/TW ngày 30/4/2025 của Bộ Chính trị về vận tải thủy; Kế hoạch số 31/KH-UBND ngày 20/01/2026 của UBND tỉnh về cứu hộ, UBND phường ban hành Kế hoạch:',
        '\nTiếp tục thực hiện Chỉ thị số 19/CT-UBND ngày 02/02/2025 của UBND tỉnh.\n\nPHỤ LỤC\n\n(Kèm theo Kế hoạch số 45/KH-UBND ngày 06/4/2026 của UBND phường Bình Khánh)\n',
      ),
    );
    expect(found.map(({ code, place, role, self }) => [code, place, role, self])).toEqual([
      [null, 'preamble', 'basis', false],
      ['24/KH-UBND', 'preamble', 'implements', false],
      ['66-NQ/TW', 'preamble', 'mention', false],
      ['31/KH-UBND', 'preamble', 'implements', false],
      ['19/CT-UBND', 'body', 'implements', false],
      ['45/KH-UBND', 'annex-line', 'encloses', true],
    ]);
  });

  test('the own number in the header is no citation', () => {
    expect(cite(plan('UBND phường ban hành Kế hoạch.'))).toEqual([]);
  });

  test('an annex line with another issuer, or with the form of another document, is not about itself', () => {
    const found = cite(
      plan(
        'UBND phường ban hành Kế hoạch.',
        '\n(Kèm theo Kế hoạch số 45/KH-UBND ngày 06/4/2026 của UBND tỉnh An Giang)\n\n(Ban hành kèm theo Thông tư số 17/2025/TT-BQP ngày 21/02/2025)\n',
      ),
    );
    expect(found.map(({ self }) => self)).toEqual([false, false]);
  });
});

describe('invariants', () => {
  const number = fc.integer({ min: 1, max: 99_999 }).map(String);
  const symbol = fc.constantFrom('KH-UBND', 'QĐ-TTg', 'NQ-HĐND', '2024/NĐ-CP', '2025/TT-BTC', '2022/QH15', 'UBND-NC');
  const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });

  test('whatever number, symbol and date is written is read back', () => {
    fc.assert(
      fc.property(number, symbol, day, fc.boolean(), (no, sym, date, words) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = '', month = '', dom = ''] = iso.split('-');
        const written = words ? `${dom} tháng ${month} năm ${year}` : `${dom}/${Number(month)}/${year}`;
        const found = only(`Văn bản số ${no}/${sym} ngày ${written} của cấp trên`);
        expect([found.code, found.date]).toEqual([`${no}/${sym}`, iso]);
      }),
      { numRuns: 200 },
    );
  });

  test('spans lie in the text, in order, and hold what they say', () => {
    const pieces = fc.constantFrom(
      'Thực hiện Kế hoạch số 56/KH-UBND ngày 18/02/2026 của UBND tỉnh',
      'Chỉ thị 14',
      'số /KH-UBND',
      ', 12/QĐ-UBND và ',
      '(Kèm theo Kế hoạch số 3-KH/TU)',
      'Luật Đê điều',
      '\n',
      '; ',
      'ngày 31/02/2026',
      ' của Bộ trưởng Bộ ',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const document = sourceFromText(`x ${parts.join(' ')} y`);
        const { citations } = parsePlan(document);
        let last = 0;
        for (const { span, codeSpan, subject, subjectSpan } of citations) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(document.text.length);
          if (codeSpan !== null) expect(codeSpan.start).toBeGreaterThanOrEqual(span.start);
          expect(subject).toBe(subjectSpan === null ? null : document.text.slice(subjectSpan.start, subjectSpan.end));
          last = span.start;
        }
      }),
      { numRuns: 200 },
    );
  });

  test('time grows with the text only', () => {
    const line =
      'Thực hiện Kế hoạch số 56/KH-UBND ngày 18/02/2026 của UBND tỉnh về đê; số 1 2 3 4/5 6-7 Luật Đê điều năm 2006\n\n';
    // a square would run into the time limit of a test
    const { citations } = parsePlan(sourceFromText(line.repeat(3_000)));
    expect(citations.length).toBeGreaterThanOrEqual(3_000);
  });
});
