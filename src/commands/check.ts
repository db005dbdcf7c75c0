/** `planlint check FILES…`: checks documents and prints what was found. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ArgumentsCamelCase, Argv, InferredOptionTypes } from 'yargs';
import type { Language } from '../errors.js';
import { nearest } from '../text/similarity.js';
import { DESCRIBE, GROUPS, POSITIONAL } from './help.js';
import { checkOptions } from './options.js';
import { textWidth, wantsColour, writeResult } from './output.js';
import { COMMANDS, isoDay, rejectUnknown, STDIN, usageError, wholeNumber } from './usage.js';

export function addCheck(cli: Argv, lang: Language): Argv {
  const options = checkOptions(lang);
  return cli.command(
    ['check [files..]', '$0'],
    DESCRIBE.check[lang],
    (command) =>
      command
        .positional('files', { type: 'string', array: true, describe: POSITIONAL.files[lang] })
        .options(options)
        .group(['parent', 'library', 'require-parent'], GROUPS.parents[lang])
        .group(['config', 'rule', 'fail-on', 'max-warnings', 'today'], GROUPS.rules[lang])
        .group(['format', 'output', 'quiet', 'color', 'lang', 'stdin-filename'], GROUPS.result[lang]),
    async (argv) => {
      rejectUnknown(argv, Object.keys(options), 'files');
      process.exitCode = await check(argv, argv.files ?? []);
    },
  );
}

type Flags = ArgumentsCamelCase<InferredOptionTypes<ReturnType<typeof checkOptions>>> & {
  lang?: Language;
  color?: boolean;
};

/** Checks the files and prints or writes the report. Gives the exit code. */
async function check(flags: Flags, files: readonly string[]): Promise<number> {
  const day = flags.today === undefined ? undefined : isoDay('--today', flags.today);
  const most = flags.maxWarnings === undefined ? undefined : wholeNumber('--max-warnings', flags.maxWarnings);
  const output = flags.output === STDIN ? undefined : flags.output;
  protectInput(output, files);
  rejectMistypedCommand(files[0]);

  const [{ setUp, documentsOf, today }, { lint }, { judge }] = await Promise.all([
    import('./setup.js'),
    import('../lint.js'),
    import('../report/verdict.js'),
  ]);
  const setup = setUp(flags, files);
  const { config, rules, lang } = setup;
  const result = await lint({
    ...(await documentsOf(setup, flags, files)),
    rules,
    lang,
    today: day ?? today(),
    requireParent: flags.requireParent ?? config.requireParent ?? false,
  });

  const limits = {
    failOn: flags.failOn ?? config.failOn ?? 'error',
    maxWarnings: most ?? config.maxWarnings ?? null,
  };
  if (flags.format === 'json') {
    const { jsonReport } = await import('../report/json.js');
    writeResult(jsonReport(result), output);
  } else {
    const { textReport } = await import('../report/text.js');
    const colour = wantsColour(flags.color, process.env, output === undefined && process.stdout.isTTY);
    const text = textReport(result, { ...limits, colour, width: textWidth(), quiet: flags.quiet ?? false });
    writeResult(text, output);
  }
  return judge(result, limits).exitCode;
}

/** "chekc plan.md": the first name is no file and looks like a command. */
function rejectMistypedCommand(name: string | undefined): void {
  if (name === undefined || !/^[a-z]+$/u.test(name) || existsSync(name)) return;
  const near = nearest(name, COMMANDS);
  if (near === null) return;
  throw usageError({
    vi: `không có tệp hay lệnh nào tên "${name}"; có phải lệnh ${near}?`,
    en: `there is no file or command "${name}"; did you mean the command ${near}?`,
  });
}

/** A report must not replace a plan. */
function protectInput(output: string | undefined, files: readonly string[]): void {
  if (output === undefined || !files.some((file) => resolve(file) === resolve(output))) return;
  throw usageError({
    vi: `--output ${output} sẽ ghi đè văn bản đang kiểm tra`,
    en: `--output ${output} would overwrite a document that is checked`,
  });
}
