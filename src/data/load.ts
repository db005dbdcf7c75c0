/** Loads a YAML file of rules/data once, validated by its schema. Facts are data with a source; code holds none. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { z } from 'zod';
import { once } from './once.js';
import { dataFile } from './root.js';

/** Written by `npm run build` beside the compiled code: reading YAML would take a third of a short run. Absent when run from source. */
export const COMPILED = fileURLToPath(new URL('./compiled.json', import.meta.url));

const compiled = once(
  (): Record<string, unknown> => (existsSync(COMPILED) ? JSON.parse(readFileSync(COMPILED, 'utf8')) : {}),
);
const loaded = new Map<string, unknown>();

/** The content of `rules/data/<name>`; a broken file is a fault of the package and throws as it is. */
export function loadData<T>(name: string, schema: z.ZodType<T>): T {
  const known = loaded.get(name);
  if (known !== undefined) return known as T;
  const content = schema.parse(compiled()[name] ?? parse(readFileSync(dataFile(name), 'utf8')));
  loaded.set(name, content);
  return content;
}
