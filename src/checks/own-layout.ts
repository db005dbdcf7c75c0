/** What the rules on the layout of pages have in common. */
import type { Case, LoadedPlan } from '../engine/check.js';
import type { PageLayout } from '../source/page-layout.js';
import type { Span } from '../text/span.js';

/** The layout, where the decree on state documents lays it down; Party documents have an instruction of their own. */
export function stateLayout({ plan, document }: Case): PageLayout | null {
  return plan.identity.issuer?.system === 'party' ? null : (document.layout ?? null);
}

/** The first line of the text from an offset on, which stands for all that follows it. */
export function lineFrom({ document }: LoadedPlan, offset: number): Span {
  return document.lines.find(({ start }) => start >= offset) ?? document.lines[0] ?? { start: 0, end: 0 };
}

/** The line of the name of the document ("KẾ HOẠCH"), for what concerns all of it. */
export function titleLine(plan: LoadedPlan): Span {
  return lineFrom(plan, plan.plan.identity.spans.type?.start ?? 0);
}
