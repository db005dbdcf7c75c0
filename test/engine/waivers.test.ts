/** Which findings a waiver in a document is about, and what is said of waivers themselves. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/index.js';
import { builtInRules, loadRules } from '../../src/engine/load.js';
import { runRules } from '../../src/engine/run.js';
import type { Waiver } from '../../src/engine/waivers.js';
import { caseOf, testRules } from './sample-rules.js';

const rules = [
  ...testRules({ options: { word: 'quy chế' } }, { options: { word: 'quy định' } }),
  ...loadRules([builtInRules], checks).filter(({ check }) => check.ofWaivers),
];

/** Lines of the findings that are left and that are waived, and the messages on waivers with their lines. */
function run(text: string, configured: Waiver[] = []): { left: number[]; waived: number[]; said: string[] } {
  const { findings, waived } = runRules(caseOf(text), rules, configured);
  const line = ({ location }: { location: (typeof findings)[number]['location'] }): number => location.start?.line ?? 0;
  const ofWaivers = findings.filter(({ rule }) => rule.startsWith('waiver/'));
  return {
    left: findings.filter((finding) => !ofWaivers.includes(finding)).map(line),
    waived: waived.map(({ finding }) => line(finding)),
    said: ofWaivers.map((finding) => `${line(finding)} ${finding.rule} ${finding.messageId}`),
  };
}

const NEXT = '<!-- planlint-disable-next-line test/word-0 -- đã xem -->';

describe('the next line', () => {
  test('is the next one with text', () => {
    expect(run(`${NEXT}\n\n\nBan hành quy chế.\n\nSửa quy chế.`)).toEqual({ left: [6], waived: [4], said: [] });
  });

  test('is that below several waivers of it', () => {
    const other = NEXT.replace('word-0', 'word-1');
    expect(run(`${NEXT}\n${other}\nQuy chế, quy định.\n`)).toEqual({ left: [], waived: [3, 3], said: [] });
  });

  test('takes in the whole paragraph that begins there, but no other', () => {
    const wrapped =
      'Các cơ quan rà soát, sửa đổi, bổ sung\nquy chế làm việc của mình theo phân cấp,\ntrình cấp có thẩm quyền quy chế mới.';
    expect(run(`${NEXT}\n${wrapped}\n\nQuy chế khác.`)).toEqual({ left: [6], waived: [3, 4], said: [] });
  });

  test('in the middle of a paragraph is that line only, and the paragraph stays one', () => {
    const text = `Các cơ quan rà soát, sửa đổi, bổ sung quy chế,\nquy chế làm việc của mình theo phân cấp,\n${NEXT}\ntrình cấp có thẩm quyền quy chế mới.`;
    expect(run(text)).toEqual({ left: [1, 2], waived: [4], said: [] });
    expect(caseOf(text).document.blocks).toHaveLength(1);
  });

  test('after the last line there is none', () => {
    expect(run(`Quy chế.\n\n${NEXT}`)).toEqual({ left: [1], waived: [], said: ['3 waiver/unused unused'] });
  });
});

describe('a line', () => {
  test('is the one that the comment stands on', () => {
    const text = 'Quy chế một.\n\nQuy chế hai. <!-- planlint-disable-line test/word-0 -- đã xem -->\n\nQuy chế ba.';
    expect(run(text)).toEqual({ left: [1, 5], waived: [3], said: [] });
  });
});

describe('a file and a range', () => {
  test('a file is all of it, also what stands above', () => {
    expect(run('Quy chế.\n\nQuy định.\n\n<!-- planlint-disable-file test/* -- đã xem -->')).toEqual({
      left: [],
      waived: [1, 3],
      said: [],
    });
  });

  test('a range goes to its end, rule by rule', () => {
    const text = [
      'Quy chế, quy định.', // 1
      '<!-- planlint-disable test/word-0, test/word-1 -- đã xem -->',
      'Quy chế, quy định.', // 3
      '<!-- planlint-enable test/word-1 -->',
      'Quy chế, quy định.', // 5
      '<!-- planlint-enable -->',
      'Quy chế, quy định.', // 7
    ].join('\n\n');
    expect(run(text)).toEqual({ left: [1, 1, 9, 13, 13], waived: [5, 5, 9], said: [] });
  });

  test('a range that is not ended goes to the end of the file', () => {
    expect(run('Quy chế.\n\n<!-- planlint-disable test/word-0 -- đã xem -->\n\nQuy chế.')).toMatchObject({
      left: [1],
      waived: [5],
    });
  });

  test('an end without a beginning is said, that of a waiver without reason is not', () => {
    expect(run('<!-- planlint-enable test/word-0 -->\n\nLời.').said).toEqual(['1 waiver/invalid not-open']);
    const bad = '<!-- planlint-disable test/word-0 -->\n\nQuy chế.\n\n<!-- planlint-enable test/word-0 -->';
    expect(run(bad)).toEqual({ left: [3], waived: [], said: ['1 waiver/invalid no-reason'] });
  });
});

