/**
 * Writes the files that are made from the rules and schemas: the rules' pages in docs/rules, the README's table of rules, the JSON schemas in
 * docs/schemas. Run it with `npm run generate`; a test fails when they are stale.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { checks } from '../checks/index.js';
import { ConfigSchema } from '../config/schema.js';
import { packageRoot } from '../data/root.js';
import { builtInRules, loadRules } from '../engine/load.js';
import { ruleFileJsonSchema } from '../engine/rule-file.js';
import { LockFileSchema } from '../lock/lock-file.js';
import { GraphSchema } from '../report/graph/result.js';
import { ReportSchema } from '../report/result.js';
import { pagePath } from '../report/rule-words.js';
import { ruleIndex, rulePage, ruleTable } from './rule-pages.js';

const PAGES = 'docs/rules';
const TABLE = /(?<=<!-- rules -->\n).*?(?=<!-- \/rules -->)/su;

/** Generated files: path in the package, and content. */
export function generatedFiles(): Record<string, string> {
  const rules = loadRules([builtInRules], checks);
  const readme = readFileSync(resolve(packageRoot, 'README.md'), 'utf8');
  return {
    'README.md': readme.replace(TABLE, () => `\n${ruleTable(rules)}\n\n`),
    [`${PAGES}/README.md`]: ruleIndex(rules),
    ...Object.fromEntries(rules.map((rule) => [pagePath(rule.id), rulePage(rule)])),
    'docs/schemas/config.schema.json': json(z.toJSONSchema(ConfigSchema, { io: 'input' })),
    'docs/schemas/graph.schema.json': json(z.toJSONSchema(GraphSchema)),
    'docs/schemas/lock.schema.json': json(z.toJSONSchema(LockFileSchema)),
    'docs/schemas/report.schema.json': json(z.toJSONSchema(ReportSchema)),
    'docs/schemas/rule.schema.json': json(ruleFileJsonSchema()),
  };
}

/** Pages that are there, of rules that are or are no more. */
export function existingPages(): string[] {
  const files = readdirSync(resolve(packageRoot, PAGES), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.md')).map((file) => `${PAGES}/${file.replaceAll('\\', '/')}`);
}

function json(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function generate(): void {
  const files = generatedFiles();
  for (const [path, content] of Object.entries(files)) {
    const file = resolve(packageRoot, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  for (const path of existingPages()) if (files[path] === undefined) rmSync(resolve(packageRoot, path));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) generate();
