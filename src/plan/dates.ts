/**
 * Dates (ngày, tháng, năm) written in a text: "15/12/2026", "ngày 18 tháng 02 năm 2026", "trước ngày 15 tháng 11", "tháng 01/2026".
 *
 * A date that cannot be ("31/02/2026", "15/10/20255") is told apart from what only looks like one: the number of a law ("06/2022/QH15"),
 * a ratio ("23/23 tổ dân phố"), an amount ("1.364.329"), a section number, a phone number. Only the word "ngày", a word of time before it,
 * or a year beside it makes figures a date; a blank date of a draft ("ngày … tháng … năm 2026") is none.
 */
import type { SourceDocument } from '../source/document.js';
import { daysInMonth, isoDay } from './calendar.js';
import type { DateMention } from './plan.js';

const GAP = '[ \\t\\u00a0]';

/** "ngày 18 tháng 02 năm 2026", "ngày 15 tháng 11", "ngày 18 tháng 02năm 2026"; with a year also without "ngày". */
const IN_WORDS = new RegExp(
  `(?:(?<!\\p{L})ngày${GAP}{0,8}|(?<![\\p{L}\\p{N}/.]))(\\d{1,3})${GAP}{0,8}tháng${GAP}{0,8}(\\d{1,3})(?!\\d)(?:${GAP}{0,8}(?:,${GAP}?)?(?:năm|/)${GAP}{0,8}(\\d{2,6})(?!\\d))?`,
  'giu',
);

/** Three figures with one kind of separator: "15/12/2026", "06 /3/2026", "15.12.2026", "15-12-2026". */
const IN_FIGURES = new RegExp(
  `(?:(?<!\\p{L})(ngày${GAP}{0,8})|(?<![\\p{L}\\p{N}/.,]))(\\d{1,3})${GAP}{0,2}([/.-])${GAP}{0,2}(\\d{1,3})${GAP}{0,2}\\3${GAP}{0,2}(\\d{1,6})(?![\\d]|[/.-]\\d|/\\p{L}|-\\p{Lu}|,\\d)`,
  'giu',
);

/** "ngày 15/11" without a year, and "trước 15/11". */
const DAY_AND_MONTH = new RegExp(
  `(?<!\\p{L})(?:ngày${GAP}{0,8}|(?:trước|chậm nhất|muộn nhất)${GAP}{1,3})(\\d{1,3})${GAP}{0,2}/${GAP}{0,2}(\\d{1,3})(?!${GAP}?/|[\\d.]\\d|\\d|\\p{L})`,
  'giu',
);

/** A further day and month of a list, right after one: " và 15/11", ", ngày 30/9". */
const NEXT_DAY_AND_MONTH = new RegExp(
  `${GAP}{0,2}(?:,|;|và|hoặc|đến)${GAP}{1,2}(?:trước${GAP})?(?:ngày${GAP}{0,3})?(\\d{1,2})/(\\d{1,2})(?![\\d/]|\\p{L})`,
  'iuy',
);

/** "tháng 12 năm 2026", "tháng 01/2026". */
const MONTH_AND_YEAR = new RegExp(
  `(?<!\\p{L})tháng${GAP}{0,4}(\\d{1,2})${GAP}{0,2}(?:/|-|năm|,${GAP}?năm)${GAP}{0,4}(\\d{4,6})(?![\\d]|[/.-]\\d|/\\p{L})`,
  'giu',
);

/** "từ ngày 17" before "đến ngày 20 tháng 11 năm 2025": what stands right before a date and takes its month and year from it. */
const RANGE_START = new RegExp(
  `(?<![\\p{L}\\p{N}/])(?:từ${GAP}{0,3}|ngày${GAP}{0,3}){1,2}(\\d{1,2})(?:${GAP}?/${GAP}?(\\d{1,2})|${GAP}?tháng${GAP}?(\\d{1,2}))?${GAP}{0,2}(?:đến hết|đến|tới|và|[-–,])${GAP}{0,2}(?:ngày${GAP}{0,3})?$`,
  'iu',
);

const NUMBER_BEFORE = /(?<!\p{L})(?:số|no|quyển|mã)[ .:]{0,3}$/iu;
const TIME_BEFORE = /(?<!\p{L})(?:trước|từ|đến|tới|hết|nhất|vào)[ ]{0,3}$|\d{4}[ ]?[-–][ ]?$/iu;
const LUNAR = /âm lịch|nhằm ngày|tức ngày|tháng (?:giêng|chạp)|\(?ÂL\)|\bAL\b/iu;

