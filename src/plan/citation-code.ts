/**
 * Numbers and symbols of documents (số, ký hiệu): "56/KH-UBND", "30/2020/NĐ-CP", "06/2022/QH15", "41-CT/TW", "66.2/2025/NQ-CP".
 * Grammar: NĐ 30/2020/NĐ-CP, PL I, Mục II.3 for state bodies; hyphen before the kind for Party bodies.
 */
import type { Span } from '../source/document.js';
import { TYPE_ABBREVIATIONS, typeByAbbreviation } from './document-types.js';
import { issuerOfSymbol, partySymbols, stateSymbols } from './issuer.js';

/** A number with its symbol as found in a text. */
export interface DocumentCode {
  span: Span;
  /** As written, leading zeros kept; null where it is left blank ("Số: /KH-UBND"). */
  number: string | null;
  /** Without spaces, dashes as "-": "KH-UBND", "2025/QĐ-UBND", "CT/TW" for "41-CT/TW". */
  symbol: string;
  /** Number and symbol as the form has them; null where the number is blank. */
  code: string | null;
  /** Year inside the symbol, of legal normative documents. */
  year: number | null;
  /** Party form: hyphen before the kind. */
  hyphenFirst: boolean;
  /** Whether the symbol alone shows that this is a document: it has a known kind or body in its place. */
  certain: boolean;
  /** What is wrong in form; null if nothing. */
  malformed: 'no-slash' | 'party-slash' | 'state-hyphen' | null;
}

const DASH = '[-‐‑–]';
/** A group of a symbol: capitals and figures, with the few small letters that abbreviations have (TTg, CTr, QyĐ, BCĐ389QNg). */
const GROUP = `(?:TTg|Cty|CTy|CTrHĐ|CTr|TTr|QyĐ|QĐi|\\p{Lu}[\\p{Lu}\\d&]*(?:(?:Tg|g|r|ty|i)(?![\\p{L}]))?)`;
const LONG_GROUP = `(?=\\p{Lu}[\\p{Lu}\\d&])${GROUP}`;
const SYMBOL = `${GROUP}(?:\\s?${DASH}\\s?${LONG_GROUP})?(?:(?:${DASH}|/)(?!\\p{Lu}\\p{Ll}{2})${GROUP}|${DASH}\\s${LONG_GROUP}|/\\s${LONG_GROUP}|\\s${DASH}${LONG_GROUP}){0,6}`;
const KIND = TYPE_ABBREVIATIONS.join('|');
const NUMBER = '\\d{1,6}(?:\\.\\d{1,2})?[a-zđ]?';

const CODE = new RegExp(
  [
    `(?<![\\p{L}\\p{M}\\d/]|\\d[.,:-])(?<number>${NUMBER})(?:`,
    `\\s{0,3}/\\s?(?:(?<year>\\d{4})\\s?/\\s?)?(?<symbol>${SYMBOL})`,
    `|\\s?${DASH}\\s?(?<party>(?:${KIND})\\s?/\\s?${GROUP}(?:${DASH}\\s?${LONG_GROUP})?)`,
    `|\\s(?<loose>(?:${KIND})\\s?[/-]\\s?${LONG_GROUP})`,
    `)(?:(?<=TTg|CTr|TTr)|(?!\\p{Ll}))`,
  ].join(''),
  'gu',
);

const BLANK = new RegExp(
  `(?<![\\p{L}])(?:số|Số|SỐ)\\s{0,3}:?[\\s.…_]{0,60}(?:/\\s?(?<symbol>(?:\\d{4}\\s?/\\s?)?(?:(?:${KIND})\\s?${DASH}\\s?${GROUP}(?:${DASH}${GROUP})*|UBND${DASH}${GROUP}))|${DASH}\\s?(?<party>(?:${KIND})/${GROUP}))`,
  'gu',
);

/** Bodies whose abbreviation never ends in a figure: a figure there is the mark of a footnote ("QĐ-UBND2"). */
const FOOTNOTE_MARK = /(UBND|HĐND|TTg|CP|TW|TU)\d{1,2}$/u;

