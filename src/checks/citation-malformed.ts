/** A number and symbol of the wrong form: slash missing, or the separators of Party and state documents confused. */
import { z } from 'zod';
import { defineCheck } from '../engine/check.js';

export const citationMalformed = defineCheck({
  name: 'citation-malformed',
  options: z.strictObject({}),
  messages: { 'no-slash': ['found', 'right'], 'party-slash': ['found', 'right'], 'state-hyphen': ['found', 'right'] },
  *run({ plan, document }) {
    for (const { malformed, number, symbol } of plan.citations) {
      for (const { reason, span } of malformed) {
        // impossible dates have a rule of their own, for all dates
        if (reason.startsWith('date-') || number === null || symbol === null) continue;
        const right = rightForm(number, symbol, reason === 'party-slash');
        yield {
          message: reason,
          span,
          data: { found: document.text.slice(span.start, span.end), right },
          fix: { text: right, safe: false },
        };
      }
    }
  },
});

function rightForm(number: string, symbol: string, party: boolean): string {
  const [kind = '', ...body] = symbol.split(/[-/]/u);
  return party ? `${number}-${kind}/${body.join('-')}` : `${number}/${kind}-${body.join('-')}`;
}
