/** Reads the configuration: what it says, where it lies, and errors that name file, line, key and the nearest right key. */
import { dirname, relative, resolve } from 'node:path';
import { parseYaml, type YamlFile } from '../data/yaml-file.js';
import { formatPath, schemaProblems } from '../engine/schema-problems.js';
import { type Bilingual, PlanlintError } from '../errors.js';
import type { Point } from '../source/document.js';
import { type FileStore, workingCopy } from '../source/store.js';
import { discoverConfig } from './discover.js';
import { type Config, ConfigSchema } from './schema.js';

export interface LoadedConfig extends Config {
  /** Path of the file as shown in messages; null if there is none and only defaults apply. */
  file: string | null;
  /** Absolute path of the folder that its paths are relative to. */
  folder: string;
  /** "planlint.yaml:12: rules.theme/mismatch": where a key stands. */
  at(keys: (string | number)[]): string;
  /** Line, column and offset of a key. */
  place(keys: (string | number)[]): Point;
}

/** What the user said about the configuration: a file, none at all, or nothing (then it is looked for). */
export type ConfigChoice = { file: string } | { none: true } | { nearest: readonly string[] };

/**
 * Loads the configuration. Paths in messages are relative to `cwd`.
 * Throws `PlanlintError` if the file named is missing, is not YAML, or has a key or value that it may not have.
 */
export function loadConfig(choice: ConfigChoice, cwd: string, store: FileStore = workingCopy): LoadedConfig {
  const path =
    'file' in choice ? resolve(cwd, choice.file) : 'none' in choice ? null : discoverConfig(choice.nearest, store);
  if (path === null) return noConfig(cwd);
  const file = shownPath(path, cwd);
  const yaml = parseYaml(readConfig(path, file, store), file);
  const at = (keys: (string | number)[]): string => `${file}:${yaml.line(keys)}: ${formatPath(keys)}`;
  return { ...validate(yaml), file, folder: dirname(path), at, place: yaml.place };
}

function noConfig(cwd: string): LoadedConfig {
  const place = (): Point => ({ line: 1, column: 1, offset: 0 });
  return { ...ConfigSchema.parse({}), file: null, folder: cwd, at: formatPath, place };
}

function shownPath(path: string, cwd: string): string {
  const shown = relative(cwd, path).replaceAll('\\', '/');
  return shown.startsWith('../../../') ? path : shown;
}

function readConfig(path: string, file: string, store: FileStore): string {
  try {
    return Buffer.from(store.readNow(path)).toString('utf8');
  } catch (cause) {
    const why = store.whyMissing(path, file);
    if (why !== null) throw why;
    throw new PlanlintError(
      'config-unreadable',
      { vi: `Không đọc được tệp cấu hình ${file}`, en: `Cannot read the configuration ${file}` },
      {
        vi: 'Kiểm tra lại đường dẫn sau --config, hoặc tạo tệp mới bằng lệnh: planlint init',
        en: 'Check the path after --config, or make a new file with: planlint init',
      },
      cause,
    );
  }
}

function validate(yaml: YamlFile): Config {
  const value = yaml.value ?? {};
  const parsed = ConfigSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = schemaProblems(ConfigSchema, parsed.error, value);
  const lines = (lang: keyof Bilingual): string =>
    problems
      .map(
        ({ path, where, text }) => `${yaml.file}:${yaml.line(path)}: ${where === '' ? '' : `${where}: `}${text[lang]}`,
      )
      .join('\n');
  throw new PlanlintError(
    'config-invalid',
    { vi: lines('vi'), en: lines('en') },
    {
      vi: 'Sửa tệp cấu hình rồi chạy lại. Các khóa: library, ignore, rules, ruleDirs, lang, failOn, maxWarnings, requireParent, waivers, baseline.',
      en: 'Correct the configuration and run again. Keys: library, ignore, rules, ruleDirs, lang, failOn, maxWarnings, requireParent, waivers, baseline.',
    },
  );
}
