/** Finds duties that the parent lays on the plan's level and that nothing in the plan takes over. */
import { z } from 'zod';
import { dutyCoverage, isRightBelow } from '../align/duty-coverage.js';
import { type Case, defineCheck, type RawFinding } from '../engine/check.js';
import { meaning } from '../engine/rule-options.js';
import type { LinkedParent } from '../library/link.js';
import type { Duty } from '../plan/plan.js';

export const dutyUncovered = defineCheck({
  name: 'duty-uncovered',
  options: z.strictObject({
    coveredFrom: z
      .number()
      .min(0)
      .max(1)
      .meta(
        meaning({
          vi: 'Tỷ lệ (0 đến 1) chữ riêng của nhiệm vụ mà một mục của kế hoạch phải có thì nhiệm vụ mới tính là đã triển khai.',
          en: "Share (0 to 1) of a duty's own words that one section of the plan has to have for the duty to count as taken over.",
        }),
      ),
    leastWords: z
      .int()
      .min(1)
      .meta(
        meaning({
          vi: 'Nhiệm vụ có ít chữ riêng hơn số này thì quá chung, không tìm.',
          en: 'A duty with fewer words of its own is too general to look for.',
        }),
      ),
  }),
  messages: { report: ['duty', 'addressee', 'path'], missing: ['duty', 'path'] },
  *run(kase, bars) {
    const parent = kase.parents[0];
    if (parent === undefined || !isRightBelow(kase.plan, parent.plan)) return;
    for (const { duty, coverage } of dutyCoverage(kase, parent, bars)) {
      if (coverage === 'missing')
        yield finding(
          duty.kind === 'report' && duty.addressee?.own === true ? 'report' : 'missing',
          kase,
          parent,
          duty,
        );
    }
  },
});

/** Stands at the plan's chapter on organisation, where the duty would be taken over. */
function finding(message: 'report' | 'missing', { plan }: Case, parent: LinkedParent, duty: Duty): RawFinding {
  const place = plan.outline.find(({ kinds }) => kinds.includes('organization')) ?? plan.outline.at(-1);
  return {
    message,
    span: place?.span ?? plan.identity.spans.type ?? plan.zones.header,
    data: { duty: shortened(duty.text), addressee: duty.addressee?.text ?? null, path: duty.section },
    related: [{ of: parent, span: duty.span }],
  };
}

function shortened(text: string): string {
  return text.length <= 140 ? text : `${text.slice(0, 140).replace(/\s\S*$/u, '')}…`;
}
