/** The result as one self-contained page to look at: documents with their findings in place, parents beside them, coverage matrices. */
import type { ReportContext } from '../formats.js';
import type { LintResult } from '../result.js';
import { controls, help } from './controls.js';
import { configurationSection, documentSection } from './document.js';
import { html } from './escape.js';
import { browserFile, page } from './page.js';
import { parentsPane } from './parent.js';
import { rulesSection } from './rules.js';
import { checkedOn, summarySection } from './summary.js';
import { viewOf } from './view.js';

/** The page, for one language. Texts of documents stand in it as text, whatever they contain; its size grows with theirs. */
export function htmlReport(result: LintResult, context: ReportContext): string {
  const view = viewOf(result, context);
  const { ui, documents, lang } = view;
  const [only, another] = documents;
  const title = only === undefined || another !== undefined ? ui.title : `${ui.title}: ${only.name}`;
  const body = html`<a class="skip" href="#documents">${ui.skip}</a>
<header class="top"><h1>${ui.title}</h1><p>${checkedOn(view)}</p></header>
<main>
${summarySection(view)}
${controls(view)}
<div class="work${view.parents.length === 0 ? ' single' : ''}">
<div id="documents" class="documents" tabindex="-1">
${documents.map((document) => documentSection(view, document))}
${configurationSection(view)}
</div>
${parentsPane(view)}
</div>
${rulesSection(view)}
</main>
<footer class="foot">${view.parents.length === 0 ? null : html`<p class="print-only">${ui.parentNotPrinted}</p>`}<p>${ui.madeBy(result.tool.version)}. ${ui.local}</p></footer>
${help(view)}`;
  const style = browserFile('report.css') + browserFile('print.css');
  const script = ['findings.js', 'parent.js'].map(browserFile).join('');
  return page({ title, lang, body, style, script });
}
