/** Where the page of a rule lies on this computer. */
import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { packageRoot } from '../data/root.js';
import { builtInRules, type Rule } from '../engine/load.js';
import { pagePath } from './rule-words.js';

/** Path of the page, from the working directory where it lies below it; null for a rule of the user's own, which has none. */
export function pageOf({ id, file }: Rule): string | null {
  const path = resolve(packageRoot, pagePath(id));
  if (resolve(file) !== resolve(builtInRules, `${id}.yaml`) || !existsSync(path)) return null;
  const local = relative(process.cwd(), path);
  return local.startsWith('..') ? path : local;
}
