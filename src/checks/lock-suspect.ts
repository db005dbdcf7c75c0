/** Names the clauses of a parent that changed since the plan was read against it, with the clauses of the plan that answer them. */
import { z } from 'zod';
import { type Case, defineCheck, type RawFinding } from '../engine/check.js';
import { meaning } from '../engine/rule-options.js';
import type { LinkedParent } from '../library/link.js';
import { answersIn, type ClauseChange, changesSince } from '../lock/changes.js';
import { lockedParents } from '../lock/locked.js';
import type { Clause } from '../plan/clauses.js';
import { placeOfParent } from './lock-outdated.js';

export const lockSuspect = defineCheck({
  name: 'lock-suspect',
  options: z.strictObject({
    limit: z
      .int()
      .min(1)
      .meta(
        meaning({
          vi: 'Số ý nhiều nhất được nêu riêng cho mỗi văn bản cấp trên; còn lại chỉ đếm.',
          en: 'At most so many clauses of each parent are named; the rest is only counted.',
        }),
      ),
  }),
  messages: {
    changed: ['now', 'before'],
    removed: ['before', 'path'],
    added: ['now'],
    'changed-unanswered': ['now', 'before'],
    'added-unanswered': ['now'],
    more: ['count'],
  },
  *run(kase, { limit }) {
    if (kase.lock === undefined) return;
    for (const { parent, locked } of lockedParents(kase, kase.lock)) {
      const changes = locked === undefined ? [] : changesSince(locked, parent);
      if (changes.length === 0) continue;
      const answers = answersIn(kase, parent, changes);
      // what the plan took over comes first
      const findings = changes.flatMap((change) => suspect(kase, parent, change, answers(change)) ?? []);
      const sorted = [...findings].sort((a, b) => Number(isUnanswered(a)) - Number(isUnanswered(b)));
      yield* sorted.slice(0, limit);
      const count = sorted.length - limit;
      if (count > 0) yield { message: 'more', span: placeOfParent(kase, parent), data: { count } };
    }
  },
});

function isUnanswered({ message }: RawFinding): boolean {
  return message.endsWith('-unanswered');
}

/** What went and had no answer leaves nothing to read again. */
function suspect(kase: Case, parent: LinkedParent, change: ClauseChange, answer: Clause | null): RawFinding | null {
  if (change.kind === 'removed') {
    const { words: before, at: path } = change.before;
    return answer === null ? null : { message: 'removed', span: answer.span, data: { before, path } };
  }
  const { kind, now } = change;
  const data = { now: now.words, ...(change.kind === 'changed' && { before: change.before.words }) };
  const related = [{ of: parent, span: now.clause.span }];
  if (answer !== null) return { message: kind, span: answer.span, data, related };
  return { message: `${kind}-unanswered`, span: placeOfParent(kase, parent), data, related };
}
