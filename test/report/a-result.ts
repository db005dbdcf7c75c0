/** Results made by hand, for tests of report formats: one document with one finding, in the words of the test. */
import { tmpdir } from 'node:os';
import { loadConfig } from '../../src/config/load.js';
import { rulesOf } from '../../src/config/rules.js';
import type { ReportContext } from '../../src/report/formats.js';
import { type FindingResult, type LintResult, type PlaceResult, ReportSchema } from '../../src/report/result.js';

export const RULES = rulesOf(loadConfig({ none: true }, tmpdir()), []);

export const CONTEXT: ReportContext = {
  failOn: 'error',
  maxWarnings: null,
  rules: RULES,
  outcomes: null,
  colour: false,
  width: 100,
  quiet: false,
};

/** A place on line 3, columns 5 to 9. */
const PLACE: PlaceResult = {
  start: { line: 3, column: 5, offset: 40 },
  end: { line: 3, column: 9, offset: 44 },
  section: 'II.1',
  page: null,
  paragraph: null,
};

export function aFinding(part: Partial<FindingResult> = {}): FindingResult {
  return {
    rule: 'theme/mismatch',
    messageId: 'differs',
    severity: 'error',
    message: 'Chủ đề khác văn bản cấp trên',
    quote: 'bút phá',
    context: null,
    location: PLACE,
    related: [],
    data: {},
    diff: null,
    fix: null,
    fingerprint: 'a'.repeat(64),
    ...part,
  };
}

/** Documents by path, each with findings, or with an error. The summary is counted. */
export function aResult(
  documents: Record<string, FindingResult[] | { code: string; message: string; next: string }>,
  part: Partial<LintResult> = {},
): LintResult {
  const all = Object.entries(documents).map(([path, content]): LintResult['documents'][number] => ({
    path,
    error: Array.isArray(content) ? null : content,
    identity: null,
    parents: [],
    findings: Array.isArray(content) ? content : [],
    skipped: [],
    notes: [],
    quality: null,
  }));
  const findings = all.flatMap((document) => document.findings);
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  const problems = part.problems ?? [];
  const failed = all.filter(({ error }) => error !== null).length + problems.length;
  return ReportSchema.parse({
    version: 1,
    tool: { name: 'planlint', version: '0.1.0' },
    language: 'vi',
    documents: all,
    problems,
    rules: [],
    summary: {
      documents: all.length,
      failed,
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      fixed: 0,
      waived: 0,
      baselined: 0,
      unresolved: 0,
    },
    ...part,
  });
}

/** A result in which every text that comes from a document or a file name is `text`. */
export function hostile(text: string): LintResult {
  const related = [{ path: `${text}.md`, location: PLACE, quote: text }];
  const finding = aFinding({ message: text, quote: text, related, fix: { text, safe: false }, data: { text } });
  const page: PlaceResult = { start: null, end: null, section: null, page: 3, paragraph: 4 };
  return aResult(
    {
      [`${text}.txt`]: [finding],
      'b.docx': [{ ...finding, location: page }],
      c: { code: 'x', message: text, next: text },
    },
    { problems: [{ path: null, code: 'y', message: text, next: text }] },
  );
}

/** What a terminal would obey. */
export const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;

export const HOSTILE = [
  '::error::x%0A::add-mask::y ##[group]z, a:b',
  '=HYPERLINK("http://x.vn","y")',
  '"><script>alert(1)</script><!-- ]]> &amp; &#x1;',
  '[xem](http://x.vn) ![](x) @everyone #12 GH-3 https://x.vn www.x.vn a@b.vn `code` | <b>&nbsp;{0}',
  '\u001b]0;tiêu đề\u0007\u001b[2J\u202e đảo \u0000 \ufffe \ud800',
  '</details>\n\n# Đầu mục\n- gạch\r\n\tthụt',
  "'; -- \\ %25 %0D $(y)",
];
