/**
 * Expressions of time (cụm từ chỉ thời gian) that can bound a duty: a day, month, quarter, half-year, year or period with the words
 * that bound it ("trước ngày …", "chậm nhất là …", "trong quý IV", "từ tháng 3 đến tháng 9/2026"), and those without a calendar day
 * ("định kỳ hằng quý", "thường xuyên", "trong vòng 15 ngày kể từ …", a blank "trước ngày … tháng …").
 *
 * What an expression means for a plan (whether it is a deadline, whose) is told by `deadlines.ts`.
 */
import { oncePer } from '../data/once.js';
import type { Span } from '../source/document.js';
import { parseRoman } from '../text/roman.js';
import { addDays, isoDay, monthsInterval } from './calendar.js';
import { anyOf, type DeadlineWords, wholeWords } from './deadline-words.js';
import type { DateMention, Deadline, Interval, Recurrence } from './plan.js';

/** A place in the calendar, perhaps without its year. Months are 1 to 12; `toYear` differs from `year` in a period only. */
interface CalendarPoint {
  span: Span;
  grain: 'day' | 'month' | 'quarter' | 'half-year' | 'year';
  year: number | null;
  toYear: number | null;
  fromMonth: number;
  toMonth: number;
  day: number | null;
  part: 'early' | 'middle' | 'late' | null;
  /** Two ends in one: "tháng 3 đến tháng 9/2026", "năm 2026 - 2030". */
  range: boolean;
}

export interface TimeExpression {
  /** With its bounding words. */
  span: Span;
  bound: Deadline['bound'];
  /** Whether words bound it ("trước", "chậm nhất"); a bare "quý II/2026" is `within` unmarked. */
  marked: boolean;
  /** "từ trước ngày …", "kể từ ngày …", "tính từ ngày …": never a deadline by itself. */
  start: boolean;
  grain: CalendarPoint['grain'] | null;
  form: Deadline['form'];
  due: Interval | null;
  named: string | null;
  recurrence: Recurrence | null;
  /** Day (null for a month) and month where the year is not said. */
  yearless: { month: number; day: number | null } | null;
  /** Gives the interval once the year is known. */
  inYear(year: number): { due: Interval; named: string | null };
}

const YEAR = '((?:19|20|21)\\d{2})(?!\\d)';
const PART = '(?:(đầu|giữa|cuối)[ ]{1,3})?';
const MONTH = new RegExp(
  `(?<![\\p{L}\\p{N}])${PART}tháng[ ]{0,3}(\\d{1,2})(?:[ ]?(?:[-–]|đến hết|đến)[ ]?(?:tháng[ ]?)?(\\d{1,2}))?(?![\\d.,]\\d|\\d)(?:[ ]{0,2}(?:/|-|[ ],?năm|,?[ ]?năm|của năm)[ ]{0,3}${YEAR})?(?![ ]?/)`,
  'giu',
);
const QUARTER = new RegExp(
  `(?<![\\p{L}\\p{N}])${PART}quý[ ]{0,3}(IV|I{1,3}|0?[1-4])(?![\\p{L}\\p{N}])(?:[ ]?(?:[-–,]|và|đến)[ ]?(?:quý[ ]?)?(IV|I{1,3}|[1-4])(?![\\p{L}\\p{N}]))?(?:[ ]{0,2}(?:/|-|,?[ ]?năm|của năm)[ ]{0,3}${YEAR})?`,
  'giu',
);
const HALF = new RegExp(`(?<![\\p{L}\\p{N}])(?:0?6|sáu)[ ]tháng[ ](đầu|cuối)[ ]năm(?:[ ]{0,3}${YEAR})?`, 'giu');
const YEARS = new RegExp(
  `(?<![\\p{L}\\p{N}])${PART}(?:năm|giai đoạn)[ ]{0,3}(?:từ[ ])?(?:năm[ ])?${YEAR}(?:[ ]{0,2}(?:[-–—]|đến hết năm|đến hết|đến năm|đến)[ ]{0,2}(?:năm[ ])?${YEAR}(?![/.-]\\d))?(?![/]\\d)`,
  'giu',
);
const BARE_MONTH = new RegExp(`(?<![\\d/.,-])(0?[1-9]|1[0-2])/${YEAR}(?![/\\d])`, 'gu');
const BARE_YEAR = new RegExp(`(?<![\\p{L}\\d/.,-])${YEAR}(?:[ ]?[-–][ ]?${YEAR})?(?![\\p{L}\\d/.])`, 'gu');

