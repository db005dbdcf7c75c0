/** The sample repository: every planted defect is found on its line, and nothing else is an error. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type DocumentResult, type FindingResult, ReportSchema } from '../../src/report/result.js';
import { planlint } from '../cli/run.js';

/** A row of samples/EXPECTED.tsv. Line 0 means that the defect has no line of its own, as a section that is missing. */
interface Expected {
  file: string;
  line: number;
  rule: string;
  severity: string;
  quote: string;
}

const expected = readFileSync('samples/EXPECTED.tsv', 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((row): Expected => {
    const [file = '', line = '', rule = '', severity = '', quote = ''] = row.split('\t');
    return { file, line: Number(line), rule, severity, quote };
  });

const clean = ['hoa-lu-thi-dua.md', 'giao-thuy-thi-dua.md', 'tay-hoa-lu-le-hoi.md'].map((name) => `xa-phuong/${name}`);

const check = await planlint(['check', 'samples', '--format', 'json', '--today', '2026-03-01']);

/** Documents of the run by their path inside samples/. */
function documents(): Map<string, DocumentResult> {
  const report = ReportSchema.parse(JSON.parse(check.stdout));
  return new Map(report.documents.map((document) => [document.path.replace(/^samples\//u, ''), document]));
}

/** One quote may be wider than the other: the planted word, or the sentence around it. */
function sameWords(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim());
  return a !== undefined && b !== undefined && a !== '' && b !== '' && (a.includes(b) || b.includes(a));
}

function answers(finding: FindingResult, row: Expected): boolean {
  if (finding.rule !== row.rule || finding.severity !== row.severity) return false;
  if (row.line === 0) return `${finding.message} ${finding.quote}`.includes(row.quote);
  const { start, end } = finding.location;
  if (start === null || end === null || row.line < start.line || row.line > end.line) return false;
  return sameWords(finding.quote, row.quote);
}

function shown(finding: FindingResult): string {
  return `${finding.location.start?.line ?? 0} ${finding.severity} ${finding.rule} ${finding.quote}`;
}

describe('check samples', () => {
  test('runs to its end: findings, nothing that could not be done', () => {
    expect(check.stderr).toBe('');
    expect(check.code).toBe(1);
  });

  test('the introduction and the list of defects are not taken for plans', () => {
    expect([...documents().keys()].filter((path) => !/^(tinh|xa-phuong)\//u.test(path))).toEqual([]);
    expect(documents().size).toBe(11);
  });

  test.each(expected)('$file:$line $rule, $quote', (row) => {
    const findings = documents().get(row.file)?.findings ?? [];
    const found = findings.filter((finding) => answers(finding, row));
    expect(found.length, `findings of the file:\n${findings.map(shown).join('\n')}`).toBeGreaterThan(0);
  });

  test('no other finding is an error', () => {
    const others = [...documents()].flatMap(([path, { findings }]) =>
      findings
        .filter((finding) => finding.severity === 'error')
        .filter((finding) => !expected.some((row) => row.file === path && answers(finding, row)))
        .map((finding) => `${path}:${shown(finding)}`),
    );
    expect(others).toEqual([]);
  });

  test.each(clean)('%s has neither error nor warning', (path) => {
    const findings = documents().get(path)?.findings;
    expect(findings?.filter(({ severity }) => severity !== 'info').map(shown)).toEqual([]);
  });
});

describe('the files', () => {
  test('the web page sample is kept in decomposed letters and CRLF', () => {
    const text = readFileSync('samples/xa-phuong/giao-thuy-thi-dua.md', 'utf8');
    expect(text).toBe(text.normalize('NFD'));
    expect(text).not.toBe(text.normalize('NFC'));
    expect(text.split('\n').length).toBe(text.split('\r\n').length);
  });

  test('the README lists the defects as EXPECTED.tsv does', () => {
    const planted = readFileSync('samples/README.md', 'utf8').split(/^## /mu)[2] ?? '';
    const rows = planted.split('\n').filter((line) => /\| (?:error|warning|info) \|/u.test(line));
    expect(rows).toEqual(
      expected.map(({ file, line, rule, severity, quote }) => {
        const name = file.slice(file.lastIndexOf('/') + 1);
        return `| ${name} | ${line === 0 ? '-' : line} | ${rule} | ${severity} | ${quote} |`;
      }),
    );
  });
});