/** Every date of a document, in the order of the text. */
export function extractDates(document: SourceDocument): DateMention[] {
  return findDates(document.text);
}

/** Every date of a text, in order, without overlaps; spans are offsets of this text. */
export function findDates(text: string): DateMention[] {
  const found: DateMention[] = [];
  const add = (mention: DateMention | null): void => {
    if (mention !== null) found.push(mention);
  };
  for (const match of text.matchAll(IN_WORDS)) add(inWords(text, match));
  for (const match of text.matchAll(IN_FIGURES)) add(inFigures(text, match));
  for (const match of text.matchAll(DAY_AND_MONTH)) {
    const first = dayAndMonth(text, match.index, match[0], match[1], match[2]);
    if (first === null) continue;
    add(first);
    for (const next of nextDays(text, first.span.end)) add(next);
  }
  for (const match of text.matchAll(MONTH_AND_YEAR)) add(monthAndYear(text, match));
  for (const mention of [...found]) add(rangeStart(text, mention));
  return withoutFootnoteYears(text, withoutOverlaps(found));
}

/** In the order of the text; of two that overlap, the one that begins first or, beginning together, is longer or tells more. */
function withoutOverlaps(mentions: DateMention[]): DateMention[] {
  const kept: DateMention[] = [];
  const told = (mention: DateMention): number => (mention.year === null ? 0 : 1);
  const order = (a: DateMention, b: DateMention): number =>
    a.span.start - b.span.start || b.span.end - a.span.end || told(b) - told(a);
  for (const mention of mentions.sort(order)) {
    if (mention.span.start >= (kept.at(-1)?.span.end ?? 0)) kept.push(mention);
  }
  return kept;
}

/**
 * A year of five figures may be a year with the number of a footnote ("20241" = 2024¹), as text layers of PDF give it:
 * so if a line of the text begins with that number, as footnotes do.
 */
function withoutFootnoteYears(text: string, mentions: DateMention[]): DateMention[] {
  if (!mentions.some((mention) => mention.impossible === 'year')) return mentions;
  const footnotes = new Set([...text.matchAll(/^[ ]?\[?(\d{1,2})\]?[ ]+\p{Lu}/gmu)].map((match) => match[1]));
  return mentions.map((mention) => {
    const [, year, note] =
      mention.impossible === 'year' ? (/((?:19|20)\d{2})(\d{1,2})$/u.exec(mention.text) ?? []) : [];
    if (year === undefined || !footnotes.has(note)) return mention;
    const { day, month } = mention;
    const iso = day === null || month === null ? null : isoDay(Number(year), month, day);
    return { ...mention, year: Number(year), iso, impossible: iso === null && day !== null ? 'day' : null };
  });
}

function inWords(text: string, match: RegExpMatchArray): DateMention | null {
  const start = match.index ?? 0;
  const [whole, day, month, year] = match;
  const named = /^ngày/iu.test(whole);
  // "6 tháng 8 …" is a count of months unless a year says otherwise.
  if (!named && year === undefined) return null;
  const mention = mentionOf(text, { start, end: start + whole.length }, Number(day), Number(month), year ?? null);
  return named || mention?.impossible === null ? mention : null;
}

function inFigures(text: string, match: RegExpMatchArray): DateMention | null {
  const [whole, word, day, separator, month, year = ''] = match;
  const start = (match.index ?? 0) + (word?.length ?? 0);
  const span = { start, end: (match.index ?? 0) + whole.length };
  const named = word !== undefined;
  if (!named && (/\s/u.test(whole) ? separator !== '/' : false)) return null;
  if (year.length < 3 && !(named && year.length === 2)) return null;
  // "15/12/20 26" and "15/12/202…": a year torn by the page or left to be filled in.
  if (year.length < 4 && /^[ ]?(?:[\d…_]|\.\.)/u.test(text.slice(span.end, span.end + 3))) return null;
  const mention = mentionOf(text, span, Number(day), Number(month), year);
  if (mention === null || mention.impossible === null || named) return mention;
  return separator === '/' && looksLikeDate(text, mention, year) ? mention : null;
}

