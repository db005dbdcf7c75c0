/** Arithmetic with printed figures: each stands for an interval, as it was rounded or cut off. */
import type { LoadedPlan } from '../../engine/check.js';
import { sameMeasure } from '../../plan/figures.js';
import type { Amount, Target, Unit } from '../../plan/plan.js';
import { printNumber, type Range, standsFor } from '../../text/numbers.js';

/** What a figure may stand for, in single units (đồng, người). A count is exact unless it is in thousands or millions. */
export function rangeOf({ value, decimals, unit }: Amount): Range {
  const factor = unit?.factor ?? 1;
  if (unit?.kind === 'count' && factor === 1 && decimals === 0) return { low: value, high: value };
  const { low, high } = standsFor({ value, decimals });
  return { low: low * factor, high: high * factor };
}

/** What the sum of figures may be. */
export function sumRange(amounts: readonly Amount[]): Range {
  return amounts.reduce<Range>(
    (sum, amount) => {
      const { low, high } = rangeOf(amount);
      return { low: sum.low + low, high: sum.high + high };
    },
    { low: 0, high: 0 },
  );
}

/** What one figure divided by another may be; the divisor has to be above zero. */
export function ratioRange(part: Range, whole: Range): Range {
  return { low: part.low / whole.high, high: whole.low > 0 ? part.high / whole.low : Number.POSITIVE_INFINITY };
}

/** A figure that a sum can be made of: money or a count, one number, not "khoảng" or "trên". */
export function isExact(target: Target): boolean {
  const kind = target.unit?.kind;
  return (kind === 'money' || kind === 'count') && !target.rough && target.valueMax === null && target.whole === null;
}

/** Sum of figures of one measure, in the size and with the digits of the finest unit among them. */
export function printSum(amounts: readonly Amount[], as: Amount): string {
  const factor = as.unit?.factor ?? 1;
  const digits = amounts.map(({ decimals, unit }) => decimals + Math.round(Math.log10(factor / (unit?.factor ?? 1))));
  const sum = amounts.reduce((total, { value, unit }) => total + value * ((unit?.factor ?? 1) / factor), 0);
  return `${printNumber(sum, Math.max(0, as.decimals, ...digits))}${unitText(as.unit)}`;
}

/** A figure as the document prints it, with its unit. */
export function printed({ document }: LoadedPlan, { valueSpan }: Pick<Target, 'valueSpan'>): string {
  return document.text.slice(valueSpan.start, valueSpan.end);
}

/** A figure anew in Vietnamese format, with its unit. */
export function printAmount({ value, decimals, unit }: Amount): string {
  return `${printNumber(value, decimals)}${unitText(unit)}`;
}

function unitText(unit: Unit | null): string {
  return unit === null ? '' : ` ${unit.text}`;
}

/** Whether a list of figures measure the same as one, and are of use in a sum with it. */
export function allOfMeasure(targets: readonly Target[], unit: Unit | null): boolean {
  return targets.every((target) => sameMeasure(target.unit, unit) && isExact(target) && target.change === null);
}
