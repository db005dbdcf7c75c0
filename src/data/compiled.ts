/**
 * YAML files of the package as JSON beside the compiled code, written by `npm run build`: reading YAML would take a third of a short run.
 * Absent when run from source; a YAML file changed since is read itself.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { once } from './once.js';
import { packageRoot } from './root.js';

/** What one build wrote. */
interface Compiled {
  /** Name of the build: the same code and the same rules have the same. */
  build: string;
  /** Contents by their path below `rules`. */
  files: Record<string, unknown>;
}

export const COMPILED = fileURLToPath(new URL('./compiled.json', import.meta.url));

const compiled = once((): (Compiled & { time: number }) | null => {
  if (!existsSync(COMPILED)) return null;
  const content: Compiled = JSON.parse(readFileSync(COMPILED, 'utf8'));
  return { ...content, time: statSync(COMPILED).mtimeMs };
});

/** The content of a YAML file, given by its absolute path and its path below `rules`; undefined if it has to be read. */
export function compiledYaml(file: string, name: string): unknown {
  const known = compiled();
  if (known === null || !Object.hasOwn(known.files, name)) return undefined;
  return statSync(file).mtimeMs > known.time ? undefined : known.files[name];
}

/** Name of the build that runs: its code, rules and data; null from source, and where data were changed since. */
export function buildName(): string | null {
  const known = compiled();
  if (known === null) return null;
  const data = join(packageRoot, 'rules', 'data');
  const changed = readdirSync(data, { recursive: true, encoding: 'utf8' }).some(
    (file) => statSync(join(data, file)).mtimeMs > known.time,
  );
  return changed ? null : known.build;
}
