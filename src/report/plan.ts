/** What was understood of a document, for people: why a rule fired or did not. */
import type { Case } from '../engine/check.js';
import type { Bilingual, Language } from '../errors.js';
import type { LinkedParent, LinkStatus } from '../library/link.js';
import { citationName } from '../plan/citation-text.js';
import type {
  Citation,
  Deadline,
  Interval,
  OwnUnit,
  PlaceMention,
  Plan,
  Section,
  Supersession,
  Theme,
} from '../plan/plan.js';
import { sectionKindName } from '../plan/section-kinds.js';
import type { Location, SourceDocument, Span } from '../source/document.js';
import { Page, pad, type Run, run } from './layout.js';
import { fullPlace } from './place.js';
import { shorten } from './quote.js';
import { WORDS } from './words.js';

const LABEL_WIDTH = 18;
const PLACE_WIDTH = 8;
const TEXT_LIMIT = 160;

const HEADINGS = {
  identity: { vi: 'NHẬN DẠNG', en: 'IDENTITY' },
  outline: { vi: 'BỐ CỤC', en: 'OUTLINE' },
  citations: { vi: 'VIỆN DẪN', en: 'CITATIONS' },
  supersessions: { vi: 'THAY THẾ, BÃI BỎ, SỬA ĐỔI', en: 'REPLACED, REVOKED, AMENDED' },
  themes: { vi: 'CHỦ ĐỀ', en: 'THEMES' },
  deadlines: { vi: 'THỜI HẠN', en: 'DEADLINES' },
  duties: { vi: 'NHIỆM VỤ GIAO CẤP DƯỚI', en: 'DUTIES OF THE LEVEL BELOW' },
  targets: { vi: 'CHỈ TIÊU', en: 'TARGETS' },
  recipients: { vi: 'NƠI NHẬN', en: 'RECIPIENTS' },
  signature: { vi: 'KÝ BAN HÀNH', en: 'SIGNATURE' },
  places: { vi: 'ĐỊA DANH', en: 'PLACES' },
} satisfies Record<string, Bilingual>;

const LABELS = {
  type: { vi: 'Tên loại', en: 'Kind' },
  code: { vi: 'Số, ký hiệu', en: 'Number, symbol' },
  issuer: { vi: 'Cơ quan ban hành', en: 'Issuer' },
  place: { vi: 'Địa danh', en: 'Place' },
  date: { vi: 'Ngày ban hành', en: 'Date' },
  subject: { vi: 'Trích yếu', en: 'Subject' },
  unit: { vi: 'Đơn vị', en: 'Own unit' },
  period: { vi: 'Thời gian', en: 'Period' },
  parents: { vi: 'Cấp trên', en: 'Parents' },
  quality: { vi: 'Chất lượng chữ', en: 'Text quality' },
  note: { vi: 'Lưu ý', en: 'Note' },
} satisfies Record<string, Bilingual>;

const NO_LABEL: Bilingual = { vi: '', en: '' };
const NONE: Bilingual = { vi: 'không nhận ra', en: 'not recognised' };
const BLANK: Bilingual = { vi: 'để trống', en: 'blank' };

const STATUS: Record<string, Bilingual> = {
  resolved: { vi: 'tìm thấy', en: 'found' },
  mismatched: { vi: 'không khớp hẳn', en: 'does not fully agree' },
  ambiguous: { vi: 'nhiều văn bản cùng ứng', en: 'several fit' },
  unresolved: { vi: 'không có trong thư viện', en: 'not in the library' },
  self: { vi: 'chính văn bản này', en: 'this document itself' },
};

const ROLE: Record<Citation['role'], Bilingual> = {
  implements: { vi: 'triển khai', en: 'implements' },
  basis: { vi: 'căn cứ', en: 'basis' },
  encloses: { vi: 'kèm theo', en: 'encloses' },
  mention: { vi: 'nhắc tới', en: 'mentions' },
};

const LEVEL: Record<string, Bilingual> = {
  central: { vi: 'trung ương', en: 'central' },
  province: { vi: 'cấp tỉnh', en: 'province' },
  district: { vi: 'cấp huyện', en: 'district' },
  commune: { vi: 'cấp xã', en: 'commune' },
  unit: { vi: 'đơn vị trực thuộc', en: 'unit' },
};

