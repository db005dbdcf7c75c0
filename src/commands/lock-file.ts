/** The lock of a run: where it lies, and what it knows. */
import { join } from 'node:path';
import type { LoadedConfig } from '../config/load.js';
import { PlanlintError } from '../errors.js';
import { LOCK_FILE, type LockedPlans, parseLock } from '../lock/lock-file.js';
import { shownFrom } from '../source/files.js';
import { type FileStore, workingCopy } from '../source/store.js';
import type { SetupFlags } from './setup.js';

/** The file beside the configuration, or in the working directory if there is none. */
export interface LockPlace {
  path: string;
  /** As shown in messages. */
  file: string;
  /** Folder that the paths in it are relative to. */
  folder: string;
}

export function lockPlace({ folder }: LoadedConfig): LockPlace {
  const path = join(folder, LOCK_FILE);
  return { path, file: shownFrom(path, process.cwd()), folder };
}

/** Reads the lock, from where the documents come from; null if there is none. Throws `PlanlintError` if it cannot be read or is none. */
export function readLock({ path, file }: LockPlace, store: FileStore = workingCopy): LockedPlans | null {
  if (store.kind(path) === 'missing') return null;
  return parseLock(read(path, file, store), file);
}

/** The lock of a check: what its documents were read against; null if no lock is kept, or with --no-config. */
export function openLock(
  flags: SetupFlags,
  config: LoadedConfig,
  store?: FileStore,
): { plans: LockedPlans; folder: string } | null {
  if (flags.config === false) return null;
  const place = lockPlace(config);
  const plans = readLock(place, store);
  return plans === null ? null : { plans, folder: place.folder };
}

function read(path: string, file: string, store: FileStore): string {
  try {
    return Buffer.from(store.readNow(path)).toString('utf8');
  } catch (cause) {
    throw new PlanlintError(
      'lock-unreadable',
      { vi: `Không đọc được ${file}`, en: `Cannot read ${file}` },
      { vi: 'Kiểm tra quyền đọc của tệp.', en: 'Check that the file may be read.' },
      cause,
    );
  }
}
