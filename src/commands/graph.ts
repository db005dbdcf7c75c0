/** `planlint graph PATHS…`: who carries out whom in a repository of plans, what is absent, and who has not answered. */
import type { ArgumentsCamelCase, Argv, InferredOptionTypes } from 'yargs';
import type { Language } from '../errors.js';
import type { GraphResult } from '../report/graph/result.js';
import { DESCRIBE, GROUPS, POSITIONAL } from './help.js';
import { graphOptions } from './options.js';
import { textWidth, wantsColour, writeResult } from './output.js';
import { isoDay, rejectUnknown } from './usage.js';

export function addGraph(cli: Argv, lang: Language): Argv {
  const options = graphOptions(lang);
  return cli.command(
    'graph [files..]',
    DESCRIBE.graph[lang],
    (command) =>
      command
        .positional('files', { type: 'string', array: true, describe: POSITIONAL.repository[lang] })
        .options(options)
        .group(['format', 'output', 'fail-on', 'color', 'lang'], GROUPS.result[lang]),
    async (argv) => {
      rejectUnknown(argv, Object.keys(options), 'files', ['fail-on']);
      process.exitCode = await graph(argv, argv.files ?? []);
    },
  );
}

type Flags = ArgumentsCamelCase<InferredOptionTypes<ReturnType<typeof graphOptions>>> & {
  lang?: Language;
  color?: boolean;
};

/** What --fail-on can name: the figures of the summary that have to be 0. */
const FAILURES = {
  unanswered: 'unanswered',
  overdue: 'overdue',
  superseded: 'outdated',
  cycle: 'cycles',
  absent: 'absentParents',
} as const satisfies Record<string, keyof GraphResult['summary']>;

/** Draws the graph of what is named, or of the folder of the configuration. Gives the exit code. */
async function graph(flags: Flags, files: readonly string[]): Promise<number> {
  const day = flags.today === undefined ? undefined : isoDay('--today', flags.today);
  const [{ setUp, today }, { readRepository }, { buildGraph }, { makeGraphResult }] = await Promise.all([
    import('./setup.js'),
    import('../repository.js'),
    import('../graph/build.js'),
    import('../report/graph/make.js'),
  ]);
  const { config, lang } = setUp(flags, files);
  const cwd = process.cwd();
  const { library, problems } = await readRepository({
    names: [
      files.length > 0 ? { base: cwd, names: files } : { base: config.folder, names: ['.'] },
      { base: config.folder, names: config.library },
      { base: cwd, names: flags.library ?? [] },
    ],
    ignore: { folder: config.folder, globs: config.ignore },
    cwd,
  });
  const now = day ?? today();
  const result = makeGraphResult(buildGraph(library, now), problems, now, lang);
  await writeResult(await rendered(result, flags), flags.output);
  if (result.summary.failed > 0) return 2;
  return [flags.failOn ?? []].flat().some((name) => result.summary[FAILURES[name]] > 0) ? 1 : 0;
}

async function rendered(result: GraphResult, flags: Flags): Promise<string> {
  switch (flags.format) {
    case 'json':
      return (await import('../report/json.js')).safeJson(result);
    case 'csv':
      return (await import('../report/graph/csv.js')).graphCsv(result);
    case 'html':
      return (await import('../report/graph/html.js')).graphHtml(result);
    case 'mermaid':
      return (await import('../report/graph/mermaid.js')).graphMermaid(result);
    case 'dot':
      return (await import('../report/graph/dot.js')).graphDot(result);
    default: {
      const { graphText } = await import('../report/graph/text.js');
      const colour = wantsColour(flags.color, process.env, flags.output === undefined && process.stdout.isTTY);
      return graphText(result, { width: textWidth(), colour });
    }
  }
}
