/** A document cannot be cited before it exists: no citation is dated after the plan itself. */
import { z } from 'zod';
import { defineCheck } from '../engine/check.js';
import { daysInMonth, formatDay, isoDay } from '../plan/calendar.js';
import { citationName, nameAndDate } from '../plan/citation-text.js';
import type { Identity } from '../plan/plan.js';

export const citationFuture = defineCheck({
  name: 'citation-future',
  options: z.strictObject({}),
  messages: { later: ['citation', 'date', 'own'], 'later-draft': ['citation', 'date', 'own'] },
  *run(kase) {
    const { identity, citations } = kase.plan;
    const latest = latestDay(identity);
    if (latest === null) return;
    for (const citation of citations) {
      const { date, code, self, dateShared } = citation;
      if (date === null || code === null || self || dateShared || date <= latest.day) continue;
      const { date: span } = identity.spans;
      yield {
        message: identity.date === null ? 'later-draft' : 'later',
        span: nameAndDate(citation),
        related: span === null ? [] : [{ of: kase, span }],
        data: { citation: citationName(citation), date: formatDay(date), own: latest.text },
      };
    }
  },
});

/** The last day on which the plan can be dated: its date or, where the day is left blank, the end of its month or year. */
function latestDay({ date, dateParts: { month, year } }: Identity): { day: string; text: string } | null {
  if (date !== null) return { day: date, text: formatDay(date) };
  if (year === null) return null;
  const last = month ?? 12;
  const day = isoDay(year, last, daysInMonth(year, last));
  return day === null ? null : { day, text: month === null ? String(year) : `${month}/${year}` };
}
