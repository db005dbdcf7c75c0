/** Top of the page: the verdict, the counts, what was checked against which parent, what was not and why. */
import type { Severity } from '../../engine/severity.js';
import type { DocumentResult, ParentResult } from '../result.js';
import { dayFirst } from '../rule-words.js';
import { howFound, isAlone, isUnknown, knownFindings, verdictSentence, whyAlone } from '../summary.js';
import { judge } from '../verdict.js';
import { type Html, html } from './escape.js';
import { sign } from './finding.js';
import { capital, type DocumentView, type ReportView } from './view.js';

const NAMED = 3;

/** The summary. */
export function summarySection(view: ReportView): Html {
  const { ui, words, result, context, documents } = view;
  const verdict = judge(result, context);
  const state = verdict.exitCode === 0 ? 'passed' : verdict.exitCode === 1 ? 'failed' : 'incomplete';
  const { errors, warnings, infos, fixed } = result.summary;
  const checked = result.documents.filter(({ error }) => error === null).length;
  return html`<section class="summary ${state}" id="summary" aria-labelledby="summary-name">
<h2 id="summary-name" class="vh">${ui.summary}</h2>
<p class="verdict"><span class="state">${ui.verdict[state]}</span> <span class="sentence">${sentence(verdictSentence(words, result, context))}</span></p>
<ul class="tiles" role="list">${tile(view, 'error', errors)}${tile(view, 'warning', warnings)}${tile(view, 'info', infos)}</ul>
<p class="facts">${words.documents(checked)}.${fixed > 0 ? ` ${words.fixed(fixed)}` : null}${context.quiet && warnings + infos > 0 ? ` ${words.hidden(warnings + infos)}` : null}</p>
${knownFindings(words, result).map((line) => html`<p class="facts">${line}</p>`)}
${documents.length > 1 ? documentsTable(view) : null}
${checkedAgainst(view)}
${notChecked(view)}
</section>
`;
}

/** "CHƯA ĐẠT: có 1 lỗi …": the state stands before it already. */
function sentence(verdict: string): string {
  return capital(verdict.replace(/^[^:]*:\s*/u, ''));
}

function tile({ ui }: ReportView, severity: Severity, count: number): Html {
  return html`<li class="${severity}${count === 0 ? ' zero' : ''}">${sign(severity)}<b>${count}</b> <span>${ui.severities[severity]}</span></li>`;
}

/** One line a document: a table of contents. */
function documentsTable(view: ReportView): Html {
  const { ui, documents } = view;
  const rows = documents.map((document) => {
    const { id, name, result } = document;
    const checked = result.parents.filter((parent) => parent.checked);
    const against =
      result.error !== null
        ? html`<span class="alone">${ui.notRead}</span>`
        : checked.length === 0
          ? html`<span class="alone">${ui.nothingAgainst}</span>`
          : html`<ul role="list">${checked.map((parent) => html`<li>${parentLink(view, parent)}</li>`)}</ul>`;
    return html`<tr><th scope="row"><a href="#${id}">${name}</a><span class="file">${result.path}</span></th><td>${against}</td>${(['error', 'warning', 'info'] as const).map((severity) => countCell(document, severity))}</tr>\n`;
  });
  return html`<div class="scroll" role="group" aria-label="${ui.documents}" tabindex="0"><table class="contents"><caption>${ui.documents}</caption><thead><tr><th scope="col">${ui.document}</th><th scope="col">${ui.against}</th><th scope="col" class="count">${ui.severities.error}</th><th scope="col" class="count">${ui.severities.warning}</th><th scope="col" class="count">${ui.severities.info}</th></tr></thead><tbody>${rows}</tbody></table></div>
`;
}

function countCell({ result }: DocumentView, severity: Severity): Html {
  const count = result.findings.filter((finding) => finding.severity === severity).length;
  return html`<td class="count ${count === 0 ? 'zero' : severity}">${count === 0 ? '–' : count}</td>`;
}

/** For a single document; of several the table tells it. */
function checkedAgainst(view: ReportView): Html | null {
  const { words, documents } = view;
  const parents = documents.flatMap(({ result }) => result.parents.filter(({ checked }) => checked));
  if (documents.length > 1 || parents.length === 0) return null;
  return html`<h3>${words.checkedAgainst}</h3><ul class="lines">${parents.map((parent) => html`<li>${parentLink(view, parent)}</li>`)}</ul>`;
}

/** A parent, and how it was found. */
function parentLink({ words, parents }: ReportView, parent: ParentResult): Html {
  const shown = parents.find(({ loaded }) => loaded.document.path === parent.path);
  const link = shown === undefined ? parent.path : html`<a class="to-parent" href="#${shown.id}">${shown.name}</a>`;
  // a parent named by mistake makes findings that mean nothing
  const doubt = parent.citation === null ? html`; <strong>${words.notCited}</strong>` : null;
  return html`${link} <span class="how">${howFound(words, parent)}${doubt}</span>`;
}

function notChecked(view: ReportView): Html | null {
  const { words, result, documents } = view;
  const items: Html[] = [];
  for (const { message, next } of [...result.documents.flatMap(({ error }) => error ?? []), ...result.problems])
    items.push(html`<li class="bad"><strong>${message.replace(/\.$/u, '')}.</strong> ${next}</li>`);
  for (const { id, name, result: document } of documents) {
    if (isAlone(document))
      items.push(
        html`<li class="doubt"><a href="#${id}">${name}</a>: <strong>${words.alone.toLowerCase()}</strong>. ${whyAlone(words, document).join(' ')}</li>`,
      );
  }
  const unknown = result.documents.filter(isUnknown).length;
  if (unknown > 0) items.push(html`<li class="doubt">${words.butUnknown(unknown)}</li>`);
  items.push(...skippedLines(view, result.documents, documents.length > 1).map((line) => html`<li>${line}</li>`));
  return items.length === 0 ? null : html`<h3>${words.notChecked}</h3><ul class="lines">${items}</ul>`;
}

/** Rules that did not run, those with the same reason together; with the names of the documents if there are several. */
export function skippedLines(
  { words, documents }: ReportView,
  results: readonly DocumentResult[],
  named: boolean,
): string[] {
  const groups = new Map<string, string[]>();
  for (const result of results) {
    const reasons = result.skipped.map(({ need, reason }) => (need === 'parent' ? words.noParent : reason));
    for (const reason of new Set(reasons)) {
      const rules = result.skipped.filter((_, i) => reasons[i] === reason).map(({ rule }) => rule);
      const line = words.skipped(rules.join(', '), reason);
      const names = groups.get(line) ?? [];
      names.push(documents.find((document) => document.result === result)?.name ?? result.path);
      groups.set(line, names);
    }
  }
  return [...groups].map(([line, names]) => {
    const more = names.length > NAMED ? ` ${words.andMore(names.length - NAMED)}` : '';
    return named ? `${line}. ${names.slice(0, NAMED).join('; ')}${more}` : `${line}.`;
  });
}

/** The day on which was checked, in words; null if nothing was. */
export function checkedOn({ ui, documents }: ReportView): string | null {
  const day = documents.find(({ kase }) => kase !== null)?.kase?.today;
  return day === undefined ? null : ui.checkedOn(dayFirst(day));
}
