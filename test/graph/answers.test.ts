/** Which communes have answered a plan of their city. */
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/graph/graph.js';
import { city, commune, graphOf, path } from './plans.js';

function answers(files: Record<string, string>, today?: string): Answers {
  const [found, another] = graphOf(files, today).answers;
  expect(another).toBeUndefined();
  return found as Answers;
}

function status({ units }: Answers, name: string): string | undefined {
  return units.find(({ unit }) => unit.name === name)?.status;
}

const FILES = {
  'city.md': city(),
  'a.md': commune('phường An Biên'),
  'b.md': commune('xã Kiến Thụy', { date: '03 tháng 3 năm 2026' }),
  'c.md': commune('đặc khu Cát Hải', { number: '', date: 'tháng năm 2026' }),
};

describe('a plan of Hải Phòng that asks its communes', () => {
  test('is answered in time, late, by a draft or not at all', () => {
    const found = answers(FILES, '2026-02-10');
    expect(found.due).toBe('2026-02-27');
    expect(found.units).toHaveLength(114);
    expect(['An Biên', 'Kiến Thụy', 'Cát Hải', 'Lê Chân'].map((name) => status(found, name))).toEqual([
      'issued',
      'late',
      'draft',
      'missing',
    ]);
  });

  test('is overdue only after its last day', () => {
    expect(status(answers(FILES, '2026-02-27'), 'Lê Chân')).toBe('missing');
    expect(status(answers(FILES, '2026-02-28'), 'Lê Chân')).toBe('overdue');
  });

  test('is not answered by a report, nor by a commune of another province', () => {
    const found = answers({
      ...FILES,
      'report.md': commune('phường Lê Chân', { kind: 'BÁO CÁO' }),
      'other.md': commune('phường Hồng Gai', { place: 'Hồng Gai' }),
    });
    expect(status(found, 'Lê Chân')).toBe('overdue');
    expect(found.others.map(path)).toEqual(['other.md']);
  });

  test('with several plans of one commune the earliest that counts decides', () => {
    const found = answers({
      ...FILES,
      'b2.md': commune('xã Kiến Thụy', { number: '3', date: '21 tháng 01 năm 2026' }),
    });
    expect(status(found, 'Kiến Thụy')).toBe('issued');
  });

  test('that no commune has documents of says so', () => {
    expect(answers({ 'city.md': city() }).hasCommunes).toBe(false);
    expect(answers(FILES).hasCommunes).toBe(true);
  });
});

describe('nobody is asked', () => {
  test.each([
    ['only departments', '1. Sở Xây dựng ban hành kế hoạch chi tiết trước ngày 28/02/2026.'],
    ['another duty', '1. Ủy ban nhân dân các xã, phường, đặc khu dọn vệ sinh hằng tuần.'],
    ['this plan itself', '1. Ủy ban nhân dân các xã, phường, đặc khu triển khai Kế hoạch này trước ngày 28/02/2026.'],
  ])('%s', (_, tasks) => {
    expect(graphOf({ 'city.md': city({ tasks }) }).answers).toEqual([]);
  });

  test('a commune asks units of its own, of which there is no table', () => {
    const tasks = '1. Các tổ dân phố xây dựng kế hoạch trước ngày 28/02/2026.';
    expect(graphOf({ 'a.md': commune('phường An Biên', { tasks }) }).answers).toEqual([]);
  });
});

test('a deadline in a table of tasks counts, too', () => {
  const tasks = `| TT | Nhiệm vụ | Cơ quan thực hiện | Thời gian hoàn thành |
| --- | --- | --- | --- |
| 1 | Ban hành kế hoạch của địa phương | Ủy ban nhân dân các xã, phường, đặc khu | Trước ngày 15/02/2026 |`;
  const files = { 'city.md': city({ tasks }), 'a.md': commune('phường An Biên') };
  expect(answers(files).due).toBe('2026-02-14');
});
