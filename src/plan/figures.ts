/** Figures (số liệu): numbers with a unit, as "từ 3,8 tỷ USD đến 4,3 tỷ USD", "08 - 10 đơn vị", "12/60 hồ sơ", "106,7%". */
import { once } from '../data/once.js';
import type { Span } from '../source/document.js';
import { type PrintedNumber, readNumber } from '../text/numbers.js';
import { anyOf } from './deadline-words.js';
import type { Amount, Unit } from './plan.js';
import { targetWords } from './target-words.js';

/** A number with its unit, from the first digit to the end of the unit. */
export interface Figure extends Amount {
  span: Span;
  /** Upper end of a range; null if it is none. */
  max: number | null;
  /** "12/60 hồ sơ": the 60; null if no such whole is printed. */
  whole: Pick<Amount, 'value' | 'decimals'> | null;
}

/** Not inside a word, a date, or the number of a document. */
const NUMBER = /(?<![\p{L}\p{N}.,/])\d[\d.,]*(?<![.,])(?!\p{N})/gu;
const NUMBER_HERE = /\d[\d.,]*(?<![.,])(?!\p{N})/uy;
const WHOLE = /\s?\/\s?(?=\d)/uy;
const TO = /\s{0,3}(?:[-–—÷]|đến|tới)\s{0,3}(?:dưới |trên )?(?=\d)/uy;

/** The figures of a stretch of text. A number without unit is one only if it has a decimal comma, as an index has ("đạt 0,795"). */
export function findFigures(text: string, within: Span): Figure[] {
  const figures: Figure[] = [];
  const stretch = text.slice(within.start, within.end);
  let end = 0;
  for (const match of stretch.matchAll(NUMBER)) {
    if (match.index < end) continue;
    const figure = figureAt(stretch, match.index, match[0]);
    if (figure === null) continue;
    end = figure.span.end;
    figures.push({ ...figure, span: { start: within.start + figure.span.start, end: within.start + end } });
  }
  return figures;
}

function figureAt(text: string, start: number, printed: string): Figure | null {
  const first = readNumber(printed);
  if (first === null) return null;
  const end = start + printed.length;
  const one = { value: first.value, decimals: first.decimals };
  const whole = numberAfter(text, end, WHOLE);
  if (whole !== null) {
    const unit = unitAt(text, whole.end);
    const isPart =
      unit !== null &&
      (unit.unit.kind === 'money' || first.decimals + whole.number.decimals === 0) &&
      first.value <= whole.number.value;
    if (!isPart) return null;
    return {
      ...one,
      unit: unit.unit,
      max: null,
      whole: { value: whole.number.value, decimals: whole.number.decimals },
      span: { start, end: unit.end },
    };
  }
  if (isReference(text, start, first)) return null;
  const unit = unitAt(text, end);
  const further = numberAfter(text, unit?.end ?? end, TO);
  if (further !== null && further.number.value > first.value) {
    const last = unitAt(text, further.end);
    const sameUnit = last !== null && (unit === null || sameUnits(unit.unit, last.unit));
    if (sameUnit)
      return { ...one, unit: last.unit, max: further.number.value, whole: null, span: { start, end: last.end } };
  }
  if (unit !== null) {
    if (first.mark === '.' && isLabel(text, start, end, unit)) return null;
    return { ...one, unit: unit.unit, max: null, whole: null, span: { start, end: unit.end } };
  }
  const isIndex = (first.mark === ',' || printed.startsWith('0.')) && !/[/\p{L}]/u.test(text.charAt(end));
  return isIndex ? { ...one, unit: null, max: null, whole: null, span: { start, end } } : null;
}

const REFERENCE = /(?:khoản|điểm|điều|mục|chương|phần|bảng|biểu|phụ lục|tiêu chí|hình|phiên bản)(?:\s+số)?\s*$/iu;

/** "khoản 1,2 Điều 5", "tiêu chí 10.1" */
function isReference(text: string, start: number, { mark }: PrintedNumber): boolean {
  return mark !== null && REFERENCE.test(text.slice(Math.max(0, start - 20), start));
}

/** "1.2 cán bộ, công chức" at the start of an item, "1.2 Cán bộ", "công nghiệp 4.0": a label or a version, although a unit follows. */
function isLabel(text: string, start: number, end: number, { unit }: { unit: Unit }): boolean {
  if (unit.kind !== 'count') return false;
  const opens =
    /(?:^|\n)\s*$/u.test(text.slice(Math.max(0, start - 4), start)) && /^\s*\p{L}{2}/u.test(text.slice(end, end + 6));
  return opens || /^\d\.0$/u.test(text.slice(start, end)) || /^\s*\p{Lu}\p{Ll}/u.test(text.slice(end, end + 4));
}