const EVIDENCE: Record<OwnUnit['evidence'][number]['source'], Bilingual> = {
  header: { vi: 'tiêu đề', en: 'header' },
  place: { vi: 'địa danh ban hành', en: 'place line' },
  launch: { vi: 'câu ban hành', en: 'launching sentence' },
  closing: { vi: 'câu kết', en: 'closing' },
  subject: { vi: 'trích yếu', en: 'subject' },
};

const ZONE: Record<PlaceMention['zone'], Bilingual> = {
  header: { vi: 'phần đầu', en: 'header' },
  body: { vi: 'nội dung', en: 'body' },
  recipients: { vi: 'nơi nhận', en: 'recipients' },
  signature: { vi: 'ký', en: 'signature' },
  annex: { vi: 'phụ lục', en: 'annex' },
};

const DUTY: Record<Deadline['duty'], Bilingual> = {
  report: { vi: 'báo cáo', en: 'report' },
  'issue-plan': { vi: 'ban hành kế hoạch', en: 'issue a plan' },
  submit: { vi: 'gửi, trình', en: 'submit' },
  other: { vi: 'việc khác', en: 'other duty' },
};

const EFFECT: Record<Supersession['effect'], Bilingual> = {
  replaces: { vi: 'thay thế', en: 'replaces' },
  revokes: { vi: 'bãi bỏ', en: 'revokes' },
  amends: { vi: 'sửa đổi', en: 'amends' },
};

const ROLE_OF_ACTOR: Record<NonNullable<Deadline['actor']>['role'], Bilingual> = {
  below: { vi: 'cấp dưới', en: 'below' },
  self: { vi: 'chính đơn vị', en: 'itself' },
  other: { vi: 'nơi khác', en: 'other' },
};

const FORM: Record<Deadline['form'], Bilingual> = {
  absolute: { vi: 'ngày cụ thể', en: 'a day' },
  recurring: { vi: 'định kỳ', en: 'recurring' },
  relative: { vi: 'tính theo việc khác', en: 'relative' },
  blank: BLANK,
  'no-year': { vi: 'không ghi năm', en: 'no year' },
};

/** Facts of a document as a tree, each with its line. */
export function planText(kase: Case, lang: Language, width: number, colour: boolean): string {
  const view = new View(kase.document, lang, width, colour);
  const { plan } = kase;
  view.page.write(0, [run(kase.document.path, 'bold')]);
  printIdentity(view, plan);
  const { verdict, validSyllables } = kase.document.quality;
  if (verdict !== 'good') view.fact(LABELS.quality, `${verdict} (${Math.round(validSyllables * 100)} %)`);
  for (const { text } of kase.document.notes) view.fact(LABELS.note, text[lang]);
  printChain(view, kase.parents, 0);

  view.list(HEADINGS.outline, plan.outline, (section) => printSection(view, section, 0));
  view.list(HEADINGS.citations, plan.citations, (citation) => {
    const link = kase.links?.find((candidate) => candidate.citation === citation);
    const status = citation.self ? 'self' : (link?.status ?? 'unresolved');
    const paths = link === undefined || link.paths.length === 0 ? '' : `: ${link.paths.join(', ')}`;
    view.item(citation.span, [
      run(`${ROLE[citation.role][lang]}  `, 'dim'),
      run(view.quote(citation.span)),
      run(`  → ${STATUS[status]?.[lang] ?? status}${paths}`, status === 'resolved' ? 'green' : 'dim'),
    ]);
  });
  view.list(HEADINGS.supersessions, plan.supersessions, ({ span, effect }) => {
    view.item(span, [run(`${EFFECT[effect][lang]}  `, 'dim'), run(view.quote(span))]);
  });
  view.list(HEADINGS.themes, plan.themes, (theme) => {
    view.item(theme.span, [run(`“${shorten(theme.text, TEXT_LIMIT)}”`), run(`  ${ownerText(view, theme)}`, 'dim')]);
  });
  view.list(HEADINGS.deadlines, plan.deadlines, (deadline) => printDeadline(view, deadline));
  view.list(HEADINGS.duties, plan.duties, ({ span, kind }) => {
    view.item(span, [run(view.quote(span)), run(` · ${DUTY[kind][lang]}`, 'dim')]);
  });
  view.list(
    HEADINGS.targets,
    plan.targets.filter((target) => target.isTarget),
    ({ span, text, indicator, year }) => {
      view.item(span, [
        run(shorten(indicator.text, TEXT_LIMIT)),
        run(`  ${text}`, 'green'),
        run(year === null ? '' : ` · ${year}`, 'dim'),
      ]);
    },
  );
  view.list(HEADINGS.recipients, plan.recipients, ({ span }) => view.item(span, [run(view.quote(span))]));
  if (plan.signature !== null) {
    const { authority, title, name, span } = plan.signature;
    view.heading(HEADINGS.signature);
    view.item(span, [run([...authority, title, name].filter((part) => part !== null).join(' · '))]);
  }
  view.list(HEADINGS.places, plan.places, ({ span, unit, zone }) => {
    view.item(span, [run(`${unit.kind} ${unit.name}`), run(`  ${ZONE[zone][lang]}`, 'dim')]);
  });
  return view.page.text();
}

