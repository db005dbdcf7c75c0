/** Changing rules from the configuration and the command line. */
import { describe, expect, test } from 'vitest';
import { applyOverrides, parseRuleFlag, type RuleOverride, ruleOverrideSchema } from '../../src/engine/overrides.js';
import { runRules } from '../../src/engine/run.js';
import { PlanlintError } from '../../src/errors.js';
import { caseOf, testRules } from './sample-rules.js';

const ID = 'test/word-0';

function severities(own: Record<string, string> | string, override: RuleOverride): Record<string, string> | undefined {
  return applyOverrides(testRules({ severity: own }), { [ID]: override })[0]?.severities;
}

function errorOf(act: () => unknown): PlanlintError {
  try {
    act();
  } catch (error) {
    if (error instanceof PlanlintError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('severity', () => {
  test('off, and a severity for the whole rule', () => {
    expect(severities('warning', 'off')).toEqual({ seen: 'off', loud: 'off' });
    expect(severities('warning', { severity: 'error' })).toEqual({ seen: 'error', loud: 'error' });
  });

  test('lowering a rule keeps its milder messages, raising it does not raise them', () => {
    expect(severities({ seen: 'error', loud: 'info' }, 'warning')).toEqual({ seen: 'warning', loud: 'info' });
    expect(severities({ seen: 'warning', loud: 'info' }, 'error')).toEqual({ seen: 'error', loud: 'info' });
    expect(severities({ seen: 'error', loud: 'warning' }, 'info')).toEqual({ seen: 'info', loud: 'info' });
    expect(severities({ seen: 'error', loud: 'off' }, 'info')).toEqual({ seen: 'info', loud: 'off' });
    expect(severities('off', 'info')).toEqual({ seen: 'info', loud: 'info' });
  });

  test('one message alone', () => {
    expect(severities('error', { severity: { loud: 'off' } })).toEqual({ seen: 'error', loud: 'off' });
  });

  test('the rules given stay as they are', () => {
    const rules = testRules({});
    applyOverrides(rules, { [ID]: 'off' });
    expect(rules[0]?.severities).toEqual({ seen: 'warning', loud: 'warning' });
  });

  test('a rule that is off finds nothing and is not listed as skipped', () => {
    const rules = applyOverrides(testRules({}), { [ID]: 'off' });
    expect(runRules(caseOf('Xây dựng quy chế.'), rules)).toEqual({ findings: [], waived: [], skipped: [] });
  });
});

describe('options', () => {
  test('are put over those of the rule', () => {
    const rules = applyOverrides(testRules({ options: { word: 'quy chế' } }), { [ID]: { options: { most: 1 } } });
    expect(runRules(caseOf('quy chế, quy chế, quy chế'), rules).findings).toHaveLength(1);
  });

  test('that the check refuses are named', () => {
    const error = errorOf(() => applyOverrides(testRules({}), { [ID]: { options: { mosts: 1 } } }));
    expect(error.what.en).toContain(`rules.${ID}.options.mosts: unknown key "mosts"; did you mean "most"?`);
  });
});

describe('what is wrong', () => {
  test('an unknown rule names the nearest', () => {
    const error = errorOf(() => applyOverrides(testRules({}), { 'test/wrod-0': 'off' }));
    expect(error.code).toBe('rule-unknown');
    expect(error.what.en).toBe('there is no rule "test/wrod-0"; did you mean "test/word-0"?');
    expect(error.what.vi).toContain('"test/word-0"');
  });

  test('an unknown message of a rule', () => {
    const error = errorOf(() => applyOverrides(testRules({}), { [ID]: { severity: { heard: 'off' } } }));
    expect(error.what.en).toContain('it has seen, loud');
  });
});

describe('--rule', () => {
  test('ID=severity', () => {
    expect(parseRuleFlag('theme/mismatch=warning')).toEqual(['theme/mismatch', 'warning']);
    expect(parseRuleFlag('theme/mismatch=off')).toEqual(['theme/mismatch', 'off']);
  });

  test.each([
    'theme/mismatch',
    'theme/mismatch=',
    '=error',
    'theme/mismatch=fatal',
    'a/b=error=off',
    '',
  ])('refuses "%s"', (flag) => {
    expect(errorOf(() => parseRuleFlag(flag)).code).toBe('rule-flag');
  });
});

test('the schema takes what the configuration may hold', () => {
  for (const value of ['off', 'error', { severity: 'info' }, { severity: { a: 'off' }, options: { x: 1 } }]) {
    expect(ruleOverrideSchema.safeParse(value).success).toBe(true);
  }
  for (const value of ['on', true, { level: 'info' }, 2])
    expect(ruleOverrideSchema.safeParse(value).success).toBe(false);
});
