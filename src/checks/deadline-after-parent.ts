/**
 * A duty due later than the parent allows. Compared are only: a report up to the parent's level with the day on which the parent wants it;
 * a report that units send to the issuer with that same day; a task with the parent's task in like words. Where the parent has several
 * days that could be meant, a finding needs all of them to be passed. Where no parent sets a day, that of the document above it counts.
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
import { higherParents } from '../library/chain.js';
import type { LinkedParent } from '../library/link.js';
import type { Level } from '../plan/plan.js';

type Relation = 'reported' | 'collected' | 'task';
type Message = Relation | 'milestone' | 'same-day';

/** The level whose plans lay duties on a level. */
const LAYS_DUTIES_ON: Partial<Record<Level, Level>> = { commune: 'province', unit: 'commune' };

export const deadlineAfterParent = defineCheck({
  name: 'deadline-after-parent',
  options: z.strictObject({}),
  messages: {
    reported: ['own', 'ownDay', 'parent', 'parentDay', 'addressee'],
    collected: ['own', 'ownDay', 'parent', 'parentDay', 'addressee'],
    task: ['own', 'ownDay', 'parent', 'parentDay'],
    milestone: ['own', 'ownDay', 'parent', 'parentDay'],
    'same-day': ['own', 'ownDay', 'parent', 'parentDay'],
  },
  *run(kase) {
    const parents = bindingParents(kase.plan, kase.parents).map(dutiesLaidBy);
    const all = kase.parents.map(dutiesLaidBy);
    const higher = bindingParents(kase.plan, rightAbove(kase)).map(dutiesLaidBy);
    for (const duty of dutiesOf(kase)) {
      const silent = higher.length > 0 && !all.some((parent) => speaksOf(duty, parent));
      for (const parent of silent ? [...parents, ...higher] : parents) {
        const finding = compareWith(kase, duty, parent);
        if (finding !== null) yield finding;
      }
    }
  },
});

/** A document above the plan with the duties that it lays on units. */
interface Lays {
  parent: LoadedPlan;
  duties: Duty[];
}

function dutiesLaidBy(parent: LoadedPlan): Lays {
  return { parent, duties: dutiesOf(parent).filter(isLaidOnUnits) };
}

/** Documents further up the chain that lay duties on the plan's own level: of the province for a commune, never of the central level. */
function rightAbove(kase: Case): LinkedParent[] {
  const own = kase.plan.identity.issuer?.level ?? kase.plan.ownUnit?.level ?? null;
  const binding = own === null ? undefined : LAYS_DUTIES_ON[own];
  return higherParents(kase).filter(({ plan }) => binding !== undefined && plan.identity.issuer?.level === binding);
}

/** Whether a parent sets a day of its own for a duty: for any report, or for the same task. */
function speaksOf(duty: Duty, { duties }: Lays): boolean {
  if (duty.deadline.duty === 'report') return duties.some(({ deadline }) => deadline.duty === 'report');
  return answers(duty, 'task', duties).length > 0;
}

/** Duties that the parent lays on the level of the child: not on itself, not on one of its departments. */
function isLaidOnUnits({ deadline }: Duty): boolean {
  const { actor, bound } = deadline;
  return (actor === null || actor.role === 'below') && bound !== 'from' && bound !== 'on' && lastDay(deadline) !== null;
}

function compareWith(kase: Case, duty: Duty, { parent, duties: theirs }: Lays): RawFinding | null {
  const { deadline } = duty;
  const ownDay = lastDay(deadline);
  if (ownDay === null || deadline.bound === 'from' || deadline.bound === 'on') return null;
  const relation = relationOf(duty, levelOf(theirs));
  if (relation === null) return null;
  const sameTime = theirs.filter((other) => {
    const day = lastDay(other.deadline);
    return day !== null && (deadline.form === 'recurring' || sameYear(kase, ownDay, parent, day));
  });
  const alike = answers(duty, relation, sameTime);
  const sameStep = alike.length === 0 && relation === 'task' ? sameMilestone(duty, sameTime) : [];
  const answered = sameStep.length > 0 ? sameStep : alike;
  const verdicts = answered.map((other) => compareDeadlines(deadline, other.deadline));
  const last = answered.reduce<Duty | null>((latest, other) => (isLater(other, latest) ? other : latest), null);
  if (last === null || verdicts.includes(null)) return null;
  if ((relation !== 'task' || sameStep.length > 0) && !isNear(deadline, last.deadline)) return null;
  const sameDay = compareDeadlines(deadline, last.deadline) === 'same-day';
  // Units that report on the day named for the report upwards leave little time, but are not late.
  if (sameDay && relation === 'collected') return null;
  const lateAs = sameStep.length > 0 ? 'milestone' : relation;
  return findingOf(sameDay ? 'same-day' : lateAs, duty, parent, last);
}

/** The level of a parent, as its units have to report to it. */
function levelOf(theirs: readonly Duty[]): Level | null {
  return theirs.find((other) => other.deadline.addressee?.own === true)?.deadline.addressee?.level ?? null;
}

/** How a duty stands to the parent: a report to the parent's level, a report gathered for the issuer, or a task. */
function relationOf({ deadline }: Duty, parentLevel: Level | null): Relation | null {
  const { duty, addressee } = deadline;
  const upwards = addressee !== null && !addressee.own && addressee.level !== null && addressee.level === parentLevel;
  if (duty === 'report') {
    if (upwards) return 'reported';
    // units below report to the issuer where nobody else is named
    const isCollected = addressee === null ? deadline.actor?.role === 'below' : addressee.own;
    return isCollected ? 'collected' : null;
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

/** The parent's duties that are the same step as this one. */
function sameMilestone({ milestone, deadline }: Duty, theirs: readonly Duty[]): Duty[] {
  if (milestone === null) return [];
  return theirs.filter((other) => other.milestone === milestone && other.deadline.duty === deadline.duty);
}

function isOwed({ addressee }: Duty['deadline']): boolean {
  return addressee !== null;
}

function isLater(other: Duty, latest: Duty | null): boolean {
  return latest === null || (lastDay(other.deadline) ?? '') > (lastDay(latest.deadline) ?? '');
}

function findingOf(message: Message, duty: Duty, parent: LoadedPlan, theirs: Duty): RawFinding {
  const isReport = message === 'reported' || message === 'collected';
  const addressee = isReport ? { addressee: theirs.deadline.addressee?.text ?? null } : {};
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
