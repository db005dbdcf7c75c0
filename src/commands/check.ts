/** `planlint check FILES…`: checks documents and prints what was found. */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ArgumentsCamelCase, Argv, InferredOptionTypes } from 'yargs';
import type { Cache } from '../cache/cache.js';
import type { Language } from '../errors.js';
import type { LintRequest } from '../lint.js';
import type { Outcome } from '../report/make.js';
import type { LintResult } from '../report/result.js';
import type { Shelf } from '../shelf.js';
import type { ReadOptions } from '../source/document.js';
import { nearest } from '../text/similarity.js';
import { rejectAnnotateFlags } from './annotate-flags.js';
import { rejectBaselineFlags } from './baseline-flags.js';
import type { OpenedRepository } from './changed.js';
import { dryRunNotes, fixMode, skippedFixes } from './fixing.js';
import { type Target, targetsOf } from './format-flags.js';
import { gitMode, gitNote } from './git-mode.js';
import { DESCRIBE, GROUPS, POSITIONAL } from './help.js';
import { checkOptions } from './options.js';
import { wantsColour, writeResult } from './output.js';
import { protectRead, readForReports, writeReports } from './reports.js';
import type { Setup } from './setup.js';
import { shardOf } from './shard-flag.js';
import { COMMANDS, isoDay, rejectUnknown, usageError, wholeNumber } from './usage.js';

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
        .group(['staged', 'changed-since'], GROUPS.git[lang])
        .group(['shard'], GROUPS.many[lang])
        .group(['config', 'rule', 'fail-on', 'max-warnings', 'today'], GROUPS.rules[lang])
        .group(['baseline', 'update-baseline', 'prune-baseline', 'show-waived'], GROUPS.known[lang])
        .group(['fix', 'fix-dry-run', 'annotate'], GROUPS.fixes[lang])
        .group(['cache', 'cache-location'], GROUPS.earlier[lang])
        .group(['tracked', 'ocr'], GROUPS.reading[lang])
        .group(['format', 'output', 'quiet', 'color', 'lang', 'stdin-filename'], GROUPS.result[lang]),
    async (argv) => {
      rejectUnknown(argv, Object.keys(options), 'files', ['format']);
      process.exitCode = await check(argv, argv.files ?? []);
    },
  );
}

type Flags = ArgumentsCamelCase<InferredOptionTypes<ReturnType<typeof checkOptions>>> & {
  lang?: Language;
  color?: boolean;
};

/** Checks the files, fixes them if asked to, and prints or writes the reports. Gives the exit code. */
async function check(flags: Flags, files: readonly string[]): Promise<number> {
  const day = flags.today === undefined ? undefined : isoDay('--today', flags.today);
  const most = flags.maxWarnings === undefined ? undefined : wholeNumber('--max-warnings', flags.maxWarnings);
  const targets = targetsOf([flags.format ?? []].flat(), flags.output);
  const mode = fixMode(flags, files, targets);
  rejectAnnotateFlags(flags, files, mode);
  rejectBaselineFlags(flags);
  const shard = shardOf(flags, mode);
  const git = gitMode(flags, files);
  rejectMistypedCommand(files[0]);

  const opened = git === null ? null : await (await import('./changed.js')).openChanges(git);
  try {
    const [{ readingOf, today }, { openBaseline, applyBaseline }, { openLock }, { judge }, { shelfFor }] =
      await Promise.all([
        import('./setup.js'),
        import('./baseline.js'),
        import('./lock-file.js'),
        import('../report/verdict.js'),
        import('../lint.js'),
      ]);
    const { setup, documents } = await documentsToCheck(flags, files, opened);
    const { config, rules, lang } = setup;
    const baseline = openBaseline(flags, config, opened?.store);
    const lock = openLock(flags, config, opened?.store);
    const request: LintRequest = {
      ...documents,
      rules,
      lang,
      today: day ?? today(),
      requireParent: flags.requireParent ?? config.requireParent ?? false,
      waivers: setup.waivers,
      ...(lock !== null && { lock }),
      ...(shard !== null && { shard }),
      // a fix works on the text of every file that it may change
      cache: flags.cache === false || mode !== null ? null : await cacheOf(flags, setup, readingOf(flags)),
      // what is written anew has to see all findings
      ...(baseline?.change === null && { baseline: { known: baseline.known, folder: dirname(baseline.path) } }),
    };
    const limits = {
      failOn: flags.failOn ?? config.failOn ?? 'error',
      maxWarnings: most ?? config.maxWarnings ?? null,
    };
    const written = [
      ...targets.flatMap(({ file }) => file ?? []),
      ...(flags.annotate === undefined ? [] : [flags.annotate]),
    ];
    const run: Run = { request, shelf: shelfFor(request), targets, written };
    if (mode === 'dry-run') return judge(await dryRun(run, lang, flags), limits).exitCode;
    const { result: found, outcomes } = mode === 'write' ? await fix(run, lang) : await plain(run);
    const result =
      baseline === null || baseline.change === null
        ? found
        : applyBaseline(found, baseline, baseline.change, request, lang);
    await readForReports(outcomes, targets, flags.annotate !== undefined);
    if (flags.annotate !== undefined)
      await (await import('./annotating.js')).annotateDraft(flags.annotate, result, outcomes, rules, request);
    if (git !== null) process.stderr.write(gitNote(git, result, request.files.length, lang));
    await writeReports(result, targets, {
      ...limits,
      rules,
      outcomes,
      quiet: flags.quiet ?? false,
      showWaived: flags.showWaived ?? false,
      color: flags.color,
    });
    return judge(result, limits).exitCode;
  } finally {
    opened?.store.close();
  }
}

