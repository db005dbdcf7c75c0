/** What changed: in the index since the last commit, or in the working copy since a revision. */
import { resolve } from 'node:path';
import { Blobs } from './blobs.js';
import { unmerged } from './errors.js';
import { commonCommit, openSubmodule, type Repository } from './repository.js';
import { type GitEnvironment, git, tryGit, zeroSeparated } from './run.js';

/** A file that changed. A renamed one is two: one that went and one that came. */
export interface Change {
  /** Absolute path. */
  path: string;
  /** What it held before; null if it was not there. */
  before: Uint8Array | null;
  /** Whether it is gone. */
  deleted: boolean;
}

const NOTHING = /^0+$/u;
const SUBMODULE = '160000';
/** Names of the tree without files, which every repository knows. */
const EMPTY_TREE = {
  sha1: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  sha256: '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
};
const DIFF = ['--raw', '-z', '--no-renames', '--no-abbrev', '--no-ext-diff', '--no-textconv', '--no-relative'];

/** Tells the files that matter: only their former content is read. */
type Wanted = (path: string) => boolean;

/** What `git commit` would change, submodules included. */
export async function stagedChanges(repository: Repository, wanted: Wanted): Promise<Change[]> {
  return changesOf(repository, ['diff', '--cached', ...DIFF, '--ignore-submodules=dirty'], repository.env, wanted);
}

/** What differs in the working copy from the last commit in common with a revision, new files that git does not ignore included. */
export async function changesSince(repository: Repository, revision: string, wanted: Wanted): Promise<Change[]> {
  const { top, env } = repository;
  const base = await commonCommit(repository, revision);
  const args = ['diff', ...DIFF, '--ignore-submodules=dirty', base, '--'];
  const changed = await changesOf(repository, args, { ...env, ...(await withoutFilters(repository)) }, wanted);
  const others = zeroSeparated(await git(['ls-files', '--others', '--exclude-standard', '-z'], top, env));
  const untracked = others.map((path) => resolve(top, path)).filter(wanted);
  return [...changed, ...untracked.map((path) => ({ path, before: null, deleted: false }))];
}

async function changesOf(
  repository: Repository,
  args: readonly string[],
  env: GitEnvironment,
  wanted: Wanted,
): Promise<Change[]> {
  const raw = rawChanges(zeroSeparated(await git(args, repository.top, env)));
  const conflicts = raw.filter(({ status }) => status === 'U').map(({ path }) => path);
  if (conflicts.length > 0) throw unmerged([...new Set(conflicts)]);
  const blobs = new Blobs(repository);
  try {
    const changes: Change[] = [];
    for (const change of raw) {
      const path = resolve(repository.top, change.path);
      if (change.modes.includes(SUBMODULE)) changes.push(...(await submoduleChanges(path, change, wanted)));
      else if (wanted(path))
        changes.push({ path, before: await contentBefore(blobs, change.old), deleted: change.status === 'D' });
    }
    return changes;
  } finally {
    blobs.close();
  }
}

interface RawChange {
  modes: string[];
  old: string;
  now: string;
  status: string;
  path: string;
}

/** ":100644 100644 3b18e5… 0ddaaf… M" and a path, in turns. */
function rawChanges(parts: readonly string[]): RawChange[] {
  const changes: RawChange[] = [];
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const [before = '', after = '', old = '', now = '', status = ''] = (parts[i] ?? '').slice(1).split(' ');
    changes.push({ modes: [before, after], old, now, status: status.slice(0, 1), path: parts[i + 1] ?? '' });
  }
  return changes;
}

async function contentBefore(blobs: Blobs, id: string): Promise<Uint8Array | null> {
  return NOTHING.test(id) ? null : blobs.read(id);
}

/** What changed in a submodule that is at another commit now. What cannot be told, as it was not fetched, is left out. */
async function submoduleChanges(folder: string, { old, now }: RawChange, wanted: Wanted): Promise<Change[]> {
  const repository = await openSubmodule(folder);
  if (repository === null) return [];
  const { env } = repository;
  const head = NOTHING.test(now)
    ? (await tryGit(['rev-parse', '--verify', 'HEAD'], folder, env)).stdout.toString().trim()
    : now;
  const [from, to] = await Promise.all([treeOf(repository, old), treeOf(repository, head)]);
  if (from === null || to === null) return [];
  return changesOf(repository, ['diff-tree', '-r', ...DIFF, from, to], env, wanted).catch(() => []);
}

/** A commit, or the empty tree for none; null where the repository lacks it. */
async function treeOf({ top, env }: Repository, commit: string): Promise<string | null> {
  if (NOTHING.test(commit)) return commit.length === EMPTY_TREE.sha1.length ? EMPTY_TREE.sha1 : EMPTY_TREE.sha256;
  const { code, stdout } = await tryGit(['rev-parse', '--verify', '--quiet', `${commit}^{tree}`], top, env);
  return code === 0 ? stdout.toString().trim() : null;
}

/**
 * Environment in which the filters that the repository's own configuration sets up (`filter.*.clean`) are off: to compare a file, git would
 * run them. Without them a file may count as changed that is not, never the other way round.
 */
async function withoutFilters({ top, env }: Repository): Promise<GitEnvironment> {
  const args = ['config', '--name-only', '-z', '--get-regexp', '^filter\\..*\\.(clean|process)$'];
  const { stdout } = await tryGit(args, top, env);
  const names = new Set(zeroSeparated(stdout).map((key) => key.replace(/\.[^.]*$/u, '')));
  const settings = [...names].flatMap((name) => [
    [`${name}.clean`, ''],
    [`${name}.process`, ''],
    [`${name}.required`, 'false'],
  ]);
  const first = Number(process.env.GIT_CONFIG_COUNT ?? 0);
  const variables = settings.flatMap(([key = '', value = ''], i) => [
    [`GIT_CONFIG_KEY_${first + i}`, key],
    [`GIT_CONFIG_VALUE_${first + i}`, value],
  ]);
  return { ...Object.fromEntries(variables), GIT_CONFIG_COUNT: String(first + settings.length) };
}
