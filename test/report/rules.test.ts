import { expect, test } from 'vitest';
import { checks } from '../../src/checks/index.js';
import { builtInRules, loadRules } from '../../src/engine/load.js';
import { rulesTable, ruleText } from '../../src/report/rules.js';

const rules = loadRules([builtInRules], checks);
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ');

test.each(rules.map((rule) => [rule.id, rule] as const))('%s is explained in both languages', (_, rule) => {
  for (const lang of ['vi', 'en'] as const) {
    const text = oneLine(ruleText(rule, lang, 100, false));
    expect(text).toContain(oneLine(rule.title[lang]));
    expect(text).toContain(oneLine(rule.why[lang]).trim());
    for (const { source } of rule.basis) expect(text).toContain(oneLine(source));
    for (const { name } of rule.examples) expect(text).toContain(oneLine(name));
  }
});

test('the table has one rule a line, wide enough for its title', () => {
  const lines = rulesTable(rules, 'vi', 200, false).trimEnd().split('\n');
  expect(lines.map((line) => line.split(/\s/u)[0])).toEqual(rules.map((rule) => rule.id));
});
