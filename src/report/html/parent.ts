/** The parents beside the documents: each once, with the places marked that findings refer to. */
import { type Html, html } from './escape.js';
import { flow } from './flow.js';
import { marksByBlock } from './marks.js';
import type { ParentView, ReportView } from './view.js';

/** All parents; null if there are none. */
export function parentsPane(view: ReportView): Html | null {
  const { ui, parents } = view;
  if (parents.length === 0) return null;
  const links = parents.map(({ id, name }) => html`<li><a href="#${id}">${name}</a></li>`);
  return html`<aside class="parents" id="parents" aria-labelledby="parents-name" tabindex="0">
<header><h2 id="parents-name">${ui.parents}</h2><p class="hint">${ui.parentsHint}</p>${parents.length > 1 ? html`<ul class="links">${links}</ul>` : null}</header>
${parents.map((parent) => parentArticle(view, parent))}
</aside>
`;
}

function parentArticle({ ui, words, documents }: ReportView, { id, name, loaded, children, marks }: ParentView): Html {
  const { path, blocks } = loaded.document;
  const of = documents.length > 1 && children.length > 0 ? ui.parentOf(children.length) : null;
  const text = flow({
    loaded,
    prefix: id,
    marks: marksByBlock(blocks, marks),
    level: 4,
    severities: words.severity,
    tableName: ui.table,
    lead: () => null,
    beside: () => null,
  });
  return html`<article class="parent" id="${id}" aria-labelledby="${id}-name"><header><h3 id="${id}-name">${name}</h3><p class="file">${path}</p>${of === null ? null : html`<p class="hint">${of}</p>`}</header>
<div class="text" lang="vi">${text}</div></article>
`;
}
