/** How the documents of a library cite others, against what one plan says; all documents are invented. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LoadedPlan } from '../../src/engine/check.js';
import { datedElsewhere, libraryEvidence, numberedElsewhere } from '../../src/library/evidence.js';
import { saidBy } from '../../src/library/same-document.js';
import { parsePlan } from '../../src/plan/parse.js';
import { sourceFromText } from '../../src/source/read.js';

function load(text: string, path: string): LoadedPlan {
  const document = sourceFromText(text, path);
  return { document, plan: parsePlan(document) };
}

function commune(name: string, text: string, province = 'TỈNH VĨNH LONG'): LoadedPlan {
  const header = `UBND ${province}\nỦY BAN NHÂN DÂN XÃ ${name.toUpperCase()}\n\nSố: 12/KH-UBND\n\n${name}, ngày 20 tháng 5 năm 2026`;
  const subject = `KẾ HOẠCH\n\nTrữ nước ngọt mùa khô năm 2026 trên địa bàn xã ${name}`;
  return load(`${header}\n\n${subject}\n\n${text}\n\nI. MỤC ĐÍCH\n\nChủ động nguồn nước.\n`, `${name}.md`);
}

/** "2 of 3: 14/4" for the only citation of a plan whose library are the others; null if they say nothing. */
function dated(own: string, others: readonly LoadedPlan[]): string | null {
  const plan = commune('Long Hồ', own);
  const [said] = saidBy(plan);
  const found = said === undefined ? null : datedElsewhere(libraryEvidence([plan, ...others]), said, 0.5);
  return found === null ? null : `${found.count} of ${found.all}: ${found.examples[0]?.citation.date}`;
}

function numbered(own: string, others: readonly LoadedPlan[]): string | null {
  const plan = commune('Long Hồ', own);
  const [said] = saidBy(plan);
  const found = said === undefined ? null : numberedElsewhere(libraryEvidence([plan, ...others]), said);
  return found === null ? null : `${found.count}: ${found.examples[0]?.citation.code}`;
}

const APRIL_14 = 'Thực hiện Nghị quyết số 83/NQ-CP ngày 14/4/2026 của Chính phủ về bảo đảm nước sinh hoạt mùa khô.';
const APRIL_24 = APRIL_14.replace('14/4', '24/4');

describe('dates', () => {
  test('two other documents agree, and none has the date of the plan', () => {
    expect(dated(APRIL_24, [commune('Phú Túc', APRIL_14), commune('Tân Hào', APRIL_14)])).toBe('2 of 2: 2026-04-14');
  });

  test('most of the others agree', () => {
    const others = ['Phú Túc', 'Tân Hào', 'An Bình'].map((name, i) =>
      commune(name, i === 2 ? APRIL_14.replace('14/4', '04/4') : APRIL_14),
    );
    expect(dated(APRIL_24, others)).toBe('2 of 3: 2026-04-14');
  });

  test.each([
    ['one document', [commune('Phú Túc', APRIL_14)]],
    ['one document says it twice', [commune('Phú Túc', `${APRIL_14}\n\n${APRIL_14}`)]],
    [
      'a plan and its draft',
      [commune('Phú Túc', APRIL_14), { ...commune('Phú Túc', APRIL_14), document: load(APRIL_14, 'b.md').document }],
    ],
    [
      'one of three has the same date',
      [commune('A Túc', APRIL_14), commune('B Hào', APRIL_14), commune('C', APRIL_24)],
    ],
    [
      'as many say one as the other',
      [
        ...['A', 'B'].map((name) => commune(name, APRIL_14)),
        ...['C', 'D'].map((name) => commune(name, APRIL_14.replace('14/4', '04/4'))),
      ],
    ],
    [
      'on another matter',
      ['A', 'B'].map((name) =>
        commune(name, APRIL_14.replace('bảo đảm nước sinh hoạt mùa khô', 'phí cảng cá, bến cá')),
      ),
    ],
    ['of another body', ['A', 'B'].map((name) => commune(name, APRIL_14.replaceAll('NQ-CP', 'NQ-HĐND')))],
  ])('nothing: %s', (_, others) => {
    expect(dated(APRIL_24, others)).toBeNull();
  });

  const PLAN = 'Thực hiện Kế hoạch số 52/KH-UBND ngày 24/4/2026 của UBND tỉnh về trữ nước ngọt mùa khô.';

  test('of a province: the document of the own one only', () => {
    const neighbours = ['Phú Túc', 'Tân Hào'].map((name) => commune(name, PLAN.replace('24/4', '14/4')));
    expect(dated(PLAN, neighbours)).toBe('2 of 2: 2026-04-14');
    const elsewhere = ['Phú Túc', 'Tân Hào'].map((name) => commune(name, PLAN.replace('24/4', '14/4'), 'TỈNH CÀ MAU'));
    expect(dated(PLAN, elsewhere)).toBeNull();
  });

  test('a plan of every year is another document each year', () => {
    const others = ['Phú Túc', 'Tân Hào'].map((name) => commune(name, PLAN.replace('24/4/2026', '14/4/2025')));
    expect(dated(PLAN, others)).toBeNull();
    const yearly = 'Thực hiện Nghị quyết số 01/NQ-CP ngày 06/01/2026 của Chính phủ về nhiệm vụ chủ yếu năm 2026.';
    const before = ['Phú Túc', 'Tân Hào'].map((name) => commune(name, yearly.replaceAll('2026', '2025')));
    expect(dated(yearly, before)).toBeNull();
  });

  test('the same day of another year is a slip', () => {
    const others = ['Phú Túc', 'Tân Hào'].map((name) => commune(name, APRIL_14));
    expect(dated(APRIL_14.replace('2026', '2025'), others)).toBe('2 of 2: 2026-04-14');
  });

  test('texts from recognition say nothing', () => {
    const others = ['Phú Túc', 'Tân Hào'].map((name) => {
      const { document, plan } = commune(name, APRIL_14);
      return { document: { ...document, quality: { ...document.quality, verdict: 'ocr' as const } }, plan };
    });
    expect(dated(APRIL_24, others)).toBeNull();
  });
});

