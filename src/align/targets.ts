/** Which target of one plan answers which of another. Unlike things are never compared. */
import type { LoadedPlan } from '../engine/check.js';
import { planYear } from '../plan/deadlines.js';
import { sameUnits } from '../plan/figures.js';
import { isOfTheWhole } from '../plan/indicators.js';
import type { Plan, Target } from '../plan/plan.js';
import { wordsKey } from '../text/normal.js';

/** A target and all targets of the other plan for the same indicator and time. */
export interface AnsweredTarget {
  own: Target;
  theirs: [Target, ...Target[]];
}

/** The ratios (per cent, per head) of a plan with those of another that they answer, in the order of the text. */
export function answeredTargets(own: LoadedPlan, other: LoadedPlan): AnsweredTarget[] {
  const byKey = new Map<string, Target[]>();
  for (const target of other.plan.targets) {
    const key = comparableKey(target, other.plan);
    if (key !== null) byKey.set(key, [...(byKey.get(key) ?? []), target]);
  }
  return own.plan.targets.flatMap((target) => {
    const key = comparableKey(target, own.plan);
    const [first, ...rest] =
      key === null ? [] : (byKey.get(key) ?? []).filter((one) => sameUnits(one.unit, target.unit));
    return first === undefined ? [] : [{ own: target, theirs: [first, ...rest] as [Target, ...Target[]] }];
  });
}

/** Whether the first target asks for less than the second one, which it answers. */
export function isWeaker(one: Target, other: Target): boolean {
  if (one.better === 'higher') return one.value < other.value;
  return (one.valueMax ?? one.value) > (other.valueMax ?? other.value);
}

/** What two targets must have in common to be compared; null for a target that is compared with none. */
function comparableKey(target: Target, plan: Plan): string | null {
  const { indicator, better, change, unit } = target;
  const time = timeOf(target, plan);
  if (!target.isTarget || better === null || time === null || !isRatio(target)) return null;
  if (!indicator.key.includes(' ') || isOfTheWhole(indicator.text)) return null;
  return [indicator.key, better, change ?? 'level', unit?.kind, baseKey(target), time].join('|');
}

/** What a per cent is of. Of a level, the plan that it was given ("kế hoạch vốn được giao") goes without saying. */
function baseKey({ base, change }: Target): string {
  if (base === null) return '';
  return change === null && GIVEN_PLAN.test(base.text) ? '' : wordsKey(base.text);
}

const GIVEN_PLAN = /^(?:(?:kế hoạch|vốn|dự toán|được|giao|trong|năm|chỉ tiêu|đề ra)(?: |$))+$/iu;

/** Per cent or so much a head: what a city and its communes can both be measured by. */
function isRatio({ unit }: Target): boolean {
  if (unit === null) return false;
  return unit.kind === 'percent' || unit.kind === 'points' || (unit.per !== null && PER_HEAD.test(unit.per));
}

const PER_HEAD = /^(?:\d[\d.]* )?(?:người|đầu người|dân|vạn dân|nghìn dân|hộ)(?:\/|$)/u;

/** The year or years that a target is for: its own, else those of its plan; null if neither says. */
function timeOf({ year, period }: Target, plan: Plan): string | null {
  if (year !== null) return String(year);
  if (period !== null) return `${period.from}-${period.to}`;
  const only = planYear(plan);
  if (only !== null) return String(only);
  const { from = null, to = null } = plan.period?.interval ?? {};
  return from === null || to === null ? null : `${from.slice(0, 4)}-${to.slice(0, 4)}`;
}
