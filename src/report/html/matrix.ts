/** The coverage matrix (bảng đối chiếu) of a document and one of its parents, each row leading to both places. */
import { type TracePlace, type TraceStatus, traceParent } from '../../align/trace.js';
import type { LoadedPlan } from '../../engine/check.js';
import { fullPlace } from '../place.js';
import { shorten } from '../quote.js';
import { KINDS, STATUSES } from '../trace.js';
import { type Html, html } from './escape.js';
import { blockAt } from './structure.js';
import { capital, type DocumentView, type ParentView, type ReportView } from './view.js';

const TEXT_LIMIT = 240;

/** The matrix, and what the plan adds; null for a document that was not read. */
export function matrix(view: ReportView, { id, kase }: DocumentView, parent: ParentView): Html | null {
  if (kase === null) return null;
  const { ui, lang } = view;
  const { rows, coverage, additions } = traceParent(kase, parent.loaded);
  const own = (place: TracePlace): Html => placeLink(view, id, kase, place);
  const lines = rows.map(({ kind, status, parent: theirs, child, reason }) => {
    const answers = child.map(own);
    return html`<tr class="${status}"><th scope="row">${KINDS[kind][lang]}</th><td class="theirs">${placeLink(view, parent.id, parent.loaded, theirs)}</td><td class="ours">${answers.length === 0 ? '–' : answers}</td><td class="status">${statusWords(view, status)}<span class="reason">${capital(reason[lang])}</span></td></tr>\n`;
  });
  const { kind, parent: theirs, plan, status } = ui.columns;
  const table = html`<p class="coverage"><progress max="${coverage.total}" value="${coverage.covered}" aria-hidden="true"></progress> <strong>${ui.coverage(coverage.covered, coverage.total)}</strong> ${counts(view, rows)}</p>
<div class="scroll" role="group" aria-label="${ui.matrix}" tabindex="0"><table><thead><tr><th scope="col">${kind}</th><th scope="col">${theirs}</th><th scope="col">${plan}</th><th scope="col">${status}</th></tr></thead><tbody>${lines}</tbody></table></div>`;
  const added = html`<details class="additions"><summary>${ui.additions(additions.length)}</summary><ul>${additions.map((place) => html`<li>${own(place)}</li>`)}</ul></details>`;
  return html`<section class="matrix" id="${id}-matrix-${parent.id}" aria-labelledby="${id}-matrix-${parent.id}-name">
<h3 id="${id}-matrix-${parent.id}-name">${ui.matrixWith(parent.name)}</h3>
${rows.length === 0 ? html`<p class="none">${ui.nothingToTrace}</p>` : table}
${additions.length === 0 ? null : added}
</section>
`;
}

function placeLink({ words }: ReportView, prefix: string, { document }: LoadedPlan, place: TracePlace): Html {
  const block = blockAt(document.blocks, place.span.start);
  const at = fullPlace(null, { ...document.locate(place.span), section: place.section }, words);
  const text = html`<span class="quote">${shorten(place.text, TEXT_LIMIT)}</span> <span class="at">${at}</span>`;
  if (block === null) return text;
  return html`<a class="${prefix.startsWith('p') ? 'to-parent' : 'to-own'}" href="#${prefix}-b${block}">${text}</a>`;
}

function statusWords({ lang }: ReportView, status: TraceStatus): Html {
  const { mark } = STATUSES[status];
  return html`<strong class="state"><span class="mark" aria-hidden="true">${mark}</span> ${capital(STATUSES[status][lang])}</strong>`;
}

function counts({ lang }: ReportView, rows: readonly { status: TraceStatus }[]): string {
  return (Object.keys(STATUSES) as TraceStatus[])
    .map((status) => [STATUSES[status][lang], rows.filter((row) => row.status === status).length] as const)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name}: ${count}`)
    .join(' · ');
}