const TO = /^[ ]{0,3}(?:(?:cho )?đến hết|đến cuối|đến|tới|[-–—])[ ]{0,3}(?:hết[ ])?(?:ngày[ ]{0,3})?$/iu;
const AND = /^[ ]{0,3}(?:và|,|;|hoặc)[ ]{0,3}(?:trước[ ])?(?:ngày[ ]{0,3})?$/iu;
const HOUR = "(?:\\d{1,2}[ ]?(?:giờ|h|g)[ ]?(?:\\d{1,2})?[ ]?(?:phút|['’′])?[ ]?,?[ ]{0,3}(?:của[ ])?)";
const WEEKDAY = '(?:(?:thứ[ ]\\p{L}{2,4}|chủ nhật)[ ]?,?[ ]{0,3})';
const PREFIX_LENGTH = 80;
const SUFFIX_LENGTH = 48;

/** Patterns made of the word lists. */
export interface TimePatterns {
  prefix: RegExp;
  before: RegExp;
  by: RegExp;
  within: RegExp;
  from: RegExp;
  on: RegExp;
  following: { month: RegExp; year: RegExp };
  every: [Recurrence['every'], RegExp][];
  openEnd: RegExp;
  blank: RegExp;
  recurringAlone: RegExp;
  monthly: RegExp;
  relative: RegExp;
}

