/** `planlint lsp`: a language server for editors, over standard input and output. */
import type { Argv } from 'yargs';
import type { Language } from '../errors.js';
import { DESCRIBE } from './help.js';
import { lspOptions } from './options.js';
import { rejectUnknown } from './usage.js';

export function addLsp(cli: Argv, lang: Language): Argv {
  const options = lspOptions(lang);
  return cli.command(
    'lsp',
    DESCRIBE.lsp[lang],
    (command) => command.options(options),
    async (argv) => {
      rejectUnknown(argv, Object.keys(options));
      const [{ startServer }, { today }] = await Promise.all([import('../lsp/server.js'), import('./setup.js')]);
      startServer(process.stdin, process.stdout, { today, lang });
    },
  );
}