/** A document of the chain above a plan, as `show --format json` gives it. */
interface ChainLink {
  path: string;
  code: string | null;
  date: string | null;
  status: LinkStatus | 'given';
  parents: ChainLink[];
}

/** The chain above a plan as plain data. */
export function chainData(parents: readonly LinkedParent[]): ChainLink[] {
  return parents.map(({ document, plan, link, given, parents: above }) => ({
    path: document.path,
    code: plan.identity.code,
    date: plan.identity.date,
    status: given ? 'given' : (link?.status ?? 'resolved'),
    parents: chainData(above),
  }));
}

/** The parents, and under each its own parents. */
function printChain(view: View, parents: readonly LinkedParent[], depth: number): void {
  for (const { document, plan, parents: above } of parents) {
    const name = plan.identity.code === null ? '' : ` · ${citationName(plan.identity)}`;
    const steps = depth === 0 ? '' : `${'↑'.repeat(depth)} `;
    view.fact(depth === 0 ? LABELS.parents : NO_LABEL, `${steps}${document.path}${name}`);
    printChain(view, above, depth + 1);
  }
}

/** A page with the document at hand: its words and its lines. */
class View {
  readonly page: Page;
  readonly lang: Language;
  private readonly text: string;
  private readonly locate: (span: Span) => Location;

  constructor({ text, locate }: SourceDocument, lang: Language, width: number, colour: boolean) {
    this.page = new Page(width, colour);
    this.lang = lang;
    this.text = text;
    this.locate = locate;
  }

  heading(text: Bilingual): void {
    this.page.blank();
    this.page.write(0, [run(text[this.lang], 'bold')]);
  }

  /** A heading and its items; nothing if there are none. */
  list<T>(heading: Bilingual, items: readonly T[], print: (item: T) => void): void {
    if (items.length === 0) return;
    this.heading(heading);
    for (const each of items) print(each);
  }

  fact(label: Bilingual, value: string | null, span: Span | null = null): void {
    const words = value === null ? run(NONE[this.lang], 'yellow') : run(shorten(value, TEXT_LIMIT * 2));
    const at = span === null ? [] : [run(`  (${this.place(span)})`, 'dim')];
    this.page.write(2 + LABEL_WIDTH, [words, ...at], [run(`  ${pad(label[this.lang], LABEL_WIDTH)}`, 'dim')]);
  }

  /** A line of the document and what stands there. */
  item(span: Span, runs: readonly Run[], depth = 0): void {
    const indent = 2 + PLACE_WIDTH + depth * 2;
    this.page.write(indent, runs, [run(`  ${pad(this.margin(span), PLACE_WIDTH)}${'  '.repeat(depth)}`, 'dim')]);
  }

  quote(span: Span): string {
    return shorten(this.text.slice(span.start, span.end), TEXT_LIMIT);
  }

  private place(span: Span): string {
    return fullPlace(null, { ...this.locate(span), section: null }, WORDS[this.lang]);
  }

