/** Run by `npm run build`: writes all YAML files of the package as one JSON file beside the compiled code, with the name of the build. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { COMPILED } from './compiled.js';
import { packageRoot } from './root.js';

const rules = resolve(packageRoot, 'rules');
const code = resolve(packageRoot, 'dist');

function filesBelow(folder: string, ending: RegExp): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  return files.filter((file) => ending.test(file)).sort();
}

const hash = createHash('sha256');
for (const [folder, ending] of [
  [code, /\.js$/u],
  [rules, /\.(?:yaml|csv)$/u],
] as const) {
  for (const file of filesBelow(folder, ending)) hash.update(`${file}\0`).update(readFileSync(resolve(folder, file)));
}
const files = filesBelow(rules, /\.yaml$/u).map((file): [string, unknown] => [
  file,
  parse(readFileSync(resolve(rules, file), 'utf8')),
]);
writeFileSync(COMPILED, JSON.stringify({ build: hash.digest('hex'), files: Object.fromEntries(files) }));
