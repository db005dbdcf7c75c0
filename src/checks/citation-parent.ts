/** The parent is cited as its own header has it: number, symbol, date, issuer; the subject only if it is another matter. */
import { z } from 'zod';
import { type Case, defineCheck, type RawFinding } from '../engine/check.js';
import { isSlipOfDate } from '../library/compare.js';
import type { CitationLink, LinkedParent } from '../library/link.js';
import { formatDay } from '../plan/calendar.js';
import { citationName, dayLike } from '../plan/citation-text.js';
import type { Citation } from '../plan/plan.js';

export const citationParent = defineCheck({
  name: 'citation-parent',
  options: z.strictObject({}),
  messages: {
    number: ['cited', 'right', 'parent'],
    symbol: ['cited', 'right', 'parent'],
    date: ['cited', 'right', 'parent'],
    issuer: ['cited', 'right', 'parent'],
    subject: ['cited', 'right', 'parent'],
  },
  *run(kase) {
    for (const parent of kase.parents) {
      for (const link of linksTo(kase, parent)) yield* differences(link, parent);
    }
  },
});

/** Citations in full that mean a parent: all that resolved to it, and the one by which it was found. */
function linksTo(kase: Case, parent: LinkedParent): CitationLink[] {
  const { path } = parent.document;
  const others = (kase.links ?? []).filter(
    ({ status, paths, citation }) =>
      (status === 'mismatched' || status === 'resolved') && paths[0] === path && citation.shortFor === null,
  );
  const own = parent.link;
  return own === null || others.some(({ citation }) => citation === own.citation) ? others : [own, ...others];
}

function* differences({ citation, reason, status }: CitationLink, parent: LinkedParent): Iterable<RawFinding> {
  const { identity } = parent.plan;
  const { spans } = identity;
  const name = identity.code === null ? parent.document.path : citationName(identity);
  const related = (span: RawFinding['span'] | null): NonNullable<RawFinding['related']> =>
    span === null ? [] : [{ of: parent, span }];
  const readWell = parent.document.quality.verdict === 'good';
  const certain = status === 'mismatched' && readWell && (reason.fromFileName ?? []).length === 0;
  for (const part of reason.differs) {
    if (part === 'subject') {
      const { subject, subjectSpan } = citation;
      if (subject === null || subjectSpan === null || identity.subject === null) continue;
      const data = { cited: oneLine(subject), right: oneLine(identity.subject), parent: name };
      yield { message: 'subject', span: subjectSpan, related: related(spans.subject), data };
    } else if (!certain) continue;
    else if ((part === 'number' || part === 'symbol') && citation.codeSpan !== null && identity.code !== null) {
      yield {
        message: part,
        span: citation.codeSpan,
        related: related(spans.number),
        data: { cited: citation.code, right: identity.code, parent: name },
        fix: { text: identity.code, safe: isOnlySlip(reason, citation, identity.date) },
      };
    } else if (part === 'date' && citation.dateMention !== null && identity.date !== null) {
      const { span, text } = citation.dateMention;
      yield {
        message: 'date',
        span,
        related: related(spans.date),
        data: {
          cited: citation.date === null ? text : formatDay(citation.date),
          right: formatDay(identity.date),
          parent: name,
        },
        fix: {
          text: dayLike(text, identity.date),
          safe: !citation.dateShared && isOnlySlip(reason, citation, identity.date),
        },
      };
    } else if (part === 'issuer' && citation.issuer !== null && identity.issuer !== null) {
      const data = { cited: oneLine(citation.issuer.text), right: oneLine(identity.issuer.text), parent: name };
      yield { message: 'issuer', span: citation.span, related: related(spans.issuer), data };
    }
  }
}

/** One part of the identity is wrong and all else says that this document is meant: the same matter, or a date with one slip. */
function isOnlySlip({ agrees, differs }: CitationLink['reason'], citation: Citation, date: string | null): boolean {
  if (differs.length !== 1 || !agrees.includes('issuer')) return false;
  return agrees.includes('subject') || (differs.includes('date') && isSlipOfDate(citation.date, date));
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
