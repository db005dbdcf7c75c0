/** Number or date that a draft leaves blank (dự thảo): one note that says which. */
import { z } from 'zod';
import { defineCheck, type LoadedPlan } from '../engine/check.js';
import type { Identity } from '../plan/plan.js';

type Blank = Identity['blanks'][number];

const NAMES: Record<Blank, { vi: string; en: string }> = {
  number: { vi: 'số', en: 'number' },
  day: { vi: 'ngày', en: 'day' },
  month: { vi: 'tháng', en: 'month' },
  year: { vi: 'năm', en: 'year' },
};

/** Where each part stands in the line of the header. What cannot be read is not blank. */
const PLACES: Record<Blank, RegExp> = {
  number: /^Số\s*:?(?<value>[^/\p{L}]*)/iu,
  day: /ngày(?<value>.*?)tháng/iu,
  month: /tháng(?<value>.*?)năm/iu,
  year: /năm(?<value>.*)$/iu,
};
const NOTHING = /^(?:20\d?)?[\s.…_xX/-]*$/u;

export const formBlankIdentity = defineCheck({
  name: 'form-blank-identity',
  options: z.strictObject({}),
  messages: { draft: ['parts', 'partsEn'] },
  *run(kase) {
    const blanks = kase.plan.identity.blanks.filter((blank) => isBlank(kase, blank));
    const { number, date } = kase.plan.identity.spans;
    const span = blanks[0] === 'number' ? number : date;
    if (span === null || blanks.length === 0) return;
    const data = {
      parts: blanks.map((blank) => NAMES[blank].vi).join(', '),
      partsEn: blanks.map((blank) => NAMES[blank].en).join(', '),
    };
    yield { message: 'draft', span, data };
  },
});

function isBlank({ document, plan }: LoadedPlan, blank: Blank): boolean {
  const span = blank === 'number' ? plan.identity.spans.number : plan.identity.spans.date;
  if (span === null) return false;
  const value = PLACES[blank].exec(document.text.slice(span.start, span.end))?.groups?.value;
  return value !== undefined && NOTHING.test(value);
}
