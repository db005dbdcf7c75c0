/** The citation graph as one self-contained page: who carries out whom, tables of communes with their status, and what has to be seen to. */
import { type Html, html } from '../html/escape.js';
import { browserFile, page } from '../html/page.js';
import { shorten } from '../quote.js';
import { answersSection } from './html-answers.js';
import { documentLink, type GraphPage, placeText } from './html-names.js';
import { tree } from './html-tree.js';
import type { GraphResult } from './result.js';
import { day, EFFECT, fullName, HEADINGS, indexOf, OUTDATED, STATUS, TITLE } from './words.js';

const QUOTE_LIMIT = 240;
const KEYS = {
  filter: { vi: 'Lọc theo tên, số, đơn vị, tệp…', en: 'Filter by name, number, unit, file…' },
  status: { vi: 'Tình trạng', en: 'Status' },
  all: { vi: 'Mọi tình trạng', en: 'Every status' },
  none: { vi: 'Không có dòng nào khớp với bộ lọc.', en: 'Nothing matches the filter.' },
  controls: { vi: 'Điều khiển', en: 'Controls' },
  theme: { vi: 'Đổi nền sáng, tối', en: 'Light or dark' },
  skip: { vi: 'Đến nội dung', en: 'To the content' },
  documents: { vi: 'Tất cả văn bản', en: 'All documents' },
  local: { vi: 'Trang này không tải gì từ bên ngoài.', en: 'This page loads nothing from outside.' },
  name: { vi: 'Văn bản', en: 'Document' },
  file: { vi: 'Tệp', en: 'File' },
  carriesOut: { vi: 'Thực hiện', en: 'Carries out' },
  citedBy: { vi: 'Được viện dẫn bởi', en: 'Cited by' },
  times: { vi: 'Số lần', en: 'Times' },
};

/** The page; nothing of a document stands in it but as text. */
export function graphHtml(result: GraphResult): string {
  const lang = result.language;
  const view: GraphPage = { result, lang, nodes: indexOf(result) };
  const sections = [
    section('tree', HEADINGS.tree[lang], tree(view)),
    section('answers', HEADINGS.answers[lang], answersSection(view)),
    section('superseded', HEADINGS.superseded[lang], superseded(view)),
    section('cycles', HEADINGS.cycles[lang], cycles(view)),
    section('parents', HEADINGS.parents[lang], absent(view, 'parent')),
    section('ambiguous', HEADINGS.ambiguous[lang], ambiguous(view)),
    section('problems', HEADINGS.problems[lang], problems(view)),
    section('bases', HEADINGS.bases[lang], absent(view, 'basis')),
    section('all', KEYS.documents[lang], documents(view)),
  ];
  const body = html`<a class="skip" href="#content">${KEYS.skip[lang]}</a>
<header class="top"><h1>${TITLE[lang]}</h1><p>${{ vi: 'Tính đến ngày', en: 'As of' }[lang]} ${day(result.today)}</p></header>
<main id="content" tabindex="-1">
${summary(view)}
${controls(view)}
<p class="nothing" role="status" data-empty="${KEYS.none[lang]}"></p>
${sections}
</main>
<footer class="foot"><p>planlint ${result.tool.version}. ${KEYS.local[lang]}</p></footer>`;
  return page({ title: TITLE[lang], lang, body, style: browserFile('graph.css'), script: browserFile('graph.js') });
}

/** A part of the page under its heading; nothing where it has no content. */
function section(id: string, title: string, content: Html | null): Html | null {
  if (content === null) return null;
  return html`<section class="part" id="${id}" aria-labelledby="${id}-name">
<h2 id="${id}-name">${title}</h2>
${content}
</section>
`;
}

/** Figures that lead to their parts. */
function summary({ result, lang }: GraphPage): Html {
  const {
    documents: all,
    carriedOut,
    unanswered,
    overdue,
    outdated,
    cycles: circles,
    absentParents,
    failed,
  } = result.summary;
  const tiles: [number, string, string, string][] = [
    [all, 'all', '', { vi: 'văn bản', en: 'documents' }[lang]],
    [carriedOut, 'tree', '', { vi: 'quan hệ “thực hiện”', en: 'relations of carrying out' }[lang]],
    [
      unanswered,
      'answers',
      'warning',
      { vi: 'kế hoạch xã, phường chưa ban hành', en: 'plans of communes not issued' }[lang],
    ],
    [overdue, 'answers', 'error', { vi: 'trong đó đã quá hạn', en: 'of them overdue' }[lang]],
    [
      outdated,
      'superseded',
      'error',
      { vi: 'theo văn bản đã hết hiệu lực', en: 'carry out what is no longer in force' }[lang],
    ],
    [circles, 'cycles', 'error', { vi: 'viện dẫn vòng', en: 'circles' }[lang]],
    [absentParents, 'parents', 'warning', { vi: 'văn bản cấp trên không có trong kho', en: 'parents absent' }[lang]],
    [failed, 'problems', 'error', { vi: 'tệp không đọc được', en: 'files not read' }[lang]],
  ];
  const shown = tiles.filter(([count], i) => i < 2 || count > 0);
  return html`<ul class="tiles" role="list">${shown.map(
    ([count, target, look, words]) =>
      html`<li class="${look}"><a href="#${count === 0 ? 'content' : target}"><b>${count}</b> ${words}</a></li>`,
  )}</ul>`;
}

