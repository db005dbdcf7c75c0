/** What counts as a change of a parent's clause, and what does not. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LoadedPlan } from '../../src/engine/check.js';
import { changesSince } from '../../src/lock/changes.js';
import { lockParent } from '../../src/lock/locked.js';
import { parsePlan } from '../../src/plan/parse.js';
import { sourceFromText } from '../../src/source/read.js';

function plan(body: string): LoadedPlan {
  const head = `ỦY BAN NHÂN DÂN\nTỈNH NINH BÌNH\n\nSố: 45/KH-UBND\n\nNinh Bình, ngày 02 tháng 02 năm 2026\n\nKẾ HOẠCH\n\nVệ sinh môi trường năm 2026\n\n`;
  const document = sourceFromText(`${head}${body}\n`, 'cap-tren.md');
  return { document, plan: parsePlan(document) };
}

/** "changed: …", "added: …", "removed: …" */
function changes(before: string, after: string): string[] {
  return changesSince(lockParent(plan(before), 'cap-tren.md'), plan(after)).map((change) => {
    return `${change.kind}: ${(change.kind === 'removed' ? change.before : change.now).words}`;
  });
}

const BODY = `I. NHIỆM VỤ

1. Hoà giải ở cơ sở: dọn sạch kênh mương – ao hồ, trước ngày 30/4/2026. Đặt biển báo cấm đổ rác.

2. Thuỷ lợi: nạo vét 12,5 km kênh.

II. TỔ CHỨC THỰC HIỆN

a) Sở Tài chính bố trí kinh phí

b) Ủy ban nhân dân các xã, phường thực hiện.`;

describe('no change', () => {
  const same: [name: string, change: (text: string) => string][] = [
    ['the same text', (text) => text],
    ['the place of tones', (text) => text.replace('Hoà', 'Hòa').replace('Thuỷ', 'Thủy').replace('Ủy', 'Uỷ')],
    ['letters and tones apart (NFD)', (text) => text.normalize('NFD')],
    ['capitals', (text) => text.replace('Đặt biển', 'ĐẶT BIỂN')],
    [
      'dashes, commas, colons, quotes',
      (text) => text.replace(' – ', ' - ').replace('ao hồ,', 'ao hồ').replace(': ', ' - '),
    ],
    ['sentences joined or cut otherwise', (text) => text.replace('2026. Đặt', '2026; đặt')],
    ['full stops at the end', (text) => text.replace('bố trí kinh phí', 'bố trí kinh phí;')],
    [
      'numbers of sections',
      (text) => text.replace('1. Hoà', '3. Hoà').replace('a) Sở', '1. Sở').replace('II. TỔ', 'III. TỔ'),
    ],
    [
      'the order of sections',
      (text) => text.split('\n\nII.').reverse().join('\n\nII.').replace(/^ TỔ/u, 'II. TỔ').replace('II.I.', 'I.'),
    ],
    ['wrapped lines and spaces', (text) => text.replace('kênh mương', 'kênh\nmương').replace('nạo vét', 'nạo  vét')],
    ['Markdown', (text) => text.replace('Đặt biển báo', '**Đặt biển báo**').replace('I. NHIỆM VỤ', '## I. NHIỆM VỤ')],
  ];
  test.each(same)('%s', (_, change) => {
    expect(changes(BODY, change(BODY))).toEqual([]);
  });

  test('a row put in before others in a table: only that row', () => {
    const table = (rows: string[]) =>
      ['| TT | Nhiệm vụ |', '| --- | --- |', ...rows.map((row, i) => `| ${i + 1} | ${row} |`)].join('\n');
    const rows = ['Dọn kênh mương', 'Đặt biển báo', 'Báo cáo kết quả'];
    expect(changes(table(rows), table(['Họp thôn', ...rows]))).toEqual(['added: Họp thôn']);
  });
});

describe('a change', () => {
  const cases: [name: string, from: string, to: string, found: string[]][] = [
    [
      'a day',
      '30/4/2026',
      '31/3/2026',
      ['changed: Hoà giải ở cơ sở: dọn sạch kênh mương – ao hồ, trước ngày 31/3/2026'],
    ],
    ['a figure', '12,5 km', '13,5 km', ['changed: Thuỷ lợi: nạo vét 13,5 km kênh']],
    ['a sign', '12,5 km', '≥ 12,5 km', ['changed: Thuỷ lợi: nạo vét ≥ 12,5 km kênh']],
    ['one diacritic', 'nạo vét', 'nao vét', ['changed: Thuỷ lợi: nao vét 12,5 km kênh']],
    [
      'a short clause dropped',
      '2. Thuỷ lợi: nạo vét 12,5 km kênh.\n\n',
      '',
      ['removed: Thuỷ lợi: nạo vét 12,5 km kênh'],
    ],
    ['a clause added', 'II. TỔ', '3. Họp thôn mỗi tháng.\n\nII. TỔ', ['added: Họp thôn mỗi tháng']],
    ['a heading', 'TỔ CHỨC THỰC HIỆN', 'PHÂN CÔNG', ['added: PHÂN CÔNG', 'removed: TỔ CHỨC THỰC HIỆN']],
    [
      'one of two equal clauses',
      'b) Ủy ban',
      'b) Ủy ban nhân dân các xã, phường thực hiện.\n\nc) Ủy ban',
      ['added: Ủy ban nhân dân các xã, phường thực hiện'],
    ],
  ];
  test.each(cases)('%s', (_, from, to, found) => {
    expect(BODY).toContain(from);
    expect(changes(BODY, BODY.replace(from, to))).toEqual(found);
  });

  test('whatever comes and goes is told, and nothing else', () => {
    const word = fc.constantFrom('đê', 'kênh', 'rác', 'thôn', 'hộ', 'nước', 'đường', 'cây', 'trường', 'chợ');
    const sentence = fc.array(word, { minLength: 4, maxLength: 9 }).map((words) => `Làm ${words.join(' ')}`);
    const sentences = fc.array(sentence, { maxLength: 8 });
    fc.assert(
      fc.property(sentences, sentences, sentences, (kept, gone, come) => {
        const body = (all: string[]) => `I. VIỆC\n\n${all.map((text, i) => `${i + 1}. ${text}.`).join('\n\n')}`;
        const found = changesSince(lockParent(plan(body([...kept, ...gone])), 'x'), plan(body([...come, ...kept])));
        const count = (kind: string) => found.filter((change) => change.kind === kind).length;
        const [before, after] = [
          [...kept, ...gone],
          [...kept, ...come],
        ];
        const minus = (from: string[], what: string[]) => {
          const left = [...what];
          return from.filter((one) => !left.includes(one) || left.splice(left.indexOf(one), 1).length === 0).length;
        };
        expect(count('changed') + count('removed')).toBe(minus(before, after));
        expect(count('changed') + count('added')).toBe(minus(after, before));
      }),
      { numRuns: 60 },
    );
  });
});
