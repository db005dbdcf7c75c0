/** Loads rule files and binds them to their checks. Whatever is wrong with one is said with its file, line and key. */
import { join, relative, resolve } from 'node:path';
import { compiledYaml } from '../data/compiled.js';
import { once } from '../data/once.js';
import { packageRoot } from '../data/root.js';
import { parseYaml } from '../data/yaml-file.js';
import { type Bilingual, PlanlintError } from '../errors.js';
import { type FileStore, workingCopy } from '../source/store.js';
import { nearest } from '../text/similarity.js';
import type { Need, RegisteredCheck, RunCheck } from './check.js';
import { PLACEHOLDER } from './messages.js';
import { type RuleFile, ruleFileSchema } from './rule-file.js';
import { schemaProblems } from './schema-problems.js';
import type { SeveritySetting } from './severity.js';

/** A rule ready to run. */
export interface Rule {
  id: string;
  check: RegisteredCheck;
  /** Severity of every message id. */
  severities: Record<string, SeveritySetting>;
  needs: Need[];
  ocr: RuleFile['ocr'];
  options: Record<string, unknown>;
  run: RunCheck;
  title: Bilingual;
  messages: Record<string, Bilingual>;
  why: Bilingual;
  basis: RuleFile['basis'];
  examples: RuleFile['examples'];
  /** Path of the rule file. */
  file: string;
}

/** Whether a rule is switched off, with all its messages. */
export function isOff({ severities }: Rule): boolean {
  return Object.values(severities).every((severity) => severity === 'off');
}

/** Folder of the rules that come with planlint. */
export const builtInRules = resolve(packageRoot, 'rules');

const DEEPEST = 4;

/** A folder of rules, and where its files are read from. */
export interface RuleFolder {
  folder: string;
  store: FileStore;
}

/**
 * Loads all rules below the given folders (`<group>/<name>.yaml`; the folder `data` is not rules), sorted by id.
 * Throws `PlanlintError` for a folder that cannot be read or has no rules, a bad rule file, and an id that stands twice.
 */
