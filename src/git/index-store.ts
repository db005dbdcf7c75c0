/** The files of the next commit as a store: what lies in the repository comes from its index, all else from the disk. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { type FileStore, workingCopy } from '../source/store.js';
import { blobAbsent, lfsAbsent, notAdded, submoduleAbsent } from './errors.js';
import type { IndexFile, IndexFiles } from './index-files.js';
import { isBelow, within } from './inside.js';
import { careful } from './run.js';

/** Links that point to links are followed so far. */
const MOST_LINKS = 8;
const LARGEST_POINTER = 1024;
const LFS_POINTER = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:.*\n)*?oid sha256:([0-9a-f]{64})\n/u;

/** A store that has to be closed when nothing more is read from it. */
export interface ClosableStore extends FileStore {
  close(): void;
}

/** The index as a store. */
export function indexStore(index: IndexFiles): ClosableStore {
  const { files, submodules, repository } = index;
  const folders = foldersOf(repository.top, files.keys());

  const inside = (path: string): string | null => within(repository.top, path);
  const find = (path: string): { path: string; file: IndexFile } | undefined => {
    let at = path;
    for (let hop = 0; hop < MOST_LINKS; hop++) {
      const file = files.get(at);
      if (file === undefined) return undefined;
      if (file.target === null) return { path: at, file };
      at = file.target;
    }
    return undefined;
  };
  const entry = (path: string): IndexFile => {
    const found = find(path);
    if (found === undefined) throw blobAbsent(path);
    return found.file;
  };

  return {
    kind(path) {
      const own = inside(path);
      if (own === null) return workingCopy.kind(path);
      return folders.has(own) ? 'folder' : find(own) === undefined ? 'missing' : 'file';
    },
    names(folder) {
      const own = inside(folder);
      return own === null ? workingCopy.names(folder) : [...(folders.get(own) ?? [])];
    },
    async glob(pattern, scope) {
      const { base: fixed, glob } = picomatch.scan(pattern, { unescape: true });
      const base = resolve(inside(scope.folder) ?? scope.folder, fixed);
      const above = isBelow(base, repository.top);
      if (!above && inside(base) === null) return workingCopy.glob(pattern, scope);
      const matches = picomatch(glob, { nocase: true });
      const ignores = ignorer(inside(scope.folder) ?? scope.folder, scope.ignore);
      const found = [...files.keys()].filter((path) => isBelow(base, path) && matches(relativePath(base, path)));
      return found.filter((path) => !ignores(path) && find(path) !== undefined);
    },
    async read(path) {
      const own = inside(path);
      if (own === null) return workingCopy.read(path);
      const { blobs, id, repository: from } = entry(own);
      const content = await blobs.read(id);
      if (content === null) throw blobAbsent(path);
      return (await fromLfs(content, from.common, path)) ?? content;
    },
    readNow(path) {
      const own = inside(path);
      if (own === null) return workingCopy.readNow(path);
      const { id, repository: from } = entry(own);
      const command = careful(['cat-file', 'blob', id], from.env);
      return execFileSync('git', command.args, { cwd: from.top, env: command.env, stdio: ['ignore', 'pipe', 'pipe'] });
    },
    id(path) {
      const own = inside(path);
      return own === null ? null : (find(own)?.file.id ?? null);
    },
    key(path) {
      const own = inside(path);
      return own === null ? workingCopy.key(path) : (find(own)?.path ?? own);
    },
    whyMissing(path, shown) {
      const own = inside(path);
      if (own === null) return null;
      for (const [folder, files] of submodules) {
        if (files === null && within(folder, own) !== null) return submoduleAbsent(shown);
      }
      return existsSync(own) ? notAdded(shown) : null;
    },
    close() {
      index.blobs.close();
      for (const submodule of submodules.values()) submodule?.blobs.close();
    },
  };
}

/** Every folder that holds a file, with the names right in it. */
function foldersOf(top: string, paths: Iterable<string>): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>([[top, new Set()]]);
  for (const path of paths) {
    for (let at = path; at !== top && dirname(at) !== at; at = dirname(at)) {
      const names = folders.get(dirname(at));
      const known = names?.has(basename(at)) === true;
      if (names === undefined) folders.set(dirname(at), new Set([basename(at)]));
      else names.add(basename(at));
      if (known) break;
    }
  }
  return folders;
}

/** Whether globs relative to a folder leave a path out. */
function ignorer(folder: string, globs: readonly string[]): (path: string) => boolean {
  const matches = picomatch([...globs], { nocase: true, dot: true });
  return (path) => {
    const name = relativePath(folder, path);
    // what lies outside the folder can be left out by a glob for what lies anywhere: "**/README.*"
    return matches(name) || matches(name.replace(/^(?:\.\.\/)+/u, ''));
  };
}

function relativePath(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}

/** The content that a pointer of Git LFS stands for; null if it is none. */
async function fromLfs(content: Buffer, common: string, path: string): Promise<Buffer | null> {
  const oid = content.length > LARGEST_POINTER ? undefined : LFS_POINTER.exec(content.toString('utf8'))?.[1];
  if (oid === undefined) return null;
  const file = join(common, 'lfs', 'objects', oid.slice(0, 2), oid.slice(2, 4), oid);
  return readFile(file).catch(() => {
    throw lfsAbsent(path);
  });
}
