#!/usr/bin/env node
/** The executable. `--version` is answered before anything is loaded; whatever goes wrong is said once, with exit code 2. */
import { failureText, outputLost } from './commands/failure.js';
import { languageOf, prepare } from './commands/usage.js';
import { version } from './version.js';

const args = process.argv.slice(2);
const lang = languageOf(args, process.env);

// A reader that stops early (planlint … | head) is no error; a full disk is one, whatever the command made of it.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    if (stream === process.stdout) process.stderr.write(failureText(outputLost(error), lang));
    process.on('exit', () => {
      process.exitCode = 2;
    });
  });
}

try {
  if (args.length === 1 && /^(?:--version|-v)$/u.test(args[0] ?? '')) {
    process.stdout.write(`${version()}\n`);
  } else {
    const { runCli } = await import('./commands/index.js');
    await runCli(prepare(args), lang);
  }
} catch (error) {
  process.stderr.write(failureText(error, lang));
  process.exitCode = 2;
}
