/** The command line as typed: language, rest after `--`, standard input, and everything that yargs would let pass. */
import { type Bilingual, type Language, PlanlintError } from '../errors.js';
import { nearest } from '../text/similarity.js';

/** Stands for `-` (standard input) while yargs, which drops a lone dash, reads the arguments. */
export const STDIN = '\0stdin';

export const COMMANDS = [
  'check',
  'show',
  'trace',
  'diff',
  'graph',
  'lock',
  'lsp',
  'merge',
  'rules',
  'explain',
  'init',
  'completion',
] as const;

/** Options that may be given several times, in every command that has them. */
const REPEATABLE = ['parent', 'library', 'rule'];

/** Language before anything is parsed: --lang, then PLANLINT_LANG, then Vietnamese. */
export function languageOf(args: readonly string[], env: NodeJS.ProcessEnv): Language {
  const flag = args.findLast((arg, i) => arg.startsWith('--lang=') || args[i - 1] === '--lang');
  const wanted = flag?.replace('--lang=', '') ?? env.PLANLINT_LANG;
  return wanted === 'en' ? 'en' : 'vi';
}

/** Arguments in a form that yargs reads as meant: `-` kept, and what follows `--` as names, whatever they look like. */
export function prepare(args: readonly string[]): string[] {
  const end = args.indexOf('--');
  const own = (end < 0 ? args : args.slice(0, end)).map((arg) => (arg === '-' ? STDIN : arg));
  if (end < 0) return own;
  const names = args.slice(end + 1).map((arg) => (arg.startsWith('-') || isCommand(arg) ? `./${arg}` : arg));
  // Before the options, or an option that takes several values would take them too.
  const at = own.findIndex(isCommand) + 1;
  return [...own.slice(0, at), ...names, ...own.slice(at)];
}

function isCommand(arg: string): boolean {
  return COMMANDS.some((command) => command === arg);
}

type Parsed = Record<string, unknown> & { _: (string | number)[] };

/**
 * Refuses unknown options, options given twice that count once, and superfluous arguments. `repeatable`: further options that may be given
 * several times. Throws `PlanlintError`.
 */
export function rejectUnknown(
  argv: Parsed,
  known: readonly string[],
  positional = '_',
  repeatable: readonly string[] = [],
): void {
  const names = new Set([...known, 'lang', 'help', 'version', 'color', '$0', '_', positional]);
  if (known.includes('format')) names.add('f');
  for (const key of Object.keys(argv)) {
    if (!names.has(key) && ![...names].some((name) => camel(name) === key)) throw unknownFlag(key, argv[key], names);
  }
  for (const name of known) {
    if (Array.isArray(argv[name]) && ![...REPEATABLE, ...repeatable].includes(name)) throw givenTwice(name);
  }
  const [extra] = argv._.filter((arg, i) => i > 0 || !isCommand(String(arg)));
  if (extra !== undefined) throw superfluous(String(extra));
}

function camel(name: string): string {
  return name.replace(/-(\p{L})/gu, (_, letter: string) => letter.toUpperCase());
}

/** An error in the command line itself. */
export function usageError(what: Bilingual, next?: Bilingual): PlanlintError {
  return new PlanlintError(
    'usage',
    what,
    next ?? { vi: 'Xem cách dùng: planlint --help', en: 'See how it is used: planlint --help' },
  );
}

function unknownFlag(key: string, value: unknown, names: Iterable<string>): PlanlintError {
  const flags = [...names].filter((name) => /^\p{L}{2}/u.test(name));
  const near = nearest(key, flags) ?? nearest(key.replace(/^no-?/iu, ''), flags);
  const flag = key.length === 1 ? `-${key}` : value === false ? `--no-${key}` : `--${key}`;
  const what = { vi: `không có tùy chọn ${flag}`, en: `unknown option ${flag}` };
  if (near === null) return usageError(what);
  return usageError({ vi: `${what.vi}; có phải --${near}?`, en: `${what.en}; did you mean --${near}?` });
}

function givenTwice(name: string): PlanlintError {
  return usageError({ vi: `--${name} được ghi nhiều lần`, en: `--${name} is given more than once` });
}

function superfluous(arg: string): PlanlintError {
  return usageError({ vi: `thừa đối số "${arg}"`, en: `superfluous argument "${arg}"` });
}

/** A whole number of 0 or more. Throws `PlanlintError` for anything else. */
export function wholeNumber(flag: string, value: string): number {
  if (/^\d{1,9}$/u.test(value)) return Number(value);
  throw badValue(flag, value, { vi: 'một số nguyên từ 0 trở lên', en: 'a whole number from 0 on' });
}

/** An ISO date that the calendar has. Throws `PlanlintError` for anything else. */
export function isoDay(flag: string, value: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(value)) return value;
  throw badValue(flag, value, { vi: 'một ngày có thật, dạng NĂM-THÁNG-NGÀY', en: 'a real date, YYYY-MM-DD' });
}

function badValue(flag: string, value: string, expected: Bilingual): PlanlintError {
  return usageError({
    vi: `${flag} cần ${expected.vi}, đang là "${value}"`,
    en: `${flag} expects ${expected.en}, got "${value}"`,
  });
}
