/** `planlint lock`: acknowledges that plans were read against their parents as these are now; `--check` says which were not. */
import type { Argv } from 'yargs';
import type { Language } from '../errors.js';
import { DESCRIBE, GROUPS, POSITIONAL } from './help.js';
import { lockOptions } from './options.js';
import { rejectUnknown, STDIN, usageError } from './usage.js';

export function addLock(cli: Argv, lang: Language): Argv {
  const options = lockOptions(lang);
  return cli.command(
    'lock [files..]',
    DESCRIBE.lock[lang],
    (command) =>
      command
        .positional('files', { type: 'string', array: true, describe: POSITIONAL.locked[lang] })
        .options(options)
        .group(['parent', 'library'], GROUPS.parents[lang]),
    async (argv) => {
      rejectUnknown(argv, Object.keys(options), 'files');
      const files = argv.files ?? [];
      if (files.includes(STDIN)) {
        throw usageError({
          vi: 'planlint lock không nhận đầu vào chuẩn (-)',
          en: 'planlint lock does not take standard input (-)',
        });
      }
      const { lockPlans } = await import('./locking.js');
      process.exitCode = await lockPlans(argv, files);
    },
  );
}
