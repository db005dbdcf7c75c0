/** Citations resolved against small libraries written for these tests; all documents are invented. */
import { describe, expect, test } from 'vitest';
import type { LoadedPlan } from '../../src/engine/check.js';
import { buildLibrary } from '../../src/library/library.js';
import type { CitationLink } from '../../src/library/link.js';
import { chooseParents, linkCase } from '../../src/library/parents.js';
import { linkCitations } from '../../src/library/resolve.js';
import { missingParents } from '../../src/library/unresolved.js';
import { parsePlan } from '../../src/plan/parse.js';
import { sourceFromText } from '../../src/source/read.js';

function load(path: string, text: string): LoadedPlan {
  const document = sourceFromText(text, path);
  return { document, plan: parsePlan(document) };
}

interface Header {
  body: string;
  number: string;
  date: string;
  kind?: string;
  subject?: string;
  text?: string;
}

function written({
  body,
  number,
  date,
  kind = 'KẾ HOẠCH',
  subject = 'Phòng, chống hạn mặn và trữ nước ngọt mùa khô năm 2026',
  text = '',
}: Header): string {
  return `${body}\n\nSố: ${number}\n\n${date}\n\n${kind}\n\n${subject}\n\n${text}\n\nI. MỤC ĐÍCH\n\nChủ động nguồn nước.\n`;
}

const AN_GIANG: Header = {
  body: 'ỦY BAN NHÂN DÂN\nTỈNH AN GIANG',
  number: '47/KH-UBND',
  date: 'An Giang, ngày 09 tháng 02 năm 2026',
};

function province(path: string, change: Partial<Header> = {}): LoadedPlan {
  return load(path, written({ ...AN_GIANG, ...change }));
}

function commune(text: string, change: Partial<Header> = {}): LoadedPlan {
  const header: Header = {
    body: 'ỦY BAN NHÂN DÂN\nXÃ MỸ ĐỨC',
    number: '12/KH-UBND',
    date: 'Mỹ Đức, ngày 02 tháng 3 năm 2026',
    text,
  };
  return load('xa.md', written({ ...header, ...change }));
}

/** Status of the first citation, the paths and the parts that differ. */
function first(child: LoadedPlan, ...others: LoadedPlan[]): string {
  const [link] = linkCitations(child, buildLibrary([child, ...others]));
  return link === undefined ? 'none' : shown(link);
}

function shown({ status, paths, reason }: CitationLink): string {
  return [status, ...paths, ...reason.differs.map((part) => `-${part}`)].join(' ');
}

const SUBJECT = 'về phòng, chống hạn mặn và trữ nước ngọt mùa khô năm 2026';

