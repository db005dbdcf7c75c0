/** `planlint completion`: the script for bash or zsh, and the suggestions that it asks for. */
import type { Argv } from 'yargs';
import type { Language } from '../errors.js';
import { DESCRIBE } from './help.js';

/** How the script asks for suggestions. */
const ASKED_BY_SHELL = '--get-yargs-completions';

/** What yargs suggests by itself: commands and options. */
type Suggest = (done: (error: Error | null, words?: string[]) => void) => void;

export function addCompletion(cli: Argv, lang: Language): Argv {
  return cli.completion('completion', DESCRIBE.completion[lang], suggestions);
}

/** Prints the script or suggestions if that is what the arguments ask for; yargs would run the default command after it. */
export async function complete(cli: Argv, args: readonly string[]): Promise<boolean> {
  if (args[0] === ASKED_BY_SHELL) {
    process.stdout.write(`${(await cli.getCompletion([...args.slice(1)])).join('\n')}\n`);
    return true;
  }
  if (args[0] !== 'completion' || args.includes('--help') || args.includes('-h')) return false;
  cli.showCompletionScript();
  return true;
}

/** Options and commands, or the ids of rules; for anything else the shell suggests files. */
async function suggestions(
  current: string,
  argv: { _?: unknown },
  suggest: Suggest,
  done: (words: string[]) => void,
): Promise<void> {
  if (Array.isArray(argv._) && argv._.includes('explain')) done(await ruleIds(current));
  else suggest((_, words = []) => done(words));
}

async function ruleIds(start: string): Promise<string[]> {
  const [{ builtInRules, loadRules }, { checks }] = await Promise.all([
    import('../engine/load.js'),
    import('../checks/index.js'),
  ]);
  return loadRules([builtInRules], checks)
    .map(({ id }) => id)
    .filter((id) => id.startsWith(start));
}
