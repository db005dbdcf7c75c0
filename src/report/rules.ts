/** Rules in words: the table of all, and one explained. */
import type { Rule } from '../engine/load.js';
import { optionsOf } from '../engine/rule-options.js';
import type { SeveritySetting } from '../engine/severity.js';
import type { Bilingual, Language } from '../errors.js';
import { columns, Page, pad, run, type Style } from './layout.js';
import { dayFirst, HEADINGS, NEED_WORDS, SEVERITY_WORDS, severityOf } from './rule-words.js';

const SEVERITY_STYLES: Record<SeveritySetting, Style> = { error: 'red', warning: 'yellow', info: 'cyan', off: 'dim' };

/** Id, severity and title of every rule, one a line. */
export function rulesTable(rules: readonly Rule[], lang: Language, width: number, colour: boolean): string {
  const page = new Page(width, colour);
  const ids = Math.max(0, ...rules.map((rule) => columns(rule.id))) + 2;
  const words = Math.max(0, ...rules.map((rule) => columns(SEVERITY_WORDS[severityOf(rule)][lang]))) + 2;
  for (const rule of rules) {
    const severity = severityOf(rule);
    const lead = [run(pad(rule.id, ids)), run(pad(SEVERITY_WORDS[severity][lang], words), SEVERITY_STYLES[severity])];
    page.write(ids + words, [run(rule.title[lang])], lead);
  }
  return page.text();
}

/** Everything about one rule. `file`: where its page lies, if it has one. */
export function ruleText(
  rule: Rule,
  lang: Language,
  width: number,
  colour: boolean,
  file: string | null = null,
): string {
  const page = new Page(width, colour);
  const heading = (text: Bilingual): void => {
    page.blank();
    page.write(0, [run(text[lang], 'bold')]);
  };
  page.write(0, [run(rule.title[lang], 'bold')]);
  page.write(0, [run(`${rule.id} · ${SEVERITY_WORDS[severityOf(rule)][lang]}`, 'dim')]);

  heading(HEADINGS.why);
  for (const paragraph of rule.why[lang].trim().split(/\n{2,}/u)) page.write(2, [run(paragraph)]);
  if (rule.needs.length > 0) {
    heading(HEADINGS.needs);
    page.write(2, [run(rule.needs.map((need) => NEED_WORDS[need][lang]).join(', '))]);
  }
  heading(HEADINGS.messages);
  for (const [id, words] of Object.entries(rule.messages)) {
    const severity = rule.severities[id] ?? 'off';
    page.write(4, [run(`${id} (${SEVERITY_WORDS[severity][lang]}): `, 'dim'), run(words[lang])], [run('  -')]);
  }
  if (rule.basis.length > 0) heading(HEADINGS.basis);
  for (const { text, source, checkedOn } of rule.basis) {
    const checked = `${HEADINGS.checkedOn[lang]} ${dayFirst(checkedOn)}`;
    page.write(4, [run(text), run(` (${source}; ${checked})`, 'dim')], [run('  -')]);
  }
  const options = optionsOf(rule);
  if (options.length > 0) heading(HEADINGS.options);
  for (const { name, value, meaning } of options) {
    page.write(4, [run(`${name}: ${JSON.stringify(value)}`), run(` ${meaning[lang]}`, 'dim')], [run('  -')]);
  }
  if (rule.examples.length > 0) heading(HEADINGS.examples);
  for (const example of rule.examples) printExample(page, rule, example, lang);
  if (file !== null) heading(HEADINGS.page);
  if (file !== null) page.write(2, [run(file)]);
  return page.text();
}

function printExample(page: Page, rule: Rule, example: Rule['examples'][number], lang: Language): void {
  page.write(2, [run(example.name, 'bold')]);
  const texts: [Bilingual, string | undefined][] = [
    ...(example.library ?? []).map((text): [Bilingual, string] => [HEADINGS.library, text]),
    [HEADINGS.locked, example.locked],
    [HEADINGS.parent, example.parent],
    [HEADINGS.child, example.child],
  ];
  for (const [label, text] of texts) {
    if (text === undefined) continue;
    page.write(4, [run(`${label[lang]}:`, 'dim')]);
    for (const line of text.split('\n').filter((each) => each.trim() !== '')) page.write(6, [run(line)]);
  }
  if (example.expect.length === 0) page.write(4, [run(HEADINGS.nothing[lang], 'green')]);
  for (const { message, quote, severity } of example.expect) {
    const found = severity ?? rule.severities[message] ?? 'off';
    const words = `${HEADINGS.finds[lang]} (${SEVERITY_WORDS[found][lang]}): “${quote}”`;
    page.write(4, [run(words, SEVERITY_STYLES[found])]);
  }
  page.blank();
}
