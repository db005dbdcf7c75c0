/** `planlint merge FILES…`: the results of the parts of a run (`check --shard`) as one, with the exit code of the whole. */
import type { ArgumentsCamelCase, Argv, InferredOptionTypes } from 'yargs';
import type { Language } from '../errors.js';
import { targetsOf } from './format-flags.js';
import { DESCRIBE, GROUPS, POSITIONAL } from './help.js';
import { mergeOptions } from './options.js';
import { writeResult } from './output.js';
import { rejectUnknown, usageError, wholeNumber } from './usage.js';

export function addMerge(cli: Argv, lang: Language): Argv {
  const options = mergeOptions(lang);
  return cli.command(
    'merge [files..]',
    DESCRIBE.merge[lang],
    (command) =>
      command
        .positional('files', { type: 'string', array: true, describe: POSITIONAL.parts[lang] })
        .options(options)
        .group(['config', 'fail-on', 'max-warnings'], GROUPS.rules[lang])
        .group(['show-waived'], GROUPS.known[lang])
        .group(['format', 'output', 'quiet', 'color', 'lang'], GROUPS.result[lang]),
    async (argv) => {
      rejectUnknown(argv, Object.keys(options), 'files', ['format']);
      process.exitCode = await merge(argv, argv.files ?? []);
    },
  );
}

type Flags = ArgumentsCamelCase<InferredOptionTypes<ReturnType<typeof mergeOptions>>> & {
  lang?: Language;
  color?: boolean;
};

/** Merges the results and writes the reports. Gives the exit code of the whole. */
async function merge(flags: Flags, files: readonly string[]): Promise<number> {
  const most = flags.maxWarnings === undefined ? undefined : wholeNumber('--max-warnings', flags.maxWarnings);
  const [{ setUp }, { readParts }, { judge }, { writeReports }] = await Promise.all([
    import('./setup.js'),
    import('./parts.js'),
    import('../report/verdict.js'),
    import('./reports.js'),
  ]);
  const { config, rules } = setUp(flags, []);
  const limits = {
    failOn: flags.failOn ?? config.failOn ?? 'error',
    maxWarnings: most ?? config.maxWarnings ?? null,
  };
  const parts = await readParts(files);
  if (parts.kind === 'sarif') {
    if ([flags.format ?? []].flat().some((format) => !/^sarif(?:=|$)/u.test(format))) throw onlySarif();
    const { mergeSarif } = await import('../report/merge-sarif.js');
    const { safeJson } = await import('../report/json.js');
    const { log, counted } = mergeSarif(parts.logs);
    const { exitCode } = judge({ summary: counted }, limits);
    const targets = targetsOf([flags.format ?? 'sarif'].flat(), flags.output);
    for (const { file } of targets) await writeResult(safeJson(log(exitCode)), file ?? undefined);
    return exitCode;
  }
  const { mergeResults } = await import('../report/merge.js');
  const result = mergeResults(parts.results);
  await writeReports(result, targetsOf([flags.format ?? []].flat(), flags.output), {
    ...limits,
    rules,
    outcomes: null,
    quiet: flags.quiet ?? false,
    showWaived: flags.showWaived ?? false,
    color: flags.color,
  });
  return judge(result, limits).exitCode;
}

function onlySarif(): Error {
  return usageError(
    { vi: 'kết quả SARIF chỉ ghép được thành SARIF', en: 'SARIF results can only be merged to SARIF' },
    {
      vi: 'Muốn có định dạng khác, lưu kết quả từng phần bằng -f json=TỆP.',
      en: 'For other formats, save the result of each part with -f json=FILE.',
    },
  );
}
