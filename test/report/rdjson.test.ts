/** reviewdog counts columns in bytes, and puts suggestions into the file as it is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { checkDocuments, resultOf } from '../../src/lint.js';
import { rdjsonReport } from '../../src/report/rdjson.js';
import { folder, PARENT, ward } from '../cli/plans.js';
import { aFinding, aResult, CONTEXT, HOSTILE, hostile, RULES } from './a-result.js';

const Position = z.strictObject({ line: z.int().min(1), column: z.int().min(1).optional() });
const Range = z.strictObject({ start: Position, end: Position });
const Place = z.strictObject({ path: z.string().min(1), range: Range.optional() });
/** Of reviewdog's proto/rdf/jsonschema/DiagnosticResult.json what planlint writes. */
const Report = z.strictObject({
  source: z.strictObject({ name: z.literal('planlint') }),
  diagnostics: z.array(
    z.strictObject({
      message: z.string().min(1),
      location: Place,
      severity: z.enum(['ERROR', 'WARNING', 'INFO']),
      code: z.strictObject({ value: z.string() }),
      suggestions: z.array(z.strictObject({ range: Range, text: z.string() })).optional(),
      related_locations: z.array(z.strictObject({ message: z.string(), location: Place })).optional(),
      original_output: z.string(),
    }),
  ),
});

/** The bytes of a file within a range. */
function bytes(file: Buffer, { start, end }: z.infer<typeof Range>): [from: number, to: number] {
  const starts = [0, ...Array.from(file.entries()).flatMap(([i, byte]) => (byte === 10 ? [i + 1] : []))];
  const at = ({ line, column = 1 }: z.infer<typeof Position>): number => (starts[line - 1] ?? 0) + column - 1;
  return [at(start), at(end)];
}

test.each([
  ['as one types it', (text: string) => text],
  [
    'decomposed, with other line ends and characters beyond the plane',
    (text: string) => text.normalize('NFD').replaceAll('\n', '\r\n').replaceAll('khen', '𝒌hen'),
  ],
  ['marked up', (text: string) => text.replace('08/KH', '**08**/KH').replace('13/01', '**13/01**')],
])('ranges and suggestions fit the bytes of a file %s', async (_, change) => {
  const text = change(
    ward()
      .replace('ngày 12/01/2026 của', 'ngày 13/01/2026 của')
      .replace('thi đua năm 2026 trên', 'thi đua, 𝒌hen thưởng năm 2026 trên'),
  );
  const cwd = folder({ 'a.md': text, 'city.md': change(PARENT) });
  const request = { files: ['a.md'], parents: ['city.md'], rules: RULES, today: '2026-03-01', cwd };
  const { outcomes, problems } = await checkDocuments(request);
  const { diagnostics } = Report.parse(
    JSON.parse(rdjsonReport(resultOf({ outcomes, problems }, request), { ...CONTEXT, outcomes })),
  );
  const found = diagnostics.find(({ code }) => code.value === 'citation/parent-mismatch');
  if (found?.location.range === undefined) throw new Error('nothing found');

  const file = readFileSync(join(cwd, 'a.md'));
  const [from, to] = bytes(file, found.location.range);
  expect(file.subarray(from, to).toString()).toMatch(/13\/01.*2026$/u);
  const [related] = found.related_locations ?? [];
  if (related?.location.range === undefined) throw new Error('no place of the parent');
  const parent = readFileSync(join(cwd, 'city.md'));
  const words = parent.subarray(...bytes(parent, related.location.range)).toString();
  expect(words.normalize('NFC')).toBe('ngày 12 tháng 01 năm 2026');

  const [suggestion] = found.suggestions ?? [];
  if (suggestion === undefined) throw new Error('no suggestion');
  const [at, end] = bytes(file, suggestion.range);
  const fixed = file.subarray(0, at).toString() + suggestion.text + file.subarray(end).toString();
  expect(fixed).toBe(text.replace('13/01', '12/01'));
});

test('without the text of the file whole lines are told, and nothing of a file without lines', () => {
  const page = { start: null, end: null, section: null, page: 3, paragraph: null };
  const result = aResult({ 'a.md': [aFinding()], 'b.docx': [aFinding({ location: page })] });
  const { diagnostics } = Report.parse(JSON.parse(rdjsonReport(result, CONTEXT)));
  expect(diagnostics.map(({ location }) => location)).toEqual([
    { path: 'a.md', range: { start: { line: 3 }, end: { line: 3 } } },
    { path: 'b.docx' },
  ]);
  expect(diagnostics[1]?.message).toMatch(/^Trang 3: /u);
});

test('hostile words come back as they were', () => {
  for (const text of HOSTILE) {
    const { diagnostics } = Report.parse(JSON.parse(rdjsonReport(hostile(text), CONTEXT)));
    expect(diagnostics[2]?.message.startsWith(text)).toBe(true);
    expect(diagnostics[2]?.related_locations?.[0]?.message).toContain(text);
  }
});
