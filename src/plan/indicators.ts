/** Indicators (chỉ tiêu): the comparable form of what a figure measures, and which way it is meant to go. */
import { once } from '../data/once.js';
import { wordsKey } from '../text/normal.js';
import { anyOf, wholeWords } from './deadline-words.js';
import type { Target } from './plan.js';
import { type IndicatorWords, indicatorWords, targetWords } from './target-words.js';

interface Patterns {
  abbreviation: RegExp;
  abbreviations: ReadonlyMap<string, string>;
  time: RegExp;
  synonym: RegExp;
  synonyms: ReadonlyMap<string, string>;
  neutral: RegExp;
  lower: RegExp;
  work: RegExp;
  perhaps: RegExp;
  unclear: RegExp;
  ofTheWhole: RegExp;
}

const patterns = once((): Patterns => {
  const words = indicatorWords();
  const { times } = targetWords();
  const years = '20\\d{2}(?:\\s{0,2}[-–]\\s{0,2}20\\d{2})?';
  const time = [
    `\\d{1,2}\\s${anyOf(times.months)}(?!\\s(?:tuổi|đến|trở))(?:\\s20\\d{2})?`,
    `quý\\s[IV]{1,3}(?:\\s?/\\s?20\\d{2})?`,
    `${anyOf(times['year-leads'])}\\s${years}`,
    `(?:trong\\s)?${anyOf(times.periods)}\\s${years}`,
    anyOf(times.words),
    '(?:trước|đến|từ|chậm nhất|vào)\\s(?:hết\\s)?ngày\\s\\d{1,2}/\\d{1,2}(?:/20\\d{2})?',
  ];
  return {
    abbreviation: new RegExp(`(?<![\\p{L}\\p{N}])${anyOf(Object.keys(words.abbreviations))}(?![\\p{L}\\p{N}])`, 'gu'),
    abbreviations: new Map(Object.entries(words.abbreviations)),
    time: new RegExp(`(?<![\\p{L}\\p{N}])(?:${time.join('|')})(?![\\p{L}\\p{N}])`, 'giu'),
    synonym: phrases(words.synonyms.flat()),
    synonyms: synonymNames(words),
    neutral: phrases(words.neutral),
    lower: phrases(words.lower),
    work: phrases(words.work),
    perhaps: phrases(words.perhaps),
    unclear: phrases(words.unclear),
    ofTheWhole: phrases(words['of-the-whole']),
  };
});

/** All names of indicators, each with the one that stands for it. */
function synonymNames({ synonyms }: IndicatorWords): ReadonlyMap<string, string> {
  return new Map(synonyms.flatMap((names) => names.map((name) => [wordsKey(name), wordsKey(names[0] ?? '')] as const)));
}

/** Pattern for phrases in a text that is already a key: words with one space between them and around. */
function phrases(list: readonly string[]): RegExp {
  const keys = [...new Set(list.map(wordsKey))].sort((a, b) => b.length - a.length);
  return new RegExp(`(?<= )(?:${keys.join('|')})(?= )`, 'gu');
}

const BRACKETS = /\([^()]{0,200}\)/gu;
/** "trên địa bàn phường Thạch Bàn", "toàn xã", "do xã quản lý": where, which the plan's own level says already. */
const WHERE =
  /(?<!\p{L})(?:trên địa bàn(?: toàn)?|toàn|của|trong phạm vi|do|cấp)\s(?:thành phố|tỉnh|phường|xã|đặc khu|quận|huyện|thị xã|thị trấn)(?!\p{L})(?:\s\p{Lu}\p{Ll}+){0,4}(?:\squản lý)?/gu;

/** The words of an indicator with abbreviations expanded and synonyms made one, as a key with spaces around. */
function plainWords(text: string): string {
  const known = patterns();
  const expanded = text
    .replace(BRACKETS, ' ')
    .replace(known.abbreviation, (short) => known.abbreviations.get(short) ?? short)
    .replace(WHERE, ' ')
    .replace(known.time, ' ');
  return ` ${wordsKey(expanded)} `.replace(known.synonym, (name) => known.synonyms.get(name) ?? name);
}

/** The comparable form of an indicator: its words, whatever their order, without those that say nothing of what is measured. */
export function indicatorKey(text: string): string {
  const words = plainWords(text).replace(patterns().neutral, ' ').split(' ').filter(Boolean);
  return [...new Set(words)].sort().join(' ');
}