  /** The line; for formats without lines the page or the paragraph. */
  private margin(span: Span): string {
    const { start, page, paragraph } = this.locate(span);
    if (start !== null) return String(start.line);
    return page === null ? `¶${paragraph ?? ''}` : { vi: `tr.${page}`, en: `p.${page}` }[this.lang];
  }
}

function printIdentity(view: View, { identity, ownUnit, period }: Plan): void {
  const { lang } = view;
  const { spans, blanks } = identity;
  view.heading(HEADINGS.identity);
  view.fact(LABELS.type, identity.type, spans.type);
  const blankNumber = blanks.includes('number') ? `${BLANK[lang]} (…/${identity.symbol ?? '…'})` : null;
  view.fact(LABELS.code, identity.code ?? identity.number ?? blankNumber, spans.number);
  const { issuer } = identity;
  const level = issuer?.level ? ` (${LEVEL[issuer.level]?.[lang] ?? issuer.level})` : '';
  view.fact(LABELS.issuer, issuer === null ? null : `${issuer.text}${level}`, spans.issuer);
  view.fact(LABELS.place, identity.place, spans.place);
  const blankDate = blanks.some((part) => part !== 'number') ? BLANK[lang] : null;
  view.fact(LABELS.date, day(identity.date) ?? blankDate, spans.date);
  view.fact(LABELS.subject, identity.subject, spans.subject);
  const sources = [...new Set(ownUnit?.evidence.map(({ source }) => EVIDENCE[source][lang]))].join(', ');
  const unit =
    ownUnit === null ? null : [`${ownUnit.kind} ${ownUnit.name}`, ownUnit.province].filter(Boolean).join(', ');
  view.fact(LABELS.unit, unit === null ? null : `${unit} [${sources}]`);
  if (period !== null) view.fact(LABELS.period, `“${period.text}” = ${intervalText(period.interval)}`, period.span);
}

function printSection(view: View, section: Section, depth: number): void {
  const kinds =
    section.kinds.length > 0 ? `  [${section.kinds.map((kind) => sectionKindName(kind)[view.lang]).join('; ')}]` : '';
  if (section.heading || section.kinds.length > 0 || depth === 0) {
    const title = shorten(section.title, section.heading ? TEXT_LIMIT : TEXT_LIMIT / 2);
    view.item(section.span, [run(`${section.label.text} ${title}`), run(kinds, 'cyan')], depth);
  } else {
    view.item(section.span, [run(`${section.label.text} ${shorten(section.title, TEXT_LIMIT / 2)}`, 'dim')], depth);
  }
  for (const child of section.children) printSection(view, child, depth + 1);
}

function ownerText(view: View, { owner, year, period }: Theme): string {
  const { lang } = view;
  const whose =
    owner === null
      ? NONE[lang]
      : [LEVEL[owner.level]?.[lang], owner.unit?.kind, owner.unit?.name].filter(Boolean).join(' ');
  const own = owner?.own ? { vi: ' (của chính đơn vị)', en: ' (its own)' }[lang] : '';
  const when = period === null ? year : `${period.from}-${period.to}`;
  return `${whose}${own}${when === null ? '' : `, ${when}`}`;
}

function printDeadline(view: View, deadline: Deadline): void {
  const { lang } = view;
  const due = deadline.due === null ? FORM[deadline.form][lang] : intervalText(deadline.due);
  const who = deadline.actor === null ? '' : ` · ${deadline.actor.text} (${ROLE_OF_ACTOR[deadline.actor.role][lang]})`;
  const to = deadline.addressee === null ? '' : ` → ${deadline.addressee.text}`;
  view.item(deadline.span, [
    run(`“${view.quote(deadline.span)}”`),
    run(` = ${due}`, 'green'),
    run(` · ${DUTY[deadline.duty][lang]}${who}${to}`, 'dim'),
  ]);
}

/** "01/01/2026 … 14/12/2026"; an open end reads "…". */
function intervalText({ from, to }: Interval): string {
  return from === to && from !== null ? (day(from) ?? '') : `${day(from) ?? ''} … ${day(to) ?? ''}`.trim();
}

function day(iso: string | null): string | null {
  return iso === null ? null : iso.split('-').reverse().join('/');
}
