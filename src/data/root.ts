/** Where the package lies, so that its rules and data are found from src (tests) and from dist (installed) alike. */
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the package's own folder; both src/data and dist/data lie two levels below it. */
export const packageRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Absolute path of a file below `rules/data`. */
export function dataFile(name: string): string {
  return resolve(packageRoot, 'rules', 'data', name);
}
