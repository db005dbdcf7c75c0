/** The graph in its forms: text, Mermaid, DOT. What stands in documents is not trusted. */
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/errors.js';
import { graphDot } from '../../src/report/graph/dot.js';
import { makeGraphResult } from '../../src/report/graph/make.js';
import { graphMermaid } from '../../src/report/graph/mermaid.js';
import { type GraphResult, GraphSchema } from '../../src/report/graph/result.js';
import { graphText } from '../../src/report/graph/text.js';
import { city, commune, graphOf } from '../graph/plans.js';

const TODAY = '2026-03-10';

function result(files: Record<string, string>, lang: Language = 'vi'): GraphResult {
  return makeGraphResult(graphOf(files, TODAY), [], TODAY, lang);
}

function text(files: Record<string, string>, lang: Language = 'vi'): string {
  return graphText(result(files, lang), { width: 100, colour: false });
}

const FILES = {
  'tp/45.md': city(),
  'an-bien.md': commune('phường An Biên'),
  'kien-thuy.md': commune('xã Kiến Thụy', { number: '', date: 'tháng năm 2026' }),
};

describe('text', () => {
  test('draws the tree, with the issuer in running text and drafts marked', () => {
    expect(text(FILES)).toContain(`VĂN BẢN VÀ CÁC KẾ HOẠCH THỰC HIỆN
  Kế hoạch số 45/KH-UBND ngày 12/01/2026 của Ủy ban nhân dân thành phố Hải Phòng
  Vệ sinh môi trường năm 2026
  tp/45.md
  Yêu cầu xã, phường ban hành kế hoạch: 1/114 đã ban hành
  ├─ Phường An Biên: Kế hoạch số 08/KH-UBND ngày 20/01/2026 · an-bien.md
  └─ Xã Kiến Thụy: Kế hoạch số …/KH-UBND [dự thảo] · kien-thuy.md
`);
  });

  test('names every commune that has not answered, and since when it is overdue', () => {
    const lines = text(FILES).replace(/\s+/gu, ' ');
    expect(lines).toContain('Hạn ban hành: trước ngày 28/02/2026, đã qua 11 ngày.');
    expect(lines).toContain('Đã ban hành (1): phường An Biên (20/01/2026)');
    expect(lines).toContain('Còn là dự thảo (1): xã Kiến Thụy');
    expect(lines).toContain('Chưa ban hành, quá hạn (112): 44 phường:');
    expect(lines).toMatch(/66 xã: .*, Vĩnh Bảo/u);
    expect(lines).toContain('2 đặc khu: Cát Hải, Bạch Long Vĩ');
  });

  test('where several plans ask, long lists are only counted', () => {
    const lines = text({ ...FILES, 'tp/50.md': city({ number: '50', subject: 'Trồng cây' }) });
    expect(lines).toContain('112): 44 phường, 66 xã, 2 đặc khu');
    expect(lines).not.toContain('Bạch Long Vĩ');
  });

  test('speaks English', () => {
    expect(text(FILES, 'en')).toContain('COMMUNES THAT HAVE NOT ISSUED THEIR PLAN');
    expect(text(FILES, 'en')).not.toMatch(/quan hệ|đã ban hành|Hạn/u);
  });

  test('a plan of no table of units, and an empty repository', () => {
    expect(text({ 'a.md': 'Xin chào.\n' })).toContain('VĂN BẢN KHÔNG GẮN VỚI VĂN BẢN NÀO KHÁC (1)');
    expect(text({})).toContain('Không có gì cần xử lý.');
  });

  test('no terminal sequence of a document gets through', () => {
    const files = {
      'tp/45.md': city({ subject: 'Vệ sinh \u001b[31mmôi trường\u0007 năm 2026' }),
      'a.md': commune('phường An Biên'),
    };
    expect(text(files)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u);
  });
});

const HOSTILE = {
  'tp/45.md': city(),
  'an-bien.md': commune('phường An Biên'),
  'le-chan.md': commune('phường Lê Chân', {
    preamble:
      'Thực hiện Kế hoạch số 9/KH-UBND ngày 03/01/2026 của Ban Chỉ đạo "Sạch" <b>đẹp</b>; Kế hoạch số 45/KH-UBND ngày 12/01/2026 của Ủy ban nhân dân thành phố Hải Phòng',
  }),
  '<img src=x>"];x-->y.md': commune('phường Hải An', { number: '', date: 'tháng năm 2026', kind: 'Ghi chú' }),
};

describe('drawings', () => {
  test('have an arrow for each plan that carries out another, present or absent', () => {
    const dot = graphDot(result(HOSTILE));
    const [own, parent] = ['an-bien.md', 'tp/45.md'].map(
      (path) => result(HOSTILE).documents.find((one) => one.path === path)?.id,
    );
    expect(dot).toContain(`  ${own} -> ${parent};`);
    expect(dot).toContain('[label="Phường An Biên\\nKế hoạch số 08/KH-UBND ngày 20/01/2026"]');
    expect(graphMermaid(result(HOSTILE))).toContain(`  ${own} --> ${parent}\n`);
    expect(dot.match(/ -> /gu)).toHaveLength(graphMermaid(result(HOSTILE)).match(/ --> /gu)?.length ?? 0);
  });

  test('ids are the same in the next run, and do not depend on other documents', () => {
    const idOf = (files: Record<string, string>) => result(files).documents.find(({ path }) => path === 'tp/45.md')?.id;
    expect(idOf(HOSTILE)).toBe(idOf({ 'tp/45.md': city() }));
  });

  test('Mermaid: nothing of a document ends its label or is read as HTML', () => {
    const lines = graphMermaid(result(HOSTILE)).trimEnd().split('\n').slice(1);
    for (const line of lines) {
      expect(line).toMatch(
        /^ {2}(?:[ad][0-9a-f]{12}\["[^"<>[\]]*(?:<br\/>[^"<>[\]]*)*"\](?:::?:?\w+)?|[ad][0-9a-f]{12} (?:-->|-\. "[^"]*" \.->) [ad][0-9a-f]{12}|classDef .*)$/u,
      );
    }
  });

  test('DOT: quotation marks and backslashes are escaped', () => {
    for (const line of graphDot(result(HOSTILE))
      .split('\n')
      .filter((one) => one.includes('label='))) {
      const inner = /label="((?:[^"\\]|\\.)*)"/u.exec(line);
      expect(inner).not.toBeNull();
    }
  });

  test('what replaces another has an arrow of its own', () => {
    const files = {
      ...FILES,
      'new.md': city({
        number: '61',
        date: '02 tháng 02 năm 2026',
        tasks: 'Kế hoạch này thay thế Kế hoạch số 45/KH-UBND ngày 12/01/2026.',
      }),
    };
    expect(graphDot(result(files))).toMatch(/ -> d[0-9a-f]{12} \[style=dashed, label="thay thế"\];/u);
    expect(graphMermaid(result(files))).toContain('-. "thay thế" .->');
  });
});

test('the result answers to its schema', () => {
  expect(() => GraphSchema.parse(result(HOSTILE))).not.toThrow();
  expect(() => GraphSchema.parse(result({}))).not.toThrow();
});