describe('identity decides', () => {
  test.each([
    ['in full', `Thực hiện Kế hoạch số 47/KH-UBND ngày 09/02/2026 của Ủy ban nhân dân tỉnh An Giang ${SUBJECT}`],
    ['without "số", comma, short unit', `Thực hiện Kế hoạch 47/KH-UBND, ngày 09 tháng 02 năm 2026 của UBND tỉnh`],
    ['date without issuer', 'Theo Kế hoạch số 47/KH-UBND ngày 09/02/2026'],
    ['issuer and subject without date', `Thực hiện Kế hoạch số 47/KH-UBND của UBND tỉnh An Giang ${SUBJECT}`],
    ['the kind of unit of which it is', 'Theo Kế hoạch số 47/KH-UBND của Chủ tịch UBND tỉnh An Giang'],
  ])('resolved: %s', (_, text) => {
    expect(first(commune(text), province('tinh.md'))).toBe('resolved tinh.md');
  });

  test.each([
    ['another province', 'Theo Kế hoạch số 47/KH-UBND ngày 09/02/2026 của UBND tỉnh Cà Mau'],
    ['another year', 'Theo Kế hoạch số 47/KH-UBND ngày 21/8/2025 của UBND tỉnh An Giang về nuôi cá lồng bè trên sông'],
    ['another year, no subject', 'Theo Kế hoạch số 47/KH-UBND ngày 21/8/2025 của UBND tỉnh An Giang'],
    ['Party, not state', 'Theo Kế hoạch số 47-KH/TU ngày 09/02/2026 của Tỉnh ủy An Giang'],
    ['another zero in front', 'Theo Kế hoạch số 047/KH-UBND của UBND tỉnh An Giang'],
    ['number alone', 'Theo Kế hoạch số 47/KH-UBND'],
    ['another kind in the symbol', 'Theo Quyết định số 47/QĐ-UBND ngày 09/02/2026 của UBND tỉnh An Giang'],
    ['of the commune itself', 'Theo Kế hoạch số 47/KH-UBND ngày 09/02/2026 của UBND xã Mỹ Đức'],
    ['inside a longer number', 'Theo Quyết định số 47/2026/QĐ-UBND ngày 09/02/2026 của UBND tỉnh An Giang'],
  ])('unresolved: %s', (_, text) => {
    expect(first(commune(text), province('tinh.md'))).toMatch(/^unresolved/u);
  });

  test('of two provinces the one that is meant', () => {
    const cam = province('ca-mau.md', {
      body: 'ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU',
      date: 'Cà Mau, ngày 09 tháng 02 năm 2026',
    });
    const text = 'Theo Kế hoạch số 47/KH-UBND ngày 09/02/2026 của UBND tỉnh Cà Mau';
    expect(first(commune(text), province('tinh.md'), cam)).toBe('resolved ca-mau.md');
  });

  test('"UBND tỉnh" is that of the own province', () => {
    const cam = province('ca-mau.md', {
      body: 'ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU',
      date: 'Cà Mau, ngày 09 tháng 02 năm 2026',
    });
    const department = commune('Theo Kế hoạch số 47/KH-UBND của UBND tỉnh', {
      body: 'UBND TỈNH AN GIANG\nSỞ Y TẾ',
      number: '5/KH-SYT',
      date: 'An Giang, ngày 02 tháng 3 năm 2026',
    });
    expect(first(department, cam)).toMatch(/^unresolved/u);
    expect(first(department, cam, province('tinh.md'))).toBe('resolved tinh.md');
  });

  test('of two years the one of the date', () => {
    const old = province('cu.md', {
      date: 'An Giang, ngày 10 tháng 3 năm 2025',
      subject: 'Trồng cây phân tán năm 2025',
    });
    const text = 'Theo Kế hoạch số 47/KH-UBND ngày 10/3/2025 của UBND tỉnh An Giang';
    expect(first(commune(text), old, province('tinh.md'))).toBe('resolved cu.md');
    expect(first(commune('Theo Kế hoạch số 47/KH-UBND của UBND tỉnh An Giang'), old, province('tinh.md'))).toBe(
      'resolved tinh.md',
    );
  });

  test('single figures with and without zero are one number', () => {
    expect(
      first(
        commune('Theo Kế hoạch số 7/KH-UBND ngày 09/02/2026 của UBND tỉnh'),
        province('tinh.md', { number: '07/KH-UBND' }),
      ),
    ).toBe('resolved tinh.md');
  });

  test('several that fit', () => {
    const other = province('ban-2.md', { text: 'Bản khác.' });
    const text = 'Theo Kế hoạch số 47/KH-UBND ngày 09/02/2026 của UBND tỉnh An Giang';
    expect(first(commune(text), province('tinh.md'), other)).toBe('ambiguous tinh.md ban-2.md');
  });

  test('copies of one text are one document', () => {
    const text = 'Theo Kế hoạch số 47/KH-UBND ngày 09/02/2026 của UBND tỉnh An Giang';
    expect(first(commune(text), province('tinh.md'), province('ban-sao.md'))).toBe('resolved tinh.md');
  });

  test('a number that is blank in the text and stands in the file name', () => {
    const draft = province('luu/kh-47-2026-han-man.md', {
      number: '/KH-UBND',
      date: 'An Giang, ngày tháng 02 năm 2026',
    });
    const child = commune(`Theo Kế hoạch số 47/KH-UBND ngày 09/02/2026 của UBND tỉnh An Giang ${SUBJECT}`);
    const [link] = linkCitations(child, buildLibrary([child, draft]));
    expect(link?.status).toBe('resolved');
    expect(link?.reason.fromFileName).toEqual(['number']);
    const may = commune('Theo Kế hoạch số 47/KH-UBND ngày 09/01/2026 của UBND tỉnh An Giang');
    expect(first(may, draft)).toMatch(/^unresolved/u);
  });
});

