/** The tree of who carries out whom, on the page of the citation graph. */
import { type Html, html } from '../html/escape.js';
import { shorten } from '../quote.js';
import { documentLink, type GraphPage } from './html-names.js';
import { type Branch, branches } from './tree.js';

const SUBJECT_LIMIT = 200;
/** A branch of more is closed at first. */
const MOST_OPEN = 40;

/** Documents that others carry out, each with those that do; null if nobody carries out anything. */
export function tree(view: GraphPage): Html | null {
  const roots = branches(view.result);
  if (roots.length === 0) return null;
  return html`<ul class="tree" role="list">${roots.map((root) => branch(view, root, true))}</ul>`;
}

function branch(view: GraphPage, { document, children, again }: Branch, root: boolean): Html {
  const { result, lang } = view;
  const gone = result.superseded.some(({ document: id, effect }) => id === document.id && effect !== 'amends');
  const answers = result.answers.find(({ parent, units }) => parent === document.id && units.length > 0);
  const count =
    answers === undefined
      ? null
      : `${answers.counts.issued + answers.counts.late}/${answers.counts.units} ${{ vi: 'đã ban hành', en: 'issued' }[lang]}`;
  const name = html`<span class="name">${documentLink(view, document.id, root ? 'full' : 'unit')}${gone ? html` <em class="gone">${{ vi: 'không còn hiệu lực', en: 'no longer in force' }[lang]}</em>` : null}${count === null ? null : html` <a class="share" href="#answers-${document.id}">${count}</a>`}</span>`;
  const subject =
    root && document.identity.subject !== null
      ? html`<span class="subject">${shorten(document.identity.subject, SUBJECT_LIMIT)}</span>`
      : null;
  const seen = again ? html` <span class="at">${{ vi: 'đã liệt kê ở trên', en: 'listed above' }[lang]}</span>` : null;
  if (children.length === 0) return html`<li class="row node">${name}${subject}${seen}</li>\n`;
  const below = html`<ul role="list">${children.map((child) => branch(view, child, false))}</ul>`;
  const open = children.length <= MOST_OPEN ? html`<details open="">` : html`<details>`;
  const words = { vi: 'văn bản thực hiện', en: 'carry it out' }[lang];
  return html`<li class="row node">${name}${subject}${open}<summary>${children.length} ${words}</summary>${below}</details></li>\n`;
}
