/** How the text of a page is put together: columns, tables, running lines, hyphens, page breaks. */
import { describe, expect, test } from 'vitest';
import { parsePlan } from '../../../src/plan/parse.js';
import type { SourceDocument } from '../../../src/source/document.js';
import { readSource } from '../../../src/source/read.js';
import { type Line, type Page, pdfFile } from './pdf-file.js';

const read = (...pages: Page[]): Promise<SourceDocument> => readSource('thu.pdf', pdfFile(pages));

/** Lines one under the other, 18 points apart. */
function lines(from: number, texts: readonly string[], x = 85): Line[] {
  return texts.map((text, i) => ({ text, x, y: from - 18 * i }));
}

/** Of full width, so that the paragraph goes on. */
const FULL = 'Các tổ dân phố vận động nhân dân dọn vệ sinh, trồng hoa hai bên đường,';

const HEADER: Line[] = [
  ...lines(790, ['ỦY BAN NHÂN DÂN', 'PHƯỜNG BẠCH LAU'], 90),
  ...lines(790, ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'], 300),
  ...lines(745, ['Số: 21/KH-UBND'], 95),
  ...lines(745, ['Bạch Lau, ngày 05 tháng 3 năm 2026'], 320),
  { text: 'KẾ HOẠCH', x: 270, y: 700 },
  { text: 'Chỉnh trang đường phố năm 2026', x: 200, y: 680 },
];

test('a header in two columns is read column by column', async () => {
  const document = await read({ lines: [...HEADER, ...lines(640, [FULL, 'bảo đảm sạch đẹp trước ngày lễ.'])] });
  const { identity } = parsePlan(document);
  expect(identity).toMatchObject({ type: 'kế hoạch', code: '21/KH-UBND', date: '2026-03-05' });
  expect(identity.issuer).toMatchObject({ text: 'ỦY BAN NHÂN DÂN PHƯỜNG BẠCH LAU', level: 'commune' });
  expect(document.text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n');
  expect(document.text).toContain('\nChỉnh trang đường phố năm 2026\n');
});

describe('what runs through the pages', () => {
  const page = (number: number, body: readonly string[]): Page => ({
    lines: [
      { text: String(number), x: 295, y: 805 },
      { text: 'Bản tin điện tử phường Bạch Lau', x: 85, y: 30, size: 9 },
      ...lines(760, body),
    ],
  });
  const bodies = [1, 2, 3].map((number) =>
    Array.from(
      { length: 6 },
      (_, i) => `${6 * (number - 1) + i + 1}. Việc thứ ${6 * (number - 1) + i + 1} của tổ dân phố;`,
    ),
  );

  test('page numbers and running lines are left out, numbers of the text are not', async () => {
    const { text } = await read(...bodies.map((body, i) => page(i + 1, body)));
    expect(text.split('\n')).toEqual(bodies.flat());
  });

  test('a paragraph goes on over the page', async () => {
    const first = page(
      1,
      Array.from({ length: 36 }, () => FULL),
    );
    const { text } = await read(first, page(2, ['bảo đảm sạch đẹp trước ngày lễ.', 'Công an phường giữ trật tự.']));
    expect(text).toContain('hai bên đường, bảo đảm sạch đẹp trước ngày lễ.');
    expect(text).not.toMatch(/Bản tin|\n2\n/u);
  });
});

test('a hyphen at the end of a line: that of a number or a name stays', async () => {
  const { text } = await read({
    lines: lines(760, [
      'Thực hiện Nghị quyết của Đảng bộ phường nhiệm kỳ 2025 -',
      '2030, các tổ dân phố phối hợp với Phòng Văn hóa -',
      'Xã hội phường tổ chức ký kết giao ước thi đua.',
    ]),
  });
  expect(text).toBe(
    'Thực hiện Nghị quyết của Đảng bộ phường nhiệm kỳ 2025 - 2030, các tổ dân phố phối hợp với Phòng Văn hóa - Xã hội phường tổ chức ký kết giao ước thi đua.',
  );
});

describe('tables', () => {
  const columns = [85, 125, 330, 450, 540];
  const grid = (tops: readonly number[]): [number, number, number, number][] => [
    ...tops.map((y): [number, number, number, number] => [columns[0] ?? 0, y, columns.at(-1) ?? 0, y]),
    ...columns.map((x): [number, number, number, number] => [x, tops[0] ?? 0, x, tops.at(-1) ?? 0]),
  ];
  const row = (y: number, cells: readonly string[]): Line[] =>
    cells.map((text, i) => ({ text, x: (columns[i] ?? 0) + 4, y, size: 11 }));

  test('a ruled table: one row, one row, also where a cell has two lines', async () => {
    const document = await read({
      lines: [
        ...lines(790, ['Phân công nhiệm vụ như sau:']),
        ...row(752, ['STT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn']),
        ...row(732, ['1', 'Dọn vệ sinh đường Hoa Sữa,', 'Tổ 3', '15/3/2026']),
        ...row(718, ['', 'khơi thông cống rãnh', '', '']),
        ...row(698, ['2', 'Trồng cây', 'Tổ 5', '20/3/2026']),
        ...lines(660, ['Kinh phí do phường chi trả.']),
      ],
      rules: grid([766, 746, 712, 690]),
    });
    const cells = document.blocks.flatMap(({ cell, start, end }) =>
      cell === null ? [] : [`${cell.row}.${cell.column} ${document.text.slice(start, end)}`],
    );
    expect(cells).toEqual([
      '0.0 STT',
      '0.1 Nhiệm vụ',
      '0.2 Chủ trì',
      '0.3 Thời hạn',
      '1.0 1',
      '1.1 Dọn vệ sinh đường Hoa Sữa, khơi thông cống rãnh',
      '1.2 Tổ 3',
      '1.3 15/3/2026',
      '2.0 2',
      '2.1 Trồng cây',
      '2.2 Tổ 5',
      '2.3 20/3/2026',
    ]);
    expect(document.text.split('\n').at(-1)).toBe('Kinh phí do phường chi trả.');
  });
});
