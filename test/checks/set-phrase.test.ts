/** spelling/set-phrase: what a finding carries. */
import { describe, expect, test } from 'vitest';
import { setPhrase } from '../../src/checks/set-phrase.js';
import type { Case, LoadedPlan, RawFinding } from '../../src/engine/check.js';
import { parsePlan } from '../../src/plan/parse.js';
import { sourceFromText } from '../../src/source/read.js';

function load(text: string, path: string): LoadedPlan {
  const document = sourceFromText(text, path);
  return { document, plan: parsePlan(document) };
}

function run(
  child: string,
  parent?: string,
  options: Record<string, unknown> = {},
): { kase: Case; found: RawFinding[] } {
  const parents = parent === undefined ? [] : [{ ...load(parent, 'cha.md'), link: null, given: true, parents: [] }];
  const kase = { ...load(child, 'con.md'), parents, today: '2026-06-01' };
  return { kase, found: [...setPhrase.run(kase, setPhrase.options.parse(options))] };
}

describe('a misspelt phrase', () => {
  test('of the plan itself has a safe fix', () => {
    const { kase, found } = run('Quyết tâm **phân đấu** hoàn thành kế hoạch.');
    expect(found).toMatchObject([
      {
        message: 'wrong',
        data: { found: 'phân đấu', right: 'phấn đấu' },
        fix: { text: 'phấn đấu', safe: true },
      },
    ]);
    const { start = 0, end = 0 } = found[0]?.span ?? {};
    expect(kase.document.text.slice(start, end)).toBe('phân đấu');
  });

  test('that stands in the parent too names its place there, and is not corrected without reading', () => {
    const { found, kase } = run('Chủ đề: “Kỷ cương, bút phá”.', 'Chủ đề năm:\n\n“Kỷ cương, Bút phá”.');
    expect(found).toMatchObject([
      { message: 'inherited', data: { found: 'bút phá', parent: 'Bút phá' }, fix: { safe: false } },
    ]);
    const [related] = found[0]?.related ?? [];
    expect(related?.of.document.path).toBe('cha.md');
    expect(related?.of).toBe(kase.parents[0]);
    expect(related?.of.document.text.slice(related.span.start, related.span.end)).toBe('Bút phá');
  });

  test('is not inherited when the parent has another one', () => {
    const { found } = run('Tăng trưởng bút phá.', 'Giải quyết việc nỗi cộm. Tăng trưởng bứt phá.');
    expect(found).toMatchObject([{ message: 'wrong' }]);
  });

  test('that is only nearly always wrong is left to a person', () => {
    expect(run('Rứt khoát hoàn thành.').found).toMatchObject([{ message: 'wrong', fix: { safe: false } }]);
  });

  test('is found where the line was wrapped in it', () => {
    expect(run('Ủy ban nhân dân xã quyết tâm phân\nđấu hoàn thành kế hoạch năm.').found).toMatchObject([
      { data: { found: 'phân đấu' } },
    ]);
  });
});

describe('options', () => {
  test('add phrases of the user', () => {
    const phrases = [{ right: 'xã Đồi Sim', wrong: ['xã Đồi Xim'] }];
    expect(run('Trên địa bàn xã Đồi Xim.', undefined, { phrases }).found).toMatchObject([
      { data: { found: 'xã Đồi Xim', right: 'xã Đồi Sim' } },
    ]);
  });

  test('take wrong forms out', () => {
    expect(run('Rứt khoát phân đấu.', undefined, { except: ['rứt khoát'] }).found).toMatchObject([
      { data: { found: 'phân đấu' } },
    ]);
  });

  test('refuse a phrase with punctuation', () => {
    expect(setPhrase.options.safeParse({ phrases: [{ right: 'a, b', wrong: ['a b'] }] }).success).toBe(false);
  });
});
