/** The rules that come with planlint load. */
import { expect, test } from 'vitest';
import { checks } from '../../src/checks/index.js';
import { builtInRules, loadRules } from '../../src/engine/load.js';

test('all built-in rule files are valid and bound to a check', () => {
  const rules = loadRules([builtInRules], checks);
  expect(rules.map((rule) => rule.id)).toContain('spelling/set-phrase');
});

test('spelling is left alone where the text comes from recognition, whose errors it would be', () => {
  const spelling = loadRules([builtInRules], checks).filter(({ id }) => id.startsWith('spelling/'));
  expect(spelling.length).toBeGreaterThan(0);
  expect(spelling.filter(({ ocr }) => ocr !== 'off')).toEqual([]);
});
