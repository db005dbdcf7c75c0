/** Sums and products that the text writes out: "15 người x 50.000 đồng/người x 2 ngày = 1.500.000 đồng", "40 hộ + 25 hộ = 65 hộ". */
import type { LoadedPlan, RawFinding } from '../../engine/check.js';
import { figureHere } from '../../plan/figures.js';
import type { Amount } from '../../plan/plan.js';
import { overlap, printNumber, type Range, standsFor } from '../../text/numbers.js';
import { rangeOf } from './printed.js';

const EQUALS = /=\s{0,3}(?=\d)/gu;
/** A sign between two terms, not a letter of a word. */
const SIGN = /\s{0,3}(?<!\p{L})([x×*+])(?!\p{L})\s{0,3}/gu;
/** The last number of a term with its words: "Nước uống: 15 người", "50.000 đồng/người". */
const TERM = /(?<![\d.,/])(\d[\d.,]*)(?!\d)[^\d]{0,60}$/u;
/** Longest stretch before a "=" that can be its formula. */
const LONGEST = 300;

/** Results that do not follow from what stands before the "=". */
export function* wrongFormulas({ document }: LoadedPlan): Generator<RawFinding> {
  for (const block of document.blocks) {
    const text = document.text.slice(block.start, block.end);
    for (const match of text.matchAll(EQUALS)) {
      const result = figureHere(text, match.index + match[0].length);
      const formula = formulaBefore(text, match.index);
      if (result === null || formula === null) continue;
      const computed = resultOf(formula, true);
      // "5 x 10 = 50 triệu đồng" leaves the size of the unit to the reader
      if (overlap(computed, rangeOf(result)) || overlap(resultOf(formula, false), standsFor(result))) continue;
      const value = (computed.low + computed.high) / 2 / (result.unit?.factor ?? 1);
      yield {
        message: 'formula',
        span: { start: block.start + formula.start, end: block.start + result.span.end },
        data: {
          formula: text.slice(formula.start, match.index).trim(),
          computed: `${printNumber(value, decimalsOf(value))} ${result.unit?.text ?? ''}`.trim(),
          printed: text.slice(match.index + match[0].length, result.span.end),
        },
      };
    }
  }
}

interface Formula {
  start: number;
  sign: '+' | 'x';
  terms: [Amount, ...Amount[]];
}

/** The terms before a "=", all joined by one sign; null if there is but one, or if they hold more than a number and its unit. */
function formulaBefore(text: string, equals: number): Formula | null {
  const from = Math.max(0, equals - LONGEST);
  const stretch = text.slice(from, equals);
  const signs = [...stretch.matchAll(SIGN)];
  const kinds = new Set(signs.map((sign) => (sign[1] === '+' ? '+' : 'x')));
  const [sign] = kinds;
  if (sign === undefined || kinds.size > 1) return null;
  let start = 0;
  const terms: Amount[] = [];
  for (const [i, at] of [0, ...signs.map(({ index, 0: words }) => index + words.length)].entries()) {
    const term = stretch.slice(at, signs[i]?.index ?? stretch.length);
    const match = TERM.exec(term);
    const amount = match === null ? null : figureHere(term, match.index);
    if (match === null || amount === null || (i > 0 && match.index > 0)) return null;
    if (i === 0) start = match.index;
    terms.push(amount);
  }
  const [first, ...rest] = terms;
  return first === undefined ? null : { start: from + start, sign, terms: [first, ...rest] };
}

/** What a formula comes to, with the sizes of its units ("triệu") or by its bare numbers. */
function resultOf({ sign, terms: [first, ...rest] }: Formula, withUnits: boolean): Range {
  const range = (term: Amount): Range => termRange(term, withUnits);
  return rest.reduce((all, term) => (sign === '+' ? plus(all, range(term)) : times(all, range(term))), range(first));
}

/** A whole number is meant exactly; "10%" is a tenth. */
function termRange({ value, decimals, unit }: Amount, withUnits: boolean): Range {
  const factor = unit?.kind === 'percent' ? 0.01 : withUnits ? (unit?.factor ?? 1) : 1;
  const { low, high } = decimals === 0 ? { low: value, high: value } : standsFor({ value, decimals });
  return { low: low * factor, high: high * factor };
}

function plus(one: Range, other: Range): Range {
  return { low: one.low + other.low, high: one.high + other.high };
}

function times(one: Range, other: Range): Range {
  return { low: one.low * other.low, high: one.high * other.high };
}

function decimalsOf(value: number): number {
  return Math.abs(value - Math.round(value)) < 1e-6 ? 0 : 2;
}
