/** Where a plan asks the level below to issue plans of its own, and by when: "Các xã, phường ban hành kế hoạch … trước ngày 20/02/2026". */

import { once } from '../data/once.js';
import type { SourceDocument, Span } from '../source/document.js';
import { anyOf, wholeWords } from './deadline-words.js';
import { typeByName } from './document-types.js';
import { dutyWords, LEVEL_BELOW } from './duties.js';
import type { Deadline, Plan } from './plan.js';

export interface PlanRequest {
  /** The clause that asks. */
  span: Span;
  section: string | null;
  /** Until when, as far as the clause says it. */
  deadline: Deadline | null;
}

const request = once(() => {
  const { verbs, between, plans, 'not-after': notAfter } = dutyWords()['plan-request'];
  return new RegExp(
    `(?<!\\p{L})${anyOf(verbs)}(?:[ ]?,)?(?:[ ]{1,3}${anyOf(between)}(?:[ ]?,)?){0,5}[ ]{1,3}${anyOf(plans)}(?!\\p{L})(?![ ]${anyOf(notAfter)}(?!\\p{L}))`,
    'iu',
  );
});

/** Every clause that asks the level below for a plan of its own, in the order of the text; empty for plans that ask nobody. */
export function planRequests(
  { text }: SourceDocument,
  plan: Pick<Plan, 'identity' | 'ownUnit' | 'duties' | 'deadlines'>,
): PlanRequest[] {
  const level = plan.identity.issuer?.level ?? plan.ownUnit?.level ?? null;
  const below = level === null ? undefined : LEVEL_BELOW[level];
  if (below === undefined) return [];
  const asked = plan.duties
    .filter((duty) => duty.kind === 'issue-plan' && request().test(duty.text))
    .map(({ span, section }): PlanRequest => ({ span, section, deadline: deadlineOf(span, plan.deadlines) }));
  // task tables hold no duties, but deadlines with who has to act
  const addressed = wholeWords(dutyWords().addressees[below]);
  const inTables = plan.deadlines.filter(
    ({ duty, actor, clause }) =>
      duty !== 'report' &&
      actor?.role === 'below' &&
      addressed.test(actor.text) &&
      request().test(text.slice(clause.start, clause.end)) &&
      !asked.some(({ span }) => overlap(span, clause)),
  );
  return [
    ...asked,
    ...inTables.map((deadline): PlanRequest => ({ span: deadline.clause, section: deadline.section, deadline })),
  ].sort((a, b) => a.span.start - b.span.start);
}

/** Whether a document of this kind, by name, can be the answer to such a request; one of unknown kind may be. */
export function answersRequest(type: string | null): boolean {
  const known = type === null ? null : typeByName(type);
  return known === null || known.generic || dutyWords().answers.includes(known.family ?? known.name);
}

/** The last day that the clause itself gives for issuing or sending the plan; of several the latest. */
function deadlineOf(span: Span, deadlines: readonly Deadline[]): Deadline | null {
  const within = deadlines.filter(({ clause }) => overlap(span, clause));
  const issuing = within.filter(({ duty }) => duty === 'issue-plan');
  const fitting = issuing.length > 0 ? issuing : within.filter(({ duty }) => duty === 'submit');
  return fitting.reduce<Deadline | null>((latest, one) => {
    return latest === null || (one.due?.to ?? '') > (latest.due?.to ?? '') ? one : latest;
  }, null);
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
