/** A finding as a note in the margin: what, where, both wordings, what to write instead, and why on demand. */
import type { Severity } from '../../engine/severity.js';
import type { Run } from '../layout.js';
import { fullPlace } from '../place.js';
import { markedPair, shorten } from '../quote.js';
import { type Html, html } from './escape.js';
import { capital, type FindingView, fileName, type RelatedView, type ReportView } from './view.js';

const QUOTE_LIMIT = 320;
const PAIR_LIMIT = 420;

/** Signs of the severities: told apart by shape as well as by colour. */
const SIGNS: Record<Severity, string> = { error: '✕', warning: '▲', info: 'i' };

/** The sign of a severity, for the eye only. */
export function sign(severity: Severity): Html {
  return html`<span class="sign ${severity}" aria-hidden="true">${SIGNS[severity]}</span>`;
}

/** The note of a finding. */
export function findingNote(view: ReportView, finding: FindingView): Html {
  const { ui, words } = view;
  const { id, number, wordsId, result } = finding;
  const { severity, rule, message, location } = result;
  const place = fullPlace(null, location, words);
  const no =
    wordsId === null
      ? html`${number}`
      : html`<a class="no" href="#${wordsId}" title="${ui.toWords}"><span class="vh">${ui.finding} </span>${number}</a>`;
  return html`<article class="note ${severity}" lang="${view.lang}" id="${id}" tabindex="-1" data-severity="${severity}" data-rule="${rule}" aria-labelledby="${id}-m">
<header>${sign(severity)}<span class="sev">${capital(words.severity[severity])} ${no}</span><span class="at">${place}</span><a class="self" href="#${id}" title="${ui.permalink}" aria-label="${ui.permalink}">#</a></header>
<p class="msg" id="${id}-m">${message}</p>
${quotes(view, finding)}${proposal(view, finding)}<p class="more"><a class="explain" href="#${ruleId(rule)}">${ui.explain}</a> <code>${rule}</code></p>
</article>`;
}

/** Id of the explanation of a rule. */
export function ruleId(rule: string): string {
  return `rule-${rule.replace('/', '-')}`;
}

/** Both wordings with the words marked that differ; other places as they are. The words of the document alone stand beside the note. */
function quotes(view: ReportView, { result, related }: FindingView): Html | null {
  const { diff } = result;
  const { words } = view;
  const rows: Html[] = [];
  if (diff !== null) {
    const { own, other } = markedPair(diff.own, diff.other, true, PAIR_LIMIT);
    const [first] = related;
    rows.push(row(words.own, runs(own)));
    const label = first === undefined ? words.suggested : labelOf(view, first);
    rows.push(row(label, html`${runs(other)}${first === undefined ? null : source(view, first)}`));
  }
  for (const each of diff === null ? related : related.slice(1)) {
    rows.push(row(labelOf(view, each), html`${shorten(each.place.quote, QUOTE_LIMIT)}${source(view, each)}`));
  }
  return rows.length === 0 ? null : html`<dl class="quotes">${rows}</dl>\n`;
}

function row(label: string, quote: Html): Html {
  return html`<div><dt>${label}</dt><dd lang="vi">${quote}</dd></div>`;
}

function labelOf({ words }: ReportView, { of }: RelatedView): string {
  return of === 'own' ? words.elsewhere : words.parent;
}

/** Where a quote stands; a link if its document is in the page. */
function source({ ui, words, parents }: ReportView, { place, target, of }: RelatedView): Html {
  const evident = of === 'own' || (of === 'parent' && parents.length === 1);
  const at = fullPlace(evident ? null : fileName(place.path), place.location, words);
  if (target === null) return html` <span class="source">${at}</span>`;
  const title = of === 'parent' ? ui.seeParent : ui.seeHere;
  const kind = of === 'parent' ? 'to-parent' : 'to-own';
  return html` <a class="source ${kind}" href="#${target}" title="${title}">${at === '' ? title : at}</a>`;
}

/** Words of a pair: the own ones that the other has not, and the other way round. Marks read by form, not by colour alone. */
function runs(parts: readonly Run[]): Html {
  return html`${parts.map(({ text, style }) => {
    if (style === 'red') return html`<del>${text}</del>`;
    return style === 'green' ? html`<ins>${text}</ins>` : text;
  })}`;
}

/** What to write instead, where the two wordings do not show it already. */
function proposal({ ui }: ReportView, { result, fixable }: FindingView): Html | null {
  const { fix, diff, related } = result;
  if (fix === null) return null;
  const shown = fix.text === '' || diff?.other === fix.text || related.some(({ quote }) => quote === fix.text);
  if (shown && !fixable) return null;
  const words = shown ? null : html`${ui.proposed}: <q lang="vi">${shorten(fix.text, QUOTE_LIMIT)}</q> `;
  return html`<p class="fix">${words}${fixable ? html`<span class="chip">${ui.fixable}</span>` : null}</p>\n`;
}
