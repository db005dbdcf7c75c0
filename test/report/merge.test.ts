/** A run in parts, merged, is the whole run. */
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load.js';
import { rulesOf } from '../../src/config/rules.js';
import { PlanlintError } from '../../src/errors.js';
import { type LintRequest, lint } from '../../src/lint.js';
import { jsonReport, safeJson } from '../../src/report/json.js';
import { mergeResults } from '../../src/report/merge.js';
import { isSarifPart, mergeSarif, type SarifPart } from '../../src/report/merge-sarif.js';
import { isReport, type LintResult } from '../../src/report/result.js';
import { sarifReport } from '../../src/report/sarif.js';
import { textReport } from '../../src/report/text.js';
import { judge } from '../../src/report/verdict.js';

const samples = resolve(import.meta.dirname, '../../samples');
const rules = rulesOf(loadConfig({ none: true }, samples), []);
const LIMITS = { failOn: 'error', maxWarnings: null } as const;
const CONTEXT = { ...LIMITS, rules, outcomes: null, colour: false, width: 100, quiet: false };

function run(shard?: LintRequest['shard'], files = ['xa-phuong', 'tinh', 'khong-co.md']): Promise<LintResult> {
  return lint({ files, rules, today: '2026-03-01', cwd: samples, ...(shard !== undefined && { shard }) });
}

/** As it comes back from the file that a part wrote. */
function saved(result: LintResult): LintResult {
  const value: unknown = JSON.parse(jsonReport(result));
  if (!isReport(value)) throw new Error('a result does not fit its own schema');
  return value;
}

function savedSarif(result: LintResult): SarifPart['log'] {
  const value: unknown = JSON.parse(sarifReport(result, CONTEXT));
  if (!isSarifPart(value)) throw new Error('a log of a part does not fit its schema');
  return value;
}

async function partsOf(count: number): Promise<{ file: string; result: LintResult }[]> {
  const parts = [];
  for (let index = 1; index <= count; index++)
    parts.push({ file: `${index}.json`, result: saved(await run({ index, count })) });
  return parts;
}

let whole: LintResult;
beforeAll(async () => {
  whole = await run();
});

describe.each([1, 2, 3, 5])('%i parts', (count) => {
  test('give the result of the whole', async () => {
    const parts = await partsOf(count);
    const paths = parts.flatMap(({ result }) => result.documents.map(({ path }) => path));
    expect(paths.toSorted()).toEqual(whole.documents.map(({ path }) => path).toSorted());
    const sizes = parts.map(({ result }) => result.documents.length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    // in whatever order the files are named
    const merged = mergeResults(parts.toReversed());
    expect(jsonReport(merged)).toBe(jsonReport(whole));
    expect(textReport(merged, CONTEXT)).toBe(textReport(whole, CONTEXT));
  });
});

test('SARIF of the parts gives the SARIF of the whole', async () => {
  const parts = await partsOf(3);
  const logs = parts.map(({ file, result }) => ({ file, log: savedSarif(result) }));
  const { log, counted } = mergeSarif(logs);
  const { exitCode } = judge({ summary: counted }, LIMITS);
  expect(exitCode).toBe(judge(whole, LIMITS).exitCode);
  expect(safeJson(log(exitCode))).toBe(sarifReport(whole, CONTEXT));
});

describe('waivers of the configuration', () => {
  const waiver = (line: number, rule: string, file: string): NonNullable<LintRequest['waivers']>[number] => ({
    rule,
    reason: 'đã thống nhất với tỉnh',
    until: null,
    file: null,
    where: { path: 'planlint.yaml', line },
    at: { line, column: 5, offset: 40 * line },
    concerns: (path) => path.endsWith(file),
    covers: () => true,
  });
  const waivers = [
    waiver(3, 'section/missing', 'quynh-luu-thi-dua.md'),
    waiver(4, 'date/impossible', 'hoa-lu-thi-dua.md'),
    waiver(5, 'date/impossible', 'khong-co-tep-nay.md'),
  ];

  test('one that any part needs is not unused', async () => {
    const request = { files: ['xa-phuong', 'tinh'], rules, today: '2026-03-01', cwd: samples, waivers };
    const expected = await lint(request);
    const parts = await Promise.all(
      [1, 2, 3].map(async (index) => ({
        file: `${index}.json`,
        result: saved(await lint({ ...request, shard: { index, count: 3 } })),
      })),
    );
    expect(mergeResults(parts)).toEqual(expected);
    // SARIF does not hold what the parts know of waivers: it says so, and is not silently less
    const logs = parts.map(({ file, result }) => ({ file, log: savedSarif(result) }));
    expect(() => mergeSarif(logs)).toThrow(/only JSON tells/u);
  });
});

describe('refused', () => {
  async function codeOf(choose: (parts: { file: string; result: LintResult }[]) => typeof parts): Promise<string> {
    const parts = await partsOf(2);
    try {
      mergeResults(choose(parts));
    } catch (error) {
      if (error instanceof PlanlintError) return error.code;
      throw error;
    }
    return 'merged';
  }

  test('a part that is missing, or there twice, or of another run', async () => {
    expect(await codeOf((parts) => parts.slice(1))).toBe('merge-missing');
    expect(await codeOf((parts) => [...parts, ...parts.slice(1)])).toBe('merge-twice');
    expect(
      await codeOf(([one, two]) =>
        one === undefined || two === undefined
          ? []
          : [one, { ...two, result: { ...two.result, tool: { name: 'planlint', version: '0.0.0' } } }],
      ),
    ).toBe('merge-mixed');
    expect(await codeOf(() => [{ file: 'whole.json', result: whole }])).toBe('merge-whole');
  });

  test('parts of other lists of documents', async () => {
    const one = saved(await run({ index: 1, count: 2 }, ['xa-phuong']));
    const two = saved(await run({ index: 2, count: 2 }, ['tinh']));
    const parts = [one, two].map((result, i) => ({ file: `${i}.json`, result }));
    expect(() => mergeResults(parts)).toThrow(/not dealt out of one list/u);
    const logs = [one, two].map((result, i) => ({ file: `${i}.sarif`, log: savedSarif(result) }));
    expect(() => mergeSarif(logs)).toThrow(/not dealt out of one list/u);
  });
});
