/** `planlint diff FILE [OTHER]`: what was kept, changed, dropped and added against the parent, or against an older version of the same plan. */
import type { ArgumentsCamelCase, Argv, InferredOptionTypes } from 'yargs';
import type { Language } from '../errors.js';
import type { LintRequest } from '../lint.js';
import type { FindingChanges } from '../report/compare.js';
import type { FindingResult } from '../report/result.js';
import { DESCRIBE, GROUPS, POSITIONAL } from './help.js';
import { diffOptions } from './options.js';
import { textWidth, wantsColour, writeResult } from './output.js';
import type { Pair } from './pair.js';
import { rejectUnknown } from './usage.js';

export function addDiff(cli: Argv, lang: Language): Argv {
  const options = diffOptions(lang);
  return cli.command(
    'diff [file] [other]',
    DESCRIBE.diff[lang],
    (command) =>
      command
        .positional('file', { type: 'string', describe: POSITIONAL.file[lang] })
        .positional('other', { type: 'string', describe: POSITIONAL.other[lang] })
        .options(options)
        .group(['parent', 'library'], GROUPS.parents[lang]),
    async (argv) => {
      rejectUnknown(argv, [...Object.keys(options), 'other'], 'file');
      await diff(argv, argv.file, argv.other);
    },
  );
}

type Flags = ArgumentsCamelCase<InferredOptionTypes<ReturnType<typeof diffOptions>>> & {
  lang?: Language;
  color?: boolean;
};

async function diff(flags: Flags, file: string | undefined, named: string | undefined): Promise<void> {
  const { readPair } = await import('./pair.js');
  const pair = await readPair(flags, file, named);
  const { comparePlans } = await import('../align/compare.js');
  const { compareData, compareText } = await import('../report/compare.js');
  const { kase, other, setup } = pair;
  const comparison = comparePlans(kase, other);
  const findings = comparison.versions ? await findingChanges(pair) : null;
  const result = { own: kase, other, comparison, findings };
  if (flags.format === 'json') {
    const { safeJson } = await import('../report/json.js');
    await writeResult(safeJson(compareData(result)), flags.output);
    return;
  }
  const colour = flags.output === undefined && wantsColour(flags.color, process.env, process.stdout.isTTY);
  await writeResult(compareText(result, setup.lang, textWidth(), colour), flags.output);
}

/** What the rules say of each version, held against its parents as `check` would, told apart by fingerprint. */
async function findingChanges({ kase, other, request, setup }: Pair): Promise<FindingChanges> {
  const { lint } = await import('../lint.js');
  const run = { rules: setup.rules, today: kase.today, lang: setup.lang };
  const of = async (version: LintRequest): Promise<FindingResult[]> =>
    (await lint(version)).documents.flatMap(({ findings }) => findings);
  const own = await of({ ...request, ...run });
  const { stdin: _, ...files } = request;
  const old = await of({ ...files, ...run, files: [other.document.path] });
  const missing = (from: FindingResult[], among: FindingResult[]): FindingResult[] =>
    from.filter(({ fingerprint }) => !among.some((one) => one.fingerprint === fingerprint));
  return { appeared: missing(own, old), vanished: missing(old, own) };
}