function controls({ result, lang }: GraphPage): Html {
  const statuses = Object.entries(STATUS).map(
    ([status, words]) => html`<option value="${status}">${words[lang]}</option>`,
  );
  const hasUnits = result.answers.some(({ units }) => units.length > 0);
  return html`<nav class="bar" aria-label="${KEYS.controls[lang]}">
<label class="group find"><span class="vh">${KEYS.filter[lang]}</span><input type="search" id="filter" placeholder="${KEYS.filter[lang]}" autocomplete="off"/></label>
${hasUnits ? html`<label class="group"><span class="vh">${KEYS.status[lang]}</span><select id="status"><option value="">${KEYS.all[lang]}</option>${statuses}</select></label>` : null}
<div class="group end"><button type="button" data-action="theme" data-key="t" title="${KEYS.theme[lang]} (t)" aria-label="${KEYS.theme[lang]}">◐</button></div>
</nav>`;
}

function superseded(view: GraphPage): Html | null {
  const { result, lang } = view;
  if (result.superseded.length === 0) return null;
  const items = result.superseded.map(({ effect, document, by, saidBy, location, children }) => {
    const outdated = children.map(
      (child) =>
        html`<li class="${child.issued === 'after' && effect !== 'amends' ? 'error' : 'warning'}">${documentLink(view, child.document)}: ${OUTDATED[child.issued][lang]}</li>`,
    );
    const said = html`<span class="at">${documentLink(view, saidBy, 'path')}, ${placeText(location, lang)}</span>`;
    return html`<li class="row">${documentLink(view, document)} <strong class="${effect}">${EFFECT[effect][lang]}</strong> ${documentLink(view, by)} ${said}${children.length === 0 ? null : html`<ul>${outdated}</ul>`}</li>`;
  });
  return html`<ul class="list">${items}</ul>`;
}

function cycles(view: GraphPage): Html | null {
  if (view.result.cycles.length === 0) return null;
  const items = view.result.cycles.map((cycle) => {
    const names = [...cycle, ...cycle.slice(0, 1)].map((id) => documentLink(view, id, 'path'));
    return html`<li class="row">${names.map((name, i) => (i === 0 ? name : html` → ${name}`))}</li>`;
  });
  return html`<ul class="list">${items}</ul>`;
}

/** Absent parents, or legal bases: how often each is cited, and by whom. */
function absent(view: GraphPage, kind: 'parent' | 'basis'): Html | null {
  const { result, lang } = view;
  const all = result.absent.filter((one) => one.kind === kind);
  if (all.length === 0) return null;
  const rows = all.map((one) => {
    const citing = one.citedBy.filter(({ carriesOut }) => kind === 'basis' || carriesOut);
    const list = citing.map(
      ({ document, location }) =>
        html`<li>${documentLink(view, document)} <span class="at">${placeText(location, lang)}</span></li>`,
    );
    return html`<tr class="row"><th scope="row" id="${one.id}">${fullName(one, lang)}</th><td class="count">${one.times}</td><td><ul>${list}</ul></td></tr>\n`;
  });
  const table = html`<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${KEYS.name[lang]}</th><th scope="col">${KEYS.times[lang]}</th><th scope="col">${KEYS.citedBy[lang]}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  if (kind === 'parent') return table;
  return html`<details><summary>${all.length}</summary>${table}</details>`;
}

function ambiguous(view: GraphPage): Html | null {
  const { result, lang } = view;
  if (result.ambiguous.length === 0) return null;
  const items = result.ambiguous.map(({ by, quote, location, candidates }) => {
    const names = candidates.map((id, i) => html`${i === 0 ? null : ', '}${documentLink(view, id, 'path')}`);
    return html`<li class="row">“${shorten(quote, QUOTE_LIMIT)}” <span class="at">${documentLink(view, by, 'path')}, ${placeText(location, lang)}</span>: ${names}</li>`;
  });
  return html`<ul class="list">${items}</ul>`;
}

function problems({ result }: GraphPage): Html | null {
  if (result.problems.length === 0) return null;
  return html`<ul class="list">${result.problems.map(({ message, next }) => html`<li class="row error">${message}. ${next}</li>`)}</ul>`;
}

/** Every document once: where links lead. */
function documents(view: GraphPage): Html | null {
  const { result, lang } = view;
  if (result.documents.length === 0) return null;
  const rows = result.documents.map(({ id, path, copies, identity, parents, ...node }) => {
    const name = fullName({ id, path, copies, identity, parents, ...node }, lang);
    const above = parents.map((parent) => html`<li>${documentLink(view, parent)}</li>`);
    const files = [path, ...copies].map((file) => html`<code>${file}</code> `);
    return html`<tr class="row"><th scope="row" id="${id}">${name}${identity.subject === null ? null : html`<span class="subject">${shorten(identity.subject, QUOTE_LIMIT)}</span>`}</th><td>${node.unit}</td><td><ul>${above}</ul></td><td>${files}</td></tr>\n`;
  });
  const unit = { vi: 'Đơn vị', en: 'Unit' }[lang];
  return html`<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${KEYS.name[lang]}</th><th scope="col">${unit}</th><th scope="col">${KEYS.carriesOut[lang]}</th><th scope="col">${KEYS.file[lang]}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}
