/** SARIF answers to the schema of the standard, and says where, how grave and why. */
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { lint } from '../../src/lint.js';
import type { LintResult } from '../../src/report/result.js';
import { sarifReport } from '../../src/report/sarif.js';
import { fileUri } from '../../src/report/uri.js';
import { folder, PARENT, WITHOUT_REWARD } from '../cli/plans.js';
import { aFinding, aResult, CONTEXT, HOSTILE, hostile, RULES } from './a-result.js';

/** The schema is draft 04; of what changed since, it uses only the name of its own id. */
const { id: _, $schema: __, ...draft7 } = schema;
const ajv = new Ajv({
  allErrors: true,
  strict: false,
  unicodeRegExp: false,
  formats: { uri: isUri, 'uri-reference': isReference, 'date-time': true },
});
const validate = ajv.compile(draft7);

function isUri(text: string): boolean {
  return URL.canParse(text);
}

function isReference(text: string): boolean {
  return (
    /^[\w.~!$&'()*+,;=:@%/?#-]*$/u.test(text) && !/%(?![0-9a-f]{2})/iu.test(text) && URL.canParse(text, 'file:///x/')
  );
}

const Location = z.object({
  physicalLocation: z.object({ artifactLocation: z.object({ uri: z.string() }), region: z.unknown().optional() }),
  message: z.object({ text: z.string() }).optional(),
});
const Log = z.object({
  runs: z.tuple([
    z.object({
      tool: z.object({
        driver: z.object({
          rules: z.array(
            z.object({
              id: z.string(),
              shortDescription: z.object({ text: z.string() }),
              help: z.object({ text: z.string(), markdown: z.string() }),
            }),
          ),
        }),
      }),
      invocations: z.tuple([
        z.object({
          executionSuccessful: z.boolean(),
          exitCode: z.number(),
          toolExecutionNotifications: z.array(
            z.looseObject({ level: z.string(), message: z.object({ text: z.string() }) }),
          ),
        }),
      ]),
      results: z.array(
        z.object({
          ruleId: z.string(),
          ruleIndex: z.number(),
          level: z.string(),
          message: z.object({ text: z.string() }),
          locations: z.tuple([Location]),
          relatedLocations: z.array(Location).optional(),
          partialFingerprints: z.record(z.string(), z.string()),
          fixes: z.array(z.unknown()).optional(),
          suppressions: z.array(z.looseObject({ kind: z.string(), justification: z.string() })).optional(),
          properties: z.record(z.string(), z.unknown()),
        }),
      ),
    }),
  ]),
});

/** A report, proven against the schema. */
function run(result: LintResult, context = CONTEXT): z.infer<typeof Log>['runs'][0] {
  const log: unknown = JSON.parse(sarifReport(result, context));
  validate(log);
  expect(validate.errors).toBeNull();
  return Log.parse(log).runs[0];
}

test('a real run answers to the schema: rules with help, both places, fixes that are certain', async () => {
  const child = WITHOUT_REWARD.replace('ngày 12/01/2026 của', 'ngày 13/01/2026 của');
  const cwd = folder({ 'kế hoạch/phường 1.md': child, 'city.md': PARENT });
  const { checkDocuments, resultOf } = await import('../../src/lint.js');
  const request = { files: ['kế hoạch'], parents: ['city.md'], rules: RULES, today: '2026-03-01', cwd };
  const checked = await checkDocuments(request);
  const { tool, results, invocations } = run(resultOf(checked, request), { ...CONTEXT, outcomes: checked.outcomes });
  expect(tool.driver.rules.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
  for (const { title, why, basis } of RULES) {
    const { shortDescription, help } = tool.driver.rules.find(({ help }) => help.text.startsWith(why.vi.trim())) ?? {};
    expect(shortDescription?.text).toBe(title.vi);
    for (const { text } of basis) expect(help?.text).toContain(text);
  }
  expect(invocations[0]).toMatchObject({ executionSuccessful: true, exitCode: 1 });

  const missing = results.find(({ ruleId }) => ruleId === 'section/missing');
  expect(missing).toMatchObject({
    level: 'error',
    locations: [
      { physicalLocation: { artifactLocation: { uri: 'k%E1%BA%BF%20ho%E1%BA%A1ch/ph%C6%B0%E1%BB%9Dng%201.md' } } },
    ],
    relatedLocations: [
      { physicalLocation: { artifactLocation: { uri: 'city.md' }, region: { startLine: 25, startColumn: 1 } } },
    ],
  });
  expect(tool.driver.rules[missing?.ruleIndex ?? -1]?.id).toBe('section/missing');

  const date = results.find(({ fixes }) => fixes !== undefined);
  const [start, end] = [child.indexOf('13/01/2026'), child.indexOf('13/01/2026') + 2];
  expect(date?.fixes).toMatchObject([
    {
      artifactChanges: [
        {
          replacements: [
            {
              deletedRegion: { startLine: 15, charOffset: start, charLength: end - start },
              insertedContent: { text: '12' },
            },
          ],
        },
      ],
    },
  ]);
});

test('fingerprints stay when lines move', async () => {
  const cwd = folder({ 'a.md': WITHOUT_REWARD, 'b.md': `\n\n${WITHOUT_REWARD}`, 'city.md': PARENT });
  const of = async (file: string) => {
    const result = await lint({ files: [file], parents: ['city.md'], rules: RULES, today: '2026-03-01', cwd });
    return run(result).results.map(({ partialFingerprints }) => partialFingerprints);
  };
  expect(await of('a.md')).toEqual(await of('b.md'));
});

test('a document without lines has no region; its page stands in the message and the properties', () => {
  const location = { start: null, end: null, section: 'II', page: 3, paragraph: 4 };
  const [result] = run(
    aResult({ 'a.docx': [aFinding({ location, related: [{ path: 'b.pdf', location, quote: 'x' }] })] }),
  ).results;
  expect(result?.locations[0].physicalLocation.region).toBeUndefined();
  expect(result?.relatedLocations?.[0]?.physicalLocation.region).toBeUndefined();
  expect(result?.message.text).toBe('Trang 3, đoạn 4: Chủ đề khác văn bản cấp trên');
  expect(result?.properties).toMatchObject({ page: 3, paragraph: 4 });
});

test('what could not be done is a notification, and the run no success', () => {
  const failure = { code: 'file-empty', message: 'rỗng', next: 'Kiểm tra lại.' };
  const { invocations } = run(aResult({ 'a.md': failure }, { problems: [{ path: null, ...failure, code: 'x' }] }));
  expect(invocations[0]).toMatchObject({ executionSuccessful: false, exitCode: 2 });
  expect(invocations[0].toolExecutionNotifications).toMatchObject([
    {
      level: 'error',
      message: { text: 'rỗng. Kiểm tra lại.' },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'a.md' } } }],
    },
    { level: 'error' },
  ]);
});

