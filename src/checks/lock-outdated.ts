/** Says that a parent changed since the plan was read against it, or that it was never locked against this parent. */
import { z } from 'zod';
import { type Case, defineCheck } from '../engine/check.js';
import type { LinkedParent } from '../library/link.js';
import { type ClauseChange, changesSince } from '../lock/changes.js';
import { lockedParents } from '../lock/locked.js';
import { citationName, nameAndDate } from '../plan/citation-text.js';
import type { Span } from '../text/span.js';

export const lockOutdated = defineCheck({
  name: 'lock-outdated',
  options: z.strictObject({}),
  messages: { outdated: ['parent', 'changed', 'added', 'removed'], unlocked: ['parent'] },
  *run(kase) {
    if (kase.lock === undefined) return;
    for (const { parent, locked } of lockedParents(kase, kase.lock)) {
      const data = { parent: parentName(parent) };
      const span = placeOfParent(kase, parent);
      if (locked === undefined) {
        yield { message: 'unlocked', span, data };
        continue;
      }
      const changes = changesSince(locked, parent);
      const count = (kind: ClauseChange['kind']): number => changes.filter((change) => change.kind === kind).length;
      if (changes.length === 0) continue;
      const counts = { changed: count('changed'), added: count('added'), removed: count('removed') };
      yield { message: 'outdated', span, data: { ...data, ...counts } };
    }
  },
});

/** "Kế hoạch số 34/KH-UBND", or the path of a parent that has no number. */
function parentName({ plan, document }: LinkedParent): string {
  return plan.identity.code === null ? document.path : citationName(plan.identity);
}

/** Where the plan cites a parent; its own title for one that was given by hand and is not cited. */
export function placeOfParent({ plan }: Case, { link }: LinkedParent): Span {
  if (link !== null) return nameAndDate(link.citation);
  return plan.identity.spans.subject ?? plan.identity.spans.type ?? plan.zones.header;
}
