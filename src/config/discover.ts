/** Finds the configuration file that belongs to the files checked. */
import { dirname, join, resolve } from 'node:path';
import { type FileStore, workingCopy } from '../source/store.js';

const CONFIG_NAMES = ['planlint.yaml', 'planlint.yml'] as const;

/** Path of the nearest configuration at or above one of the folders, tried in their order; null if there is none. */
export function discoverConfig(folders: readonly string[], store: FileStore = workingCopy): string | null {
  for (const start of folders) {
    for (let folder = resolve(start); ; folder = dirname(folder)) {
      const found = CONFIG_NAMES.map((name) => join(folder, name)).find((path) => store.kind(path) === 'file');
      if (found !== undefined) return found;
      if (dirname(folder) === folder) break;
    }
  }
  return null;
}