/** Whether impossible figures without the word "ngày" can only be meant as a date. */
function looksLikeDate(text: string, mention: DateMention, year: string): boolean {
  const before = text.slice(Math.max(0, mention.span.start - 14), mention.span.start);
  if (NUMBER_BEFORE.test(before)) return false;
  const century = /^(?:19|20)\d{2,3}$/u.test(year);
  if (TIME_BEFORE.test(before)) return century;
  const { day, month, impossible } = mention;
  if (day === null || month === null) return false;
  if (impossible === 'year') return century && day <= 31;
  return year.length === 4 && century && impossible === 'day' && day <= 31;
}

function dayAndMonth(text: string, at: number, whole: string, day = '', month = ''): DateMention | null {
  const start = at + whole.search(/\d/u);
  const mention = mentionOf(text, { start, end: at + whole.length }, Number(day), Number(month), null);
  if (mention === null || mention.impossible === null) return mention;
  // "trong ngày 24/24" and "2/3 tổng số" are no dates: a month past 12 counts only after a word of time.
  const before = text.slice(Math.max(0, at - 14), at);
  const timed = TIME_BEFORE.test(before) || !/^ngày/iu.test(whole);
  return mention.impossible === 'day' || timed ? mention : null;
}

/** Days of a list after its first: the "15/11" of "trước ngày 01/6 và 15/11 hằng năm". */
function nextDays(text: string, from: number): DateMention[] {
  const days: DateMention[] = [];
  const next = new RegExp(NEXT_DAY_AND_MONTH);
  next.lastIndex = from;
  for (let match = next.exec(text); match !== null; match = next.exec(text)) {
    const mention = dayAndMonth(text, match.index, match[0], match[1], match[2]);
    if (mention === null || mention.impossible !== null) break;
    days.push(mention);
  }
  return days;
}

function monthAndYear(text: string, match: RegExpMatchArray): DateMention | null {
  const start = match.index ?? 0;
  const [whole, month, year = ''] = match;
  // "6 tháng 12 năm …" is a count of months.
  if (/\d[ ]?$/u.test(text.slice(Math.max(0, start - 2), start))) return null;
  return mentionOf(text, { start, end: start + whole.length }, null, Number(month), year);
}

/** The day before a range sign that borrows month and year from the date after it; null if there is none. */
function rangeStart(text: string, end: DateMention): DateMention | null {
  if (end.month === null || end.impossible !== null || end.day === null) return null;
  const from = Math.max(0, end.span.start - 40);
  const match = RANGE_START.exec(text.slice(from, end.span.start));
  if (match === null) return null;
  const [whole, day, slashMonth, wordMonth] = match;
  const month = Number(slashMonth ?? wordMonth ?? end.month);
  const year = end.year !== null && month > end.month ? end.year - 1 : end.year;
  const at = from + match.index + whole.search(/\d/u);
  const length = whole.slice(whole.search(/\d/u)).search(/\s*(?:đến|tới|và|[-–,])/iu);
  const mention = mentionOf(
    text,
    { start: at, end: at + length },
    Number(day),
    month,
    year === null ? null : String(year),
  );
  return mention?.impossible === null ? mention : null;
}

/** A mention of its parts; null where a part is blank (0), which a draft fills in later. */
function mentionOf(
  text: string,
  span: { start: number; end: number },
  day: number | null,
  month: number,
  writtenYear: string | null,
): DateMention | null {
  if (day === 0 || month === 0) return null;
  const year = readYear(writtenYear);
  const lunar = LUNAR.test(text.slice(Math.max(0, span.start - 24), span.end + 16));
  const impossible = whyImpossible(day, month, year, writtenYear, lunar);
  const iso = impossible === null && day !== null && year !== null ? isoDay(year, month, day) : null;
  return { span, text: text.slice(span.start, span.end), day, month, year, iso, impossible };
}

function whyImpossible(
  day: number | null,
  month: number,
  year: number | null,
  writtenYear: string | null,
  lunar: boolean,
): DateMention['impossible'] {
  if (month > 12) return 'month';
  // Without a year, 29 February may be; a lunar month has up to 30 days whatever its number.
  if (day !== null && day > (lunar ? 30 : daysInMonth(year ?? 2024, month))) return 'day';
  if (writtenYear !== null && (year === null || year > 2199 || writtenYear.startsWith('0'))) return 'year';
  return null;
}

/** The year as a number; two figures are of this century, null if it cannot be read as a year. */
function readYear(written: string | null): number | null {
  if (written === null || written.length === 3 || written.length > 4) return null;
  return written.length === 2 ? 2000 + Number(written) : Number(written);
}
