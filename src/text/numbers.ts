/**
 * Numbers as Vietnamese documents print them: a dot between thousands and a comma before decimals ("1.401,1"). The decimal point of
 * other languages ("106.7") and their thousands comma ("1,250,000") are read too, where they cannot be anything else.
 */

/** A printed number. */
export interface PrintedNumber {
  value: number;
  /** Digits printed after the decimal mark: 3 of "17,220". */
  decimals: number;
  /** Decimal mark; null for a whole number. */
  mark: ',' | '.' | null;
  /** Mark between thousands; null if there is none. */
  grouping: ',' | '.' | null;
}

const SHAPES: { pattern: RegExp; mark: PrintedNumber['mark']; grouping: PrintedNumber['grouping'] }[] = [
  { pattern: /^\d+$/u, mark: null, grouping: null },
  { pattern: /^\d+,\d+$/u, mark: ',', grouping: null },
  { pattern: /^0\.\d+$/u, mark: '.', grouping: null },
  { pattern: /^[1-9]\d{0,2}(?:\.\d{3})+$/u, mark: null, grouping: '.' },
  { pattern: /^[1-9]\d{0,2}(?:\.\d{3})+,\d+$/u, mark: ',', grouping: '.' },
  { pattern: /^[1-9]\d{0,2}(?:,\d{3}){2,}$/u, mark: null, grouping: ',' },
  { pattern: /^[1-9]\d{0,2}(?:,\d{3})+\.\d+$/u, mark: '.', grouping: ',' },
  { pattern: /^\d+\.\d+$/u, mark: '.', grouping: null },
];

/** Digits that a number may have, so that it is exact. */
const LONGEST = 20;

/** Reads a number; null if it is none ("1.2.3", "15,,2"). "17,220" is 17.22 and "1.250" is 1250, as Vietnamese reads them. */
export function readNumber(text: string): PrintedNumber | null {
  if (text.length > LONGEST) return null;
  const shape = SHAPES.find(({ pattern }) => pattern.test(text));
  if (shape === undefined) return null;
  const { mark, grouping } = shape;
  const whole = grouping === null ? text : text.replaceAll(grouping, '');
  const value = Number(mark === null ? whole : whole.replace(mark, '.'));
  const decimals = mark === null ? 0 : text.length - text.lastIndexOf(mark) - 1;
  return { value, decimals, mark, grouping };
}

/** Prints a number with the dot between thousands and the decimal comma, rounded to `decimals` digits; trailing zeros stay. */
export function printNumber(value: number, decimals: number): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/gu, '.');
  const digits = fraction === undefined ? grouped : `${grouped},${fraction}`;
  return value < 0 && /[1-9]/u.test(digits) ? `-${digits}` : digits;
}

/** An interval of numbers, both ends included. */
export interface Range {
  low: number;
  high: number;
}

/** What a printed number may stand for: it was rounded, or its further digits were cut off. */
export function standsFor({ value, decimals }: Pick<PrintedNumber, 'value' | 'decimals'>): Range {
  const unit = 10 ** -decimals;
  return { low: value - unit / 2, high: value + unit };
}

/** Whether two intervals have a number in common; a hair of room is left for binary fractions. */
export function overlap(one: Range, other: Range): boolean {
  const hair = 1e-9 * Math.max(Math.abs(one.high), Math.abs(other.high), 1);
  return one.low <= other.high + hair && other.low <= one.high + hair;
}
