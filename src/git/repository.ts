/** A git repository with a working tree, as far as it is read here. */
import { resolve } from 'node:path';
import { noCommonCommit, unknownRevision } from './errors.js';
import { type GitEnvironment, git, tryGit } from './run.js';

export interface Repository {
  /** Absolute path of the working tree. */
  top: string;
  /** Folder in which git keeps what all working trees of the repository share. */
  common: string;
  /** What git commands on it need in their environment. */
  env: GitEnvironment;
}

/** Variables that say which repository is meant; a hook has them, and they must not lead a submodule astray. */
const OF_ONE_REPOSITORY = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_COMMON_DIR',
  'GIT_OBJECT_DIRECTORY',
];

/** The repository around a folder. Rejects with `PlanlintError` where there is none, or git will not read it. */
export async function openRepository(folder: string): Promise<Repository> {
  const env = await environmentIn(folder);
  return locate(folder, env);
}

/** The repository of a submodule; null if it was not fetched. */
export async function openSubmodule(folder: string): Promise<Repository | null> {
  const env = Object.fromEntries(OF_ONE_REPOSITORY.map((name) => [name, undefined]));
  const found = await locate(folder, env).catch(() => null);
  return found?.top === folder ? found : null;
}

async function locate(folder: string, env: GitEnvironment): Promise<Repository> {
  const top = resolve(folder, await line(['rev-parse', '--show-toplevel'], folder, env));
  const common = resolve(folder, await line(['rev-parse', '--git-common-dir'], folder, env));
  return { top, common, env };
}

/**
 * A hook of a linked working tree has GIT_DIR without GIT_WORK_TREE: git then takes the folder it runs in for the top of the tree. Where the
 * repository found without GIT_DIR is the same, it is left away.
 */
async function environmentIn(folder: string): Promise<GitEnvironment> {
  if (process.env.GIT_DIR === undefined || process.env.GIT_WORK_TREE !== undefined) return {};
  const without = { GIT_DIR: undefined };
  const args = ['rev-parse', '--absolute-git-dir'];
  const [given, found] = await Promise.all([tryGit(args, folder), tryGit(args, folder, without)]);
  const same = found.code === 0 && (given.code !== 0 || given.stdout.equals(found.stdout));
  return same ? without : {};
}

async function line(args: readonly string[], cwd: string, env: GitEnvironment): Promise<string> {
  return (await git(args, cwd, env)).toString('utf8').replace(/\r?\n$/u, '');
}

/** The last commit that a revision and HEAD have in common. Rejects with `PlanlintError` where one of the two is missing. */
export async function commonCommit(repository: Repository, revision: string): Promise<string> {
  const { top, env } = repository;
  const named = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const { code, stdout } = await tryGit(named, top, env);
  if (code !== 0) throw unknownRevision(revision);
  const base = await tryGit(['merge-base', stdout.toString().trim(), 'HEAD'], top, env);
  if (base.code !== 0) throw noCommonCommit(revision);
  return base.stdout.toString().trim();
}
