/** The year inside a number (23/2015/NĐ-CP) is the year in which the document was issued: the year of its date. */
import { z } from 'zod';
import { defineCheck } from '../engine/check.js';
import { meaning } from '../engine/rule-options.js';
import { citationName, codeAndDate } from '../plan/citation-text.js';

const options = z.strictObject({
  turnOfYear: z
    .number()
    .int()
    .min(0)
    .max(60)
    .meta(
      meaning({
        vi: 'Số ngày quanh năm mới mà số và ngày có thể thuộc hai năm.',
        en: 'Days around the New Year in which number and date may lie in two years.',
      }),
    ),
});

/** Documents that bear the year of issue in their number: QPPL of all levels; not the letters of companies (05/2026/ABC/CV-D). */
const NORMATIVE = /^(\d{4})\/(?:NĐ|QĐ|TT|TTLT|NQ|NQLT|CT|L|PL|QH\d+|UBTVQH\d+)(?:-|$)/u;
const DAY = 86_400_000;

export const citationYear = defineCheck({
  name: 'citation-year',
  options,
  messages: { differs: ['citation', 'numberYear', 'dateYear'] },
  *run({ plan }, { turnOfYear }) {
    for (const citation of plan.citations) {
      const numberYear = Number(NORMATIVE.exec(citation.symbol ?? '')?.[1]);
      const { date, dateShared } = citation;
      if (Number.isNaN(numberYear) || date === null || dateShared) continue;
      const dateYear = Number(date.slice(0, 4));
      if (dateYear === numberYear || daysBeyond(date, numberYear) <= turnOfYear) continue;
      yield {
        message: 'differs',
        span: codeAndDate(citation),
        data: { citation: citationName(citation), numberYear, dateYear },
      };
    }
  },
});

/** Days by which a date lies outside a year. */
function daysBeyond(date: string, year: number): number {
  const time = Date.parse(date);
  return Math.max(Date.UTC(year, 0, 1) - time, time - Date.UTC(year, 11, 31)) / DAY;
}
