/** The rules that found something, explained once: why, what to do, on what basis. Notes lead here. */
import { dayFirst, HEADINGS } from '../rule-words.js';
import { type Html, html } from './escape.js';
import { ruleId } from './finding.js';
import { allFindings, type ReportView } from './view.js';

/** The explanations; null if nothing was found. */
export function rulesSection(view: ReportView): Html | null {
  const { ui, lang, result, context } = view;
  const found = new Set(allFindings(view).map((finding) => finding.result.rule));
  const rules = result.rules.filter(({ id }) => found.has(id));
  if (rules.length === 0) return null;
  const entries = rules.map(({ id, title, why }) => {
    const basis = context.rules.find((rule) => rule.id === id)?.basis ?? [];
    const items = basis.map(
      ({ text, source, checkedOn }) =>
        html`<li>${text} <span class="source">(${source}; ${HEADINGS.checkedOn[lang]} ${dayFirst(checkedOn)})</span></li>`,
    );
    return html`<section class="rule" id="${ruleId(id)}" aria-labelledby="${ruleId(id)}-name"><h3 id="${ruleId(id)}-name">${title} <code>${id}</code></h3>
<div class="words">${why.split(/\n{2,}/u).map((paragraph) => html`<p>${paragraph}</p>`)}${items.length === 0 ? null : html`<p class="basis">${ui.basis}</p><ul>${items}</ul>`}</div></section>
`;
  });
  return html`<section class="rules" aria-labelledby="rules-name"><h2 id="rules-name">${ui.rules}</h2><p class="hint">${ui.rulesHint}</p>
${entries}</section>
`;
}
