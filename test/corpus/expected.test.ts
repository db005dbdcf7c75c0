/** What a careful reader found in the five real plans: EXPECTED.tsv of the seeds. */
import { basename } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/index.js';
import { builtInRules, loadRules } from '../../src/engine/load.js';
import type { FindingResult, LintResult } from '../../src/report/result.js';
import { ABSENT, corpus, lintSeeds, onLine, readTable, wordsOf } from './corpus.js';

if (corpus === undefined) console.log(`test/corpus/expected.test.ts: ${ABSENT}`);

describe.runIf(corpus !== undefined)('expected findings of the seeds', () => {
  let result: LintResult;
  beforeAll(async () => {
    result = await lintSeeds();
  });

  const rules = new Set(loadRules([builtInRules], checks).map((rule) => rule.id));
  const rows = corpus === undefined ? [] : readTable('seeds', 'EXPECTED.tsv');

  /** Findings of the row's rule on its line; for line 0 anywhere, with the row's words if it has any. */
  const findings = (file: string, line: number, rule: string, quote: string): FindingResult[] => {
    const document = result.documents.find(({ path }) => basename(path) === file);
    return (document?.findings ?? []).filter(
      (finding) =>
        finding.rule === rule &&
        onLine(finding, line) &&
        (line !== 0 || quote === '' || wordsOf(finding).includes(quote)),
    );
  };

  for (const { file = '', line = '', rule = '', verdict = '', quote = '' } of rows) {
    const known = rules.has(rule);
    if (!known)
      console.log(`expected.test.ts: rule ${rule} is not built yet, row not measured: ${file}:${line} ${verdict}`);
    else if (verdict === 'must') {
      test(`${file}:${line} must have ${rule} “${quote}”`, () => {
        expect(findings(file, Number(line), rule, quote)).not.toEqual([]);
      });
    } else if (verdict === 'never') {
      test(`${file}:${line} never has ${rule} “${quote}”`, () => {
        expect(findings(file, Number(line), rule, quote).filter(({ severity }) => severity !== 'info')).toEqual([]);
      });
    }
  }
});
