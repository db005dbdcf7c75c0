/** Writes the files that are made from the code: the JSON schemas in docs/schemas. Run it with `npm run generate`; a test fails when they are stale. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { ConfigSchema } from './config/schema.js';
import { packageRoot } from './data/root.js';
import { ruleFileJsonSchema } from './engine/rule-file.js';
import { ReportSchema } from './report/result.js';

/** Generated files: path in the package, and content. */
export function generatedFiles(): Record<string, string> {
  return {
    'docs/schemas/config.schema.json': json(z.toJSONSchema(ConfigSchema, { io: 'input' })),
    'docs/schemas/report.schema.json': json(z.toJSONSchema(ReportSchema)),
    'docs/schemas/rule.schema.json': json(ruleFileJsonSchema()),
  };
}

function json(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [path, content] of Object.entries(generatedFiles())) {
    const file = resolve(packageRoot, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