describe('numbers', () => {
  const DECREE =
    'Căn cứ Nghị định số 61/2026/NĐ-CP ngày 20/02/2026 của Chính phủ quy định chi tiết một số điều của Luật Thư viện công cộng;';
  const others = ['Phú Túc', 'Tân Hào'].map((name) => commune(name, DECREE));

  test.each([
    ['the year in the number', DECREE.replace('61/2026', '61/2025').replace('20/02/2026', '11/3/2025')],
    ['two figures the other way round', DECREE.replace('61/2026', '16/2026')],
    ['a figure too many', DECREE.replace('61/2026', '161/2026')],
  ])('a slip: %s', (_, own) => {
    expect(numbered(own, others)).toBe('2: 61/2026/NĐ-CP');
  });

  test.each([
    ['its neighbour of the same day', DECREE.replace('61/2026', '62/2026')],
    ['another number of another day', DECREE.replace('61/2026', '16/2026').replace('20/02', '21/02')],
    ['on another matter', DECREE.replace('61/2026', '16/2026').replace('Thư viện', 'Bảo tàng')],
  ])('no slip: %s', (_, own) => {
    expect(numbered(own, others)).toBeNull();
  });

  test('another document cites the number too', () => {
    const own = DECREE.replace('61/2026', '16/2026');
    expect(numbered(own, [...others, commune('An Bình', own)])).toBeNull();
  });
});

test('says something if and only if no other has the day of the plan, and more of them than for any other agree on one', () => {
  const days = fc.integer({ min: 1, max: 6 });
  fc.assert(
    fc.property(days, fc.array(days, { minLength: 1, maxLength: 6 }), (own, theirs) => {
      const on = (day: number): string => APRIL_14.replace('14/4', `0${day}/4`);
      const found = dated(
        on(own),
        theirs.map((day, i) => commune(`Xã ${i}`, on(day))),
      );
      const times = [1, 2, 3, 4, 5, 6].map((day) => theirs.filter((other) => other === day).length).sort();
      const [next = 0, most = 0] = times.slice(-2);
      const speaks = !theirs.includes(own) && most >= 2 && most > next;
      expect(found?.split(':')[0] ?? null).toBe(speaks ? `${most} of ${theirs.length}` : null);
    }),
    { numRuns: 40 },
  );
});
