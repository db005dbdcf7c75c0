/** The documents of a run, taken from files, folders, globs and standard input: each read and understood once. */
import { basename, dirname, join, resolve } from 'node:path';
import { type Cache, contentName } from './cache/cache.js';
import { unreadPlan } from './cache/unread.js';
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
  private readonly cache: Cache | null;
  private readonly taken = new Map<string, Taken>();

  constructor(
    cwd: string,
    ignore: Ignore,
    reading: ReadOptions = READ_DEFAULTS,
    store: FileStore = workingCopy,
    cache: Cache | null = null,
  ) {
    this.cwd = cwd;
    this.ignore = ignore;
    this.reading = reading;
    this.store = store;
    this.cache = cache;
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
    if ('plan' in taken) this.cache?.keep(taken.plan, contentName(bytes));
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
    const file = resolve(this.cwd, path);
    const named = this.cache === null ? null : this.store.id(file);
    const known = named === null ? null : this.known(path, named);
    if (known !== null) return known;
    let bytes: Uint8Array;
    try {
      bytes = await this.store.read(file);
    } catch (cause) {
      return { path, error: unreadable(path, cause) };
    }
    if (this.cache === null) return this.understand({ path, bytes });
    const content = named ?? contentName(bytes);
    return this.known(path, content) ?? (await this.readAnew({ path, bytes }, content));
  }

  private async readAnew(file: { path: string; bytes: Uint8Array }, content: string): Promise<Taken> {
    const taken = await this.understand(file);
    if ('plan' in taken) this.cache?.keep(taken.plan, content);
    return taken;
  }

  /** A document of which an earlier run knew the facts: it is read when more is asked of it. */
  private known(path: string, content: string): Taken | null {
    const facts = this.cache?.facts(path, content) ?? null;
    if (facts === null) return null;
    const plan = unreadPlan(facts, () => this.readWhole(path, content));
    this.cache?.use(plan, facts, content);
    return { path, plan };
  }

  /** Rejects with `PlanlintError` where the file is no longer what it was a moment ago. */
  private async readWhole(path: string, content: string): Promise<LoadedPlan> {
    const file = resolve(this.cwd, path);
    const bytes = await this.store.read(file).catch(() => null);
    if (bytes === null || (this.store.id(file) ?? contentName(bytes)) !== content) throw changedMeanwhile(path);
    const taken = await this.understand({ path, bytes });
    if ('error' in taken) throw taken.error;
    return taken.plan;
  }

  /** Links to one file are one document, not two that answer to the same citation. */
  private key(path: string): string {
    return this.store.key(resolve(this.cwd, path));
  }
}

function changedMeanwhile(path: string): PlanlintError {
  return new PlanlintError(
    'file-changed',
    { vi: `${path}: tệp bị thay đổi trong lúc kiểm tra`, en: `${path}: the file changed while it was checked` },
    { vi: 'Chạy lại lệnh.', en: 'Run the command again.' },
  );
}

/** Each once, in the order in which they were named. */
export function unique(all: readonly Taken[]): Taken[] {
  return [...new Set(all)];
}
