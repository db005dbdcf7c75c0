/** From what the user names (files, folders, globs) to the files meant. Nothing named is passed over in silence. */
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { escapePath, isDynamicPattern } from 'tinyglobby';
import { PlanlintError } from '../errors.js';
import { nearest } from '../text/similarity.js';
import { isPlanFile, PLAN_GLOB } from './endings.js';
import { type FileStore, workingCopy } from './store.js';

/** Files left out: globs relative to a folder. */
export interface Ignore {
  folder: string;
  globs: readonly string[];
}

/** A name given, and the files that it means or why it means none. */
export interface Expansion {
  /** As given, or seen from the working directory if it was given relative to another folder. */
  name: string;
  /** Paths to show and to open, relative to the working directory where they lie below it. */
  paths: string[];
  error: PlanlintError | null;
}

const PLAN_FILES = `**/${PLAN_GLOB}`;
const NEVER = ['**/node_modules/**', '**/README.*'];

/**
 * Expands a name relative to `base`. A folder gives all plans in it, at any depth; a glob the plans that it matches.
 * READMEs, hidden files, node_modules and what `ignore` says are left out, unless the very file is named.
 */
export async function expand(
  name: string,
  base: string,
  cwd: string,
  ignore: Ignore,
  store: FileStore = workingCopy,
): Promise<Expansion> {
  const path = resolve(base, name);
  const kind = store.kind(path);
  const label = base === cwd ? shown(name) : shownFrom(path, cwd);
  if (kind === 'file') return { name: label, paths: [label], error: null };
  if (kind === 'denied') return { name: label, paths: [], error: unreadable(label) };
  if (kind === 'missing' && !isDynamicPattern(name))
    return { name: label, paths: [], error: store.whyMissing(path, label) ?? notFound(label, path, store) };

  const pattern = kind === 'folder' ? `${fromFolder(path, ignore)}${PLAN_FILES}` : globFrom(name, base, ignore);
  const found = await store.glob(pattern, { folder: ignore.folder, ignore: [...NEVER, ...ignore.globs] });
  const paths = found
    .filter(isPlanFile)
    .map((file) => shownFrom(file, cwd))
    .sort((a, b) => (a < b ? -1 : 1));
  if (paths.length > 0) return { name: label, paths, error: null };
  return { name: label, paths, error: kind === 'folder' ? emptyFolder(label) : noMatch(label) };
}

/** Whether a file is one that folders, globs and the library leave out: a README, or what `ignore` says. */
export async function isLeftOut(file: string, ignore: Ignore, store: FileStore = workingCopy): Promise<boolean> {
  if (store.kind(file) !== 'file') return false;
  const pattern = fromFolder(file, ignore).slice(0, -1);
  const found = await store.glob(pattern, { folder: ignore.folder, ignore: [...NEVER, ...ignore.globs] });
  return found.length === 0;
}

/** Prefix of a glob, relative to the folder that `ignore` is relative to, so that both speak of the same paths. */
function fromFolder(path: string, ignore: Ignore): string {
  const prefix = relative(ignore.folder, path).replaceAll('\\', '/');
  return prefix === '' ? '' : `${escapePath(prefix)}/`;
}

function globFrom(name: string, base: string, ignore: Ignore): string {
  return isAbsolute(name) ? name : `${fromFolder(base, ignore)}${name.replace(/^\.\//u, '')}`;
}

function shown(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}

/** A path as messages name it: relative to the working directory where it lies below it. */
export function shownFrom(path: string, cwd: string): string {
  const local = relative(cwd, path);
  return shown(local.startsWith('..') || isAbsolute(local) ? path : local);
}

function notFound(name: string, path: string, store: FileStore): PlanlintError {
  const near = nearest(basename(path), store.names(dirname(path)));
  const hint = near === null ? null : shown(join(dirname(name), near));
  return new PlanlintError(
    'file-not-found',
    { vi: `Không tìm thấy tệp hay thư mục "${name}"`, en: `File or folder not found: "${name}"` },
    hint === null
      ? { vi: 'Kiểm tra lại đường dẫn.', en: 'Check the path.' }
      : { vi: `Kiểm tra lại đường dẫn; có phải "${hint}"?`, en: `Check the path; did you mean "${hint}"?` },
  );
}

/** A file that is there but may not be read; what the store itself says of it goes first. */
export function unreadable(name: string, cause?: unknown): PlanlintError {
  if (cause instanceof PlanlintError) return cause;
  return new PlanlintError(
    'file-unreadable',
    { vi: `Không đọc được "${name}"`, en: `Cannot read "${name}"` },
    { vi: 'Kiểm tra quyền đọc của tệp.', en: 'Check that you may read the file.' },
    cause,
  );
}

function emptyFolder(name: string): PlanlintError {
  return new PlanlintError(
    'folder-empty',
    { vi: `Thư mục "${name}" không có tệp kế hoạch nào`, en: `Folder "${name}" holds no plan` },
    {
      vi: 'Cần có tệp .md, .txt, .docx hoặc .pdf; README, tệp ẩn và node_modules không tính.',
      en: 'It has to hold .md, .txt, .docx or .pdf files; READMEs, hidden files and node_modules do not count.',
    },
  );
}

function noMatch(name: string): PlanlintError {
  return new PlanlintError(
    'glob-no-match',
    { vi: `Mẫu tên "${name}" không khớp với tệp nào`, en: `The glob "${name}" matches no file` },
    {
      vi: 'Kiểm tra lại mẫu tên; chỉ tính tệp .md, .txt, .docx và .pdf.',
      en: 'Check the glob; only .md, .txt, .docx and .pdf files count.',
    },
  );
}
