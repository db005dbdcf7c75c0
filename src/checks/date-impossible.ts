/** A date that is not in the calendar: 31/02/2026, tháng 13, 15/10/20255. */
import { z } from 'zod';
import { defineCheck } from '../engine/check.js';
import { daysInMonth } from '../plan/calendar.js';

export const dateImpossible = defineCheck({
  name: 'date-impossible',
  options: z.strictObject({}),
  messages: { day: ['date', 'month', 'days'], month: ['date', 'month'], year: ['date'] },
  *run({ plan }) {
    for (const { impossible, span, text, month, year } of plan.dates) {
      if (impossible === null) continue;
      if (impossible === 'year' || month === null) yield { message: 'year', span, data: { date: text } };
      else if (impossible === 'month') yield { message: 'month', span, data: { date: text, month } };
      else yield { message: 'day', span, data: { date: text, month, days: daysInMonth(year ?? 2024, month) } };
    }
  },
});
