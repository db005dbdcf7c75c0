/** The baseline of a run: which file it is, what is read from it, and what is written to it. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { LoadedConfig } from '../config/load.js';
import { type Baseline, formatBaseline, parseBaseline, pruneBaseline, updateBaseline } from '../engine/baseline.js';
import { type Language, PlanlintError } from '../errors.js';
import type { LintRequest } from '../lint.js';
import { checkedDocuments, withBaseline } from '../report/baselined.js';
import type { LintResult } from '../report/result.js';
import { type FileStore, workingCopy } from '../source/store.js';
import { printable } from '../text/printable.js';
import { type BaselineFlags, noFileNamed } from './baseline-flags.js';

/** The baseline of a run. */
export interface OpenBaseline {
  /** As shown in messages. */
  file: string;
  path: string;
  known: Baseline;
  /** What is to be done with the file after the run; null: nothing. */
  change: 'update' | 'prune' | null;
}

/**
 * Reads the baseline that flags or configuration name, from where the documents come from; null if none is named.
 * Throws `PlanlintError` if it is missing or none.
 */
export function openBaseline(
  flags: BaselineFlags,
  config: LoadedConfig,
  store: FileStore = workingCopy,
): OpenBaseline | null {
  const change = flags.updateBaseline ? 'update' : flags.pruneBaseline ? 'prune' : null;
  const named = flags.baseline === undefined ? config.baseline : flags.baseline;
  if (named === undefined || named === false) {
    if (change !== null) throw noFileNamed(change);
    return null;
  }
  const cwd = process.cwd();
  const path = resolve(flags.baseline === undefined ? config.folder : cwd, named);
  const file = relative(cwd, path).replaceAll('\\', '/');
  if (change === 'update' && !existsSync(path)) return { file, path, known: new Map(), change };
  return { file, path, known: parseBaseline(read(path, file, store), file), change };
}

/** Brings the baseline up to date. Gives the result without the findings that it knows now. */
export function applyBaseline(
  result: LintResult,
  { path, file, known }: OpenBaseline,
  change: 'update' | 'prune',
  request: Pick<LintRequest, 'rules'>,
  lang: Language,
): LintResult {
  const folder = dirname(path);
  const documents = checkedDocuments(result, folder, request);
  const changed = change === 'update' ? updateBaseline(known, documents) : pruneBaseline(known, documents);
  const left = withoutLostFiles(changed, folder);
  save(path, file, formatBaseline(left));
  process.stderr.write(written(printable(file), count(known), count(left), lang));
  return withBaseline(result, { known: left, folder }, request);
}

/** Documents that are gone cannot be checked again. */
function withoutLostFiles(baseline: Baseline, folder: string): Baseline {
  // a baseline writes names composed; a disk may hold them decomposed
  const isThere = (path: string): boolean =>
    existsSync(join(folder, path)) || existsSync(join(folder, path.normalize('NFD')));
  return new Map([...baseline].filter(([path]) => isThere(path)));
}

function count(baseline: Baseline): number {
  return [...baseline.values()].reduce((sum, entries) => sum + entries.length, 0);
}

function read(path: string, file: string, store: FileStore): string {
  try {
    return Buffer.from(store.readNow(path)).toString('utf8');
  } catch (cause) {
    const why = store.whyMissing(path, file);
    if (why !== null) throw why;
    throw new PlanlintError(
      'baseline-unreadable',
      { vi: `Không đọc được baseline ${file}`, en: `Cannot read the baseline ${file}` },
      {
        vi: 'Kiểm tra lại đường dẫn, hoặc tạo tệp bằng --update-baseline.',
        en: 'Check the path, or make the file with --update-baseline.',
      },
      cause,
    );
  }
}

/** Written beside itself and renamed, so that nobody reads half of it; a file that says the same already is let be. */
function save(path: string, file: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
    writeFileSync(temporary, text, { flag: 'wx' });
    renameSync(temporary, path);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw new PlanlintError(
      'baseline-unwritable',
      { vi: `không ghi được baseline ${file}`, en: `cannot write the baseline ${file}` },
      { vi: 'Kiểm tra thư mục có tồn tại và có quyền ghi.', en: 'Check that the folder exists and may be written to.' },
      cause,
    );
  }
}

function written(file: string, before: number, after: number, lang: Language): string {
  return {
    vi: `planlint: ${file}: ${after} phát hiện đã biết (trước đó: ${before}).\n`,
    en: `planlint: ${file}: ${after} known findings (before: ${before}).\n`,
  }[lang];
}