/** Configuration, rules and documents: those named, or those that git names. */
async function documentsToCheck(flags: Flags, files: readonly string[], opened: OpenedRepository | null) {
  const { documentsOf, setUp } = await import('./setup.js');
  const setup = setUp(flags, files, opened?.store);
  if (opened === null) return { setup, documents: await documentsOf(setup, flags, files) };
  const { changedDocuments, forgottenConfig } = await import('./changed.js');
  process.stderr.write(forgottenConfig(opened, setup, flags, files));
  return { setup, documents: await changedDocuments(opened, setup, flags, files) };
}

/** What earlier runs found out under the same settings. */
async function cacheOf(
  { cacheLocation }: Flags,
  { config, rules, lang }: Setup,
  reading: ReadOptions,
): Promise<Cache | null> {
  const { openCache } = await import('../cache/open.js');
  return openCache(cacheLocation, { rules, lang, reading, waivers: [config.file, config.waivers] });
}

/** What is checked, the documents as they are taken, the reports that are wanted, and the files that will be written. */
interface Run {
  request: LintRequest;
  shelf: Shelf;
  targets: readonly Target[];
  written: readonly string[];
}

/** A result, and what the engine found. */
interface Found {
  result: LintResult;
  outcomes: Outcome[];
}

/** Checks the files as they are. */
async function plain({ request, shelf, written }: Run): Promise<Found> {
  const { checkDocuments, resultOf } = await import('../lint.js');
  const checked = await checkDocuments(request, shelf);
  await protectRead(written, shelf);
  return { result: resultOf(checked, request), outcomes: checked.outcomes };
}

/** Fixes the files. Gives the result on the fixed ones. */
async function fix({ request, shelf, written }: Run, lang: Language): Promise<Found> {
  const [{ fixDocuments }, { saveFixed }] = await Promise.all([
    import('../fix/fix-documents.js'),
    import('../fix/save.js'),
  ]);
  const run = await fixDocuments(request, shelf);
  await protectRead(written, shelf);
  await saveFixed(run.documents);
  process.stderr.write(skippedFixes(run, lang));
  return { result: run.left, outcomes: run.checked.outcomes };
}

/** Prints the diff of what would be fixed. Gives the result on the documents as they are. */
async function dryRun({ request, shelf, targets, written }: Run, lang: Language, flags: Flags): Promise<LintResult> {
  const [{ fixDocuments }, { patchOf }, { showPatch }] = await Promise.all([
    import('../fix/fix-documents.js'),
    import('../fix/patch.js'),
    import('../report/patch.js'),
  ]);
  const run = await fixDocuments(request, shelf);
  await protectRead(written, shelf);
  const patch = (await Promise.all(run.documents.map(patchOf))).join('');
  const output = targets[0]?.file ?? undefined;
  const terminal = output === undefined && process.stdout.isTTY;
  await writeResult(terminal ? showPatch(patch, wantsColour(flags.color, process.env, true)) : patch, output);
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
