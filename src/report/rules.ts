/** Rules in words: the table of all, and one explained. */
import type { Need } from '../engine/check.js';
import type { Rule } from '../engine/load.js';
import { SEVERITIES, type SeveritySetting, severityRank } from '../engine/severity.js';
import type { Bilingual, Language } from '../errors.js';
import { columns, Page, pad, run, type Style } from './layout.js';

const SEVERITY_WORDS: Record<SeveritySetting, Bilingual> = {
  error: { vi: 'lỗi', en: 'error' },
  warning: { vi: 'cảnh báo', en: 'warning' },
  info: { vi: 'ghi chú', en: 'note' },
  off: { vi: 'tắt', en: 'off' },
};

const SEVERITY_STYLES: Record<SeveritySetting, Style> = { error: 'red', warning: 'yellow', info: 'cyan', off: 'dim' };

const NEED_WORDS: Record<Need, Bilingual> = {
  parent: { vi: 'văn bản cấp trên', en: 'a parent' },
  citations: { vi: 'viện dẫn', en: 'citations' },
  themes: { vi: 'chủ đề được trích dẫn', en: 'a theme quoted' },
  deadlines: { vi: 'thời hạn', en: 'deadlines' },
  outline: { vi: 'bố cục có đánh số', en: 'numbered sections' },
  'own-unit': { vi: 'đơn vị ban hành', en: 'the own unit' },
  'own-date': { vi: 'ngày ban hành', en: 'the own date' },
  'own-number': { vi: 'số của văn bản', en: 'the own number' },
  period: { vi: 'thời gian thực hiện', en: 'a period of implementation' },
};

const HEADINGS = {
  needs: { vi: 'Chỉ chạy khi văn bản có', en: 'Runs only if there is' },
  why: { vi: 'Vì sao', en: 'Why' },
  messages: { vi: 'Thông báo', en: 'Messages' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  options: { vi: 'Tùy chọn (đổi trong planlint.yaml)', en: 'Options (change them in planlint.yaml)' },
  examples: { vi: 'Ví dụ', en: 'Examples' },
  library: { vi: 'Văn bản khác trong thư viện', en: 'Another document of the library' },
  parent: { vi: 'Cấp trên', en: 'Parent' },
  child: { vi: 'Văn bản', en: 'Plan' },
  finds: { vi: 'Phát hiện', en: 'Finds' },
  nothing: { vi: 'Không phát hiện gì', en: 'Finds nothing' },
  checkedOn: { vi: 'đối chiếu ngày', en: 'checked on' },
} satisfies Record<string, Bilingual>;

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

/** The gravest severity of a rule's messages. */
function severityOf(rule: Rule): SeveritySetting {
  const ranks = Object.values(rule.severities).map(severityRank);
  return SEVERITIES[Math.min(...ranks)] ?? 'off';
}

/** Everything about one rule. */
export function ruleText(rule: Rule, lang: Language, width: number, colour: boolean): string {
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
    const checked = `${HEADINGS.checkedOn[lang]} ${checkedOn.split('-').reverse().join('/')}`;
    page.write(4, [run(text), run(` (${source}; ${checked})`, 'dim')], [run('  -')]);
  }
  if (Object.keys(rule.options).length > 0) heading(HEADINGS.options);
  for (const [name, value] of Object.entries(rule.options)) page.write(2, [run(`${name}: ${JSON.stringify(value)}`)]);
  if (rule.examples.length > 0) heading(HEADINGS.examples);
  for (const example of rule.examples) printExample(page, rule, example, lang);
  return page.text();
}

function printExample(page: Page, rule: Rule, example: Rule['examples'][number], lang: Language): void {
  page.write(2, [run(example.name, 'bold')]);
  const texts: [Bilingual, string | undefined][] = [
    ...(example.library ?? []).map((text): [Bilingual, string] => [HEADINGS.library, text]),
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
