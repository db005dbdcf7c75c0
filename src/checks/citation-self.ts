/** Where a plan names itself ("Kèm theo Kế hoạch số …"), number and date are those of its header. */
import { z } from 'zod';
import { defineCheck, type RawFinding } from '../engine/check.js';
import { formatDay } from '../plan/calendar.js';
import { codeKey } from '../plan/citation-code.js';
import { dayLike } from '../plan/citation-text.js';

export const citationSelf = defineCheck({
  name: 'citation-self',
  options: z.strictObject({}),
  messages: { number: ['found', 'own'], date: ['found', 'own'] },
  *run(kase) {
    const { identity, citations } = kase.plan;
    const header = (span: RawFinding['span'] | null): NonNullable<RawFinding['related']> =>
      span === null ? [] : [{ of: kase, span }];
    for (const { self, code, number, symbol, codeSpan, date, dateMention } of citations) {
      if (!self) continue;
      const own =
        identity.number === null || identity.symbol === null ? null : codeKey(identity.number, identity.symbol);
      if (own !== null && number !== null && symbol !== null && codeSpan !== null && codeKey(number, symbol) !== own) {
        const data = { found: code, own: identity.code };
        const fix = identity.code === null ? {} : { fix: { text: identity.code, safe: false } };
        yield { message: 'number', span: codeSpan, related: header(identity.spans.number), data, ...fix };
      }
      if (date !== null && dateMention !== null && identity.date !== null && date !== identity.date) {
        yield {
          message: 'date',
          span: dateMention.span,
          related: header(identity.spans.date),
          data: { found: formatDay(date), own: formatDay(identity.date) },
          fix: { text: dayLike(dateMention.text, identity.date), safe: false },
        };
      }
    }
  },
});
