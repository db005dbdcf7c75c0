/** Loads a YAML file of rules/data once, validated by its schema. Facts are data with a source; code holds none. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';
import { compiledYaml } from './compiled.js';
import { dataFile } from './root.js';

const loaded = new Map<string, unknown>();

/** The content of `rules/data/<name>`; a broken file is a fault of the package and throws as it is. */
export function loadData<T>(name: string, schema: z.ZodType<T>): T {
  const known = loaded.get(name);
  if (known !== undefined) return known as T;
  const file = dataFile(name);
  const content = schema.parse(compiledYaml(file, `data/${name}`) ?? parse(readFileSync(file, 'utf8')));
  loaded.set(name, content);
  return content;
}
