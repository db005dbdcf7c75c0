/** Within one plan: units send a report after the day on which the one who collects it has to report on. */
import { z } from 'zod';
import {
  compareDeadlines,
  type Duty,
  dayText,
  dutiesOf,
  isNear,
  lastDay,
  sameBody,
  sameReport,
  sameStage,
} from '../align/deadlines.js';
import { defineCheck } from '../engine/check.js';

/** How many deadlines apart the collecting and the reporting on of a department may stand. */
const NEAR = 3;

export const deadlineOrder = defineCheck({
  name: 'deadline-order',
  options: z.strictObject({}),
  messages: { 'collected-later': ['collected', 'collectedDay', 'passedOn', 'passedOnDay', 'collector', 'addressee'] },
  *run(kase) {
    const duties = dutiesOf(kase).filter(isReport);
    const sole = soleReport(duties);
    for (const [i, collected] of duties.entries()) {
      const { actor, addressee } = collected.deadline;
      // units below report to the issuer where nobody else is named
      const isCollected = addressee === null ? actor?.role === 'below' : addressee.own && actor?.role !== 'self';
      if (!isCollected) continue;
      const passedOn = duties.filter(
        (other, j) =>
          other !== collected && (isPassedOn(collected, other, Math.abs(i - j)) || isOnlyOne(collected, other, sole)),
      );
      // With several reports upwards it has to come after all of them to be surely wrong.
      if (passedOn.length === 0 || passedOn.some((other) => !isAfter(collected, other))) continue;
      const last = passedOn.reduce((a, b) => ((lastDay(b.deadline) ?? '') > (lastDay(a.deadline) ?? '') ? b : a));
      yield {
        message: 'collected-later',
        span: collected.deadline.span,
        related: [{ of: kase, span: last.deadline.clause }],
        data: {
          collected: collected.deadline.text,
          collectedDay: dayText(collected.deadline),
          passedOn: last.deadline.text,
          passedOnDay: dayText(last.deadline),
          collector: addressee?.text ?? kase.plan.identity.issuer?.text.replace(/\s+/gu, ' ') ?? '',
          addressee: last.deadline.addressee?.text ?? null,
        },
      };
    }
  },
});

function isReport({ deadline }: Duty): boolean {
  return (
    deadline.duty === 'report' && deadline.bound !== 'from' && deadline.bound !== 'on' && lastDay(deadline) !== null
  );
}

/** Upwards, by the issuer itself. */
function isUpwards({ deadline: { actor, addressee } }: Duty): boolean {
  return addressee !== null && addressee.level !== null && !addressee.own && actor?.role === 'self';
}

/** The report upwards, if the plan has only one and makes it of what the units report. */
function soleReport(duties: readonly Duty[]): Duty | null {
  const [only, another] = duties.filter(isUpwards);
  return only !== undefined && another === undefined && /tổng hợp.*kết quả/isu.test(only.words) ? only : null;
}

/** Days by which a report that says nothing of its stage may come in too late for the only report upwards; later it is of another stage. */
const NEXT_DAYS = 31;

/** Whether a report of which nothing else is said can only be for the one report upwards. */
function isOnlyOne(collected: Duty, other: Duty, sole: Duty | null): boolean {
  if (other !== sole || collected.stage !== null || !collected.wholePlan) return false;
  const [day, limit] = [lastDay(collected.deadline), lastDay(other.deadline)];
  if (day === null || limit === null || collected.deadline.form !== 'absolute') return false;
  return (Date.parse(day) - Date.parse(limit)) / 86_400_000 <= NEXT_DAYS;
}

function isAfter(one: Duty, other: Duty): boolean {
  return compareDeadlines(one.deadline, other.deadline) === 'later' && isNear(one.deadline, other.deadline);
}

/** Whether a report is what its collector makes of the collected one: the issuer's own upwards, or the department's next to it. */
function isPassedOn(collected: Duty, other: Duty, distance: number): boolean {
  const { actor, addressee } = other.deadline;
  if (addressee === null || addressee.level === null) return false;
  if (isUpwards(other)) return sameReport(collected, other);
  const collector = collected.deadline.addressee?.text ?? '';
  const byCollector = collector !== '' && actor !== null && actor.role === 'other' && sameBody(actor.text, collector);
  return byCollector && distance <= NEAR && /tổng hợp/iu.test(other.words) && sameStage(collected, other);
}
