/** The period of implementation leaves that of the parent. "Từ nay" begins where the plan does and is never too early. */
import { z } from 'zod';
import { bindingParents } from '../align/deadlines.js';
import { type Case, defineCheck } from '../engine/check.js';
import { formatDay, yearOf } from '../plan/calendar.js';
import type { Period } from '../plan/plan.js';

export const periodOutsideParent = defineCheck({
  name: 'period-outside-parent',
  options: z.strictObject({}),
  messages: {
    'ends-later': ['own', 'ownDay', 'parent', 'parentDay'],
    'starts-earlier': ['own', 'ownDay', 'parent', 'parentDay'],
  },
  *run(kase) {
    const own = kase.plan.period;
    if (own === null || hasUnseenParent(kase)) return;
    const parents = bindingParents(kase.plan, kase.parents).flatMap((parent) =>
      parent.plan.period === null ? [] : [{ parent, period: parent.plan.period }],
    );
    const [main] = parents;
    if (main === undefined) return;
    const { to } = own.interval;
    const ends = parents.map(({ period }) => period.interval.to);
    if (to !== null && ends.every((end) => end !== null && isAfter(to, end, own))) {
      const day = main.period.interval.to ?? '';
      yield {
        message: 'ends-later',
        span: own.span,
        related: [{ of: main.parent, span: main.period.span }],
        data: { own: own.text, ownDay: formatDay(to), parent: main.period.text, parentDay: formatDay(day) },
      };
    }
    const from = startOf(own);
    const starts = parents.map(({ period }) => startOf(period));
    const earlier = (start: string | null): boolean => start !== null && from !== null && isBefore(from, start, own);
    if (from !== null && starts.every(earlier)) {
      const day = starts[0] ?? '';
      yield {
        message: 'starts-earlier',
        span: own.span,
        related: [{ of: main.parent, span: main.period.span }],
        data: { own: own.text, ownDay: formatDay(from), parent: main.period.text, parentDay: formatDay(day) },
      };
    }
  },
});

/** A year as a whole says no more than the year, a month no more than the month: "năm 2026" is not before "từ tháng 3 năm 2026". */
function isBefore(from: string, start: string, { text }: Period): boolean {
  if (from.endsWith('-01-01')) return yearOf(from) < yearOf(start);
  return from.endsWith('-01') && !NAMES_DAY.test(text) ? monthOf(from) < monthOf(start) : from < start;
}

/** "đến tháng 11/2026" does not go past "đến ngày 20/11/2026"; "đến hết tháng 11" does. */
function isAfter(to: string, end: string, { text }: Period): boolean {
  return NAMES_DAY.test(text) || TO_THE_END.test(text) ? to > end : monthOf(to) > monthOf(end);
}

const NAMES_DAY = /(?<!\p{L})ngày[ ]{1,4}\d|\d\/\d{1,2}\/\d{4}/iu;
const TO_THE_END = /(?<!\p{L})(?:hết|cuối)(?!\p{L})/iu;

function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** First day that a period names itself; null where it begins with the plan ("từ nay", "từ ngày ban hành"). */
function startOf({ interval, text }: Period): string | null {
  return /(?<!\p{L})từ (?:nay|khi|ngày (?:ban hành|ký|phát động))/iu.test(text) ? null : interval.from;
}

/** Whether the plan says at its head that it carries out a plan that was not found: it may allow the longer period. */
function hasUnseenParent({ plan, parents }: Case): boolean {
  const seen = new Set(parents.map(({ link }) => link?.citation.code));
  return plan.citations.some(
    ({ role, place, self, type, code }) =>
      role === 'implements' &&
      (place === 'title' || place === 'preamble') &&
      !self &&
      code !== null &&
      PLAN_LIKE.test(type ?? '') &&
      !seen.has(code),
  );
}

const PLAN_LIKE = /kế hoạch|chương trình|đề án|phương án/u;