export function loadRules(dirs: readonly (string | RuleFolder)[], checks: readonly RegisteredCheck[]): Rule[] {
  const rules = new Map<string, Rule>();
  for (const dir of dirs) {
    const from = typeof dir === 'string' ? { folder: dir, store: workingCopy } : dir;
    for (const file of ruleFiles(from)) {
      const rule = loadRule(from, file, checks);
      const other = rules.get(rule.id);
      if (other !== undefined) throw duplicate(rule, other);
      rules.set(rule.id, rule);
    }
  }
  return [...rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function ruleFiles({ folder: dir, store }: RuleFolder): string[] {
  if (store.kind(dir) !== 'folder') throw store.whyMissing(dir, dir) ?? unreadableFolder(dir);
  const files = filesBelow(dir, '', store)
    .filter((file) => /\.ya?ml$/u.test(file) && !file.startsWith('data/'))
    .sort();
  if (files.length === 0) {
    throw new PlanlintError(
      'rules-none',
      { vi: `${dir}: thư mục không có tệp quy tắc nào (.yaml)`, en: `${dir}: the folder holds no rule file (.yaml)` },
      {
        vi: 'Quy tắc phải nằm ở <nhóm>/<tên>.yaml trong thư mục này; sửa lại đường dẫn.',
        en: 'A rule has to lie at <group>/<name>.yaml in that folder; correct the path.',
      },
    );
  }
  return files;
}

/** Files below a folder, relative to it; a link that leads back up ends at some depth. */
function filesBelow(dir: string, below: string, store: FileStore): string[] {
  if (below.split('/').length > DEEPEST) return [];
  return store.names(join(dir, below)).flatMap((name) => {
    const file = below === '' ? name : `${below}/${name}`;
    return store.kind(join(dir, file)) === 'folder' ? filesBelow(dir, file, store) : [file];
  });
}

function unreadableFolder(dir: string): PlanlintError {
  return new PlanlintError(
    'rules-unreadable',
    { vi: `${dir}: không đọc được thư mục quy tắc`, en: `${dir}: cannot read the folder of rules` },
    { vi: 'Kiểm tra đường dẫn và quyền đọc.', en: 'Check the path and that it may be read.' },
  );
}

function loadRule({ folder, store }: RuleFolder, name: string, checks: readonly RegisteredCheck[]): Rule {
  const source = readRuleFile(join(folder, name), store, folder === builtInRules ? name : null);
  const rule = validShape(source);
  const id = name.replace(/\.ya?ml$/u, '');
  if (rule.id !== id) {
    throw source.error(['id'], {
      vi: `mã quy tắc là "${rule.id}" nhưng đường dẫn tệp là "${id}"; hai chỗ phải giống nhau`,
      en: `the id is "${rule.id}" but the path of the file is "${id}"; they have to be the same`,
    });
  }
  const check = checks.find((candidate) => candidate.name === rule.check);
  if (check === undefined) throw unknownCheck(source, rule.check, checks);

  requireSameMessages(source, rule, check);
  requireKnownPlaceholders(source, rule, check);
  requireKnownExpectations(source, rule, check);
  return {
    id: rule.id,
    check,
    severities: severitiesOf(source, rule, check),
    needs: rule.needs,
    ocr: rule.ocr,
    options: rule.options,
    run: prepareOptions(check, rule.options, (path, text) => source.error(['options', ...path], text)),
    title: rule.title,
    messages: rule.messages,
    why: rule.why,
    basis: rule.basis,
    examples: rule.examples,
    file: source.file,
  };
}

/** Validates options with the schema of a check; `fail` makes the error for the place of the options. */
export function prepareOptions(
  check: RegisteredCheck,
  options: Record<string, unknown>,
  fail: (path: Path, text: Bilingual) => PlanlintError,
): RunCheck {
  const prepared = check.prepare(options);
  if (prepared.ok) return prepared.run;
  const [first] = schemaProblems(check.options, prepared.error, options);
  throw fail(first?.path ?? [], first?.text ?? { vi: 'tùy chọn không hợp lệ', en: 'options are not valid' });
}

type Path = (string | number)[];

/** A parsed rule file that can say on which line a key stands. */
interface RuleSource {
  file: string;
  value: unknown;
  error(path: Path, text: Bilingual): PlanlintError;
}

/** `builtIn`: path below the rules that come with planlint, null for a rule of the user. */
function readRuleFile(path: string, store: FileStore, builtIn: string | null): RuleSource {
  const file = relative(process.cwd(), path).replaceAll('\\', '/');
  const compiled = builtIn === null ? undefined : compiledYaml(path, builtIn);
  const yaml = once(() => parseYaml(readText(path, file, store), file));
  return {
    file,
    value: compiled ?? yaml().value,
    error: (keys, text) => ruleError(file, yaml().line(keys), keys.join('.'), text),
  };
}

function readText(path: string, file: string, store: FileStore): string {
  try {
    return Buffer.from(store.readNow(path)).toString('utf8');
  } catch (cause) {
    throw new PlanlintError(
      'rule-unreadable',
      { vi: `${file}: không đọc được tệp quy tắc`, en: `${file}: cannot read the rule file` },
      { vi: 'Kiểm tra đường dẫn và quyền đọc.', en: 'Check the path and that it may be read.' },
      cause,
    );
  }
}

function ruleError(file: string, line: number, key: string, text: Bilingual): PlanlintError {
  const at = key === '' ? `${file}:${line}` : `${file}:${line}: ${key}`;
  return new PlanlintError(
    'rule-invalid',
    { vi: `${at}: ${text.vi}`, en: `${at}: ${text.en}` },
    { vi: 'Sửa tệp quy tắc rồi chạy lại.', en: 'Correct the rule file and run again.' },
  );
}

function validShape(source: RuleSource): RuleFile {
  const parsed = ruleFileSchema.safeParse(source.value);
  if (parsed.success) return parsed.data;
  const problems = schemaProblems(ruleFileSchema, parsed.error, source.value);
  const [first] = problems;
  throw source.error(first?.path ?? [], first?.text ?? { vi: 'tệp rỗng', en: 'the file is empty' });
}

function unknownCheck(source: RuleSource, name: string, checks: readonly RegisteredCheck[]): PlanlintError {
  const names = checks.map((check) => check.name);
  const near = nearest(name, names);
  return source.error(['check'], {
    vi: `không có phép kiểm "${name}"; ${near === null ? `các phép kiểm: ${names.join(', ')}` : `có phải "${near}"?`}`,
    en: `there is no check "${name}"; ${near === null ? `the checks are ${names.join(', ')}` : `did you mean "${near}"?`}`,
  });
}

function requireSameMessages(source: RuleSource, rule: RuleFile, check: RegisteredCheck): void {
  const known = Object.keys(check.messages);
  for (const id of Object.keys(rule.messages)) {
    if (!known.includes(id)) throw unknownMessage(source, ['messages', id], id, check);
  }
  for (const id of known) {
    if (rule.messages[id] === undefined) {
      throw source.error(['messages'], {
        vi: `thiếu câu thông báo "${id}" của phép kiểm "${check.name}"`,
        en: `message "${id}" of check "${check.name}" is missing`,
      });
    }
  }
}

function unknownMessage(source: RuleSource, path: Path, id: string, check: RegisteredCheck): PlanlintError {
  const known = Object.keys(check.messages).join(', ');
  return source.error(path, {
    vi: `phép kiểm "${check.name}" không có thông báo "${id}"; chỉ có: ${known}`,
    en: `check "${check.name}" has no message "${id}"; it has ${known}`,
  });
}

function requireKnownPlaceholders(source: RuleSource, rule: RuleFile, check: RegisteredCheck): void {
  for (const [id, words] of Object.entries(rule.messages)) {
    const known = check.messages[id] ?? [];
    for (const lang of ['vi', 'en'] as const) {
      for (const [, name = ''] of words[lang].matchAll(PLACEHOLDER)) {
        if (known.includes(name)) continue;
        throw source.error(['messages', id, lang], {
          vi: `không có giá trị {${name}}; chỉ có: ${known.map((value) => `{${value}}`).join(', ')}`,
          en: `there is no value {${name}}; there are ${known.map((value) => `{${value}}`).join(', ')}`,
        });
      }
    }
  }
}

function requireKnownExpectations(source: RuleSource, rule: RuleFile, check: RegisteredCheck): void {
  for (const [i, example] of rule.examples.entries()) {
    for (const [j, expectation] of example.expect.entries()) {
      if (check.messages[expectation.message] === undefined) {
        throw unknownMessage(source, ['examples', i, 'expect', j, 'message'], expectation.message, check);
      }
    }
  }
}

function severitiesOf(source: RuleSource, rule: RuleFile, check: RegisteredCheck): Record<string, SeveritySetting> {
  const { severity } = rule;
  const ids = Object.keys(check.messages);
  if (typeof severity === 'string') return Object.fromEntries(ids.map((id) => [id, severity]));
  for (const id of Object.keys(severity)) {
    if (!ids.includes(id)) throw unknownMessage(source, ['severity', id], id, check);
  }
  for (const id of ids) {
    if (severity[id] === undefined) {
      throw source.error(['severity'], {
        vi: `thiếu mức độ của thông báo "${id}"`,
        en: `the severity of message "${id}" is missing`,
      });
    }
  }
  return severity;
}

function duplicate(rule: Rule, other: Rule): PlanlintError {
  return new PlanlintError(
    'rule-duplicate',
    {
      vi: `${rule.file}: quy tắc "${rule.id}" đã có ở ${other.file}`,
      en: `${rule.file}: rule "${rule.id}" stands already in ${other.file}`,
    },
    {
      vi: 'Đổi mã và tên tệp của một trong hai quy tắc; muốn đổi mức độ hay tùy chọn thì dùng mục rules trong tệp cấu hình.',
      en: 'Rename one of the two; to change severity or options use `rules` in the configuration file.',
    },
  );
}
