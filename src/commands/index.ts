/** The command line: all commands, their help in the chosen language, and errors of usage. */
import yargs, { type Argv } from 'yargs';
import type { Language } from '../errors.js';
import { addCheck } from './check.js';
import { addCompletion, complete } from './completion.js';
import { addDiff } from './diff.js';
import { addExplain } from './explain.js';
import { addGraph } from './graph.js';
import { EPILOGUE, USAGE, YARGS_WORDS_EN, YARGS_WORDS_VI } from './help.js';
import { addInit } from './init.js';
import { addLock } from './lock.js';
import { addLsp } from './lsp.js';
import { addMerge } from './merge.js';
import { commonOptions } from './options.js';
import { addRules } from './rules.js';
import { addShow } from './show.js';
import { addTrace } from './trace.js';
import { usageError } from './usage.js';

const HELP_WIDTH = 110;

/** Reads the arguments and runs the command. Rejects with `PlanlintError` where they are wrong; the command sets the exit code. */
export async function runCli(args: string[], lang: Language): Promise<void> {
  const cli = yargs(args)
    .scriptName('planlint')
    .locale('en')
    .updateStrings(lang === 'vi' ? YARGS_WORDS_VI : YARGS_WORDS_EN)
    .usage(USAGE[lang])
    .epilogue(EPILOGUE[lang])
    .options(commonOptions(lang))
    .alias({ help: 'h', version: 'v' })
    .wrap(HELP_WIDTH)
    .exitProcess(false)
    .showHelpOnFail(false)
    .fail((message: string | null, error: Error | undefined) => {
      throw message === null && error !== undefined ? error : wrongUsage(message ?? '');
    });
  const commands = [
    addCheck,
    addShow,
    addTrace,
    addDiff,
    addGraph,
    addLock,
    addLsp,
    addMerge,
    addRules,
    addExplain,
    addInit,
    addCompletion,
  ];
  const built = commands.reduce((argv: Argv, add) => add(argv, lang), cli);
  if (!(await complete(built, args))) await built.parseAsync();
}

/** yargs has made the words in the chosen language already. */
function wrongUsage(message: string): Error {
  const text = message.replace(/\n\s*/gu, ' ');
  return usageError({ vi: text, en: text });
}
