/** Tables of communes with what each made of a plan that asks for one of its own, on the page of the citation graph. */
import { type Html, html } from '../html/escape.js';
import { shorten } from '../quote.js';
import { documentLink, type GraphPage, placeText } from './html-names.js';
import type { AnswersResult } from './result.js';
import { capital, day, daysBetween, STATUS } from './words.js';

const QUOTE_LIMIT = 300;
const HEAD = {
  unit: { vi: 'Đơn vị', en: 'Commune' },
  status: { vi: 'Tình trạng', en: 'Status' },
  plan: { vi: 'Kế hoạch', en: 'Plan' },
  issued: { vi: 'Ngày ban hành', en: 'Issued on' },
};

/** One table for each plan that asks; null if none does. */
export function answersSection(view: GraphPage): Html | null {
  const { result, lang } = view;
  if (result.answers.length === 0) return null;
  const listed = result.answers.filter(({ units }) => units.length > 0);
  const others = result.answers.filter(({ units }) => units.length === 0);
  const note = {
    vi: '“Chưa ban hành” nghĩa là không tìm thấy kế hoạch của đơn vị đó trong kho.',
    en: '“Not issued” means that no plan of the commune was found in the repository.',
  };
  const unlisted = {
    vi: 'Các văn bản sau cũng yêu cầu xã, phường ban hành kế hoạch, nhưng kho không có văn bản nào của xã, phường thuộc tỉnh, thành phố đó:',
    en: 'These documents ask communes for plans, too, but the repository holds none of any commune there:',
  };
  return html`<p class="hint">${note[lang]}</p>
${listed.map((answers) => answersTable(view, answers))}
${others.length === 0 ? null : html`<p class="hint">${unlisted[lang]}</p><ul class="list">${others.map(({ parent }) => html`<li class="row">${documentLink(view, parent, 'full')}</li>`)}</ul>`}`;
}

function answersTable(view: GraphPage, answers: AnswersResult): Html {
  const { result, lang } = view;
  const { parent, requests, due, counts, superseded } = answers;
  const quotes = requests.map(
    ({ quote, location }) =>
      html`<blockquote>${shorten(quote, QUOTE_LIMIT)} <span class="at">${placeText(location, lang)}</span></blockquote>`,
  );
  const issued = counts.issued + counts.late;
  const late = due !== null && result.today > due ? daysBetween(due, result.today) : 0;
  const written = requests.findLast(({ deadline }) => deadline !== null)?.deadline ?? null;
  const label = { vi: 'Hạn ban hành', en: 'Due' }[lang];
  const nothingSaid = { vi: 'văn bản không nêu', en: 'not said' }[lang];
  const passed = late === 0 ? '' : { vi: `, đã qua ${late} ngày`, en: `, ${late} days ago` }[lang];
  const gone = {
    vi: 'Văn bản đã bị thay thế hoặc bãi bỏ: không cần ban hành nữa.',
    en: 'Replaced or revoked: no plan is due any more.',
  };
  const share = { vi: `${issued}/${counts.units} đã ban hành`, en: `${issued} of ${counts.units} issued` }[lang];
  return html`<article class="answers" id="answers-${parent}">
<h3>${documentLink(view, parent, 'full')}</h3>
${quotes}
<p>${superseded ? html`<strong class="warning">${gone[lang]}</strong>` : html`${label}: ${written ?? nothingSaid}${passed}`}</p>
<p class="coverage"><progress max="${counts.units}" value="${issued}" aria-hidden="true"></progress> <strong>${share}</strong> ${figures(answers, view)}</p>
<details open=""><summary>${{ vi: 'Từng đơn vị', en: 'Each commune' }[lang]}</summary><div class="scroll" tabindex="0"><table class="units"><thead><tr><th scope="col">${HEAD.unit[lang]}</th><th scope="col">${HEAD.status[lang]}</th><th scope="col">${HEAD.plan[lang]}</th><th scope="col">${HEAD.issued[lang]}</th></tr></thead><tbody>${rows(view, answers)}</tbody></table></div></details>
</article>
`;
}

/** Those that have not answered first: they are what is looked for. */
function rows(view: GraphPage, { units, others }: AnswersResult): Html[] {
  const { lang, nodes } = view;
  const order = ['overdue', 'missing', 'draft', 'late', 'issued'];
  const sorted = units.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
  const own = sorted.map(({ name, status, plans }) => {
    const days = plans.flatMap((id) => {
      const node = nodes.get(id);
      return node !== undefined && 'path' in node && node.identity.date !== null ? [day(node.identity.date)] : [];
    });
    const links = plans.map((id) => html`<li>${documentLink(view, id)}</li>`);
    return html`<tr class="row ${status}" data-status="${status}"><th scope="row">${capital(name)}</th><td class="status">${capital(STATUS[status][lang])}</td><td><ul>${links}</ul></td><td class="day">${days.join('; ')}</td></tr>\n`;
  });
  const unknown = { vi: 'không có trong danh mục đơn vị của tỉnh, thành phố', en: 'in no table of this province' }[
    lang
  ];
  const rest = others.map(
    (id) =>
      html`<tr class="row unknown"><th scope="row">?</th><td class="status">${unknown}</td><td>${documentLink(view, id)}</td><td></td></tr>\n`,
  );
  return [...own, ...rest];
}

function figures({ counts }: AnswersResult, { lang }: GraphPage): string {
  return (['issued', 'late', 'draft', 'missing', 'overdue'] as const)
    .filter((status) => counts[status] > 0)
    .map((status) => `${STATUS[status][lang]}: ${counts[status]}`)
    .join(' · ');
}
