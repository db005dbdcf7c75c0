/** `planlint completion`: the script for bash or zsh, and the suggestions that it asks for. */
import type { Argv } from 'yargs';
import type { Language } from '../errors.js';
import { DESCRIBE } from './help.js';

/** What yargs suggests by itself: commands and options. */
type Suggest = (done: (error: Error | null, words?: string[]) => void) => void;

export function addCompletion(cli: Argv, lang: Language): Argv {
  return cli.completion(
    'completion',
    DESCRIBE.completion[lang],
    async (current: string, argv: { _?: unknown }, suggest: Suggest, done: (words: string[]) => void) => {
      if (Array.isArray(argv._) && argv._.includes('explain')) {
        done(await ruleIds(current));
        return;
      }
      // Options and commands; for anything else the shell suggests files.
      suggest((_, words = []) => done(words));
    },
  );
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
