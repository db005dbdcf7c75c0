/**
 * A duty due later than the parent allows. Compared are only: a report up to the parent's level with the day on which the parent wants it;
 * a report that units send to the issuer with that same day; a task with the parent's task in like words. Where the parent has several
 * days that could be meant, a finding needs all of them to be passed.
 */
import { z } from 'zod';
import {
  bindingParents,
  compareDeadlines,
  type Duty,
  dayText,
  dutiesOf,
  isNear,
  lastDay,
  sameBody,
  sameReport,
  sameYear,
  taskLikeness,
} from '../align/deadlines.js';
import { type Case, defineCheck, type LoadedPlan, type RawFinding } from '../engine/check.js';

type Relation = 'reported' | 'collected' | 'task';

export const deadlineAfterParent = defineCheck({
  name: 'deadline-after-parent',
  options: z.strictObject({}),
  messages: {
    reported: ['own', 'ownDay', 'parent', 'parentDay', 'addressee'],
    collected: ['own', 'ownDay', 'parent', 'parentDay', 'addressee'],
    task: ['own', 'ownDay', 'parent', 'parentDay'],
    'same-day': ['own', 'ownDay', 'parent', 'parentDay'],
  },
  *run(kase) {
    const duties = dutiesOf(kase);
    for (const parent of bindingParents(kase.plan, kase.parents)) {
      const theirs = dutiesOf(parent).filter(isLaidOnUnits);
      for (const duty of duties) {
        const finding = compareWith(kase, duty, parent, theirs);
        if (finding !== null) yield finding;
      }
    }
  },
});

/** Duties that the parent lays on the level of the child: not on itself, not on one of its departments. */
function isLaidOnUnits({ deadline }: Duty): boolean {
  const { actor, bound } = deadline;
  return (actor === null || actor.role === 'below') && bound !== 'from' && bound !== 'on' && lastDay(deadline) !== null;
}

function compareWith(kase: Case, duty: Duty, parent: LoadedPlan, theirs: readonly Duty[]): RawFinding | null {
  const { deadline } = duty;
  const ownDay = lastDay(deadline);
  if (ownDay === null || deadline.bound === 'from' || deadline.bound === 'on') return null;
  const level = theirs.find((other) => other.deadline.addressee?.own === true)?.deadline.addressee?.level ?? null;
  const relation = relationOf(duty, level);
  if (relation === null) return null;
  const sameTime = theirs.filter((other) => {
    const day = lastDay(other.deadline);
    return day !== null && (deadline.form === 'recurring' || sameYear(kase, ownDay, parent, day));
  });
  const answered = answers(duty, relation, sameTime);
  const verdicts = answered.map((other) => compareDeadlines(deadline, other.deadline));
  const last = answered.reduce<Duty | null>((latest, other) => (isLater(other, latest) ? other : latest), null);
  if (last === null || verdicts.includes(null)) return null;
  if (relation !== 'task' && !isNear(deadline, last.deadline)) return null;
  const sameDay = compareDeadlines(deadline, last.deadline) === 'same-day';
  // Units that report on the day named for the report upwards leave little time, but are not late.
  if (sameDay && relation === 'collected') return null;
  return findingOf(sameDay ? 'same-day' : relation, duty, parent, last);
}

/** How a duty stands to the parent: a report to the parent's level, a report gathered for the issuer, or a task. */
function relationOf({ deadline }: Duty, parentLevel: string | null): Relation | null {
  const { duty, addressee } = deadline;
  const upwards = addressee !== null && !addressee.own && addressee.level !== null && addressee.level === parentLevel;
  if (duty === 'report') {
    if (upwards) return 'reported';
    return addressee?.own === true ? 'collected' : null;
  }
  return addressee === null || upwards ? 'task' : null;
}

/** The parent's duties that this one answers. */
function answers(duty: Duty, relation: Relation, theirs: readonly Duty[]): Duty[] {
  if (relation === 'task') {
    const alike = theirs
      .filter(({ deadline }) => deadline.duty === duty.deadline.duty && isOwed(deadline) === isOwed(duty.deadline))
      .map((other) => ({ other, likeness: taskLikeness(duty, other) }))
      .filter(({ likeness }) => likeness > 0);
    const best = Math.max(0, ...alike.map(({ likeness }) => likeness));
    return alike.filter(({ likeness }) => likeness === best).map(({ other }) => other);
  }
  const reports = theirs.filter(
    (other) => other.deadline.duty === 'report' && other.deadline.addressee?.own === true && sameReport(duty, other),
  );
  const addressee = duty.deadline.addressee?.text ?? '';
  const toSame = reports.filter((other) => sameBody(other.deadline.addressee?.text ?? '', addressee));
  return relation === 'reported' && toSame.length > 0 ? toSame : reports;
}

function isOwed({ addressee }: Duty['deadline']): boolean {
  return addressee !== null;
}

function isLater(other: Duty, latest: Duty | null): boolean {
  return latest === null || (lastDay(other.deadline) ?? '') > (lastDay(latest.deadline) ?? '');
}

function findingOf(message: Relation | 'same-day', duty: Duty, parent: LoadedPlan, theirs: Duty): RawFinding {
  const addressee =
    message === 'task' || message === 'same-day' ? {} : { addressee: theirs.deadline.addressee?.text ?? null };
  return {
    message,
    span: duty.deadline.span,
    related: [{ of: parent, span: theirs.deadline.clause }],
    data: {
      own: duty.deadline.text,
      ownDay: dayText(duty.deadline),
      parent: theirs.deadline.text,
      parentDay: dayText(theirs.deadline),
      ...addressee,
    },
  };
}
