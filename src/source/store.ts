/**
 * Where the bytes of files come from: the working copy (files as they lie on the disk), or what git is about to commit (`src/git`).
 * Paths are absolute everywhere.
 */
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { glob } from 'tinyglobby';
import type { PlanlintError } from '../errors.js';

export type FileKind = 'file' | 'folder' | 'missing' | 'denied';

export interface GlobScope {
  /** Folder that pattern and `ignore` are relative to. */
  folder: string;
  /** Globs of files left out. */
  ignore: readonly string[];
}

export interface FileStore {
  kind(path: string): FileKind;
  /** Names of what lies right in a folder; empty if it cannot be read. */
  names(folder: string): string[];
  /** The files that a glob matches, whatever the case of letters; hidden ones and what lies behind links to folders left out. */
  glob(pattern: string, scope: GlobScope): Promise<string[]>;
  /** Rejects where the file cannot be read. */
  read(path: string): Promise<Uint8Array>;
  /** `read` at once, for the few small files that are needed before anything else. Throws where the file cannot be read. */
  readNow(path: string): Uint8Array;
  /** Name of the content, known without reading it: files of one name are equal byte for byte. Null where only reading could tell. */
  id(path: string): string | null;
  /** One name for a file, however it is reached: two links to one file are not two documents. */
  key(path: string): string;
  /** Why a path that the disk may have is missing here; null if there is nothing to say but that it is. */
  whyMissing(path: string, shown: string): PlanlintError | null;
}

/** Files as they lie on the disk. */
export const workingCopy: FileStore = {
  kind(path) {
    try {
      return statSync(path).isDirectory() ? 'folder' : 'file';
    } catch (error) {
      return error instanceof Error && 'code' in error && error.code === 'EACCES' ? 'denied' : 'missing';
    }
  },
  names(folder) {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  },
  glob(pattern, { folder, ignore }) {
    return glob(pattern, {
      cwd: folder,
      ignore,
      absolute: true,
      caseSensitiveMatch: false,
      followSymbolicLinks: false,
      expandDirectories: false,
    });
  },
  read: (path) => readFile(path),
  readNow: (path) => readFileSync(path),
  id: () => null,
  key(path) {
    try {
      return realpathSync.native(path);
    } catch {
      return path;
    }
  },
  whyMissing: () => null,
};
