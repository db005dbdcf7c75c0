/** The months of a year in two parts: what is said for seven months and for the last five has to make what is said for the year. */
import type { LoadedPlan, RawFinding } from '../../engine/check.js';
import { sameMeasure } from '../../plan/figures.js';
import type { Target } from '../../plan/plan.js';
import { overlap } from '../../text/numbers.js';
import { isExact, printed, printSum, rangeOf, sumRange } from './printed.js';

/** Figures this far apart are not of one account. */
const REACH = 1500;

/** Years that their two parts do not make up. */
export function* wrongYears(plan: LoadedPlan): Generator<RawFinding> {
  const sums = plan.plan.targets.filter((target) => isExact(target) && target.change === null && target.time !== null);
  const byKey = new Map<string, Target[]>();
  for (const target of sums) byKey.set(target.indicator.key, [...(byKey.get(target.indicator.key) ?? []), target]);
  for (const alike of byKey.values()) {
    for (const rest of alike) {
      const months = restMonths(rest);
      if (months === null) continue;
      const near = alike.filter(
        (one) => sameMeasure(one.unit, rest.unit) && Math.abs(one.span.start - rest.span.start) < REACH,
      );
      const firsts = near.filter((one) => firstMonths(one) === 12 - months);
      const years = near.filter(isYear);
      const [first] = firsts;
      const [year] = years;
      if (first === undefined || year === undefined || firsts.length + years.length > 2) continue;
      if (overlap(sumRange([first, rest]), rangeOf(year))) continue;
      yield {
        message: 'months',
        span: year.valueSpan,
        related: [first, rest].map(({ valueSpan }) => ({ of: plan, span: valueSpan })),
        data: {
          first: printed(plan, first),
          rest: printed(plan, rest),
          sum: printSum([first, rest], year),
          year: printed(plan, year),
        },
      };
    }
  }
}

/** 5 of "5 tháng cuối năm"; null if it is not for the rest of a year. */
function restMonths({ time }: Target): number | null {
  const match = /^(\d{1,2})\s+tháng\s+cuối\s+năm/u.exec(time ?? '');
  return match === null ? null : Number(match[1]);
}

/** 7 of "7 tháng", "7 tháng đầu năm 2026". */
function firstMonths({ time }: Target): number | null {
  const match = /^(\d{1,2})\s+tháng(?!\s+cuối)/u.exec(time ?? '');
  return match === null ? null : Number(match[1]);
}

function isYear({ time }: Target): boolean {
  return /^(?:cả năm|(?:trong |cả )?năm 20\d{2})/iu.test(time ?? '');
}