function numberAfter(text: string, at: number, connector: RegExp): { number: PrintedNumber; end: number } | null {
  connector.lastIndex = at;
  const joined = connector.exec(text);
  if (joined === null) return null;
  NUMBER_HERE.lastIndex = at + joined[0].length;
  const match = NUMBER_HERE.exec(text);
  const number = match === null ? null : readNumber(match[0]);
  return match === null || number === null ? null : { number, end: match.index + match[0].length };
}

/** The number at an offset, with its unit if a known one follows; null if no number begins there. */
export function figureHere(text: string, at: number): (Amount & { span: Span }) | null {
  NUMBER_HERE.lastIndex = at;
  const match = NUMBER_HERE.exec(text);
  const number = match === null ? null : readNumber(match[0]);
  if (match === null || number === null) return null;
  const end = at + match[0].length;
  const unit = unitAt(text, end);
  const { value, decimals } = number;
  return { value, decimals, unit: unit?.unit ?? null, span: { start: at, end: unit?.end ?? end } };
}

/** Whether two units measure the same thing in the same size. */
export function sameUnits(one: Unit | null, other: Unit | null): boolean {
  return (
    one?.kind === other?.kind && one?.noun === other?.noun && one?.factor === other?.factor && one?.per === other?.per
  );
}

/** Whether two units measure the same thing, be it in another size ("triệu đồng" and "tỷ đồng"). */
export function sameMeasure(one: Unit | null, other: Unit | null): boolean {
  return one !== null && other !== null && one.kind === other.kind && one.noun === other.noun && one.per === other.per;
}

interface UnitPatterns {
  unit: RegExp;
  percent: Set<string>;
  points: Set<string>;
  currencies: Set<string>;
  scales: ReadonlyMap<string, number>;
}

const patterns = once((): UnitPatterns => {
  const { units } = targetWords();
  const scale = anyOf(Object.keys(units.scales));
  const noun = anyOf([...units.currencies, ...units.nouns]);
  const percent = anyOf([...units.percent, ...units.points]);
  const per = `(?<per>(?:\\s?/\\s?(?:\\d[\\d.]{0,7}\\s)?${anyOf(units.per)}){1,2})?`;
  const measure = `(?:(?<scale>${scale})\\s{1,3})?(?<noun>${noun})|(?<alone>${scale})`;
  const lower = (list: readonly string[]): Set<string> => new Set(list.map((word) => word.toLowerCase()));
  return {
    unit: new RegExp(`\\s{0,3}(?:(?<percent>${percent})|(?:${measure}))${per}(?![\\p{L}\\p{N}])`, 'iuy'),
    percent: lower(units.percent),
    points: lower(units.points),
    currencies: lower(units.currencies),
    scales: new Map(Object.entries(units.scales)),
  };
});

/** "tỷ" alone means money; "triệu" alone does where no other noun follows. */
const ENDS_HERE = /^\s{0,2}(?:[,.;:)\]|+=/]|$|(?:đạt|và|so|bằng|tăng|giảm)(?!\p{L}))/iu;

function unitAt(text: string, at: number): { unit: Unit; end: number } | null {
  const known = patterns();
  known.unit.lastIndex = at;
  const match = known.unit.exec(text);
  if (match === null) return null;
  const end = at + match[0].length;
  const { percent, scale, noun, alone, per } = match.groups ?? {};
  const words = match[0].trim().replace(/\s+/gu, ' ');
  const perKey =
    per === undefined
      ? null
      : per
          .toLowerCase()
          .replace(/\s+/gu, ' ')
          .replace(/\s?\/\s?/gu, '/')
          .slice(1);
  if (percent !== undefined) {
    const kind = known.points.has(key(percent)) ? 'points' : 'percent';
    return { unit: { text: words, kind, noun: '%', factor: 1, per: perKey }, end };
  }
  const factor = known.scales.get(key(scale ?? alone ?? '')) ?? 1;
  if (alone !== undefined) {
    const money =
      /^(?:(?:nghìn|ngàn) )?t[ỷỉ]$/u.test(key(alone)) ||
      (key(alone) === 'triệu' && ENDS_HERE.test(text.slice(end, end + 12)));
    return money ? { unit: { text: words, kind: 'money', noun: 'đồng', factor, per: perKey }, end } : null;
  }
  const name = key(noun ?? '');
  const kind = known.currencies.has(name) ? 'money' : 'count';
  return { unit: { text: words, kind, noun: /^(?:vnđ|vnd)$/u.test(name) ? 'đồng' : name, factor, per: perKey }, end };
}

/** Reads a unit that stands alone, as in a column "Đơn vị tính"; null if it is not a known one. */
export function readUnit(text: string): Unit | null {
  const words = text.trim();
  const read = unitAt(words, 0);
  return read !== null && read.end === words.length ? read.unit : null;
}

function key(words: string): string {
  return words.toLowerCase().replace(/\s+/gu, ' ');
}