describe('waivers are looked after themselves', () => {
  test('one rule of two unknown: the other is honoured', () => {
    const text = `${NEXT.replace('test/word-0', 'test/word-0, test/wrod-1')}\nQuy chế, quy định.`;
    expect(run(text)).toEqual({ left: [2], waived: [2], said: ['1 waiver/invalid unknown-rule-near'] });
  });

  test('an expired one is not honoured', () => {
    const text = (day: string): string => `${NEXT.replace('đã xem', `đã xem; đến ${day}`)}\nQuy chế.`;
    expect(run(text('31/5/2026'))).toEqual({ left: [2], waived: [], said: ['1 waiver/expired expired'] });
    expect(run(text('01/6/2026'))).toEqual({ left: [], waived: [2], said: [] });
  });

  test('their own rules cannot be waived, not even by a group or for the file', () => {
    for (const name of ['waiver/unused', 'waiver/*']) {
      const own = `<!-- planlint-disable-file ${name} -- không muốn thấy -->`;
      expect(run(`${own}\n\n${NEXT}\nLời.`).said).toEqual(['1 waiver/invalid own-rule', '3 waiver/unused unused']);
    }
  });

  test('of two that say the same the wider one is of no use', () => {
    const file = NEXT.replace('next-line', 'file');
    expect(run(`${file}\n\n${NEXT}\nQuy chế.`)).toEqual({ left: [], waived: [4], said: ['1 waiver/unused unused'] });
  });

  test('a document that is broken says nothing of its waivers', () => {
    const { findings, waived } = runRules(caseOf(`${NEXT}\nLời.`, 'broken'), rules);
    expect([...findings, ...waived]).toEqual([]);
  });
});

test('a waiver of the configuration counts after those of the document', () => {
  const where = { path: 'planlint.yaml', line: 3 };
  const configured: Waiver = {
    rule: 'test/*',
    reason: 'chung',
    until: null,
    where,
    covers: ({ quote }) => quote === 'quy định',
  };
  expect(run('Ban hành quy chế, quy định.', [configured])).toEqual({ left: [1], waived: [1], said: [] });
});

test('a comment for planlint on a line of its own changes nothing in what is read', () => {
  const lines = [
    'ỦY BAN NHÂN DÂN',
    'PHƯỜNG TÂN AN',
    '',
    'Số: 33/KH-UBND',
    '',
    'KẾ HOẠCH',
    'Tổ chức Tuần lễ nước sạch',
    '',
    'I. MỤC ĐÍCH',
    '',
    'Giữ gìn nguồn nước, nâng cao ý thức của',
    'người dân trong việc sử dụng nước; phối hợp',
    'với các đơn vị liên quan.',
    '',
    '| STT | Việc |',
    '|---|---|',
    '| 1 | Vệ sinh |',
    '',
    '- Tuyên truyền;',
    '- Kiểm tra.',
    '1. Một.',
    '2. Hai.',
  ];
  fc.assert(
    fc.property(
      fc.array(fc.nat(lines.length), { minLength: 1, maxLength: 5 }),
      fc.constantFrom('\n', '\r\n'),
      (places, end) => {
        const planted = lines.flatMap((line, i) => [...places.filter((at) => at === i).map(() => `  ${NEXT}`), line]);
        const plain = caseOf(lines.join(end)).document;
        const { text, blocks, lines: flowLines } = caseOf(planted.join(end)).document;
        expect({ text, blocks, flowLines }).toEqual({ text: plain.text, blocks: plain.blocks, flowLines: plain.lines });
      },
    ),
  );
});
