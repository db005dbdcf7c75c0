/** The shape of `planlint.yaml`. Strict: a mistyped key is an error. Its JSON schema is published in docs/schemas/config.schema.json. */
import { z } from 'zod';
import { ruleOverrideSchema } from '../engine/overrides.js';
import { SEVERITIES } from '../engine/severity.js';

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
    requireParent: z.boolean().optional().describe('Exit code 2 if a document was not checked against any parent'),
  })
  .meta({ title: 'planlint.yaml' });

/** A configuration as it applies: defaults filled in. */
export type Config = z.infer<typeof ConfigSchema>;
