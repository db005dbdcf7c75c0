/** Says which cited parents are not in the library: the plan was not checked against them. */
import { z } from 'zod';
import { defineCheck } from '../engine/check.js';
import { meaning } from '../engine/rule-options.js';
import { missingParents } from '../library/unresolved.js';
import { citationName, nameAndDate } from '../plan/citation-text.js';

const options = z.strictObject({
  limit: z
    .number()
    .int()
    .min(1)
    .meta(
      meaning({
        vi: 'Số phát hiện nhiều nhất trong một kế hoạch, theo thứ tự trong văn bản.',
        en: 'At most so many findings per plan, in the order of the text.',
      }),
    ),
});

export const citationUnresolved = defineCheck({
  name: 'citation-unresolved',
  options,
  messages: { missing: ['citation'], ambiguous: ['citation', 'count', 'paths'] },
  *run(kase, { limit }) {
    const given = new Set(kase.parents.flatMap(({ link }) => (link === null ? [] : [link.citation])));
    const missing = missingParents(kase, kase.links ?? []).filter(({ citation }) => !given.has(citation));
    for (const { citation, status, paths } of missing.slice(0, limit)) {
      const name = citationName(citation);
      if (status === 'ambiguous') {
        const data = { citation: name, count: paths.length, paths: paths.join(', ') };
        yield { message: 'ambiguous', span: nameAndDate(citation), data };
      } else yield { message: 'missing', span: nameAndDate(citation), data: { citation: name } };
    }
  },
});
