/**
 * The header against Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, 1 to 4: country name and motto (quốc hiệu, tiêu ngữ),
 * number and symbol (số, ký hiệu), place and date (địa danh, thời gian). What a conversion may have dropped is only noted.
 */
import { z } from 'zod';
import { formWords } from '../data/form.js';
import { defineCheck, type LoadedPlan, type RawFinding } from '../engine/check.js';
import { sameType, typeByAbbreviation } from '../plan/document-types.js';
import { issuerOfSymbol } from '../plan/issuer.js';
import type { Identity } from '../plan/plan.js';
import type { Span } from '../source/document.js';
import { bareKey, toneKey } from '../text/normal.js';
import { editDistance } from '../text/similarity.js';

interface Line extends Span {
  text: string;
}

/** Blocks before the kind of document that can belong to a header, whatever a crawl puts before it. */
const HEADER_BLOCKS = 60;
const PLACE_AND_NUMERIC_DATE =
  /^\p{Lu}[\p{L} .\-–']{1,45},\s*(?:ngày\s*)?(?<day>\d{1,2})\s*[/.-]\s*(?<month>\d{1,2})\s*[/.-]\s*(?<year>\d{4})$/u;
const SYMBOL = /^(?:\d{4}\/)?\p{Lu}[\p{L}\d]{0,11}(?:[-/]\p{Lu}[\p{L}\d&]{0,11}){1,4}$/u;
const DATE_ALONE = /^ngày\s*\d{0,2}\s*tháng\s*\d{0,2}\s*năm\s*\d{0,4}$/iu;
const DATE =
  /ngày(?<s1>\s*)(?<day>\d{1,2})(?<s2>\s*)tháng(?<s3>\s*)(?<month>\d{1,2})(?<s4>\s*)năm(?<s5>\s*)(?<year>\d{4})/iu;

export const formHeader = defineCheck({
  name: 'form-header',
  options: z.strictObject({}),
  messages: {
    nation: ['found', 'right'],
    motto: ['found', 'right'],
    'number-zero': ['found', 'right'],
    'number-form': ['found', 'right'],
    'symbol-kind': ['found', 'kind', 'symbolKind'],
    'date-zero': ['found', 'right'],
    'date-form': ['found', 'right'],
    place: ['found'],
    missing: ['parts', 'partsEn'],
  },
  *run(kase) {
    const system = kase.plan.identity.issuer?.system ?? null;
    // Party bodies have a heading of their own
    if (system === 'party') return;
    const lines = headerLines(kase);
    const nation = setLine(lines, formWords().nation);
    const motto = setLine(lines, formWords().motto);
    // a scan that merged both columns into one line has letters that nobody typed
    if (nation?.merged === true || motto?.merged === true) return;
    if (nation !== null && !isNation(nation.line.text)) yield wrongSetLine('nation', nation.line, formWords().nation);
    if (motto !== null && !isMotto(motto.line.text)) yield wrongSetLine('motto', motto.line, formWords().motto);
    yield* numberFindings(kase);
    yield* dateFindings(kase, lines);
    if (system === 'state') yield* missing(kase, nation !== null, motto !== null, lines);
  },
});

/** Blocks of the header as lines; signs around the words (rules, stars) left out. */
function headerLines({ document, plan }: LoadedPlan): Line[] {
  const end = plan.identity.spans.type?.start ?? plan.zones.body.start;
  return document.blocks
    .slice(0, HEADER_BLOCKS)
    .filter((block) => block.start < end)
    .flatMap((block) => withoutSigns(document.text, block));
}

/** Words of a block; country name and motto that share a cell are two lines. */
function withoutSigns(text: string, { start, end }: Span): Line[] {
  const words = text.slice(start, end);
  const motto = /(?<=NAM)[\s\-–—*]+(?=\p{L}{1,3}c lập\s*[-–—])/u.exec(words);
  const parts =
    motto === null
      ? [[0, words.length]]
      : [
          [0, motto.index],
          [motto.index + motto[0].length, words.length],
        ];
  return parts.flatMap(([from = 0, to = 0]) => {
    const part = words.slice(from, to);
    const lead = /^[^\p{L}\p{N}]*/u.exec(part)?.[0].length ?? 0;
    const trail = /[^\p{L}\p{N}]*$/u.exec(part)?.[0].length ?? 0;
    const inner = part.slice(lead, Math.max(lead, part.length - trail));
    return inner === '' ? [] : [{ start: start + from + lead, end: start + from + lead + inner.length, text: inner }];
  });
}

/** The line that is the prescribed one, or a misspelt one; `merged` where other words stand on the line with it. */
function setLine(lines: readonly Line[], prescribed: string): { line: Line; merged: boolean } | null {
  const right = bareKey(prescribed);
  for (const line of lines) {
    const key = bareKey(line.text);
    if (key.length < right.length * 3 && key.includes(right) && key.length > right.length + 3)
      return { line, merged: true };
    if (Math.abs(key.length - right.length) <= 4 && editDistance(key, right) <= 4) return { line, merged: false };
  }
  return null;
}

/** Placement of tone marks is free; letters and capitals are not. */
function isNation(text: string): boolean {
  const words = (value: string): string => value.split(/\s+/u).map(toneKey).join(' ');
  return words(text) === words(formWords().nation) && text === text.toUpperCase();
}

/** A dash of any length stands for the hyphen, as word processors make one of it. */
function isMotto(text: string): boolean {
  return text.replace(/[–—]/gu, '-').replace(/\s+/gu, ' ') === formWords().motto;
}

function wrongSetLine(message: 'nation' | 'motto', { start, end, text }: Line, right: string): RawFinding {
  return {
    message,
    span: { start, end },
    data: { found: text, right },
    fix: { text: right, safe: true },
    diff: { own: text, other: right },
  };
}

function* numberFindings({ document, plan }: LoadedPlan): Iterable<RawFinding> {
  const { identity } = plan;
  const { number, symbol } = identity;
  const span = identity.spans.number;
  if (span === null || symbol === null) return;
  const found = document.text.slice(span.start, span.end);
  const kind = kindOfSymbol(identity);
  if (kind !== null && identity.type !== null)
    yield { message: 'symbol-kind', span, data: { found: symbol, kind: identity.type, symbolKind: kind } };
  // "41-CT/TU" is the form of Party bodies; a subject on the same line ("V/v …") is no part of the symbol
  if (number === null || /^Số\s*:?\s*\d+\s*-/u.test(found) || !SYMBOL.test(symbol)) return;
  const right = `Số: ${number.length === 1 ? `0${number}` : number}/${symbol}`;
  const data = { found, right };
  const fix = { text: right, safe: false };
  if (number.length === 1 && number !== '0') yield { message: 'number-zero', span, data, fix };
  else if (found.replace(/^Số\s*:\s*/iu, 'Số: ') !== right) yield { message: 'number-form', span, data, fix };
}

/** The kind that the symbol stands for, where it is another one than the document says it is. */
function kindOfSymbol({ type, symbol, issuer }: Identity): string | null {
  if (type === null || type === 'công văn' || symbol === null || issuer?.system === 'mass') return null;
  const first = symbol.split(/[-–/]/u).find((group) => !/^\d{4}$/u.test(group));
  const kind = first === undefined ? null : typeByAbbreviation(first);
  // "5330/CT-CS" of a tax office: only before an issuer that is known do the letters mean a kind of document
  if (issuerOfSymbol(symbol, false)?.body == null) return null;
  return kind === null || kind.group !== 'administrative' || sameType(kind.name, type) ? null : kind.name;
}

function* dateFindings({ document, plan }: LoadedPlan, lines: readonly Line[]): Iterable<RawFinding> {
  const span = plan.identity.spans.date;
  if (span !== null) {
    const found = document.text.slice(span.start, span.end);
    const finding = writtenDate(found);
    if (finding !== null) yield { ...finding, span };
    return;
  }
  for (const { start, end, text } of lines) {
    const numeric = PLACE_AND_NUMERIC_DATE.exec(text)?.groups;
    if (numeric !== undefined) {
      const { day = '', month = '', year = '' } = numeric;
      const right = `ngày ${prescribedDay(day)} tháng ${prescribedMonth(month)} năm ${year}`;
      yield { message: 'date-form', span: { start, end }, data: { found: text, right } };
      return;
    }
    const before = lines.findLast((line) => line.end <= start);
    // the place may stand on a line of its own: "Hải Phòng," / "ngày …"
    const placed = before !== undefined && /^[^\p{L}]{0,3},/u.test(document.text.slice(before.end, start));
    if (DATE_ALONE.test(text) && !placed) {
      yield { message: 'place', span: { start, end }, data: { found: text } };
      return;
    }
  }
}

function writtenDate(found: string): Omit<RawFinding, 'span'> | null {
  const groups = DATE.exec(found)?.groups;
  if (groups === undefined) return null;
  const { day = '', month = '', year = '' } = groups;
  const right = `ngày ${prescribedDay(day)} tháng ${prescribedMonth(month)} năm ${year}`;
  const data = { found, right };
  const fix = { text: right, safe: false };
  if (day.length < prescribedDay(day).length || month.length < prescribedMonth(month).length)
    return { message: 'date-zero', data, fix };
  const spaced = [groups.s1, groups.s2, groups.s3, groups.s4, groups.s5].every((space) => space !== '');
  return spaced ? null : { message: 'date-form', data, fix };
}

/** Days below 10 and the months 1 and 2 get a leading zero; a zero before other months is left as it is. */
function prescribedDay(day: string): string {
  return day.padStart(2, '0');
}

function prescribedMonth(month: string): string {
  return /^[12]$/u.test(month) ? `0${month}` : month;
}

/** One note on all parts that are not there; none for a text without any header, which is a part of a document. */
function* missing({ plan }: LoadedPlan, nation: boolean, motto: boolean, lines: readonly Line[]): Iterable<RawFinding> {
  const { spans } = plan.identity;
  const dated =
    spans.date !== null || lines.some(({ text }) => PLACE_AND_NUMERIC_DATE.test(text) || DATE_ALONE.test(text));
  const [first] = lines;
  if (first === undefined || spans.type === null || (!nation && spans.number === null && !dated)) return;
  const parts = [
    { there: nation, vi: 'Quốc hiệu', en: 'country name' },
    { there: motto, vi: 'Tiêu ngữ', en: 'motto' },
    { there: spans.issuer !== null && spans.issuer.start < spans.type.start, vi: 'tên cơ quan ban hành', en: 'issuer' },
    { there: spans.number !== null, vi: 'số, ký hiệu', en: 'number and symbol' },
    { there: dated, vi: 'địa danh và thời gian ban hành', en: 'place and date' },
  ].filter(({ there }) => !there);
  if (parts.length === 0) return;
  const data = { parts: parts.map(({ vi }) => vi).join('; '), partsEn: parts.map(({ en }) => en).join('; ') };
  yield { message: 'missing', span: spans.type, data };
}
