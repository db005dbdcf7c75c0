/** What the commands that read documents have in common: configuration, rules, library, standard input. Loaded only when one of them runs. */
import { dirname, resolve } from 'node:path';
import { type LoadedConfig, loadConfig } from '../config/load.js';
import { rulesOf } from '../config/rules.js';
import { waiversOf } from '../config/waivers.js';
import type { Rule } from '../engine/load.js';
import type { ConfiguredWaiver } from '../engine/waivers.js';
import { type Language, PlanlintError } from '../errors.js';
import type { LintRequest } from '../lint.js';
import { READ_DEFAULTS, type ReadOptions } from '../source/document.js';
import { type FileStore, workingCopy } from '../source/store.js';
import { STDIN } from './usage.js';

export interface SetupFlags {
  /** `false` for --no-config. */
  config?: string | false | undefined;
  lang?: Language | undefined;
  rule?: string | readonly string[] | undefined;
}

export interface Setup {
  config: LoadedConfig;
  rules: Rule[];
  lang: Language;
  /** Waivers of the configuration. */
  waivers: ConfiguredWaiver[];
}

/** Loads configuration and rules for the files named. Throws `PlanlintError` where one of them is wrong. */
export function setUp(flags: SetupFlags, files: readonly string[], store: FileStore = workingCopy): Setup {
  const cwd = process.cwd();
  const folders = foldersAbout(files);
  const choice =
    flags.config === false
      ? ({ none: true } as const)
      : flags.config === undefined
        ? { nearest: folders }
        : { file: flags.config };
  const config = loadConfig(choice, cwd, store);
  const lang = flags.lang ?? languageOfEnvironment() ?? config.lang ?? 'vi';
  const rules = rulesOf(config, [flags.rule ?? []].flat(), store);
  return { config, rules, lang, waivers: config.waivers.length === 0 ? [] : waiversOf(config, rules) };
}

/** Folders from which the configuration is looked for upwards, the nearest to the files named first. */
export function foldersAbout(files: readonly string[]): string[] {
  const cwd = process.cwd();
  const [first] = files.filter((file) => file !== STDIN);
  return first === undefined ? [cwd] : [resolve(first), dirname(resolve(first)), cwd];
}

function languageOfEnvironment(): Language | undefined {
  const { PLANLINT_LANG } = process.env;
  return PLANLINT_LANG === 'vi' || PLANLINT_LANG === 'en' ? PLANLINT_LANG : undefined;
}

export interface DocumentFlags {
  parent?: readonly string[] | undefined;
  library?: readonly string[] | undefined;
  stdinFilename?: string | undefined;
  tracked?: ReadOptions['tracked'] | undefined;
  ocr?: boolean | undefined;
}

/** The documents that a command is about, and where their parents are looked for. */
export async function documentsOf(
  setup: Setup,
  flags: DocumentFlags,
  files: readonly string[],
): Promise<Pick<LintRequest, 'files' | 'stdin' | 'parents' | 'library' | 'ignore' | 'reading'>> {
  const named = files.filter((file) => file !== STDIN);
  if (files.length === 0) throw nothingNamed(flags);
  return {
    files: named,
    ...(named.length < files.length && { stdin: await readStdin(flags.stdinFilename ?? 'stdin.md') }),
    ...parentsOf(setup, flags),
  };
}

/** Where the parents of documents are looked for. */
export function parentsOf(
  { config }: Setup,
  flags: DocumentFlags,
): Pick<LintRequest, 'parents' | 'library' | 'ignore' | 'reading'> {
  return {
    parents: flags.parent ?? [],
    library: [
      { base: config.folder, names: config.library },
      { base: process.cwd(), names: flags.library ?? [] },
    ],
    ignore: { folder: config.folder, globs: config.ignore },
    reading: readingOf(flags),
  };
}

/** How Word and PDF files are read. */
export function readingOf({ tracked, ocr }: DocumentFlags): ReadOptions {
  return { tracked: tracked ?? READ_DEFAULTS.tracked, ocr: ocr ?? READ_DEFAULTS.ocr };
}

async function readStdin(path: string): Promise<{ path: string; bytes: Uint8Array }> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return { path, bytes: Buffer.concat(chunks) };
}

function nothingNamed({ parent, library }: DocumentFlags): PlanlintError {
  const taken = parent ?? library;
  const what = { vi: 'chưa có tệp nào để kiểm tra', en: 'no file to check was named' };
  if (taken === undefined) {
    return new PlanlintError('usage', what, {
      vi: 'Ghi tên tệp hoặc thư mục, ví dụ: planlint ke-hoach/. Xem cách dùng: planlint --help',
      en: 'Name a file or folder, for example: planlint plans/. See how it is used: planlint --help',
    });
  }
  return new PlanlintError('usage', what, {
    vi: 'Ghi tệp cần kiểm tra trước --parent và --library: mọi tên đứng sau hai tùy chọn này đều thuộc về chúng.',
    en: 'Put the files to check before --parent and --library: all names after these options belong to them.',
  });
}

/** Today in the time zone of the computer, as ISO date. */
export function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
