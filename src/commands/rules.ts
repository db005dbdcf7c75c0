/** `planlint rules`: the table of rules, with the severities that apply here. */
import type { ArgumentsCamelCase, Argv, InferredOptionTypes } from 'yargs';
import type { Rule } from '../engine/load.js';
import type { Language } from '../errors.js';
import { DESCRIBE } from './help.js';
import { listOptions } from './options.js';
import { textWidth, wantsColour } from './output.js';
import { rejectUnknown } from './usage.js';

type Flags = ArgumentsCamelCase<InferredOptionTypes<ReturnType<typeof listOptions>>> & {
  lang?: Language;
  color?: boolean;
};

export function addRules(cli: Argv, lang: Language): Argv {
  const options = listOptions(lang);
  return cli.command(
    'rules',
    DESCRIBE.rules[lang],
    (command) => command.options(options),
    async (argv) => {
      rejectUnknown(argv, Object.keys(options));
      await listRules(argv);
    },
  );
}

async function listRules(flags: Flags): Promise<void> {
  const [{ setUp }, { safeJson }, { rulesTable }] = await Promise.all([
    import('./setup.js'),
    import('../report/json.js'),
    import('../report/rules.js'),
  ]);
  const { rules, lang } = setUp(flags, []);
  const colour = wantsColour(flags.color, process.env, process.stdout.isTTY);
  const text = flags.format === 'json' ? safeJson(rules.map(ruleData)) : rulesTable(rules, lang, textWidth(), colour);
  process.stdout.write(text);
}

function ruleData({ id, severities, needs, title, why, options, basis }: Rule): object {
  return { id, severities, needs, title, why, options, basis };
}
