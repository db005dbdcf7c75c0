/** The pages of the rules, made from the rule files: one page a rule, their index, and the table of the README. */
import { relative } from 'node:path';
import { stringify } from 'yaml';
import type { Rule } from '../engine/load.js';
import type { RuleExample } from '../engine/rule-file.js';
import { optionsOf } from '../engine/rule-options.js';
import { type SeveritySetting, severityRank } from '../engine/severity.js';
import type { Bilingual, Language } from '../errors.js';
import { dayFirst, HEADINGS, NEED_WORDS, pagePath, SEVERITY_WORDS, severityOf } from '../report/rule-words.js';
import { markdownFence, markdownRow, markdownText } from '../text/markdown.js';

const WORDS = {
  message: { vi: 'mã', en: 'id' },
  severity: { vi: 'mức', en: 'severity' },
  words: { vi: 'lời', en: 'words' },
  always: { vi: 'Chạy với mọi văn bản.', en: 'Runs on every document.' },
  noBasis: { vi: 'Quy tắc không dựa trên một điều khoản riêng.', en: 'No provision of its own.' },
  passes: { vi: 'Không phát hiện gì', en: 'Finds nothing' },
  ocr: {
    mark: {
      vi: 'Trên văn bản nhận dạng từ bản quét, phát hiện chỉ là ghi chú: lỗi có thể là của máy nhận dạng.',
      en: 'On recognised text (OCR) its findings are notes, as the error may be of the recognition.',
    },
    off: {
      vi: 'Không chạy trên văn bản nhận dạng từ bản quét.',
      en: 'It does not run on recognised text (OCR).',
    },
  },
} as const;

/** The page of a rule: Vietnamese first, English below. */
export function rulePage(rule: Rule): string {
  return page([
    notice(`rules/${rule.id}.yaml`),
    `# ${rule.id}`,
    `**${markdownText(rule.title.vi)}** · ${severityWords(rule, 'vi')} · [các quy tắc](../README.md) · [English](#english)`,
    ...paragraphs(rule.why.vi),
    ...needs(rule, 'vi'),
    `## ${HEADINGS.messages.vi}`,
    messageTable(rule, 'vi'),
    `## ${HEADINGS.basis.vi}`,
    basisList(rule),
    ...options(rule, 'vi', '##'),
    `## ${HEADINGS.examples.vi}`,
    ...rule.examples.flatMap((example) => exampleParts(rule, example)),
    '## English',
    `**${markdownText(rule.title.en)}** · ${severityWords(rule, 'en')}`,
    ...paragraphs(rule.why.en),
    ...needs(rule, 'en'),
    `### ${HEADINGS.messages.en}`,
    messageTable(rule, 'en'),
    ...options(rule, 'en', '###'),
  ]);
}

/** The index of all pages. */
export function ruleIndex(rules: readonly Rule[]): string {
  const groups = [...new Set(rules.map(groupOf))];
  return page([
    notice('rules/'),
    '# Quy tắc / Rules',
    'Mỗi trang do `npm run generate` viết từ tệp của quy tắc. Trên máy: `planlint rules`, `planlint explain MÃ`.',
    ...groups.flatMap((group) => [
      `## ${group}`,
      table(
        ['quy tắc / rule', 'mức / severity', 'tìm gì', 'what it finds'],
        rules
          .filter((rule) => groupOf(rule) === group)
          .map((rule) => [
            link(rule, 'docs/rules'),
            severityWords(rule, 'vi'),
            markdownText(rule.title.vi),
            markdownText(rule.title.en),
          ]),
      ),
    ]),
  ]);
}

/** The table of the README. */
export function ruleTable(rules: readonly Rule[]): string {
  return table(
    ['quy tắc', 'mức mặc định', 'tìm gì'],
    rules.map((rule) => [link(rule, ''), severityWords(rule, 'vi'), markdownText(rule.title.vi)]),
  );
}

function page(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}

function notice(source: string): string {
  return `<!-- Generated from ${source} by npm run generate: change that, not this page. -->`;
}

function groupOf({ id }: Rule): string {
  return id.split('/')[0] ?? '';
}

