/** GitLab's parser takes every entry: it stops at the first one that lacks a field. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { gitlabReport } from '../../src/report/gitlab.js';
import type { LintResult } from '../../src/report/result.js';
import { aFinding, aResult, HOSTILE, hostile } from './a-result.js';

/** The fields that docs.gitlab.com/ci/testing/code_quality asks for. */
const Report = z.array(
  z.strictObject({
    description: z.string().min(1),
    check_name: z.string().min(1),
    fingerprint: z.string().regex(/^[0-9a-f]{64}$/u),
    severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
    location: z.strictObject({
      path: z.string().min(1),
      lines: z.strictObject({ begin: z.int().min(1), end: z.int().min(1).optional() }),
    }),
  }),
);

function report(result: LintResult): z.infer<typeof Report> {
  const text = gitlabReport(result);
  expect(text.startsWith('[')).toBe(true);
  const entries = Report.parse(JSON.parse(text));
  expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length);
  return entries;
}

test('severities, lines, and fingerprints that tell documents apart', () => {
  const page = { start: null, end: null, section: null, page: 3, paragraph: null };
  const entries = report(
    aResult({
      'a.md': [aFinding()],
      'b.md': [aFinding()],
      'c.docx': [aFinding({ severity: 'warning', location: page })],
      'd.md': { code: 'file-empty', message: 'rỗng', next: 'Xem lại.' },
    }),
  );
  expect(entries.map(({ severity, location }) => [severity, location.path, location.lines.begin])).toEqual([
    ['blocker', 'd.md', 1],
    ['major', 'a.md', 3],
    ['major', 'b.md', 3],
    ['minor', 'c.docx', 1],
  ]);
  expect(entries[3]?.description).toMatch(/^Trang 3: /u);
});

test('hostile words come back as they were', () => {
  for (const text of HOSTILE) {
    const [, , found] = report(hostile(text));
    expect(found?.description.startsWith(text)).toBe(true);
    expect(found?.location.path).toBe(`${text}.txt`);
  }
});
