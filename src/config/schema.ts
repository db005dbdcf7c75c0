/** The shape of `planlint.yaml`. Strict: a mistyped key is an error. Its JSON schema is published in docs/schemas/config.schema.json. */
import { z } from 'zod';
import { ruleOverrideSchema } from '../engine/overrides.js';
import { SEVERITIES } from '../engine/severity.js';

const waiver = z.strictObject({
  rule: z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
    .describe('Rule id, or "group/*", or a list of them'),
  file: z.string().min(1).optional().describe('Glob, relative to this file, of the documents meant; all if absent'),
  quote: z.string().min(1).optional().describe('Words that the quote of the finding has'),
  section: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Section that it stands in: its number with all below it ("IV.1"), or its kind ("reward", "Khen thưởng")',
    ),
  reason: z.string().regex(/\p{L}/u).describe('Why the finding may stand'),
  until: z
    .string()
    .optional()
    .describe('Last day on which the waiver holds: 2026-06-30 or 30/6/2026; for good if absent'),
});

const paths = z.array(z.string().min(1));

export const ConfigSchema = z
  .strictObject({
    library: paths
      .default([])
      .describe('Folders or globs in which parent plans are looked for, relative to this file: ["van-ban-cap-tren"]'),
    ignore: paths
      .default([])
      .describe(
        'Globs, relative to this file, of files to leave out of folders, globs and the library: ["**/nhap/**"]',
      ),
    rules: z
      .record(z.string(), ruleOverrideSchema)
      .default({})
      .describe('Rule id, or "group/*", to off | error | warning | info, or to { severity, options }'),
    ruleDirs: paths.default([]).describe('Folders with rule files of your own, relative to this file'),
    lang: z.enum(['vi', 'en']).optional().describe('Language of messages; vi if absent'),
    failOn: z.enum(SEVERITIES).optional().describe('From which severity on the exit code is 1; error if absent'),
    maxWarnings: z.int().min(0).optional().describe('More warnings than this give exit code 1; any number if absent'),
    waivers: z.array(waiver).default([]).describe('Findings that were looked at and may stand, each with its reason'),
    baseline: z
      .string()
      .min(1)
      .optional()
      .describe('File with the findings known before, relative to this file; written by --update-baseline'),
    requireParent: z.boolean().optional().describe('Exit code 2 if a document was not checked against any parent'),
  })
  .meta({ title: 'planlint.yaml' });

/** A configuration as it applies: defaults filled in. */
export type Config = z.infer<typeof ConfigSchema>;
