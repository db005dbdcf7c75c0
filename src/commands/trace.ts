/** `planlint trace FILE`: the traceability matrix, what the plan makes of each theme, deadline, target and duty of its parent. */
import type { ArgumentsCamelCase, Argv, InferredOptionTypes } from 'yargs';
import type { Language } from '../errors.js';
import { DESCRIBE, GROUPS, POSITIONAL } from './help.js';
import { traceOptions } from './options.js';
import { textWidth, wantsColour, writeResult } from './output.js';
import { rejectUnknown } from './usage.js';

export function addTrace(cli: Argv, lang: Language): Argv {
  const options = traceOptions(lang);
  return cli.command(
    'trace [file]',
    DESCRIBE.trace[lang],
    (command) =>
      command
        .positional('file', { type: 'string', describe: POSITIONAL.file[lang] })
        .options(options)
        .group(['parent', 'library'], GROUPS.parents[lang]),
    async (argv) => {
      rejectUnknown(argv, Object.keys(options), 'file');
      await trace(argv, argv.file);
    },
  );
}

type Flags = ArgumentsCamelCase<InferredOptionTypes<ReturnType<typeof traceOptions>>> & {
  lang?: Language;
  color?: boolean;
};

async function trace(flags: Flags, file: string | undefined): Promise<void> {
  const { readPair } = await import('./pair.js');
  const { kase, other, setup } = await readPair(flags, file, undefined);
  const { traceParent } = await import('../align/trace.js');
  const { traceCsv, traceData, traceMarkdown, traceText } = await import('../report/trace.js');
  const result = { own: kase, parent: other, trace: traceParent(kase, other) };
  const { lang } = setup;
  if (flags.format === 'json') {
    const { safeJson } = await import('../report/json.js');
    await writeResult(safeJson(traceData(result, lang)), flags.output);
  } else if (flags.format === 'csv') await writeResult(traceCsv(result, lang), flags.output);
  else if (flags.format === 'markdown') await writeResult(traceMarkdown(result, lang), flags.output);
  else {
    const colour = flags.output === undefined && wantsColour(flags.color, process.env, process.stdout.isTTY);
    await writeResult(traceText(result, lang, textWidth(), colour), flags.output);
  }
}
