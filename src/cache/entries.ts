/**
 * A folder of entries on the disk, each in a file of its own that is named by its key. An entry is written beside its place and renamed, so that
 * two processes may share the folder; one that is damaged, cut off or of another key is as good as absent. A folder that cannot be written to
 * keeps nothing, and that is all: a cache is never a reason to fail.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const DAY = 24 * 60 * 60 * 1000;
/** Entries that nobody asked for in this time go. */
const LONGEST = 30 * DAY;
/** Bytes that the folder may come to; above that the entries go that were not asked for longest. */
const LARGEST = 512 * 1024 * 1024;
const TIDIED = 'tidied';
/** Names of entries and of what is left of a write that was cut off: nothing else in the folder is ever touched. */
const ENTRY = /^[0-9a-f]{62}(?:\.[0-9a-f-]{36}\.tmp)?$/u;
const PART = /^[0-9a-f]{2}$/u;

/** What a text is called: the same text, the same name. */
export function nameOf(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length} `).update(part);
  return hash.digest('hex');
}

export class Entries {
  private readonly folder: string;
  private readonly now: number;
  private writable = true;

  constructor(folder: string, now = Date.now()) {
    this.folder = folder;
    this.now = now;
  }

  /** What was kept under a key (a `nameOf`), as JSON has it; undefined if nothing that can be trusted. */
  get(key: string): unknown {
    const file = this.file(key);
    try {
      const text = readFileSync(file, 'utf8');
      const [sum, value] = [text.slice(0, 64), text.slice(65)];
      if (sum !== nameOf(key, value)) return undefined;
      if (this.now - statSync(file).mtimeMs > DAY) utimesSync(file, new Date(this.now), new Date(this.now));
      return JSON.parse(value);
    } catch {
      return undefined;
    }
  }

  put(key: string, value: unknown): void {
    if (!this.writable) return;
    const text = JSON.stringify(value);
    const file = this.file(key);
    const temporary = `${file}.${randomUUID()}.tmp`;
    try {
      // what was found in a plan is nobody else's business
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      writeFileSync(temporary, `${nameOf(key, text)}\n${text}`, { mode: 0o600, flag: 'wx' });
      renameSync(temporary, file);
    } catch {
      this.writable = false;
      remove(temporary);
    }
  }

  /** Once a day: takes out what is old or too much. */
  tidy({ longest = LONGEST, largest = LARGEST } = {}): void {
    try {
      const mark = join(this.folder, TIDIED);
      const last = statSync(mark, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      if (!this.writable || this.now - last < DAY || statSync(this.folder, { throwIfNoEntry: false }) === undefined)
        return;
      writeFileSync(mark, '');
      utimesSync(mark, new Date(this.now), new Date(this.now));
      const entries = this.all().sort((a, b) => b.time - a.time);
      let size = 0;
      for (const entry of entries) {
        size += entry.size;
        const leftover = entry.file.endsWith('.tmp') && this.now - entry.time > DAY;
        if (leftover || this.now - entry.time > longest || size > largest) rmSync(entry.file, { force: true });
      }
    } catch {
      // another process may tidy at the same time
    }
  }

  private all(): { file: string; time: number; size: number }[] {
    const parts = readdirSync(this.folder).filter((name) => PART.test(name));
    return parts.flatMap((part) =>
      readdirSync(join(this.folder, part))
        .filter((name) => ENTRY.test(name))
        .flatMap((name) => {
          const file = join(this.folder, part, name);
          const found = statSync(file, { throwIfNoEntry: false });
          return found === undefined ? [] : [{ file, time: found.mtimeMs, size: found.size }];
        }),
    );
  }

  private file(key: string): string {
    return join(this.folder, key.slice(0, 2), key.slice(2));
  }
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // its folder could not be made
  }
}
