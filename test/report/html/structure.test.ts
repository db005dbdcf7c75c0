/** How a document is divided for the page, and how places in it are marked. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Mark, marksByBlock, segmentsOf } from '../../../src/report/html/marks.js';
import { blockAt, type Part, type Piece, partsOf, rowsOf } from '../../../src/report/html/structure.js';
import { PARENT } from '../../cli/plans.js';
import { load } from './render.js';

const samples = join(import.meta.dirname, '../../../samples');
const names = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /-.*\.(?:md|txt)$/u.test(name),
);

const blocksOf = (parts: readonly Part[]): number[] => parts.flatMap(({ pieces }) => rowsOf(pieces)).flat();

function outline(pieces: readonly Piece[], text: (block: number) => string): unknown[] {
  return pieces.map((piece) => {
    if (piece.kind === 'section') return { [text(piece.block)]: outline(piece.pieces, text) };
    if (piece.kind === 'list')
      return piece.items.map(({ block, pieces: inner }) => [text(block), ...outline(inner, text)]);
    if (piece.kind === 'table')
      return piece.rows.map((row) => row.map(({ blocks, gap }) => '·'.repeat(gap) + blocks.map(text).join('/')));
    return text(piece.block);
  });
}

function shape(source: string): unknown[] {
  const loaded = load(source, 'a.md');
  const text = (block: number): string => {
    const { start = 0, end = 0 } = loaded.document.blocks[block] ?? {};
    return loaded.document.text.slice(start, end);
  };
  return partsOf(loaded).map(({ zone, pieces }) => [zone, ...outline(pieces, text)]);
}

describe('partsOf', () => {
  test.each(names)('%s: every block stands in the page once, in the order of the text', (name) => {
    const loaded = load(readFileSync(join(samples, name), 'utf8'), name);
    expect(blocksOf(partsOf(loaded))).toEqual(loaded.document.blocks.map((_, i) => i));
  });

  test('headings hold their text, items their parts', () => {
    const text = PARENT.replace(
      'Tạo khí thế thi đua ngay từ đầu năm.',
      '1. Mục đích\n\na) Tạo khí thế thi đua ngay từ đầu năm trong toàn thành phố:\n\n- Trong cơ quan, đơn vị.\n\n- Trong Nhân dân.\n\nb) Nêu gương người tốt.\n\n2. Yêu cầu\n\nThiết thực, hiệu quả.',
    );
    const [section] = shape(text).filter((part) => JSON.stringify(part).includes('MỤC ĐÍCH'));
    expect(section).toEqual([
      'body',
      {
        'I. MỤC ĐÍCH, YÊU CẦU': [
          {
            '1. Mục đích': [
              [
                [
                  'a) Tạo khí thế thi đua ngay từ đầu năm trong toàn thành phố:',
                  [['- Trong cơ quan, đơn vị.'], ['- Trong Nhân dân.']],
                ],
                ['b) Nêu gương người tốt.'],
              ],
            ],
          },
          { '2. Yêu cầu': ['Thiết thực, hiệu quả.'] },
        ],
      },
    ]);
  });

  test('tables stay tables, empty cells keep their column', () => {
    const text = PARENT.replace(
      'Thi đua hoàn thành nhiệm vụ được giao.',
      '| TT | Nhiệm vụ | Thời hạn |\n| --- | --- | --- |\n| 1 | Phát động | 15/02/2026 |\n| 2 |  | 15/12/2026 |',
    );
    expect(JSON.stringify(shape(text))).toContain(
      JSON.stringify([
        ['TT', 'Nhiệm vụ', 'Thời hạn'],
        ['1', 'Phát động', '15/02/2026'],
        ['2', '·15/12/2026'],
      ]),
    );
  });

  test('header, recipients and signature are told apart', () => {
    const zones = shape(PARENT).map((part) => (Array.isArray(part) ? part[0] : null));
    expect([...new Set(zones)]).toEqual(['header', 'body', 'recipients', 'signature']);
  });
});

describe('marks', () => {
  const text = 'một hai ba bốn năm';
  const block = { start: 0, end: text.length };
  const mark = (start: number, end: number, severity: Mark['severity'], number: number): Mark => ({
    span: { start, end },
    id: `w${number}`,
    target: `finding-${number}`,
    severity,
    number,
  });
  const cut = (...marks: Mark[]) =>
    segmentsOf(
      text,
      block,
      marks.map((each) => ({ mark: each, first: true })),
    ).map((segment) => [
      segment.text,
      segment.marks.map(({ number }) => number),
      segment.begins.map(({ number }) => number),
      segment.ends.map(({ number }) => number),
    ]);

  test('overlapping ones share their words, the gravest first', () => {
    expect(cut(mark(0, 10, 'info', 1), mark(4, 14, 'error', 2))).toEqual([
      ['một ', [1], [1], []],
      ['hai ba', [2, 1], [2], [1]],
      [' bốn', [2], [], [2]],
      [' năm', [], [], []],
    ]);
  });

  test('one without words keeps its place and number, at the end too', () => {
    expect(cut(mark(4, 4, 'warning', 1), mark(18, 18, 'info', 2))).toEqual([
      ['một ', [], [], []],
      ['hai ba bốn năm', [], [1], [1]],
      ['', [], [2], [2]],
    ]);
  });

  test('whatever is marked, the segments are the text, and every mark begins once', () => {
    const span = fc.tuple(fc.nat(18), fc.nat(18)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    fc.assert(
      fc.property(fc.array(fc.tuple(span, fc.constantFrom('error', 'warning', 'info')), { maxLength: 12 }), (list) => {
        const marks = list.map(([[start, end], severity], i) => mark(start, end, severity, i));
        const segments = segmentsOf(
          text,
          block,
          marks.map((each) => ({ mark: each, first: true })),
        );
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        const begun = segments.flatMap(({ begins }) => begins.map(({ number }) => number)).sort((a, b) => a - b);
        expect(begun).toEqual(marks.map(({ number }) => number));
      }),
    );
  });

  test('one over several blocks is marked in each, and begins in the first', () => {
    const { document } = load('Đoạn thứ nhất.\n\nĐoạn thứ hai.\n\nĐoạn thứ ba.', 'a.md');
    const end = (document.blocks[1]?.start ?? 0) + 4;
    const byBlock = marksByBlock(document.blocks, [mark(5, end, 'error', 1)]);
    expect([...byBlock].map(([i, pieces]) => [i, pieces.map(({ first }) => first)])).toEqual([
      [0, [true]],
      [1, [false]],
    ]);
  });

  test('a place between blocks belongs to the one before it', () => {
    const blocks = load('Một.\n\nHai.', 'a.md').document.blocks;
    expect([0, 3, 4, 5, 99].map((offset) => blockAt(blocks, offset))).toEqual([0, 0, 0, 1, 1]);
    expect(blockAt([], 3)).toBeNull();
  });
});
