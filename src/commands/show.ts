/** `planlint show FILE`: what was understood of a document, so that one sees why a rule fired or did not. */
import type { ArgumentsCamelCase, Argv, InferredOptionTypes } from 'yargs';
import type { Language } from '../errors.js';
import { DESCRIBE, GROUPS, POSITIONAL } from './help.js';
import { showOptions } from './options.js';
import { textWidth, wantsColour } from './output.js';
import { rejectUnknown, usageError } from './usage.js';

export function addShow(cli: Argv, lang: Language): Argv {
  const options = showOptions(lang);
  return cli.command(
    'show [file]',
    DESCRIBE.show[lang],
    (command) =>
      command
        .positional('file', { type: 'string', describe: POSITIONAL.file[lang] })
        .options(options)
        .group(['parent', 'library'], GROUPS.parents[lang]),
    async (argv) => {
      rejectUnknown(argv, Object.keys(options), 'file');
      await show(argv, argv.file);
    },
  );
}

type Flags = ArgumentsCamelCase<InferredOptionTypes<ReturnType<typeof showOptions>>> & {
  lang?: Language;
  color?: boolean;
};

async function show(flags: Flags, file: string | undefined): Promise<void> {
  if (file === undefined) {
    throw usageError(
      { vi: 'chưa ghi tệp cần xem', en: 'no file was named' },
      { vi: 'Ví dụ: planlint show phuong.md', en: 'For example: planlint show ward.md' },
    );
  }
  const [{ setUp, documentsOf, today }, { linkDocuments }] = await Promise.all([
    import('./setup.js'),
    import('../lint.js'),
  ]);
  const setup = setUp(flags, [file]);
  const request = await documentsOf(setup, flags, [file]);
  const { outcomes, problems } = await linkDocuments({ ...request, today: today() });
  for (const failed of [...outcomes, ...problems]) if ('error' in failed) throw failed.error;

  const [document, another] = outcomes;
  if (document === undefined || 'error' in document || another !== undefined) throw oneFileOnly(file);
  if (flags.format === 'json') {
    const [{ safeJson }, { chainData }] = await Promise.all([import('../report/json.js'), import('../report/plan.js')]);
    const { plan, document: source, links, parents } = document.kase;
    const chain = chainData(parents);
    process.stdout.write(safeJson({ ...plan, quality: source.quality, links, parents: chain, text: source.text }));
  } else {
    const { planText } = await import('../report/plan.js');
    const colour = wantsColour(flags.color, process.env, process.stdout.isTTY);
    process.stdout.write(planText(document.kase, setup.lang, textWidth(), colour));
  }
}

function oneFileOnly(name: string): Error {
  return usageError({ vi: `"${name}" không phải là một tệp`, en: `"${name}" is not one file` });
}
