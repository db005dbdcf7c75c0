/** What a mutation is, and the places in a plan where defects are planted. */
import type { Severity } from '../../../src/engine/severity.js';
import type { Pair } from './pair.js';
import { bodyStart, findAll, insertAt, lineOf, literal, type Match, pattern, type Random, replaceAt } from './text.js';

/** One kind of defect. */
export interface Mutation {
  kind: string;
  /** Any of these rules is right. */
  rules: readonly string[];
  severity: Severity;
  /** Plants one defect; null where it does not apply. */
  apply(pair: Pair, random: Random): Planted | null;
}

/** A plan with one defect. */
export interface Planted {
  child: string;
  /** The finding has to stand on one of these lines; anywhere if there are none. */
  lines: number[];
  /** Words that the finding has to say, for defects without a line. */
  says?: string;
}

/** One kind of change that is no error. */
export interface Harmless {
  kind: string;
  apply(pair: Pair, random: Random): string | null;
}

/** Replaces a place; the defect is on its line. */
export function edit(text: string, match: Pick<Match, 'start' | 'end'>, by: string): Planted {
  return { child: replaceAt(text, match, by), lines: linesOf(text, match.start, by) };
}

function linesOf(text: string, start: number, words: string): number[] {
  const first = lineOf(text, start);
  return words.split('\n').map((_, i) => first + i);
}

/** The bases and the preamble: a paragraph that is planted there stands before the last of them. */
export function addBasis(text: string, paragraph: string): Planted {
  const before = text.slice(0, bodyStart(text));
  const bases = findAll(before, /^ {0,8}\*?(?:Thực hiện|Căn cứ|Triển khai)\s/gmu);
  const { text: child, line } = insertAt(text, bases.at(-1)?.start ?? bodyStart(text), paragraph);
  return { child, lines: [line] };
}

/** A top-level heading with its section. */
export interface Heading extends Match {
  title: string;
  /** Where the section ends. */
  sectionEnd: number;
}

const HEADING =
  /^[^\p{L}\n]{0,8}(?<label>[IVX]+|[A-H])\.\s*(?<title>[\s\S]{3,200}?)(?:\*\*\s*\n|\n\s*\n|\n(?=\s*(?:[-(]|\*{0,2}\d|\p{Ll}\))))/gmu;

/** Top-level headings in their order, up to the end of the body. */
export function headingsOf(text: string, end: number): Heading[] {
  const found = findAll(text.slice(0, end), HEADING);
  const roman = /^[IVX]+$/u.test(found[0]?.groups[0] ?? '');
  const top = found.filter(({ groups }) => roman === /^[IVX]+$/u.test(groups[0] ?? ''));
  return top.map((heading, i) => ({
    ...heading,
    title: (heading.groups[1] ?? '').replace(/[\s*#]+/gu, ' ').trim(),
    sectionEnd: top[i + 1]?.start ?? end,
  }));
}

/** Citations of the parent with its date: groups are number, symbol and date. */
export function parentCitations({ child, cited }: Pair): (Match & { number: Match; symbol: Match; date: Match })[] {
  if (cited === null) return [];
  const symbol = literal(cited.symbol).replace('-', '- ?');
  const day = '\\d{1,2}(?:/| tháng )\\d{1,2}(?:/| năm )\\d{4}';
  const whole = findAll(child, pattern(`số (${cited.number}) ?/ ?(${symbol}),? ngày (${day})`));
  return whole.flatMap((match) => {
    const [number = '', sign = '', date = ''] = match.groups;
    const numberAt = match.start + match.text.indexOf(number);
    const signAt = match.start + match.text.indexOf(sign);
    const dateAt = match.end - date.length;
    const part = (start: number, text: string): Match => ({ start, end: start + text.length, text, groups: [] });
    return [{ ...match, number: part(numberAt, number), symbol: part(signAt, sign), date: part(dateAt, date) }];
  });
}

const TONES = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'] as const;

/** The word with another tone, as a slip of the keyboard or of a scan makes it; null if it has none. */
export function otherTone(word: string, random: Random): string | null {
  const letters = word.normalize('NFD');
  const at = letters.search(/[\u0300\u0301\u0303\u0309\u0323]/u);
  if (at < 0) return null;
  const own = letters.charAt(at);
  const stopped = /[cpt]h?$/iu.test(letters);
  const others = TONES.filter((tone) => tone !== own && (!stopped || tone === '\u0301' || tone === '\u0323'));
  const tone = random.choose(others);
  if (tone === null) return null;
  const rest = letters.slice(at + 1);
  // the tone stands after the letter's other mark (ê, ơ), or the letter does not compose
  const marks = /^\p{M}*/u.exec(rest)?.[0] ?? '';
  return (letters.slice(0, at) + marks + tone + rest.slice(marks.length)).normalize('NFC');
}
