/**
 * Two lines that imply one base: "17,2 tỷ đồng, đạt 99% dự toán giao" puts the estimate at about 17,4; "cả năm 20,7 tỷ đồng, đạt 121% dự toán
 * giao" puts it at about 17,1. Compared are only per cents of one indicator with the same words for the base; bases that lie far apart are
 * taken for different ones (of a quarter, of a year).
 */

import { once } from '../../data/once.js';
import type { LoadedPlan, RawFinding } from '../../engine/check.js';
import { wholeWords } from '../../plan/deadline-words.js';
import { sameMeasure, sameUnits } from '../../plan/figures.js';
import type { Target } from '../../plan/plan.js';
import { targetWords } from '../../plan/target-words.js';
import { wordsKey } from '../../text/normal.js';
import { overlap, printNumber, type Range, standsFor } from '../../text/numbers.js';
import { valueBefore } from './percent.js';
import { isExact, printed, rangeOf, ratioRange, sumRange } from './printed.js';

/** A figure with the per cent of the base that it is said to be. */
interface Share {
  value: Target;
  percent: Target;
  base: Range;
}

/** Two bases are of one thing only if the larger is at most so many times the smaller. */
const NEAR = 1.3;
/** Two lines this far apart are not read together. */
const REACH = 3000;

const sharedBase = once(() => wholeWords(targetWords().bases.shared));

/** Pairs of lines that imply two bases where there can be but one. */
export function* differentBases(plan: LoadedPlan): Generator<RawFinding> {
  const { targets } = plan.plan;
  const shares = new Map<string, Share[]>();
  for (const [i, percent] of targets.entries()) {
    const share = shareOf(percent, valueBefore(targets, i));
    if (share === null) continue;
    const key = `${percent.indicator.key}|${wordsKey(percent.base?.text ?? '')}`;
    const others = (shares.get(key) ?? []).filter((one) => percent.span.start - one.value.span.start <= REACH);
    shares.set(key, [...others, share]);
    const other = others.findLast((one) => differs(one, share));
    if (other !== undefined) yield finding(plan, other, share);
  }
}

function shareOf(percent: Target, value: Target | null): Share | null {
  const { base, comparator } = percent;
  if (value === null || base === null || base.amount !== null || comparator !== '=' || percent.rough) return null;
  if (!sharedBase().test(base.text) || percent.value <= 0 || value.value <= 0) return null;
  const said = standsFor(percent);
  return { value, percent, base: ratioRange(rangeOf(value), { low: said.low / 100, high: said.high / 100 }) };
}

function differs(one: Share, other: Share): boolean {
  if (!sameMeasure(one.value.unit, other.value.unit)) return false;
  if (one.value.year !== null && other.value.year !== null && one.value.year !== other.value.year) return false;
  if (one.value.time === other.value.time && one.value.value !== other.value.value) return false;
  if (overlap(one.base, other.base)) return false;
  const [a, b] = [middle(one), middle(other)];
  return Math.max(a, b) / Math.min(a, b) <= NEAR;
}

function middle({ value, percent }: Share): number {
  return (value.value * (value.unit?.factor ?? 1)) / (percent.value / 100);
}

function finding(plan: LoadedPlan, one: Share, other: Share): RawFinding {
  const span = spanOf(one);
  const data = {
    first: printed(plan, one.value),
    firstPercent: printed(plan, one.percent),
    second: printed(plan, other.value),
    secondPercent: printed(plan, other.percent),
    base: one.percent.base?.text ?? '',
    ...printedBases(one, other),
  };
  const related = [{ of: plan, span: spanOf(other) }];
  const sum = restOfYear(plan, one.value, other.value);
  if (sum === null) return { message: 'same-base', span, related, data };
  return { message: 'same-base-sum', span, related, data: { ...data, sum } };
}

function spanOf({ value, percent }: Share): RawFinding['span'] {
  return { start: value.valueSpan.start, end: percent.base?.span.end ?? percent.valueSpan.end };
}

/** The two bases with as few digits as show that they differ. */
function printedBases(one: Share, other: Share): { firstBase: string; secondBase: string } {
  const unit = one.value.unit;
  const [a, b] = [middle(one) / (unit?.factor ?? 1), middle(other) / (unit?.factor ?? 1)];
  let decimals = 0;
  while (decimals < 6 && printNumber(a, decimals) === printNumber(b, decimals)) decimals++;
  const print = (value: number): string => `${printNumber(value, decimals)} ${unit?.text ?? ''}`.trim();
  return { firstBase: print(a), secondBase: print(b) };
}

/** "17,220 + 3,456 = 20,676": a third figure that makes the first up to the second, so that the sums are right and a per cent is wrong. */
function restOfYear(plan: LoadedPlan, one: Target, other: Target): string | null {
  const rest = plan.plan.targets.find(
    (target) =>
      target !== one &&
      target !== other &&
      target.indicator.key === one.indicator.key &&
      sameUnits(target.unit, one.unit) &&
      isExact(target) &&
      Math.abs(target.span.start - one.span.start) < REACH &&
      overlap(sumRange([one, target]), rangeOf(other)),
  );
  if (rest === undefined) return null;
  const bare = (target: Target): string => printNumber(target.value, target.decimals);
  const sum = printNumber(one.value + rest.value, Math.max(one.decimals, rest.decimals));
  return `${bare(one)} + ${bare(rest)} = ${sum}`;
}