/** All numbers with symbols in a text, in order, blank ones included. */
export function findCodes(text: string): DocumentCode[] {
  const found: DocumentCode[] = [];
  for (const match of text.matchAll(CODE)) {
    const code = codeOf(match.index, match[0], match.groups ?? {});
    if (code !== null) found.push(code);
  }
  for (const match of text.matchAll(BLANK)) found.push(blankOf(match.index, match[0], match.groups ?? {}));
  return found.sort((a, b) => a.span.start - b.span.start);
}

/**
 * The key on which numbers with symbols are compared: case, spaces and the kind of separator do not count, and a single
 * figure is the same with one zero before it ("5" and "05"); otherwise zeros count: "007" is not "07".
 */
export function codeKey(number: string, symbol: string): string {
  const plain = symbol
    .replace(/\s/gu, '')
    .replace(/[‐‑–/]/gu, '-')
    .toLowerCase();
  return `${numberKey(number)}|${plain}`;
}

/** A number as it is compared: see `codeKey`. */
export function numberKey(number: string): string {
  return /^\d$/u.test(number) ? `0${number}` : number;
}

function codeOf(index: number, written: string, groups: Record<string, string | undefined>): DocumentCode | null {
  const { number = '', year, symbol, party, loose } = groups;
  const mark = FOOTNOTE_MARK.exec(written);
  const length = written.length - (mark === null ? 0 : mark[0].length - (mark[1] ?? '').length);
  const form = clean(party ?? symbol ?? loose ?? '').replace(FOOTNOTE_MARK, '$1');
  const hyphenFirst = party !== undefined;
  const full = year === undefined ? form : `${year}/${form}`;
  const parts = form.split(/[-/]/u);
  if (loose !== undefined && !isState(parts)) return null;
  return {
    span: { start: index, end: index + length },
    number,
    symbol: full,
    code: `${number}${hyphenFirst ? '-' : loose === undefined ? '/' : ' '}${full}`,
    year: year === undefined ? null : Number(year),
    hyphenFirst,
    certain: isCertain(parts, year, hyphenFirst),
    malformed: malformedness(parts, hyphenFirst, loose !== undefined),
  };
}

function blankOf(index: number, written: string, groups: Record<string, string | undefined>): DocumentCode {
  const form = clean(groups.symbol ?? groups.party ?? '');
  const year = /^(\d{4})\//u.exec(form)?.[1];
  return {
    span: { start: index, end: index + written.length },
    number: null,
    symbol: form,
    code: null,
    year: year === undefined ? null : Number(year),
    hyphenFirst: groups.party !== undefined,
    certain: true,
    malformed: null,
  };
}

function clean(symbol: string): string {
  return symbol.replace(/\s/gu, '').replace(/[‐‑–]/gu, '-');
}

function isCertain(parts: string[], year: string | undefined, hyphenFirst: boolean): boolean {
  if (hyphenFirst) return true;
  const [first = '', second] = parts;
  if (year !== undefined && /^(?:QH|UBTVQH)\d{1,2}$/u.test(first)) return true;
  if (second === undefined) return false;
  return typeByAbbreviation(first) !== null || issuerOfSymbol(first, false) !== null;
}

function malformedness(parts: string[], hyphenFirst: boolean, loose: boolean): DocumentCode['malformed'] {
  if (loose) return 'no-slash';
  const [kind = '', body = ''] = parts;
  if (typeByAbbreviation(kind) === null) return null;
  if (hyphenFirst) return isState(parts) ? 'state-hyphen' : null;
  // CV is what companies call their letters, whatever their name is short for
  return parts.length === 2 && kind !== 'CV' && partySymbols.has(body.toLowerCase()) ? 'party-slash' : null;
}

function isState(parts: string[]): boolean {
  return parts.slice(1).some((part) => stateSymbols.has(part.toLowerCase()));
}
