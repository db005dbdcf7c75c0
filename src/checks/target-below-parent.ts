/**
 * A target that asks for less than the parent's for the same indicator and year. Only ratios are compared, and only where it is known which
 * way they are meant to go. Where the parent gives several figures that could be meant, a finding needs all of them to ask for more.
 */
import { z } from 'zod';
import { bindingParents } from '../align/deadlines.js';
import { type AnsweredTarget, answeredTargets, isWeaker } from '../align/targets.js';
import { defineCheck, type LoadedPlan, type RawFinding } from '../engine/check.js';

export const targetBelowParent = defineCheck({
  name: 'target-below-parent',
  options: z.strictObject({}),
  messages: {
    lower: ['indicator', 'own', 'parent'],
    higher: ['indicator', 'own', 'parent'],
  },
  *run(kase) {
    for (const parent of bindingParents(kase.plan, kase.parents)) {
      for (const answered of answeredTargets(kase, parent)) {
        if (answered.theirs.every((theirs) => isWeaker(answered.own, theirs))) yield findingOf(answered, parent);
      }
    }
  },
});

function findingOf({ own, theirs: [theirs] }: AnsweredTarget, parent: LoadedPlan): RawFinding {
  return {
    message: own.better === 'lower' ? 'higher' : 'lower',
    span: own.span,
    quote: own.text,
    related: [{ of: parent, span: theirs.clause }],
    data: { indicator: own.indicator.text, own: own.text, parent: theirs.text },
  };
}