describe('words of documents', () => {
  test('are no links and no placeholders, whatever they are', () => {
    const { results } = run(aResult({ 'a.md': [aFinding({ message: 'a [b](1) {0} {x} [c]' })] }));
    expect(results[0]?.message.text).toBe('a [b] (1) {{0}} {x} [c]');
  });

  test('answer to the schema, and come back as they were', () => {
    const check = (text: string): void => {
      const { results } = run(hostile(text));
      expect(results.map(({ properties }) => properties.quote)).toEqual([text, text]);
    };
    for (const text of HOSTILE) check(text);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), check), { numRuns: 50 });
  });
});

test('a path as URI leads back to the path', () => {
  expect(fileUri('/kế hoạch/a b.md')).toBe('file:///k%E1%BA%BF%20ho%E1%BA%A1ch/a%20b.md');
  expect(fileUri('C:/a b.md')).toBe('file:///C:/a%20b.md');
  expect(fileUri('../a:b?#.md')).toBe('../a%3Ab%3F%23.md');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
      const path = `x/${name}`;
      expect(decodeURIComponent(fileUri(path))).toBe(path);
      expect(isReference(fileUri(path))).toBe(true);
    }),
  );
});

test('waived and known findings are there as suppressed, the configuration has results of its own', () => {
  const finding = aFinding();
  const waiver = { rule: 'theme/*', reason: 'đã xem', until: '2026-06-30', path: 'a.md', line: 2 };
  const result = aResult({ 'a.md': [finding] });
  const plain = run(result).results;
  expect(plain.map(({ suppressions }) => suppressions)).toEqual([undefined]);

  const [document] = result.documents;
  if (document === undefined) throw new Error('no document');
  document.waived = [
    { ...finding, waiver },
    { ...finding, waiver: { ...waiver, path: 'planlint.yaml' } },
  ];
  document.baselined = [finding];
  result.summary = { ...result.summary, waived: 2, baselined: 1 };
  result.configuration = { path: 'planlint.yaml', findings: [aFinding({ rule: 'waiver/unused' })] };
  const results = run(result).results;
  expect(
    results.map(({ suppressions }) => suppressions?.map(({ kind, justification }) => [kind, justification])),
  ).toEqual([[], [['inSource', 'đã xem']], [['external', 'đã xem']], [['external', 'baseline']], []]);
  expect(results.at(-1)?.locations[0].physicalLocation.artifactLocation.uri).toBe('planlint.yaml');
});
