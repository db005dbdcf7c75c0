/** The shape of a rule file: `rules/<group>/<name>.yaml`. Strict, so that a mistyped key is an error and not silently ignored. */
import { z } from 'zod';
import { SIDES } from '../source/page-layout.js';
import type { Need } from './check.js';
import { SEVERITIES, severitySettingSchema } from './severity.js';

const bilingual = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);

/** Everything a rule may need; keeps in step with the `Need` type. */
const NEEDS = [
  'parent',
  'citations',
  'themes',
  'deadlines',
  'outline',
  'own-unit',
  'own-date',
  'own-number',
  'period',
  'layout',
] as const satisfies readonly Need[];

/** What an example expects: a finding of this rule with this message at these words. */
const expectationSchema = z.strictObject({
  message: z.string(),
  quote: z.string(),
  severity: z.enum(SEVERITIES).optional(),
});

const length = z.number().nonnegative();

/** The layout of an example's plan, which no text can tell: as `PageLayout`, in millimetres and points. */
const layoutSchema = z.strictObject({
  sections: z
    .array(
      z.strictObject({
        start: length.default(0),
        paper: z.strictObject({ width: length, height: length }).nullable(),
        margins: z.partialRecord(z.enum(SIDES), length),
      }),
    )
    .default([]),
  fonts: z.array(z.strictObject({ name: z.string(), letters: length })).default([]),
  sizes: z.array(z.strictObject({ points: length, letters: length })).default([]),
  pageNumber: z
    .strictObject({
      place: z.enum(['top', 'bottom']),
      centred: z.boolean().nullable(),
      arabic: z.boolean().default(true),
      onFirstPage: z.boolean(),
    })
    .nullable()
    .default(null),
});

const exampleSchema = z
  .strictObject({
    name: z.string().min(1),
    parent: z.string().min(1).optional(),
    locked: z
      .string()
      .min(1)
      .optional()
      .describe('The parent as it was when the plan was last read against it (planlint lock).'),
    library: z.array(z.string().min(1)).optional().describe('Other documents at hand: above the parent, or of others.'),
    child: z.string().min(1),
    layout: layoutSchema.optional().describe("How the plan's pages are laid out, as a Word file would tell."),
    today: isoDate.optional().describe('Day on which the example is checked; 2026-06-01 if absent.'),
    expect: z.array(expectationSchema).describe('Exactly the findings of this rule; [] if it has to stay silent.'),
  })
  .describe('A small plan, with its parent or without, and what the rule has to say about it.');

export const ruleFileSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/u)
      .describe('group/name, the same as the path of the file.'),
    check: z.string().describe('Name of the check that the rule runs.'),
    severity: z
      .union([severitySettingSchema, z.record(z.string(), severitySettingSchema)])
      .describe('One for the rule, or one per message id.'),
    needs: z.array(z.enum(NEEDS)).default([]).describe('What has to be there; else the rule is skipped and listed.'),
    ocr: z
      .enum(['run', 'mark', 'off'])
      .default('run')
      .describe(
        'In a text that comes from recognition: run as ever; mark = findings are info and carry data.ocr, as the error may be of the recognition; off = skip.',
      ),
    options: z.record(z.string(), z.unknown()).default({}).describe('Options of the check.'),
    title: bilingual,
    messages: z.record(z.string(), bilingual).describe('Words per message id; {name} puts in a value of the finding.'),
    why: bilingual.describe('Why it matters, and what to do.'),
    basis: z
      .array(z.strictObject({ text: z.string().min(1), source: z.string().min(1), checkedOn: isoDate }))
      .default([])
      .describe('Legal basis (căn cứ), each with the day on which it was read.'),
    examples: z.array(exampleSchema).default([]),
  })
  .describe('A rule of planlint.');

export type RuleFile = z.infer<typeof ruleFileSchema>;
export type RuleExample = RuleFile['examples'][number];

/** JSON schema of a rule file, for editors. */
export function ruleFileJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(ruleFileSchema, { io: 'input' }) };
}
