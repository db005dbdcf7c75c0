/** What the index of a repository holds: the files of the next commit, with those of its submodules as recorded there. */
import { dirname, resolve } from 'node:path';
import { Blobs } from './blobs.js';
import { unmerged } from './errors.js';
import { openSubmodule, type Repository } from './repository.js';
import { git, zeroSeparated } from './run.js';

/** A file in the index. */
export interface IndexFile {
  /** Name of its content. */
  id: string;
  /** Where that content is: the repository itself, or a submodule. */
  blobs: Blobs;
  repository: Repository;
  /** For a link the absolute path that it points to. */
  target: string | null;
}

export interface IndexFiles {
  repository: Repository;
  blobs: Blobs;
  /** By absolute path. */
  files: ReadonlyMap<string, IndexFile>;
  /** Folders of submodules; null for one that was not fetched. */
  submodules: ReadonlyMap<string, { repository: Repository; blobs: Blobs } | null>;
}

const LINK = '120000';
const SUBMODULE = '160000';

/** Lists the index. Rejects with `PlanlintError` while a merge has left conflicts. */
export async function readIndex(repository: Repository): Promise<IndexFiles> {
  const entries = zeroSeparated(
    await git(['ls-files', '--stage', '-z', '--full-name'], repository.top, repository.env),
  ).map(stagedEntry);
  const conflicts = new Set(entries.filter(({ stage }) => stage !== '0').map(({ path }) => path));
  if (conflicts.size > 0) throw unmerged([...conflicts]);

  const blobs = new Blobs(repository);
  const files = new Map<string, IndexFile>();
  const submodules = new Map<string, { repository: Repository; blobs: Blobs } | null>();
  const announced = await onlyAnnounced(repository, entries);
  for (const { mode, id, path } of entries) {
    const absolute = resolve(repository.top, path);
    if (mode === SUBMODULE) submodules.set(absolute, await addSubmodule(files, absolute, id));
    else if (!announced.has(path)) files.set(absolute, await indexFile({ repository, blobs }, absolute, mode, id));
  }
  return { repository, blobs, files, submodules };
}

interface Entry {
  mode: string;
  id: string;
  stage: string;
  path: string;
}

/** "100644 3b18e5… 0\tke-hoach/kh 08.md" */
function stagedEntry(line: string): Entry {
  const tab = line.indexOf('\t');
  const [mode = '', id = '', stage = ''] = line.slice(0, tab).split(' ');
  return { mode, id, stage, path: line.slice(tab + 1) };
}

async function indexFile(
  from: { repository: Repository; blobs: Blobs },
  path: string,
  mode: string,
  id: string,
): Promise<IndexFile> {
  const target = mode === LINK ? resolve(dirname(path), (await from.blobs.read(id))?.toString('utf8') ?? '') : null;
  return { id, ...from, target };
}

/** The files of a submodule at the commit that the index records for it. */
async function addSubmodule(
  files: Map<string, IndexFile>,
  folder: string,
  commit: string,
): Promise<{ repository: Repository; blobs: Blobs } | null> {
  const repository = await openSubmodule(folder);
  if (repository === null) return null;
  const args = ['ls-tree', '-r', '-z', '--full-tree', commit];
  const lines = await git(args, folder, repository.env).then(zeroSeparated, () => null);
  if (lines === null) return null;
  const from = { repository, blobs: new Blobs(repository) };
  for (const line of lines) {
    const tab = line.indexOf('\t');
    const [mode = '', , id = ''] = line.slice(0, tab).split(' ');
    const path = resolve(folder, line.slice(tab + 1));
    if (mode !== SUBMODULE) files.set(path, await indexFile(from, path, mode, id));
  }
  return from;
}

/** Paths that `git add --intent-to-add` only announced: they stand in the index as empty files. */
async function onlyAnnounced({ top, env }: Repository, entries: readonly Entry[]): Promise<Set<string>> {
  if (!entries.some(({ id }) => EMPTY.has(id))) return new Set();
  const args = ['diff-files', '-z', '--name-only', '--diff-filter=A', '--ignore-submodules=all'];
  return new Set(zeroSeparated(await git(args, top, env)));
}

/** Names of the empty content, in repositories of SHA-1 and of SHA-256. */
const EMPTY = new Set([
  'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391',
  '473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813',
]);