/** Compiles the word lists. */
export const timePatterns = oncePer((words: DeadlineWords): TimePatterns => {
  const { bounds, recurring, following } = words;
  const tokens = anyOf([
    ...bounds.before,
    ...bounds.by,
    ...bounds.within,
    ...bounds.from,
    ...bounds.on,
    ...bounds.filler,
  ]);
  const start = (list: readonly string[]): RegExp => new RegExp(`^[ ]{0,3}\\(?${anyOf(list)}(?![\\p{L}])`, 'iu');
  const space = '[ ….…_/]';
  return {
    prefix: new RegExp(`(?<![\\p{L}\\p{N}])((?:${tokens}[ ]{1,3}){0,5}${HOUR}?${WEEKDAY}?(?:ngày[ ]{0,4})?)$`, 'iu'),
    before: wholeWords(bounds.before),
    by: wholeWords(bounds.by),
    within: wholeWords(bounds.within),
    from: wholeWords(bounds.from),
    on: wholeWords(bounds.on),
    following: { month: start(following.month), year: start(following.year) },
    every: [
      ['year', start(recurring.year)],
      ['quarter', start(recurring.quarter)],
      ['month', start(recurring.month)],
      ['week', start(recurring.week)],
    ],
    openEnd: start(words['open-end']),
    blank: new RegExp(
      `(?<!\\p{L})${anyOf([...bounds.before, ...bounds.by])}[ ]{1,3}(?:là[ ]|vào[ ]|đến[ ])?ngày(?:${space}{1,20}tháng${space}{1,20}(?:\\d{1,2}[ ]{0,3})?(?:năm${space}{0,12}(?:\\d{2,4})?)?|[ ]?[….…_]{1,12}[ ]?(?:/[ ]?(?:\\d{4}|\\d{1,2}|[….…_ ]{1,12})){0,2}|[ ]{1,12}/[ ]{1,12}/[ ]?\\d{4})`,
      'giu',
    ),
    recurringAlone: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:(?:định kỳ|thường xuyên)[ ,]{1,3})?(?:(${anyOf(recurring.year)})|(${anyOf(recurring.quarter)})|(${anyOf(recurring.month)})|(${anyOf(recurring.week)})|(?<=định kỳ[ ])(${anyOf(recurring['half-year'])}))(?![\\p{L}])`,
      'giu',
    ),
    monthly: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${tokens}[ ]{1,3}){0,4}${HOUR}?(?:ngày[ ]{0,3}(\\d{1,2})[ ]{1,3}${anyOf([...recurring.month, ...following.month])}|(?:ngày[ ])?thứ[ ]\\p{L}{2,4}[ ]${anyOf(recurring.week)})(?![\\p{L}])`,
      'giu',
    ),
    relative: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${anyOf(words.relative)}|(?:trong vòng|trong thời hạn|chậm nhất(?:[ ]là)?|không quá|sau)[ ]\\(?\\d{1,3}\\)?(?:[ ]\\([^()]{1,20}\\))?[ ](?:ngày|tháng|giờ|tuần)(?:[ ]làm việc)?(?=[ ,.;)]|$)(?:[ ](?:kể từ|tính từ|từ|trước|sau)[^,.;()\\n]{0,60})?)(?![\\p{L}])`,
      'giu',
    ),
  };
});

/**
 * All expressions of time in a text, in its order and without overlaps. `bare` spans (cells and lines of deadlines) may also hold
 * "12/2026" or "2026" alone; `defaultYear` gives the year that a column header adds ("Thời gian (năm 2026)").
 */
export function findTimeExpressions(
  text: string,
  dates: readonly DateMention[],
  patterns: TimePatterns,
  bare: readonly Span[] = [],
): TimeExpression[] {
  const blanks = [...text.matchAll(patterns.blank)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.trimEnd().length,
  }));
  const points = findPoints(text, dates, bare).filter(({ span }) => !overlaps(blanks, span));
  const found: TimeExpression[] = [];
  let previousEnd = 0;
  for (let i = 0; i < points.length; i++) {
    const first = points[i];
    // "tháng 5 hằng năm 2027": the words after a month may have taken those of the next point
    if (first === undefined || first.span.start < previousEnd) continue;
    const second = points[i + 1];
    const joined = second !== undefined && joins(text, first, second);
    const last = joined && second !== undefined ? second : first;
    const expression = expressionOf(text, first, joined ? last : null, previousEnd, patterns);
    previousEnd = expression.span.end;
    found.push(expression);
    if (joined) i++;
  }
  shareRecurrence(text, found);
  return [...found, ...withoutPoints(text, found, patterns)].sort((a, b) => a.span.start - b.span.start);
}

function findPoints(text: string, dates: readonly DateMention[], bare: readonly Span[]): CalendarPoint[] {
  const points: CalendarPoint[] = [];
  for (const mention of dates) {
    if (mention.impossible !== null || mention.month === null || mention.day === null) continue;
    const { span, year, month, day } = mention;
    points.push({
      span,
      grain: 'day',
      year,
      toYear: year,
      fromMonth: month,
      toMonth: month,
      day,
      part: null,
      range: false,
    });
  }
  const whole = dates.filter((mention) => mention.day !== null || mention.impossible !== null).map(({ span }) => span);
  for (const match of text.matchAll(MONTH)) {
    const [all, part, from, to, year] = match;
    const fromMonth = Number(from);
    const toMonth = to === undefined ? fromMonth : Number(to);
    // "6 tháng 12 …" counts months.
    if (/\d[ ]?$/u.test(text.slice(Math.max(0, match.index - 2), match.index))) continue;
    const overNewYear = toMonth < fromMonth;
    if (fromMonth < 1 || fromMonth > 12 || toMonth > 12 || (overNewYear && year === undefined)) continue;
    const point = { ...pointAt(match.index, all, 'month', year, part), fromMonth, toMonth, range: to !== undefined };
    points.push(overNewYear ? { ...point, year: Number(year) - 1 } : point);
  }
  for (const match of text.matchAll(QUARTER)) {
    const [all, part, from = '', to, year] = match;
    const first = quarterNumber(from);
    const last = to === undefined ? first : quarterNumber(to);
    if (last < first) continue;
    const point = pointAt(match.index, all, 'quarter', year, part);
    points.push({ ...point, fromMonth: first * 3 - 2, toMonth: last * 3, range: to !== undefined });
  }
  for (const match of text.matchAll(HALF)) {
    const [all, half, year] = match;
    const late = half?.toLowerCase() === 'cuối';
    const point = pointAt(match.index, all, 'half-year', year, undefined);
    points.push({ ...point, fromMonth: late ? 7 : 1, toMonth: late ? 12 : 6 });
  }
  for (const match of text.matchAll(YEARS)) {
    const [all, part, from, to] = match;
    if (Number(to ?? from) < Number(from)) continue;
    const point = pointAt(match.index, all, 'year', from, part);
    points.push({ ...point, toYear: Number(to ?? from), range: to !== undefined });
  }
  for (const span of bare) points.push(...barePoints(text, span));
  return withoutOverlaps(points, whole);
}

/** Points that only a cell or line of deadlines may give: "12/2026", "2026", "2026-2030". */
function barePoints(text: string, span: Span): CalendarPoint[] {
  const part = text.slice(span.start, span.end);
  const months = [...part.matchAll(BARE_MONTH)].map((match) => ({
    ...pointAt(span.start + match.index, match[0], 'month', match[2], undefined),
    fromMonth: Number(match[1]),
    toMonth: Number(match[1]),
  }));
  const years = [...part.matchAll(BARE_YEAR)]
    .filter(([, from, to]) => Number(to ?? from) >= Number(from))
    .map((match) => ({
      ...pointAt(span.start + match.index, match[0], 'year', match[1], undefined),
      toYear: Number(match[2] ?? match[1]),
      range: match[2] !== undefined,
    }));
  return [...months, ...years];
}

function pointAt(
  start: number,
  all: string,
  grain: CalendarPoint['grain'],
  year: string | undefined,
  part: string | undefined,
): CalendarPoint {
  const value = year === undefined ? null : Number(year);
  const end = start + all.trimEnd().length;
  return {
    span: { start, end },
    grain,
    year: value,
    toYear: value,
    fromMonth: 1,
    toMonth: 12,
    day: null,
    part: partOf(part),
    range: false,
  };
}

function partOf(word: string | undefined): CalendarPoint['part'] {
  switch (word?.toLowerCase()) {
    case 'đầu':
      return 'early';
    case 'giữa':
      return 'middle';
    case 'cuối':
      return 'late';
    default:
      return null;
  }
}

function quarterNumber(text: string): number {
  return parseRoman(text.toUpperCase()) ?? Number(text);
}

/** In order; a day of a whole date is never also a month or a year, and the longer of two points stands. */
function withoutOverlaps(points: CalendarPoint[], dates: Span[]): CalendarPoint[] {
  const sorted = points.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept: CalendarPoint[] = [];
  let date = 0;
  for (const point of sorted) {
    if (point.span.start < (kept.at(-1)?.span.end ?? 0)) continue;
    while ((dates[date]?.end ?? Infinity) <= point.span.start) date++;
    const inside = dates[date];
    if (point.grain !== 'day' && inside !== undefined && inside.start < point.span.end) continue;
    kept.push(point);
  }
  return kept;
}

/** Whether two points are one interval: "từ tháng 3 đến tháng 9/2026", "Quý IV/2025 và Quý I/2026"; days or months joined by "và" are two. */
function joins(text: string, first: CalendarPoint, second: CalendarPoint): boolean {
  const between = text.slice(first.span.end, Math.min(second.span.start, first.span.end + 24));
  if (second.span.start - first.span.end > 20) return false;
  // "30/6/2026 đến hết tháng 5": an end without a year lies in the year of the beginning
  const inOrder = first.year === null || rank(first) <= rank({ ...second, year: second.year ?? first.year });
  if (TO.test(between)) return inOrder;
  const list = first.grain === 'day' || first.grain === 'month';
  return !list && first.grain === second.grain && AND.test(between) && inOrder;
}

function rank(point: CalendarPoint): number {
  return (point.year ?? 0) * 400 + point.fromMonth * 31 + (point.day ?? 0);
}

function expressionOf(
  text: string,
  first: CalendarPoint,
  second: CalendarPoint | null,
  previousEnd: number,
  patterns: TimePatterns,
): TimeExpression {
  const before = text.slice(Math.max(previousEnd, first.span.start - PREFIX_LENGTH), first.span.start);
  const prefix = patterns.prefix.exec(before.slice(before.lastIndexOf('\n') + 1))?.[1] ?? '';
  const last = second ?? first;
  const after = text.slice(last.span.end, last.span.end + SUFFIX_LENGTH);
  const open = patterns.openEnd.exec(after);
  const recurring = recurrenceAfter(after, last, patterns);
  const end = last.span.end + (open?.[0].length ?? recurring?.length ?? 0);
  const span = { start: first.span.start - prefix.length, end };
  const toward = boundOf(prefix, patterns);
  const range = second !== null || first.range;
  const bound = range && toward !== 'before' && toward !== 'by' ? 'within' : (toward ?? 'within');
  const hour = /\d[ ]?(?:giờ|h|g)/iu.test(prefix);
  const inYear = (year: number): { due: Interval; named: string | null } => {
    const start = wholeOf(first, first.year === null && second !== null ? earlier(first, second, year) : year);
    const stop = second === null ? start : wholeOf(second, year);
    const named = second === null && first.grain === 'day' ? start.to : null;
    return { due: bounded(bound, { from: start.from, to: stop.to }, hour, open !== null, range), named };
  };
  const year = first.year ?? second?.year ?? null;
  const known = year === null || recurring !== null ? null : inYear(year);
  return {
    span,
    bound: open === null ? bound : 'from',
    marked: toward !== null,
    start: bound === 'from' || /(?<!\p{L})(?:kể từ|từ trước|tính từ)(?!\p{L})/iu.test(prefix),
    grain: first.grain,
    form: recurring !== null ? 'recurring' : known === null ? 'no-year' : 'absolute',
    due: known?.due ?? null,
    named: known?.named ?? null,
    recurrence: recurring === null ? null : recurring.recurrence,
    yearless: year === null ? { month: first.fromMonth, day: first.day } : null,
    inYear,
  };
}

/** Year of the first end of a range that has none: "từ tháng 11 đến tháng 4/2026" begins in 2025. */
function earlier(first: CalendarPoint, second: CalendarPoint, year: number): number {
  const end = second.year ?? year;
  return first.fromMonth > second.toMonth ? end - 1 : end;
}

/** All days of a point in a year. "đầu", "giữa", "cuối" are thirds of a month or quarter, the first and last quarter of a year. */
function wholeOf(point: CalendarPoint, yearOfPlan: number): { from: string; to: string } {
  const { grain, part, fromMonth, toMonth, day } = point;
  const year = point.year ?? yearOfPlan;
  const toYear = point.toYear ?? yearOfPlan;
  const first = monthsInterval(year, fromMonth, fromMonth);
  const last = monthsInterval(toYear, toMonth, toMonth);
  const from = first.from ?? '';
  const to = last.to ?? '';
  if (grain === 'day') {
    const iso = isoDay(year, fromMonth, day ?? 1) ?? to;
    return { from: iso, to: iso };
  }
  if (part === null) return { from, to };
  if (grain === 'month') {
    const month = from.slice(0, 8);
    if (part === 'early') return { from, to: `${month}10` };
    return part === 'middle' ? { from: `${month}11`, to: `${month}20` } : { from: `${month}21`, to };
  }
  const third = grain === 'quarter' ? 1 : 3;
  if (part === 'early') return { from, to: monthsInterval(year, fromMonth, fromMonth + third - 1).to ?? to };
  if (part === 'late') return { from: monthsInterval(toYear, toMonth - third + 1, toMonth).from ?? from, to };
  const middle = monthsInterval(year, fromMonth + third, toMonth - third);
  return { from: middle.from ?? from, to: middle.to ?? to };
}

/** "trước" ends the day before what is named begins, unless an hour of that day is said. */
function bounded(
  bound: Deadline['bound'],
  whole: { from: string; to: string },
  hour: boolean,
  open: boolean,
  range: boolean,
): Interval {
  if (open) return { from: whole.from, to: null };
  if (bound === 'before') return { from: null, to: hour ? whole.from : addDays(whole.from, -1) };
  if (bound === 'by') return { from: range ? whole.from : null, to: whole.to };
  if (bound === 'from' && !range) return { from: whole.from, to: null };
  return whole;
}

function boundOf(prefix: string, patterns: TimePatterns): Deadline['bound'] | null {
  const words = prefix.trim();
  if (patterns.before.test(words)) return 'before';
  if (patterns.by.test(words)) return 'by';
  if (patterns.within.test(words)) return 'within';
  if (patterns.from.test(words)) return 'from';
  return patterns.on.test(words) ? 'on' : null;
}

function recurrenceAfter(
  after: string,
  point: CalendarPoint,
  patterns: TimePatterns,
): { length: number; recurrence: Recurrence } | null {
  if (point.year !== null) return null;
  const month = point.toMonth;
  for (const [every, pattern] of patterns.every) {
    const match = pattern.exec(after);
    if (match !== null) return { length: match[0].length, recurrence: { every, month, day: point.day } };
  }
  const following = patterns.following.year.exec(after);
  // Of the next year or of the last: it comes back, but not at this day of every year.
  return following === null
    ? null
    : { length: following[0].length, recurrence: { every: 'year', month: null, day: null } };
}

/** "trước ngày 01/6 và 15/11 hằng năm": the words after the last day are said of all days of the list. */
function shareRecurrence(text: string, expressions: TimeExpression[]): void {
  for (let i = expressions.length - 1; i > 0; i--) {
    const here = expressions[i];
    const before = expressions[i - 1];
    if (here === undefined || before === undefined || before.grain !== 'day' || here.grain !== 'day') continue;
    if (here.span.start - before.span.end > 20 || !AND.test(text.slice(before.span.end, here.span.start))) continue;
    if (!here.marked && before.marked) Object.assign(here, rebound(here, before));
    if (before.yearless !== null && before.form === 'no-year' && here.recurrence !== null && here.yearless !== null) {
      before.form = 'recurring';
      before.recurrence = { every: here.recurrence.every, month: before.yearless.month, day: before.yearless.day };
    }
  }
}

/** A further day of a list is bounded as the first one. */
function rebound(here: TimeExpression, first: TimeExpression): Partial<TimeExpression> {
  const shift = first.bound === 'before' ? -1 : 0;
  const inYear = (year: number): { due: Interval; named: string | null } => {
    const { named } = here.inYear(year);
    return { due: { from: null, to: named === null ? null : addDays(named, shift) }, named };
  };
  const year = here.named === null ? null : Number(here.named.slice(0, 4));
  return { bound: first.bound, marked: true, inYear, due: year === null ? null : inYear(year).due };
}

/** Expressions that name no day, month or year: blank ones, recurring ones, those that hang on an event. */
function withoutPoints(text: string, found: readonly TimeExpression[], patterns: TimePatterns): TimeExpression[] {
  const others: TimeExpression[] = [];
  const starts = found.map(({ span }) => span);
  const add = (match: RegExpMatchArray, form: Deadline['form'], recurrence: Recurrence | null): void => {
    const start = match.index ?? 0;
    const span = { start, end: start + match[0].trimEnd().length };
    if (!overlaps(starts, span)) others.push(withoutDay(span, form, recurrence, patterns, match[0]));
  };
  for (const match of text.matchAll(patterns.blank)) add(match, 'blank', null);
  for (const match of text.matchAll(patterns.monthly)) {
    const day = Number(match[1]);
    if (match[1] === undefined) add(match, 'recurring', { every: 'week', month: null, day: null });
    else if (day >= 1 && day <= 31) add(match, 'recurring', { every: 'month', month: null, day });
  }
  for (const match of text.matchAll(patterns.recurringAlone)) {
    const every = (['year', 'quarter', 'month', 'week', 'half-year'] as const).find(
      (_, i) => match[i + 1] !== undefined,
    );
    if (every !== undefined) add(match, 'recurring', { every, month: null, day: null });
  }
  for (const match of text.matchAll(patterns.relative)) add(match, 'relative', null);
  const kept: TimeExpression[] = [];
  for (const other of others.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    if (other.span.start >= (kept.at(-1)?.span.end ?? 0)) kept.push(other);
  }
  return kept;
}

function withoutDay(
  span: Span,
  form: Deadline['form'],
  recurrence: Recurrence | null,
  patterns: TimePatterns,
  words: string,
): TimeExpression {
  const dated = form === 'blank' || (recurrence !== null && recurrence.day !== null);
  const nothing = { due: { from: null, to: null }, named: null };
  return {
    span,
    bound: (dated ? boundOf(words, patterns) : null) ?? 'within',
    marked: dated,
    start: false,
    grain: null,
    form,
    due: null,
    named: null,
    recurrence,
    yearless: null,
    inYear: () => nothing,
  };
}

/** Whether a span overlaps one of the sorted spans. */
function overlaps(sorted: readonly Span[], span: Span): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.end ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  const next = sorted[low];
  return next !== undefined && next.start < span.end;
}
