/** `check --staged` and `check --changed-since`: which documents git says to check, and where they are read from. Loaded only then. */
import { resolve } from 'node:path';
import { isDynamicPattern } from 'tinyglobby';
import { discoverConfig } from '../config/discover.js';
import { type Change, changesSince, stagedChanges } from '../git/changes.js';
import { readIndex } from '../git/index-files.js';
import { type ClosableStore, indexStore } from '../git/index-store.js';
import { isBelow, within } from '../git/inside.js';
import { openRepository, type Repository } from '../git/repository.js';
import type { LintRequest } from '../lint.js';
import { isPlanFile } from '../source/endings.js';
import { expand, shownFrom } from '../source/files.js';
import { workingCopy } from '../source/store.js';
import { printable } from '../text/printable.js';
import type { GitMode } from './git-mode.js';
import { type DocumentFlags, foldersAbout, parentsOf, type Setup, type SetupFlags } from './setup.js';
import { usageError } from './usage.js';

/** A repository opened for one run. */
export interface OpenedRepository {
  repository: Repository;
  mode: GitMode;
  /** The index for --staged, the working copy for --changed-since. */
  store: ClosableStore;
}

/** Opens the repository around the working directory. Rejects with `PlanlintError` where there is none, or it cannot be read now. */
export async function openChanges(mode: GitMode): Promise<OpenedRepository> {
  const repository = await openRepository(process.cwd());
  // conflicts after a merge are refused in both modes: the files hold the marks of git
  const store = indexStore(await readIndex(repository));
  if ('staged' in mode) return { repository, mode, store };
  store.close();
  return { repository, mode, store: { ...workingCopy, close: () => {} } };
}

type Documents = Pick<LintRequest, 'files' | 'parents' | 'library' | 'ignore' | 'store' | 'changed'>;

/**
 * The documents that changed, and what else has to be known to find those that this concerns. Files named are checked whether they changed or
 * not; of folders and globs named only what changed in them.
 */
export async function changedDocuments(
  { repository, mode, store }: OpenedRepository,
  setup: Setup,
  flags: DocumentFlags,
  names: readonly string[],
): Promise<Documents> {
  const cwd = process.cwd();
  const { config } = setup;
  const parents = parentsOf(setup, flags);
  const ignore = parents.ignore ?? { folder: config.folder, globs: [] };
  const changes =
    'staged' in mode
      ? await stagedChanges(repository, isPlanFile)
      : await changesSince(repository, mode.since, isPlanFile);

  const plans = new Set(
    (await expand(repository.top, cwd, cwd, ignore, store)).paths.map((path) => resolve(cwd, path)),
  );
  const scope = await scopeOf(names, { repository, mode, store }, changes, ignore);
  const base = config.file !== null && isBelow(repository.top, config.folder) ? config.folder : repository.top;
  const known = (path: string): boolean => plans.has(path) && (isBelow(base, path) || scope.names(path));
  const wanted = (path: string): boolean => known(path) && (scope.everything || scope.names(path));

  const present = changes
    .filter(({ path, deleted }) => !deleted && store.kind(path) === 'file')
    .map(({ path }) => path);
  const changed = scope.everything && scope.files.length > 0 ? [] : present.filter(wanted);
  // tools name every file that they know of: what the configuration leaves out stays out
  const named = scope.files.filter((path) => plans.has(path) || store.kind(path) === 'missing');
  return {
    ...parents,
    files: [...changed, ...named].map((path) => shownFrom(path, cwd)),
    store,
    changed: {
      among: [{ base: cwd, names: [...plans].filter(known).map((path) => shownFrom(path, cwd)) }],
      paths: present,
      before: changes.flatMap(({ path, before }) =>
        before === null ? [] : [{ path: shownFrom(path, cwd), bytes: before }],
      ),
      wanted: (path) => wanted(resolve(cwd, path)),
    },
  };
}

/** What the names on the command line mean here. */
interface Scope {
  /** Files to check in any case; those that are not there too, so that it is said. */
  files: string[];
  /** Whether neither a folder nor a glob says where to look. */
  everything: boolean;
  /** Whether a folder or glob named reaches a path. */
  names(path: string): boolean;
}

async function scopeOf(
  names: readonly string[],
  { repository, store }: OpenedRepository,
  changes: readonly Change[],
  ignore: NonNullable<LintRequest['ignore']>,
): Promise<Scope> {
  const cwd = process.cwd();
  const files: string[] = [];
  const folders: string[] = [];
  const matched: Set<string>[] = [];
  for (const name of names) {
    const path = within(repository.top, resolve(cwd, name));
    if (path === null) throw outside(name);
    const kind = store.kind(path);
    const onDisk = workingCopy.kind(path) === 'folder';
    const gone = changes.some((change) => change.deleted && isBelow(path, change.path));
    if (kind === 'file') files.push(path);
    else if (kind === 'folder' || onDisk || gone) folders.push(path);
    else if (isDynamicPattern(name)) matched.push(await matchedBy(name, store, ignore));
    else files.push(path);
  }
  const reaches = (path: string): boolean =>
    matched.some((paths) => paths.has(path)) || folders.some((folder) => isBelow(folder, path));
  return { files, everything: folders.length + matched.length === 0, names: reaches };
}

async function matchedBy(
  glob: string,
  store: ClosableStore,
  ignore: NonNullable<LintRequest['ignore']>,
): Promise<Set<string>> {
  const cwd = process.cwd();
  const { paths } = await expand(glob, cwd, cwd, ignore, store);
  return new Set(paths.map((path) => resolve(cwd, path)));
}

function outside(name: string): Error {
  return usageError(
    {
      vi: `"${name}" nằm ngoài kho git đang đứng, không dùng cùng --staged hay --changed-since`,
      en: `"${name}" lies outside this git repository and does not go with --staged or --changed-since`,
    },
    {
      vi: 'Văn bản cấp trên ở ngoài kho thì chỉ ra bằng --parent, --library.',
      en: 'Name parents that lie elsewhere with --parent or --library.',
    },
  );
}

/** A line on a configuration that was written but not added to git yet; empty if there is none. */
export function forgottenConfig(
  { mode }: OpenedRepository,
  { config, lang }: Setup,
  flags: SetupFlags,
  names: readonly string[],
): string {
  const forgotten = 'staged' in mode && config.file === null && flags.config === undefined;
  const onDisk = forgotten ? discoverConfig(foldersAbout(names)) : null;
  if (onDisk === null) return '';
  const file = printable(shownFrom(onDisk, process.cwd()));
  return {
    vi: `planlint: ${file} chưa được git add, nên --staged không áp dụng cấu hình này.\n`,
    en: `planlint: ${file} was not added with git add, so --staged does not apply it.\n`,
  }[lang];
}