/** The words of time in an indicator ("7 tháng", "năm 2026"); null if there are none. */
export function timeWords(text: string): string | null {
  const found = text.match(patterns().time);
  return found === null ? null : found.join(' ');
}

/** Whether an indicator is a total of a whole city or province, or of its economy: no commune is measured by it. */
export function isOfTheWhole(text: string): boolean {
  return test(patterns().ofTheWhole, plainWords(text));
}

/** Which way a figure is meant to go; null where the words leave it open. */
export function betterWay(
  text: string,
  { comparator, change }: Pick<Target, 'comparator' | 'change'>,
  reachedFromAbove: boolean,
): 'higher' | 'lower' | null {
  const known = patterns();
  const words = plainWords(text);
  if (test(known.unclear, words)) return null;
  const work = test(known.work, words);
  const bad = !work && test(known.lower, words);
  if (bad && test(known.perhaps, words)) return null;
  if (change !== null) return bad === (change === 'down') ? 'higher' : null;
  if (bad || reachedFromAbove || comparator === '<' || comparator === '<=') return 'lower';
  return 'higher';
}

function test(pattern: RegExp, text: string): boolean {
  return text.search(pattern) >= 0;
}

interface LeadPatterns {
  lead: RegExp;
  dependent: RegExp;
  notIndicator: RegExp;
  head: RegExp;
}

const leadPatterns = once((): LeadPatterns => {
  const words = targetWords();
  const start = (list: readonly string[]): RegExp => new RegExp(`^${anyOf(list)}(?![\\p{L}\\p{N}])`, 'iu');
  return {
    lead: new RegExp(
      `^(?:[\\s,;:.+*•–-]|(?:chỉ tiêu|mục tiêu|nhiệm vụ)\\s\\d{1,2}\\s?[:.]|\\(?\\d{1,3}[.)](?:\\s|$)|[a-zđ][.)](?:\\s|$)|\\(|\\)|${anyOf(words.leads)}(?![\\p{L}\\p{N}]))`,
      'iu',
    ),
    dependent: start(words.dependent),
    notIndicator: start(words['not-indicator']),
    head: start(words.heads),
  };
});

/** An indicator without labels, connectives and words of will at its start, and punctuation at its end. */
export function withoutLeads(text: string): string {
  const { lead } = leadPatterns();
  let rest = text.trim();
  for (;;) {
    const match = lead.exec(rest);
    if (match === null) break;
    rest = rest.slice(match[0].length).trimStart();
  }
  return rest.replace(/(?:[\s,;:.(–-]|(?<!\p{L})(?:và|với|thì)$)+$/u, '');
}

/**
 * Words that go on with an indicator before them, joined to it: "tại nông thôn" after "Tỷ lệ nước thải được xử lý tại đô thị" takes the
 * place of "tại đô thị". Null if they stand by themselves.
 */
export function joinDependent(head: string, text: string): string | null {
  const match = leadPatterns().dependent.exec(text);
  if (match === null) return null;
  const alike = head.toLowerCase().lastIndexOf(` ${match[0].toLowerCase()} `);
  return `${alike > 0 ? head.slice(0, alike) : head} ${text}`;
}

/** Whether words right after a figure name what it measures: "100% | số trẻ trong độ tuổi". */
export function startsIndicator(text: string): boolean {
  const words = text.trimStart();
  return /^\p{L}/u.test(words) && !leadPatterns().notIndicator.test(words);
}

/** The last indicator that a text opens after a comma, else all of it: "đẩy nhanh tiến độ, tỷ lệ giải ngân" -> "tỷ lệ giải ngân". */
export function lastIndicator(text: string): string {
  const cut = [...text.matchAll(/[,;:]\s+(?:và\s+)?/gu)]
    .reverse()
    .find((one) => startsAnew(text.slice(one.index + one[0].length)));
  return cut === undefined ? text : withoutLeads(text.slice(cut.index));
}

/** Whether words open an indicator of their own: "tỷ lệ …", "tổng …". */
export function startsAnew(text: string): boolean {
  return leadPatterns().head.test(text.trimStart());
}

/** Pattern for any word by which a table's header names its indicators. */
export function columnWords(kind: 'indicator' | 'unit' | 'value' | 'executed'): RegExp {
  return wholeWords(targetWords().columns[kind]);
}
