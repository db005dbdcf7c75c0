/** A deadline that lies before the plan's own date, or before the earliest day that a date still to be filled in allows. */
import { z } from 'zod';
import { dayText } from '../align/deadlines.js';
import { defineCheck } from '../engine/check.js';
import { meaning } from '../engine/rule-options.js';
import { formatDay, yearOf } from '../plan/calendar.js';
import { earliestIssueDay } from '../plan/deadlines.js';
import type { SourceDocument, Span } from '../source/document.js';

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
    turningPoints: z
      .array(z.string().regex(/^\d{4}-\d{2}-\d{2}$/u))
      .default(['2025-07-01'])
      .meta(
        meaning({
          vi: 'Mốc thay đổi tổ chức, pháp luật: “trước ngày” ấy là nói chuyện trước đó, không phải thời hạn.',
          en: 'Days on which administration or law changed: “before” them tells of how it was, and is no deadline.',
        }),
      ),
  }),
  messages: { past: ['deadline', 'day', 'date'], 'before-year': ['deadline', 'day', 'year'] },
  *run({ plan, document }, { years, turningPoints }) {
    const date = plan.identity.date;
    const earliest = earliestIssueDay(plan.identity);
    if (earliest === null || RETROSPECTIVE.has(plan.identity.type ?? '')) return;
    for (const deadline of plan.deadlines) {
      const last = deadline.form === 'absolute' ? (deadline.due?.to ?? null) : null;
      if (last === null || last >= earliest || deadline.bound === 'from' || deadline.bound === 'on') continue;
      if (yearOf(earliest) - yearOf(last) > years) continue;
      if (deadline.named !== null && turningPoints.includes(deadline.named)) continue;
      if (isQuoted(document, deadline.span)) continue;
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

/** Words of another document, in quotation marks in the block that holds them. */
function isQuoted({ blocks, text }: SourceDocument, span: Span): boolean {
  const block = blocks.find(({ start, end }) => start <= span.start && span.end <= end);
  if (block === undefined) return false;
  const before = text.slice(block.start, span.start);
  return before.lastIndexOf('“') > before.lastIndexOf('”') && text.slice(span.end, block.end).includes('”');
}

/** Kinds of documents that tell of what has been done. */
const RETROSPECTIVE: ReadonlySet<string> = new Set(['báo cáo', 'tờ trình', 'biên bản']);
