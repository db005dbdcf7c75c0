/** The documents of a run, taken from files, folders, globs and standard input: each read and understood once. */
import { basename, dirname, join, resolve } from 'node:path';
import type { LoadedPlan } from './engine/check.js';
import { PlanlintError } from './errors.js';
import { parsePlan } from './plan/parse.js';
import { READ_DEFAULTS, type ReadOptions } from './source/document.js';
import { expand, type Ignore, unreadable } from './source/files.js';
import { readSource } from './source/read.js';
import { type FileStore, workingCopy } from './source/store.js';

/** Names of files, folders or globs, and the folder that they are relative to. */
export interface Names {
  base: string;
  names: readonly string[];
}

/** Something that could not be done, and with which file. */
export interface Failed {
  path: string;
  error: PlanlintError;
}

/** A document taken from a file, or why it could not be. */
export type Taken = { path: string; plan: LoadedPlan } | Failed;

/** The documents of a run, each read once, however often it is named. */
export class Shelf {
  private readonly cwd: string;
  private readonly ignore: Ignore;
  private readonly reading: ReadOptions;
  private readonly store: FileStore;
  private readonly taken = new Map<string, Taken>();

  constructor(cwd: string, ignore: Ignore, reading: ReadOptions = READ_DEFAULTS, store: FileStore = workingCopy) {
    this.cwd = cwd;
    this.ignore = ignore;
    this.reading = reading;
    this.store = store;
  }

  /** Reads what the names mean. */
  async take({ base, names }: Names): Promise<Taken[]> {
    const all: Taken[] = [];
    for (const name of names) {
      const { name: shown, paths, error } = await expand(name, base, this.cwd, this.ignore, this.store);
      if (error !== null) all.push({ path: shown, error });
      for (const path of paths) all.push(await this.open(path));
    }
    return all;
  }

  /** Puts a document there that is not (or not yet) in its file. */
  async put({ path, bytes }: { path: string; bytes: Uint8Array }): Promise<Taken> {
    const taken = await this.understand({ path, bytes });
    this.taken.set(this.key(path), taken);
    return taken;
  }

  /** Understands a document that is to stand on no shelf: an earlier version of another one. */
  async understand({ path, bytes }: { path: string; bytes: Uint8Array }): Promise<Taken> {
    try {
      const document = await readSource(path, bytes, this.reading);
      return { path, plan: { document, plan: parsePlan(document) } };
    } catch (error) {
      if (error instanceof PlanlintError) return { path, error };
      throw error;
    }
  }

  /** A document that was taken already. */
  find(path: string): Taken | undefined {
    return this.taken.get(this.key(path));
  }

  /** Takes a file away, so that it is read again when it is next named. */
  forget(file: string): void {
    this.taken.delete(this.key(file));
    // one that is gone has no name of its own, but its folder has
    this.taken.delete(join(this.key(dirname(file)), basename(file)));
  }

  plans(): LoadedPlan[] {
    return [...this.taken.values()].flatMap((taken) => ('plan' in taken ? [taken.plan] : []));
  }

  /** Whether a document was taken from this file, named by its real path. */
  holds(file: string): boolean {
    return this.taken.has(file);
  }

  private async open(path: string): Promise<Taken> {
    const key = this.key(path);
    const known = this.taken.get(key);
    if (known !== undefined) return known;
    const taken = await this.read(path);
    this.taken.set(key, taken);
    return taken;
  }

  private async read(path: string): Promise<Taken> {
    let bytes: Uint8Array;
    try {
      bytes = await this.store.read(resolve(this.cwd, path));
    } catch (cause) {
      return { path, error: unreadable(path, cause) };
    }
    return this.understand({ path, bytes });
  }

  /** Links to one file are one document, not two that answer to the same citation. */
  private key(path: string): string {
    return this.store.key(resolve(this.cwd, path));
  }
}

/** Each once, in the order in which they were named. */
export function unique(all: readonly Taken[]): Taken[] {
  return [...new Set(all)];
}