/** A link to the page, as seen from a folder of the package. */
function link({ id }: Rule, from: string): string {
  return `[${id}](${relative(from, pagePath(id)).replaceAll('\\', '/')})`;
}

function table(head: readonly string[], rows: readonly string[][]): string {
  return [markdownRow(head), markdownRow(head.map(() => '---')), ...rows.map(markdownRow)].join('\n');
}

/** "lỗi", or all severities that its messages have: "lỗi, ghi chú". */
function severityWords(rule: Rule, lang: Language): string {
  const severities = [...new Set(Object.values(rule.severities))].sort((a, b) => severityRank(a) - severityRank(b));
  return (severities.length === 0 ? [severityOf(rule)] : severities).map((one) => severityWord(one, lang)).join(', ');
}

function severityWord(severity: SeveritySetting, lang: Language): string {
  return SEVERITY_WORDS[severity][lang];
}

function paragraphs(text: string): string[] {
  return text
    .trim()
    .split(/\n{2,}/u)
    .map(markdownText);
}

function needs({ needs: all, ocr }: Rule, lang: Language): string[] {
  const what = all.map((need) => NEED_WORDS[need][lang]).join(', ');
  const sentence = all.length === 0 ? WORDS.always[lang] : `${HEADINGS.needs[lang]}: ${what}.`;
  return [ocr === 'run' ? sentence : `${sentence} ${WORDS.ocr[ocr][lang]}`];
}

function messageTable(rule: Rule, lang: Language): string {
  return table(
    [WORDS.message[lang], WORDS.severity[lang], WORDS.words[lang]],
    Object.entries(rule.messages).map(([id, words]) => [
      code(id),
      severityWord(rule.severities[id] ?? 'off', lang),
      markdownText(words[lang]),
    ]),
  );
}

function basisList({ basis }: Rule): string {
  if (basis.length === 0) return WORDS.noBasis.vi;
  return basis
    .map(({ text, source, checkedOn }) => {
      const checked = `${HEADINGS.checkedOn.vi} ${dayFirst(checkedOn)}`;
      return `- ${markdownText(text)} (${markdownText(source)}; ${checked})`;
    })
    .join('\n');
}

/** What the options mean, and as they are set in planlint.yaml, with the values that apply if they are not. */
function options(rule: Rule, lang: Language, depth: string): string[] {
  const all = optionsOf(rule);
  if (all.length === 0) return [];
  const values = Object.fromEntries(all.map(({ name, value }) => [name, value]));
  const yaml = stringify({ rules: { [rule.id]: { options: values } } }, { lineWidth: 110 });
  return [
    `${depth} ${HEADINGS.options[lang]}`,
    all.map(({ name, meaning }) => `- ${code(name)}: ${markdownText(meaning[lang])}`).join('\n'),
    ...(lang === 'vi' ? [markdownFence(yaml, 'yaml')] : []),
  ];
}

/** An example is shown once, under headings in both languages. */
function exampleParts(rule: Rule, { name, library = [], locked, parent, child, expect }: RuleExample): string[] {
  const texts: [Bilingual, string][] = [
    ...library.map((text): [Bilingual, string] => [HEADINGS.library, text]),
    ...(locked === undefined ? [] : [[HEADINGS.locked, locked] satisfies [Bilingual, string]]),
    ...(parent === undefined ? [] : [[HEADINGS.parent, parent] satisfies [Bilingual, string]]),
    [HEADINGS.child, child],
  ];
  return [
    `### ${markdownText(name)}`,
    ...texts.flatMap(([heading, text]) => [`${heading.vi} / ${heading.en}:`, markdownFence(text, 'text')]),
    expect.length === 0
      ? `✓ ${WORDS.passes.vi} / ${WORDS.passes.en}`
      : expect.map((expected) => `- ${expectation(rule, expected)}`).join('\n'),
  ];
}

function expectation(rule: Rule, { message, quote, severity }: RuleExample['expect'][number]): string {
  const found = severity ?? rule.severities[message] ?? 'off';
  return `**${severityWord(found, 'vi')}** ${code(message)}: “${markdownText(quote)}”`;
}

/** Ids of rules, messages and options are plain words. */
function code(id: string): string {
  return `\`${id}\``;
}