describe('a commune whose name several provinces have', () => {
  // An Châu lies in An Giang and in Nghệ An
  const child = (text: string): LoadedPlan =>
    commune(text, { body: 'ỦY BAN NHÂN DÂN\nXÃ AN CHÂU', date: 'An Châu, ngày 02 tháng 3 năm 2026' });

  test('means by "UBND tỉnh" the one of the document that fits', () => {
    expect(child('').plan.ownUnit?.province).toBeNull();
    const text = `Thực hiện Kế hoạch số 47/KH-UBND ngày 19/02/2026 của UBND tỉnh ${SUBJECT}`;
    expect(first(child(text), province('tinh.md'))).toBe('mismatched tinh.md -date');
  });
});

describe('the same document with a part cited wrongly', () => {
  test.each([
    ['day', `Theo Kế hoạch số 47/KH-UBND ngày 19/02/2026 của UBND tỉnh ${SUBJECT}`, '-date'],
    ['day, no subject', 'Theo Kế hoạch số 47/KH-UBND ngày 19/02/2026 của UBND tỉnh An Giang', '-date'],
    ['year', `Theo Kế hoạch số 47/KH-UBND ngày 09/02/2025 của UBND tỉnh An Giang ${SUBJECT}`, '-date'],
    ['year, no subject', 'Theo Kế hoạch số 47/KH-UBND ngày 09/02/2025 của UBND tỉnh An Giang', '-date'],
    ['province', `Theo Kế hoạch số 47/KH-UBND ngày 09/02/2026 của UBND tỉnh Cà Mau ${SUBJECT}`, '-issuer'],
    ['level', `Theo Kế hoạch số 47/KH-UBND ngày 09/02/2026 của Thủ tướng Chính phủ ${SUBJECT}`, '-issuer'],
    ['digits', `Theo Kế hoạch số 74/KH-UBND ngày 09/02/2026 của UBND tỉnh An Giang ${SUBJECT}`, '-number'],
    ['kind of unit', 'Theo Kế hoạch số 47/KH-UBND ngày 09/02/2026 của UBND thành phố An Giang', '-issuer'],
  ])('%s', (_, text, part) => {
    expect(first(commune(text), province('tinh.md'))).toBe(`mismatched tinh.md ${part}`);
  });

  test('another matter is another document', () => {
    const text =
      'Theo Kế hoạch số 48/KH-UBND ngày 09/02/2026 của UBND tỉnh An Giang về đào tạo nghề cho lao động nông thôn năm 2026';
    expect(first(commune(text), province('tinh.md'))).toMatch(/^unresolved/u);
  });

  test('a document that is younger than the plan is not the one that it cites', () => {
    const later = province('tinh.md', { date: 'An Giang, ngày 09 tháng 4 năm 2026' });
    expect(first(commune('Theo Kế hoạch số 47/KH-UBND ngày 09/02/2026 của UBND tỉnh An Giang'), later)).toMatch(
      /^unresolved/u,
    );
  });
});

