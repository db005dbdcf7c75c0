/** `planlint explain RULE`: what a rule is about, why, on what basis, with its examples. */
import type { ArgumentsCamelCase, Argv, InferredOptionTypes } from 'yargs';
import type { Rule } from '../engine/load.js';
import { type Language, PlanlintError } from '../errors.js';
import { nearest } from '../text/similarity.js';
import { DESCRIBE, POSITIONAL } from './help.js';
import { configOption } from './options.js';
import { textWidth, wantsColour } from './output.js';
import { rejectUnknown, usageError } from './usage.js';

export function addExplain(cli: Argv, lang: Language): Argv {
  const options = { config: configOption(lang) };
  return cli.command(
    'explain [rule]',
    DESCRIBE.explain[lang],
    (command) => command.positional('rule', { type: 'string', describe: POSITIONAL.rule[lang] }).options(options),
    async (argv) => {
      rejectUnknown(argv, Object.keys(options), 'rule');
      await explain(argv, argv.rule);
    },
  );
}

type Flags = ArgumentsCamelCase<InferredOptionTypes<{ config: ReturnType<typeof configOption> }>> & {
  lang?: Language;
  color?: boolean;
};

async function explain(flags: Flags, id: string | undefined): Promise<void> {
  if (id === undefined) {
    throw usageError(
      { vi: 'chưa ghi mã quy tắc', en: 'no rule was named' },
      { vi: 'Ví dụ: planlint explain theme/mismatch', en: 'For example: planlint explain theme/mismatch' },
    );
  }
  const [{ setUp }, { ruleText }, { pageOf }] = await Promise.all([
    import('./setup.js'),
    import('../report/rules.js'),
    import('../report/rule-page.js'),
  ]);
  const { rules, lang } = setUp({ config: flags.config, lang: flags.lang }, []);
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule === undefined) throw unknownRule(id, rules);
  const colour = wantsColour(flags.color, process.env, process.stdout.isTTY);
  process.stdout.write(ruleText(rule, lang, textWidth(), colour, pageOf(rule)));
}

function unknownRule(id: string, rules: readonly Rule[]): PlanlintError {
  const ids = rules.map((rule) => rule.id);
  const near = nearest(id, ids) ?? ids.find((candidate) => candidate.endsWith(`/${id}`)) ?? null;
  return new PlanlintError(
    'rule-unknown',
    {
      vi: `không có quy tắc "${id}"${near === null ? '' : `; có phải "${near}"?`}`,
      en: `there is no rule "${id}"${near === null ? '' : `; did you mean "${near}"?`}`,
    },
    { vi: 'Xem danh sách: planlint rules', en: 'See the list: planlint rules' },
  );
}
