/** A deadline that lies before the plan's own date, or before the earliest day that a date still to be filled in allows. */
import { z } from 'zod';
import { dayText } from '../align/deadlines.js';
import { defineCheck } from '../engine/check.js';
import { meaning } from '../engine/rule-options.js';
import { formatDay, yearOf } from '../plan/calendar.js';
import { earliestIssueDay } from '../plan/deadlines.js';

export const deadlinePast = defineCheck({
  name: 'deadline-past',
  options: z.strictObject({
    years: z
      .number()
      .int()
      .min(0)
      .default(2)
      .meta(
        meaning({
          vi: 'Thời hạn đã qua quá số năm này được coi là chuyện đã qua, không báo.',
          en: 'Deadlines further back than so many years are taken for history and not reported.',
        }),
      ),
  }),
  messages: { past: ['deadline', 'day', 'date'], 'before-year': ['deadline', 'day', 'year'] },
  *run({ plan }, { years }) {
    const date = plan.identity.date;
    const earliest = earliestIssueDay(plan.identity);
    if (earliest === null || RETROSPECTIVE.has(plan.identity.type ?? '')) return;
    for (const deadline of plan.deadlines) {
      const last = deadline.form === 'absolute' ? (deadline.due?.to ?? null) : null;
      if (last === null || last >= earliest || deadline.bound === 'from' || deadline.bound === 'on') continue;
      if (yearOf(earliest) - yearOf(last) > years) continue;
      const day = dayText(deadline);
      yield date === null
        ? {
            message: 'before-year',
            span: deadline.span,
            data: { deadline: deadline.text, day, year: yearOf(earliest) },
          }
        : { message: 'past', span: deadline.span, data: { deadline: deadline.text, day, date: formatDay(date) } };
    }
  },
});

/** Kinds of documents that tell of what has been done. */
const RETROSPECTIVE: ReadonlySet<string> = new Set(['báo cáo', 'tờ trình', 'biên bản']);
