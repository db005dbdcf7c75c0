/** Running rules: order, severity, what is skipped and why. */
import { describe, expect, test } from 'vitest';
import type { Need } from '../../src/engine/check.js';
import { loadRules } from '../../src/engine/load.js';
import { runRules } from '../../src/engine/run.js';
import { buildLibrary } from '../../src/library/library.js';
import { linkCase } from '../../src/library/parents.js';
import { caseOf, ruleContent, ruleFolder, testChecks, testRules } from './sample-rules.js';

const TEXT = `I. MỤC ĐÍCH

1. Ban hành quy chế làm việc.

II. TỔ CHỨC THỰC HIỆN

1. Rà soát QUY CHẾ phối hợp.
`;

describe('findings', () => {
  test('carry message, severity, place, section and quote', () => {
    const { findings } = runRules(caseOf(TEXT), testRules({ severity: { seen: 'warning', loud: 'info' } }));
    expect(findings).toMatchObject([
      { rule: 'test/word-0', messageId: 'seen', severity: 'warning', quote: 'quy chế', section: 'I.1' },
      { rule: 'test/word-0', messageId: 'loud', severity: 'info', quote: 'QUY CHẾ', section: 'II.1' },
    ]);
    expect(findings.map(({ location }) => location.start?.line)).toEqual([3, 7]);
    expect(findings[0]).toMatchObject({ related: [], diff: null, fix: null });
  });

  test('of all rules stand in the order of the text', () => {
    const { findings } = runRules(
      caseOf(TEXT),
      testRules({ options: { word: 'phối hợp' } }, { options: { word: 'quy' } }),
    );
    const starts = findings.map(({ span }) => span.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(findings.map(({ quote }) => quote)).toEqual(['quy', 'QUY', 'phối hợp']);
  });

  test('that say the same of the same place stand once', () => {
    const [rule] = testRules({});
    if (rule === undefined) throw new Error('no rule');
    const twice = { ...rule, run: (kase: Parameters<typeof rule.run>[0]) => [...rule.run(kase), ...rule.run(kase)] };
    expect(runRules(caseOf(TEXT), [twice]).findings).toHaveLength(2);
  });

  test('of a message that is off are left out', () => {
    const { findings } = runRules(caseOf(TEXT), testRules({ severity: { seen: 'off', loud: 'error' } }));
    expect(findings.map(({ messageId }) => messageId)).toEqual(['loud']);
  });

  test('with a message that the rule does not have are a fault that names both', () => {
    const content = ruleContent({
      id: 'test/broken',
      check: 'broken',
      options: {},
      messages: { known: { vi: 'a', en: 'a' } },
    });
    const rules = loadRules([ruleFolder({ 'test/broken.yaml': content })], testChecks);
    expect(() => runRules(caseOf(TEXT), rules)).toThrow(/"broken" gave message "forgotten".*"test\/broken"/u);
  });
});

describe('skipped rules', () => {
  const needs: Need[] = [
    'parent',
    'citations',
    'themes',
    'deadlines',
    'outline',
    'own-unit',
    'own-date',
    'own-number',
    'period',
  ];

  test.each(needs)('a rule that needs %s is listed with a reason', (need) => {
    const { findings, skipped } = runRules(caseOf('Xây dựng quy chế.'), testRules({ needs: [need] }));
    expect(findings).toEqual([]);
    expect(skipped).toMatchObject([{ rule: 'test/word-0', need }]);
    expect(skipped[0]?.reason.vi).not.toBe('');
    expect(skipped[0]?.reason.en).not.toBe(skipped[0]?.reason.vi);
  });

  test('a need that is met does not skip', () => {
    const { findings, skipped } = runRules(caseOf(TEXT), testRules({ needs: ['outline'] }));
    expect(skipped).toEqual([]);
    expect(findings).toHaveLength(2);
  });

  test('the reason names the citation that was not found', () => {
    const child = caseOf(`ỦY BAN NHÂN DÂN
XÃ ĐỒI SIM

Số: 05/KH-UBND
Đồi Sim, ngày 10 tháng 3 năm 2026

KẾ HOẠCH
Xây dựng quy chế năm 2026

Thực hiện Kế hoạch số 47/KH-UBND ngày 02 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh Trung Hà về xây dựng quy chế,
Ủy ban nhân dân xã ban hành kế hoạch như sau:
`);
    const kase = linkCase(child, buildLibrary([child]), [], '2026-06-01');
    const { skipped } = runRules(kase, testRules({ needs: ['parent'] }));
    expect(skipped[0]?.reason.vi).toContain('47/KH-UBND');
    expect(skipped[0]?.reason.en).toContain('47/KH-UBND');
  });
});

describe('texts that cannot be trusted', () => {
  test('nothing runs on a broken text layer', () => {
    const { findings, skipped } = runRules(caseOf(TEXT, 'broken'), testRules({}, {}));
    expect(findings).toEqual([]);
    expect(skipped.map(({ rule, need }) => [rule, need])).toEqual([
      ['test/word-0', 'quality'],
      ['test/word-1', 'quality'],
    ]);
  });

  test('in recognised text a rule runs, is marked or is skipped, as its file says', () => {
    const rules = testRules(
      { severity: 'error' },
      { severity: 'error', ocr: 'mark' },
      { severity: 'error', ocr: 'off' },
    );
    const { findings, skipped } = runRules(caseOf('quy chế', 'ocr'), rules);
    expect(findings.map(({ rule, severity, data }) => [rule, severity, data.ocr])).toEqual([
      ['test/word-0', 'error', undefined],
      ['test/word-1', 'info', true],
    ]);
    expect(skipped).toMatchObject([{ rule: 'test/word-2', need: 'quality' }]);
  });
});
