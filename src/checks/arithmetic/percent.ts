/** A per cent against the two figures that it is made of: "98,5 tỷ đồng, đạt 50,1% so kế hoạch (196,4 tỷ đồng)", "57% (131/230 hồ sơ)". */

import { once } from '../../data/once.js';
import type { LoadedPlan, RawFinding } from '../../engine/check.js';
import { wholeWords } from '../../plan/deadline-words.js';
import { sameMeasure } from '../../plan/figures.js';
import type { Amount, Target } from '../../plan/plan.js';
import { targetWords } from '../../plan/target-words.js';
import { overlap, printNumber, standsFor } from '../../text/numbers.js';
import { isExact, printAmount, printed, rangeOf, ratioRange } from './printed.js';

const otherPrices = once(() => wholeWords(targetWords().prices));

/** Per cents that do not follow from the part and the whole printed with them. */
export function* wrongPercents(plan: LoadedPlan): Generator<RawFinding> {
  const { targets } = plan.plan;
  for (const [i, target] of targets.entries()) {
    const found = ofBase(plan, target, valueBefore(targets, i)) ?? ofRatio(plan, target, targets[i + 1]);
    if (found !== null) yield found;
  }
}

/** So many figures in a row can go on with one. */
const CHAIN = 8;

/** The figure that a per cent without words of its own goes on with: the last sum or count before it with the same words. */
export function valueBefore(targets: readonly Target[], index: number): Target | null {
  const percent = targets[index];
  if (percent?.unit?.kind !== 'percent' || !percent.indicator.inherited) return null;
  for (let i = index - 1; i >= Math.max(0, index - CHAIN); i--) {
    const before = targets[i];
    if (before === undefined || before.indicator.text !== percent.indicator.text) return null;
    if (isExact(before)) return before.change === null ? before : null;
    if (before.unit?.kind !== 'percent' || !before.indicator.inherited) return null;
  }
  return null;
}

function ofBase(plan: LoadedPlan, percent: Target, part: Target | null): RawFinding | null {
  const whole = percent.base?.amount ?? null;
  if (part === null || whole === null || !isPlain(percent) || !sameMeasure(part.unit, whole.unit)) return null;
  // growth is measured in prices of another year than those of the figures
  if (otherPrices().test(plan.document.text.slice(percent.clause.start, percent.clause.end))) return null;
  const isChange = percent.change !== null;
  if (agrees(percent, part, whole, isChange)) return null;
  const share = (part.value * (part.unit?.factor ?? 1)) / (whole.value * (whole.unit?.factor ?? 1));
  // "tăng 50% so với năm trước (…)" is meant as a change, unless the figure is nearer to the whole share
  const computed = isChange && Math.abs(share * 100 - percent.value) > 50 ? Math.abs(share - 1) : share;
  const end = percent.base?.span.end ?? percent.span.end;
  return finding(
    plan,
    percent,
    { start: part.valueSpan.start, end },
    printed(plan, part),
    printAmount(whole),
    computed,
  );
}

const JOINED_AFTER = /^[\s(,:;–-]{0,4}(?:(?:đạt|chiếm|bằng|tương đương|tỷ lệ|tỉ lệ|là|=)[\s:]{0,2}){0,3}$/iu;
/** "45/60 hộ kinh doanh ký cam kết, đạt 75%": a few words say what the part did; the per cent has no words of its own. */
const JOINED_FURTHER = /^[^\d.;:()%]{0,60},[ ](?:đạt|chiếm|bằng)(?:[ ](?:tỷ lệ|tỉ lệ))?[ ]$/iu;
const JOINED_BEFORE = /^\s{0,2}\(\s{0,2}$/u;

/** "131/230 hồ sơ, đạt 57%" and "57% (131/230 hồ sơ)". */
function ofRatio(plan: LoadedPlan, one: Target, next: Target | undefined): RawFinding | null {
  if (next === undefined) return null;
  const { text } = plan.document;
  const between = text.slice(one.valueSpan.end, next.valueSpan.start);
  const [part, percent] = one.whole === null ? [next, one] : [one, next];
  const further = percent.indicator.inherited && JOINED_FURTHER.test(between);
  const joined = part === one ? JOINED_AFTER.test(between) || further : JOINED_BEFORE.test(between);
  const { whole: all, unit } = part;
  if (!joined || all === null || all.value === 0 || percent.unit?.kind !== 'percent' || !isPlain(percent)) return null;
  if (percent.base !== null) return null;
  const whole: Amount = { ...all, unit };
  // "cắt giảm còn 48/60 ngày, tỷ lệ 20%"
  const rest: Amount = { value: all.value - part.value, decimals: Math.max(all.decimals, part.decimals), unit };
  if (agrees(percent, part, whole, false) || agrees(percent, rest, whole, false)) return null;
  const span = {
    start: Math.min(part.valueSpan.start, percent.valueSpan.start),
    end: Math.max(part.valueSpan.end, percent.valueSpan.end),
  };
  return finding(
    plan,
    percent,
    span,
    printNumber(part.value, part.decimals),
    printAmount(whole),
    part.value / all.value,
  );
}

function isPlain({ comparator, valueMax }: Target): boolean {
  return valueMax === null && (comparator === '=' || comparator === 'change');
}

/** Whether a per cent may have been printed for part and whole; of a change, for what is more or less than the whole. */
function agrees(percent: Target, part: Amount, whole: Amount, isChange: boolean): boolean {
  if (percent.rough) return true;
  const { low, high } = ratioRange(rangeOf(part), rangeOf(whole));
  const share = { low: low * 100, high: high * 100 };
  const said = standsFor(percent);
  if (overlap(share, said)) return true;
  // 86,046 became 86,05 on one sheet and 86,1 on the next
  const finer = 10 ** (percent.decimals + 1);
  const once = { low: Math.round(share.low * finer) / finer, high: Math.round(share.high * finer) / finer };
  if (overlap(once, said)) return true;
  return (
    isChange &&
    (overlap({ low: share.low - 100, high: share.high - 100 }, said) ||
      overlap({ low: 100 - share.high, high: 100 - share.low }, said))
  );
}

function finding(
  plan: LoadedPlan,
  percent: Target,
  span: RawFinding['span'],
  part: string,
  whole: string,
  computed: number,
): RawFinding {
  const right = `${printNumber(computed * 100, Math.max(2, percent.decimals))}%`;
  return { message: 'percent', span, data: { part, whole, computed: right, printed: printed(plan, percent) } };
}
