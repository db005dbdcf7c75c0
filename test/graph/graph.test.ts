/** Who carries out whom, what is absent, circles, copies, what was superseded. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CitationGraph } from '../../src/graph/graph.js';
import { CITY_CITATION, city, commune, graphOf, path, written } from './plans.js';

function carried({ relations }: CitationGraph): string[] {
  return relations.filter(({ carriesOut }) => carriesOut).map(({ from, to }) => `${path(from)} > ${path(to)}`);
}

describe('relations', () => {
  test('a ward carries out the plan of its city', () => {
    const graph = graphOf({ 'an-bien.md': commune('phường An Biên'), 'city.md': city() });
    expect(carried(graph)).toEqual(['an-bien.md > city.md']);
    expect(graph.absent).toEqual([]);
  });

  test('what only the body names is no parent where the preamble names one', () => {
    const graph = graphOf({
      'an-bien.md': commune('phường An Biên', {
        tasks: '1. Tổ chức thực hiện Kế hoạch số 7/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân thành phố Hải Phòng.',
      }),
      'city.md': city(),
      'trees.md': city({ number: '7', date: '05 tháng 01 năm 2026', subject: 'Trồng cây' }),
    });
    expect(carried(graph)).toEqual(['an-bien.md > city.md']);
    expect(graph.relations.map(({ to }) => path(to)).sort()).toEqual(['city.md', 'trees.md']);
  });

  test('one document in two files is one node', () => {
    const graph = graphOf({ 'a.md': commune('phường An Biên'), 'city.md': city(), 'copy/city.txt': `${city()}\n` });
    expect(graph.documents.map((one) => [path(one), one.copies.map((copy) => copy.path)])).toEqual([
      ['a.md', []],
      ['city.md', ['copy/city.txt']],
    ]);
    expect(carried(graph)).toEqual(['a.md > city.md']);
    expect(graph.ambiguous).toEqual([]);
  });
});

describe('absent documents', () => {
  const law = 'Căn cứ Nghị định số 45/2022/NĐ-CP ngày 07/7/2022 của Chính phủ;';
  const graph = graphOf({
    'an-bien.md': commune('phường An Biên', {
      preamble: `${law}\n\nThực hiện ${CITY_CITATION}, Ủy ban nhân dân phường An Biên ban hành Kế hoạch như sau:`,
    }),
    'le-chan.md': commune('phường Lê Chân'),
  });

  test('parents stand apart from legal bases, each with those that cite it', () => {
    expect(graph.absent.map(({ kind, citedBy }) => [kind, citedBy.map(({ document }) => path(document))])).toEqual([
      ['parent', ['an-bien.md', 'le-chan.md']],
      ['basis', ['an-bien.md']],
    ]);
  });

  test('one number of two years is two documents; without a date it is the only one', () => {
    const cite = (unit: string, words: string) =>
      commune(unit, {
        preamble: `Thực hiện Kế hoạch số 9/KH-UBND${words} của Ủy ban nhân dân thành phố Hải Phòng;`,
      });
    const two = graphOf({
      'a.md': cite('phường An Biên', ' ngày 03/01/2025'),
      'b.md': cite('phường Lê Chân', ' ngày 03/01/2026'),
    });
    expect(two.absent).toHaveLength(2);
    const one = graphOf({ 'a.md': cite('phường An Biên', ' ngày 03/01/2026'), 'b.md': cite('phường Lê Chân', '') });
    expect(one.absent.map(({ citedBy }) => citedBy.length)).toEqual([2]);
  });

  test('a law cited by name is the one that is cited with its number', () => {
    const cite = (unit: string, law: string) => commune(unit, { preamble: `Căn cứ ${law} ngày 20/11/2019;` });
    const { absent } = graphOf({
      'a.md': cite('phường An Biên', 'Luật Thư viện số 46/2019/QH14'),
      'b.md': cite('phường Lê Chân', 'Luật Thư viện'),
    });
    expect(absent.map(({ kind, citedBy }) => [kind, citedBy.length])).toEqual([['basis', 2]]);
  });
});

describe('circles', () => {
  const plan = (number: string, cited: string) =>
    city({
      number,
      preamble: `Thực hiện Kế hoạch số ${cited}/KH-UBND ngày 12/01/2026 của Ủy ban nhân dân thành phố Hải Phòng, Ủy ban nhân dân thành phố ban hành Kế hoạch như sau:`,
    });

  test('three plans that carry out one another', () => {
    const graph = graphOf({
      'a.md': plan('1', '2'),
      'b.md': plan('2', '3'),
      'c.md': plan('3', '1'),
      'd.md': plan('4', '1'),
    });
    expect(graph.cycles.map((cycle) => cycle.map(path))).toEqual([['a.md', 'b.md', 'c.md']]);
  });

  test('a chain has none, however long', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [`${i}.md`, plan(String(i + 1), String(i + 2))]),
    );
    expect(graphOf(chain).cycles).toEqual([]);
  });

  test('of any citations: a circle runs along the relations and ends where it began', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 6, maxLength: 6 }), (cited) => {
        const files = Object.fromEntries(cited.map((to, i) => [`${i + 1}.md`, plan(String(i + 1), String(to))]));
        const graph = graphOf(files);
        const edges = new Set(carried(graph));
        for (const cycle of graph.cycles) {
          expect(cycle.length).toBeGreaterThan(1);
          const names = cycle.map(path);
          for (const [i, name] of names.entries())
            expect(edges).toContain(`${name} > ${names[(i + 1) % names.length]}`);
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('superseded parents', () => {
  const newer = (changes = {}) =>
    city({
      number: '61',
      date: '02 tháng 02 năm 2026',
      tasks: 'Kế hoạch này thay thế Kế hoạch số 45/KH-UBND ngày 12/01/2026 của Ủy ban nhân dân thành phố Hải Phòng.',
      ...changes,
    });
  const files = {
    'city.md': city(),
    'new.md': newer(),
    'early.md': commune('phường An Biên'),
    'late.md': commune('phường Lê Chân', { date: '09 tháng 02 năm 2026' }),
    'draft.md': commune('phường Hải An', { number: '', date: 'tháng năm 2026' }),
  };

  test('say which plans still carry them out, and whether they came before or after', () => {
    const [superseded, ...rest] = graphOf(files).superseded;
    expect(rest).toEqual([]);
    expect(superseded).toMatchObject({ effect: 'replaces', document: { document: { entry: { path: 'city.md' } } } });
    expect(superseded?.children.map(({ document, issued }) => [path(document), issued])).toEqual([
      ['draft.md', 'unknown'],
      ['early.md', 'before'],
      ['late.md', 'after'],
    ]);
  });

  test('the new plan does not carry out the old one, nor is a plan outdated that names the new one', () => {
    const knowing = commune('phường Lê Chân', {
      date: '09 tháng 02 năm 2026',
      tasks: 'Cập nhật theo Kế hoạch số 61/KH-UBND ngày 02/02/2026 của Ủy ban nhân dân thành phố Hải Phòng.',
    });
    const graph = graphOf({ ...files, 'late.md': knowing });
    expect(carried(graph)).not.toContain('new.md > city.md');
    expect(graph.superseded[0]?.children.map(({ document }) => path(document))).toEqual(['draft.md', 'early.md']);
  });

  test('an absent parent may be the one', () => {
    const { 'city.md': _, ...without } = files;
    const [superseded] = graphOf(without).superseded;
    expect(superseded?.document).toMatchObject({ absent: { kind: 'parent' } });
    expect(superseded?.children).toHaveLength(3);
  });

  test('nothing is replaced by what is older', () => {
    expect(graphOf({ ...files, 'new.md': newer({ date: '02 tháng 01 năm 2026' }) }).superseded).toEqual([]);
  });
});

test('documents without any issuer, number or citation make no relations and break nothing', () => {
  const graph = graphOf({
    'a.md': 'Xin chào.\n',
    'b.md': written({ issuer: 'xã Lạc Hà', place: 'Lạc Hà', subject: 'Họp' }),
  });
  expect([graph.documents.length, graph.relations, graph.cycles, graph.answers]).toEqual([2, [], [], []]);
});