describe('parents', () => {
  const central = load(
    'tw.md',
    written({
      body: 'THỦ TƯỚNG CHÍNH PHỦ',
      number: '15/CT-TTg',
      date: 'Hà Nội, ngày 20 tháng 01 năm 2026',
      kind: 'CHỈ THỊ',
      subject: 'Về chủ động ứng phó hạn mặn mùa khô',
    }),
  );
  const text = `Căn cứ Chỉ thị số 15/CT-TTg ngày 20/01/2026 của Thủ tướng Chính phủ;\n\nThực hiện Kế hoạch số 47/KH-UBND ngày 09/02/2026 của UBND tỉnh An Giang ${SUBJECT}, UBND xã ban hành Kế hoạch:`;

  test('right above first, then higher up', () => {
    const { parents } = linkCase(commune(text), buildLibrary([central, province('tinh.md')]), [], '2026-06-01');
    expect(parents.map(({ document, given }) => [document.path, given])).toEqual([
      ['tinh.md', false],
      ['tw.md', false],
    ]);
  });

  test('the chain goes on: the province’s plan has the central directive as its parent', () => {
    const middle = province('tinh.md', {
      text: 'Thực hiện Chỉ thị số 15/CT-TTg ngày 20/01/2026 của Thủ tướng Chính phủ, UBND tỉnh ban hành Kế hoạch:',
    });
    const { parents } = linkCase(middle, buildLibrary([central, middle]), [], '2026-06-01');
    expect(parents.map(({ document }) => document.path)).toEqual(['tw.md']);
  });

  test('a document that a cited one carries out, or that is only mentioned, is no parent', () => {
    const child = commune(
      'Thực hiện Kế hoạch số 99/KH-UBND ngày 01/02/2026 của UBND tỉnh An Giang triển khai Chỉ thị số 15/CT-TTg ngày 20/01/2026 của Thủ tướng Chính phủ; so với Kế hoạch số 47/KH-UBND ngày 09/02/2026 có điều chỉnh.',
    );
    const { parents, links } = linkCase(child, buildLibrary([central, province('tinh.md')]), [], '2026-06-01');
    expect(links?.filter(({ status }) => status === 'resolved').length).toBe(2);
    expect(parents).toEqual([]);
  });

  test('what the user gives counts, cited or not, and knows the citation that means it', () => {
    const child = commune(
      `Thực hiện Kế hoạch số: /KH-UBND ngày / /2026 của UBND tỉnh An Giang ${SUBJECT}, UBND xã ban hành Kế hoạch:`,
    );
    const draft = province('du-thao.md', { number: '/KH-UBND', date: 'An Giang, ngày tháng 02 năm 2026' });
    const parents = chooseParents(child, linkCitations(child, buildLibrary([])), buildLibrary([]), [draft, central]);
    expect(parents.map(({ document, given, link }) => [document.path, given, link?.status ?? null])).toEqual([
      ['du-thao.md', true, 'resolved'],
      ['tw.md', true, null],
    ]);
  });

  test('a given parent of the same day under another number', () => {
    const child = commune(
      `Thực hiện Kế hoạch số 88/KH-UBND ngày 09/02/2026 của UBND tỉnh An Giang ${SUBJECT}, UBND xã ban hành Kế hoạch:`,
    );
    const given = province('tinh.md');
    const [parent] = chooseParents(child, linkCitations(child, buildLibrary([])), buildLibrary([]), [given]);
    expect(parent?.link === null || parent?.link === undefined ? null : shown(parent.link)).toBe(
      'mismatched tinh.md -number',
    );
  });

  test('missing parents: right above and carried out, once each', () => {
    const child = commune(
      `${text}\n\nTheo Kế hoạch số 47/KH-UBND ngày 09/02/2026 của UBND tỉnh An Giang; Căn cứ Quyết định số 10/2026/QĐ-UBND ngày 05/01/2026 của UBND tỉnh.`,
    );
    const missing = missingParents(child, linkCitations(child, buildLibrary([child])));
    expect(missing.map(({ citation }) => citation.code)).toEqual(['47/KH-UBND']);
  });
});
