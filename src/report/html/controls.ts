/** The bar that stays in view: from finding to finding, filters, the parent; and the list of keys. Both need the script. */
import { SEVERITIES } from '../../engine/severity.js';
import { type Html, html } from './escape.js';
import { sign } from './finding.js';
import { allFindings, type ReportView } from './view.js';

/** The bar. */
export function controls(view: ReportView): Html {
  const { ui, documents, parents } = view;
  const findings = allFindings(view);
  const severities = SEVERITIES.map((severity, i) => {
    const count = findings.filter(({ result }) => result.severity === severity).length;
    return html`<button type="button" class="toggle ${severity}" data-severity="${severity}" data-key="${i + 1}" aria-pressed="true">${sign(severity)}<span class="name">${ui.severities[severity]}</span> <b>${count}</b></button>`;
  });
  const matrix = documents.some(({ kase, parents: own }) => kase !== null && own.length > 0);
  return html`<nav class="bar" aria-label="${ui.controls}">
<div class="group steps"><button type="button" data-action="previous" data-key="p" title="${ui.previous} (p)" aria-label="${ui.previous}">‹</button><output id="position" aria-label="${ui.position}" data-all="${findings.length}">–/${findings.length}</output><button type="button" data-action="next" data-key="n" title="${ui.next} (n)" aria-label="${ui.next}">›</button></div>
<div class="group" role="group" aria-label="${ui.filter}">${severities}</div>
<label class="group"><span class="vh">${ui.rule}</span><select id="rule-filter"><option value="">${ui.allRules}</option>${ruleOptions(view)}</select></label>
${parents.length === 0 ? null : html`<div class="group"><button type="button" data-action="parent" data-key="c" title="${ui.jumpToParent} (c)">${ui.toParent} →</button><button type="button" data-action="back" data-key="b" title="${ui.back} (b)" hidden="">← ${ui.back}</button><button type="button" class="wide" data-action="follow" data-key="f" aria-pressed="true" title="${ui.follow} (f)">⇅ <span class="vh">${ui.follow}</span></button></div>`}
${matrix ? html`<div class="group"><button type="button" data-action="matrix" data-key="m" title="${ui.matrix} (m)">${ui.matrix}</button></div>` : null}
<div class="group end"><button type="button" data-action="theme" data-key="t" title="${ui.theme} (t)" aria-label="${ui.theme}">◐</button><button type="button" data-action="help" data-key="?" title="${ui.help} (?)" aria-label="${ui.help}">?</button></div>
<p class="nothing" role="status" data-empty="${ui.noneShown}"></p>
</nav>
`;
}

function ruleOptions(view: ReportView): Html[] {
  const counts = new Map<string, number>();
  for (const { result: finding } of allFindings(view)) counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
  return [...counts].map(([rule, count]) => {
    const title = view.result.rules.find(({ id }) => id === rule)?.title ?? rule;
    return html`<option value="${rule}">${title} (${count})</option>`;
  });
}

/** Keys and marks explained, over the page. */
export function help({ ui, parents }: ReportView): Html {
  const names = ui.keyNames;
  const keys: [string, string][] = [
    ['n', names.next],
    ['p', names.previous],
    ...(parents.length === 0
      ? []
      : ([
          ['c', names.parent],
          ['b', names.back],
          ['m', names.matrix],
          ['f', names.follow],
        ] satisfies [string, string][])),
    ['e', names.explain],
    ['1 2 3', names.severity],
    ['t', names.theme],
    ['?', names.help],
  ];
  const rows = keys.map(
    ([key, meaning]) =>
      html`<div><dt>${key.split(' ').map((one) => html`<kbd>${one}</kbd> `)}</dt><dd>${meaning}</dd></div>`,
  );
  const { error, warning, info, same, reworded } = ui.marks;
  const sample = ui.draft.toLowerCase();
  return html`<dialog id="help" aria-labelledby="help-name">
<header><h2 id="help-name">${ui.help}</h2><button type="button" data-action="close-help">${ui.close}</button></header>
<h3>${ui.legend}</h3>
<ul class="legend" role="list"><li><span class="hit error">${sample}</span> ${error}</li><li><span class="hit warning">${sample}</span> ${warning}</li><li><span class="hit info">${sample}</span> ${info}</li>${parents.length === 0 ? null : html`<li><b class="glyph">=</b> ${same}</li><li><b class="glyph">≈</b> ${reworded}</li>`}</ul>
<h3>${ui.keys}</h3>
<dl class="keys">${rows}</dl>
<label class="switch"><input type="checkbox" id="use-keys" checked=""/> ${ui.keysHint}</label>
</dialog>
`;
}
