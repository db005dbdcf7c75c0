/** `planlint check FILES…`: checks documents and prints what was found. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ArgumentsCamelCase, Argv, InferredOptionTypes } from 'yargs';
import type { Language } from '../errors.js';
import type { LintRequest } from '../lint.js';
import type { LintResult } from '../report/result.js';
import type { Limits } from '../report/verdict.js';
import { nearest } from '../text/similarity.js';
import { dryRunNotes, fixMode, skippedFixes } from './fixing.js';
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
        .group(['fix', 'fix-dry-run'], GROUPS.fixes[lang])
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

/** Checks the files, fixes them if asked to, and prints or writes the report. Gives the exit code. */
async function check(flags: Flags, files: readonly string[]): Promise<number> {
  const day = flags.today === undefined ? undefined : isoDay('--today', flags.today);
  const most = flags.maxWarnings === undefined ? undefined : wholeNumber('--max-warnings', flags.maxWarnings);
  const output = flags.output === STDIN ? undefined : flags.output;
  const mode = fixMode(flags, files);
  protectInput(output, files);
  rejectMistypedCommand(files[0]);

  const [{ setUp, documentsOf, today }, { judge }] = await Promise.all([
    import('./setup.js'),
    import('../report/verdict.js'),
  ]);
  const setup = setUp(flags, files);
  const { config, rules, lang } = setup;
  const request = {
    ...(await documentsOf(setup, flags, files)),
    rules,
    lang,
    today: day ?? today(),
    requireParent: flags.requireParent ?? config.requireParent ?? false,
  };
  const limits = {
    failOn: flags.failOn ?? config.failOn ?? 'error',
    maxWarnings: most ?? config.maxWarnings ?? null,
  };
  if (mode === 'dry-run') return judge(await dryRun(request, lang, flags, output), limits).exitCode;
  const result = mode === 'write' ? await fix(request, lang) : await (await import('../lint.js')).lint(request);
  await report(result, flags, limits, output);
  return judge(result, limits).exitCode;
}

async function report(result: LintResult, flags: Flags, limits: Limits, output: string | undefined): Promise<void> {
  if (flags.format === 'json') {
    const { jsonReport } = await import('../report/json.js');
    writeResult(jsonReport(result), output);
  } else {
    const { textReport } = await import('../report/text.js');
    const colour = colourFor(flags, output);
    const text = textReport(result, { ...limits, colour, width: textWidth(), quiet: flags.quiet ?? false });
    writeResult(text, output);
  }
}

function colourFor({ color }: Flags, output: string | undefined): boolean {
  return wantsColour(color, process.env, output === undefined && process.stdout.isTTY);
}

/** Fixes the files. Gives the result on the fixed ones. */
async function fix(request: LintRequest, lang: Language): Promise<LintResult> {
  const [{ fixDocuments }, { saveFixed }] = await Promise.all([
    import('../fix/fix-documents.js'),
    import('../fix/save.js'),
  ]);
  const run = await fixDocuments(request);
  await saveFixed(run.documents);
  process.stderr.write(skippedFixes(run, lang));
  return run.left;
}

/** Prints the diff of what would be fixed. Gives the result on the documents as they are. */
async function dryRun(
  request: LintRequest,
  lang: Language,
  flags: Flags,
  output: string | undefined,
): Promise<LintResult> {
  const [{ fixDocuments }, { patchOf }, { showPatch }] = await Promise.all([
    import('../fix/fix-documents.js'),
    import('../fix/patch.js'),
    import('../report/patch.js'),
  ]);
  const run = await fixDocuments(request);
  const patch = run.documents.map(patchOf).join('');
  const terminal = output === undefined && process.stdout.isTTY;
  writeResult(terminal ? showPatch(patch, colourFor(flags, output)) : patch, output);
  process.stderr.write(skippedFixes(run, lang) + dryRunNotes(run, lang));
  return run.found;
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
