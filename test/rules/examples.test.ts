/** Runs the examples of every rule file: the rule has to find exactly what its example expects, no less and no more. */
import { describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/index.js';
import { builtInRules, loadRules } from '../../src/engine/load.js';
import { runRules } from '../../src/engine/run.js';
import { exampleCase } from './example-case.js';

const rules = loadRules([builtInRules], checks);

for (const rule of rules) {
  describe(rule.id, () => {
    test('has at least one failing and two passing examples', () => {
      const failing = rule.examples.filter(({ expect: expected }) => expected.length > 0);
      expect(failing.length, 'failing examples').toBeGreaterThanOrEqual(1);
      expect(rule.examples.length - failing.length, 'passing examples').toBeGreaterThanOrEqual(2);
    });

    for (const example of rule.examples) {
      test(example.name, () => {
        // a rule on waivers has something to say only after the rules that are waived
        const run = runRules(exampleCase(example), rule.check.ofWaivers ? rules : [rule]);
        const findings = run.findings.filter((finding) => finding.rule === rule.id);
        expect(
          run.skipped.filter((skip) => skip.rule === rule.id),
          'the rule has to run',
        ).toEqual([]);
        const found = findings.map(({ messageId, quote, severity }, i) => {
          const checksSeverity = example.expect[i]?.severity !== undefined;
          return { message: messageId, quote, ...(checksSeverity ? { severity } : {}) };
        });
        expect(found).toEqual(example.expect);
      });
    }
  });
}
