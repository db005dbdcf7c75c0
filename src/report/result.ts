/**
 * The result of a run as data: version 1 of the JSON report. Its published schema (docs/schemas/report.schema.json) is made from this file.
 * Line and column are 1-based; they are null for formats that have no lines.
 */
import { z } from 'zod';
import { SEVERITIES } from '../engine/severity.js';

const Count = z.int().min(0);

const Point = z.strictObject({
  line: z.int().min(1),
  column: z.int().min(1),
  offset: Count.describe('UTF-16 units from the start of the file, byte order mark not counted'),
});

export const Place = z.strictObject({
  start: Point.nullable(),
  end: Point.nullable(),
  section: z.string().nullable().describe('Path of labels in the outline: "IV.1.b"'),
  page: z.int().min(1).nullable(),
  paragraph: z.int().min(1).nullable(),
});

const Related = z.strictObject({
  path: z.string(),
  location: Place,
  quote: z.string(),
});

const Finding = z.strictObject({
  rule: z.string(),
  messageId: z.string(),
  severity: z.enum(SEVERITIES),
  message: z.string().describe('In the language of the report'),
  quote: z.string().describe('The words of the document'),
  context: z
    .strictObject({ before: z.string(), after: z.string() })
    .nullable()
    .describe('Words around a short quote, in the same paragraph, shortened with …; null for a long quote'),
  location: Place,
  related: z.array(Related).describe('Places that explain the finding, in a parent or elsewhere in the document'),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  diff: z
    .strictObject({ own: z.string(), other: z.string() })
    .nullable()
    .describe('Two wordings to compare word by word'),
  fix: z.strictObject({ text: z.string(), safe: z.boolean() }).nullable(),
  fingerprint: z.string().describe('Same for the same finding in the next run, even if lines moved'),
});

const Waived = Finding.extend({
  waiver: z.strictObject({
    rule: z.string().describe('The rule or group as the waiver names it'),
    reason: z.string(),
    until: z.string().nullable().describe('Last day on which it holds, as ISO date'),
    path: z.string().describe('File in which it is written: the document, or the configuration'),
    line: z.int().min(1),
  }),
});

export const Identity = z.strictObject({
  type: z.string().nullable(),
  number: z.string().nullable(),
  symbol: z.string().nullable(),
  code: z.string().nullable().describe('Number and symbol as one: "56/KH-UBND"'),
  issuer: z.string().nullable(),
  date: z.string().nullable().describe('ISO date'),
  subject: z.string().nullable(),
  blanks: z.array(z.enum(['number', 'day', 'month', 'year'])).describe('Parts left blank, as in a draft'),
});

const Parent = z.strictObject({
  citation: z
    .strictObject({ text: z.string(), code: z.string().nullable(), location: Place })
    .nullable()
    .describe('The citation that names the parent; null for one given with --parent that is not cited'),
  status: z.enum(['given', 'resolved', 'mismatched', 'ambiguous', 'unresolved']),
  path: z.string().nullable().describe('The parent; null if none or several were found'),
  candidates: z.array(z.string()).describe('The documents that fit, if ambiguous'),
  checked: z.boolean().describe('Whether the document was checked against it'),
});

export const Failure = z.strictObject({
  code: z.string().describe('Stable name: "file-not-found", "file-empty" …'),
  message: z.string(),
  next: z.string().describe('What to do about it'),
});

const DocumentReport = z.strictObject({
  path: z.string(),
  error: Failure.nullable().describe('Why the document was not checked; all else is empty then'),
  identity: Identity.nullable(),
  parents: z.array(Parent),
  findings: z.array(Finding),
  waived: z.array(Waived).optional().describe('Findings that somebody let stand; absent if there are none'),
  baselined: z.array(Finding).optional().describe('Findings that the baseline knows; absent if there are none'),
  skipped: z
    .array(
      z.strictObject({
        rule: z.string(),
        need: z
          .string()
          .nullable()
          .describe('What is lacking: "parent", "deadlines" …; null if the text cannot be trusted'),
        reason: z.string().describe('In the language of the report'),
      }),
    )
    .describe('Rules that did not run, and why'),
  notes: z
    .array(z.strictObject({ code: z.string(), text: z.string() }))
    .describe('What the reader of the file has to say: tracked changes, hidden text, scanned pages …'),
  quality: z
    .strictObject({ verdict: z.enum(['good', 'ocr', 'broken']), validSyllables: z.number().min(0).max(1) })
    .nullable(),
});

const RuleWords = z.strictObject({ id: z.string(), title: z.string(), why: z.string() });

export const Shard = z.strictObject({
  index: z.int().min(1),
  count: z.int().min(1),
  order: z.array(Count).describe('Place of each document among those of the whole run, from 0'),
  waivers: z
    .strictObject({ path: z.string(), findings: z.array(Finding), needed: z.array(z.int().min(1)) })
    .describe('What this part can tell of the waivers of the configuration; `needed`: lines of those that it needs'),
});

export const ReportSchema = z
  .strictObject({
    version: z.literal(1),
    tool: z.strictObject({ name: z.literal('planlint'), version: z.string() }),
    language: z.enum(['vi', 'en']),
    documents: z.array(DocumentReport),
    configuration: z
      .strictObject({ path: z.string(), findings: z.array(Finding) })
      .optional()
      .describe(
        'Findings about the configuration itself, as waivers of it that waive nothing; absent if there are none',
      ),
    problems: z
      .array(Failure.extend({ path: z.string().nullable() }))
      .describe('What could not be done apart from the documents: a parent or library that is missing …'),
    shard: Shard.optional().describe('Which part of a run split with --shard this is; absent for a whole run'),
    rules: z.array(RuleWords).describe('Words of the rules that have findings or were skipped'),
    summary: z.strictObject({
      documents: Count,
      failed: Count.describe('Documents not checked, and other problems'),
      errors: Count,
      warnings: Count,
      infos: Count,
      fixed: Count.describe('Findings corrected with --fix before this report; they are not among the findings'),
      waived: Count,
      baselined: Count,
      stale: Count.optional().describe('Entries of the baseline that no longer occur; absent without a baseline'),
      unresolved: Count.describe('Documents that were checked without any parent'),
    }),
  })
  .meta({ title: 'planlint report, version 1' });

export type LintResult = z.infer<typeof ReportSchema>;
export type ShardResult = z.infer<typeof Shard>;
export type DocumentResult = z.infer<typeof DocumentReport>;
export type WaivedResult = z.infer<typeof Waived>;
export type FindingResult = z.infer<typeof Finding>;
export type ParentResult = z.infer<typeof Parent>;
export type PlaceResult = z.infer<typeof Place>;

/** Whether a value read from a file is a result of this version. */
export function isReport(value: unknown): value is LintResult {
  return ReportSchema.safeParse(value).success;
}
