/** Garbage of pages that have been read. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** So many pages leave some 30 MB behind. */
const PAGES = 32;

let collect: (() => void) | null = null;

/**
 * Frees what was left by the pages read so far. On its own the collector lets a file of hundreds of pages take as many megabytes
 * before it begins, which a small machine of a CI service may not have.
 */
export function tidyAfter(page: number): void {
  if (page % PAGES === 0) tidy();
}

function tidy(): void {
  if (collect === null) {
    setFlagsFromString('--expose-gc');
    const gc: unknown = runInNewContext('gc');
    collect = typeof gc === 'function' ? () => void gc() : () => {};
  }
  collect();
}
