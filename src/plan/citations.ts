/**
 * Citations (viện dẫn): every other document that a plan names, by number and symbol, by a short form, or by name (laws).
 * A date belongs to a citation only if it stands right after its number or issuer, or opens the sentence that issues it: never the
 * date of a document that the cited one carries out.
 */
import type { SourceDocument, Span } from '../source/document.js';
import { wordsKey } from '../text/normal.js';
import { codeKey, type DocumentCode, findCodes } from './citation-code.js';
import { readHead, readSubject, readTail } from './citation-parts.js';
import { giveRoles, placeCitations } from './citation-roles.js';
import { findDates } from './dates.js';
import { sameType, TYPE_PATTERN, typeByName } from './document-types.js';
import { issuerOfSymbol } from './issuer.js';
import type { Citation, DateMention, Identity, Issuer, OwnUnit, Zones } from './plan.js';
import { compareIssuers, homeOf } from './same-issuer.js';

/** What the citations need to know of the document: whose number is its own, where the header ends. */
export interface CitationContext {
  identity: Identity;
  zones: Zones;
  /** All dates of the text in order; found again if absent. */
  dates?: readonly DateMention[];
  ownUnit?: OwnUnit | null;
}

/** Every citation of a document, in the order of the text. */
export function extractCitations(document: SourceDocument, context: CitationContext): Citation[] {
  const { text, dates } = readingText(document, context);
  const found = [...byCode(text, document, context.identity, dates)];
  const taken = new Spans(found);
  for (const law of lawsByName(text, dates)) if (!taken.overlaps(law.span)) found.push(law);
  for (const short of shortForms(text, dates, found)) if (!taken.overlaps(short.span)) found.push(short);
  found.sort((a, b) => a.span.start - b.span.start);
  const placed = finish(document, context, found);
  return withSelf(withShortForms(placed), context);
}

/** The text with the lines of the header joined: a title runs over several blocks, and so may the number in it. */
function readingText(document: SourceDocument, context: CitationContext): { text: string; dates: DateMention[] } {
  const end = context.zones.header.end;
  const header = document.text.slice(0, end).replace(/\n/gu, ' ');
  const dates = context.dates ?? findDates(document.text);
  return {
    text: header + document.text.slice(end),
    dates: [...findDates(header), ...dates.filter(({ span }) => span.start >= end)],
  };
}

/** A citation before its place, role and relation to others are known. */
type Draft = Omit<Citation, 'place' | 'role' | 'self' | 'shortFor' | 'subject'>;

function* byCode(
  text: string,
  document: SourceDocument,
  identity: Identity,
  dates: readonly DateMention[],
): Iterable<Draft> {
  const own = identity.spans.number;
  const drafts: Draft[] = [];
  let floor = 0;
  let tailEnd = 0;
  for (const code of findCodes(text)) {
    if (code.span.start < floor || (own !== null && overlap(own, code.span)) || isHeaderNumber(document.text, code))
      continue;
    const head = readHead(text, code, Math.max(floor, lineStart(text, code.span.start)), dates);
    const last = drafts.at(-1);
    const listed = head.type === null && last !== undefined && continuesList(text.slice(tailEnd, head.start));
    if (!code.certain && head.type === null && !head.numbered && !listed) continue;
    const tail = readTail(text, code, dates);
    const date = tail.date ?? head.date;
    drafts.push({
      span: { start: head.start, end: tail.end },
      type: head.type ?? (listed ? last.type : null),
      number: code.number,
      symbol: code.symbol,
      code: code.code,
      codeSpan: code.span,
      date: date?.iso ?? null,
      dateMention: date,
      dateShared: false,
      issuer: tail.issuer ?? head.issuer,
      subjectSpan: readSubject(text, tail.end),
      blank: code.number === null,
      malformed: malformed(code, date),
    });
    floor = code.span.end;
    tailEnd = tail.end;
  }
  yield* withSharedDates(text, drafts);
}

/** "Số: 12/BC-UBND" at the start of a line is a document's own number: the attached plan's, or that of a form in an annex. */
function isHeaderNumber(text: string, code: DocumentCode): boolean {
  const start = lineStart(text, code.span.start);
  const before = text.slice(start, Math.min(code.span.end, code.span.start + 6));
  return /^\s*Số\s?:/iu.test(before) && code.span.start - start < 12;
}

/** Start of the line that holds an offset, or a point before it that is far enough, in a line without end. */
function lineStart(text: string, offset: number): number {
  const from = Math.max(0, offset - 500);
  return from + text.slice(from, offset).lastIndexOf('\n') + 1;
}

function continuesList(between: string): boolean {
  return /^\s*(?:,|;|và|hoặc|,\s*và|;\s*và)\s*(?:số\s*)?$/iu.test(between);
}

/** In "số 12/QĐ-UBND, 13/QĐ-UBND và 14/QĐ-UBND ngày 5/1/2026" the date is the last one's; the others share issuer and kind only. */
function withSharedDates(text: string, drafts: Draft[]): Draft[] {
  for (let i = drafts.length - 2; i >= 0; i--) {
    const draft = drafts[i];
    const next = drafts[i + 1];
    if (draft === undefined || next === undefined || draft.dateMention !== null || draft.issuer !== null) continue;
    const joined = continuesList(text.slice(draft.span.end, next.span.start));
    if (!joined || draft.span.end !== draft.codeSpan?.end || !sameType(draft.type, next.type)) continue;
    drafts[i] = {
      ...draft,
      dateShared: next.dateMention !== null || next.dateShared,
      issuer: sharedIssuer(draft, next),
    };
  }
  return drafts;
}

function sharedIssuer(draft: Draft, next: Draft): Issuer | null {
  return draft.symbol !== null && draft.symbol === next.symbol ? next.issuer : null;
}

function malformed(code: DocumentCode, date: DateMention | null): Citation['malformed'] {
  const found: Citation['malformed'] = [];
  if (code.malformed !== null) found.push({ reason: code.malformed, span: code.span });
  if (date?.impossible != null) found.push({ reason: `date-${date.impossible}`, span: date.span });
  return found;
}

const LAW = /(?<![\p{L}\p{M}])(Bộ luật|Luật|Pháp lệnh)\s+(?=\p{Lu})/gu;
/** Signs and words at which the name of a law has ended. */
const LAW_NAME_END = new RegExp(
  [
    '[;:.…()\\n\\d“”"]',
    '\\s+(?:số\\s*(?=\\d|$)|[-–]\\s|(?:ngày|năm|được|đã|có|quy định|hiện hành|thì|khi|nêu|này|tại|theo|về|trên|trong|với|bảo đảm|để|cho|nhằm|còn|sẽ|gồm|thuộc|là|do|từ|đến|trước|sau)(?![\\p{L}]))',
    '(?<!của),?\\s+(?:và\\s+)?(?:các|Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định)(?![\\p{L}])',
    ',\\s+\\p{Lu}',
  ].join('|'),
  'u',
);

/** Laws cited by name ("Luật Thi đua, khen thưởng năm 2022"), as NĐ 30/2020, PL I, Mục II.6 has it for laws. */
function* lawsByName(text: string, dates: readonly DateMention[]): Iterable<Draft> {
  for (const match of text.matchAll(LAW)) {
    const start = match.index + match[0].length;
    const rest = text.slice(start, start + 200);
    const name = rest.slice(0, LAW_NAME_END.exec(rest)?.index ?? rest.length).replace(/[\s,]+$/u, '');
    const end = start + name.length;
    const tail = readTail(text, { ...NO_CODE, span: { start: end, end } }, dates);
    yield {
      span: { start: match.index, end: tail.date === null ? end : tail.end },
      type: (match[1] ?? '').toLowerCase(),
      ...NUMBERLESS,
      date: tail.date?.iso ?? null,
      dateMention: tail.date,
      issuer: null,
      subjectSpan: { start, end },
      malformed:
        tail.date?.impossible == null ? [] : [{ reason: `date-${tail.date.impossible}`, span: tail.date.span }],
    };
  }
}

const NUMBERLESS = { number: null, symbol: null, code: null, codeSpan: null, dateShared: false, blank: false } as const;
const NO_CODE: DocumentCode = {
  span: { start: 0, end: 0 },
  number: null,
  symbol: '',
  code: null,
  year: null,
  hyphenFirst: false,
  certain: false,
  malformed: null,
};

const SHORT = new RegExp(
  `(?<![\\p{L}\\p{M}])(${TYPE_PATTERN})\\s+(số\\s+)?(\\d{1,5})(?![\\d\\p{L}]|[.,]\\d|\\s?%|\\s?[/-]\\s?[\\d\\p{Lu}])`,
  'giu',
);

/** Short forms: "Chỉ thị 14", "Nghị quyết số 57". Without "số" only if the number was cited in full: "Kế hoạch 5 năm" is none. */
function* shortForms(text: string, dates: readonly DateMention[], full: readonly Draft[]): Iterable<Draft> {
  const cited = new Map<string, Draft[]>();
  for (const draft of full) if (draft.number !== null) push(cited, draft.number, draft);
  for (const match of text.matchAll(SHORT)) {
    const [whole, kind = '', numberWord, number = ''] = match;
    const type = typeByName(kind);
    if (type === null || !/^\p{Lu}/u.test(kind)) continue;
    const known = cited.get(number)?.some((draft) => sameType(draft.type, type.name)) ?? false;
    if (
      numberWord === undefined &&
      (!known ||
        /^\s+(?:năm|tháng|ngày|nội dung|nhiệm vụ|đơn vị)/iu.test(
          text.slice(match.index + whole.length, match.index + whole.length + 12),
        ))
    )
      continue;
    const span = { start: match.index, end: match.index + whole.length };
    const tail = readTail(text, { ...NO_CODE, span }, dates);
    yield {
      span: { start: span.start, end: tail.end },
      type: type.name,
      ...NUMBERLESS,
      number,
      date: tail.date?.iso ?? null,
      dateMention: tail.date,
      issuer: tail.issuer,
      subjectSpan: readSubject(text, tail.end),
      malformed: [],
    };
  }
}

function finish(document: SourceDocument, context: CitationContext, drafts: Draft[]): Citation[] {
  const places = placeCitations(document, context.zones, drafts);
  const { roles, subjects } = giveRoles(document, context.zones, drafts);
  return drafts.map((draft, i) => {
    const subjectSpan = subjects[i] ?? null;
    const place = places[i] ?? 'body';
    return {
      ...draft,
      subjectSpan,
      subject: subjectSpan === null ? null : document.text.slice(subjectSpan.start, subjectSpan.end),
      place,
      role: place === 'annex-line' ? 'encloses' : (roles[i] ?? 'mention'),
      self: false,
      shortFor: null,
    };
  });
}

/** Points short forms, codes repeated without date and issuer, and names of laws repeated, to the citation in full. */
function withShortForms(citations: Citation[]): Citation[] {
  const laws = new Map<string, number>();
  const fullByCode = new Map<string, number>();
  const fullByNumber = new Map<string, number[]>();
  citations.forEach((citation, i) => {
    if (citation.number === null && citation.subject !== null && !laws.has(wordsKey(citation.subject))) {
      laws.set(wordsKey(citation.subject), i);
    }
    if (citation.number === null || citation.symbol === null) return;
    const key = codeKey(citation.number, citation.symbol);
    if (citation.dateMention === null && citation.issuer === null) return;
    if (!fullByCode.has(key)) fullByCode.set(key, i);
    push(fullByNumber, citation.number, i);
  });
  return citations.map((citation, i) => {
    if (citation.dateMention !== null) return citation;
    if (citation.number === null) {
      const first = citation.subject === null ? undefined : laws.get(wordsKey(citation.subject));
      return first === undefined || first === i ? citation : { ...citation, shortFor: first };
    }
    if (citation.symbol !== null) {
      const full = citation.issuer === null ? fullByCode.get(codeKey(citation.number, citation.symbol)) : undefined;
      return full === undefined || full === i ? citation : { ...citation, shortFor: full };
    }
    const meant = (fullByNumber.get(citation.number) ?? []).filter((full) =>
      sameType(citations[full]?.type ?? null, citation.type),
    );
    const nearest = meant.filter((full) => full < i).at(-1) ?? meant[0];
    return nearest === undefined ? citation : { ...citation, shortFor: nearest };
  });
}

/** Marks what refers to the document itself: its own number again, or an annex line of its own kind, symbol and issuer. */
function withSelf(citations: Citation[], { identity, ownUnit = null }: CitationContext): Citation[] {
  const home = homeOf(identity, ownUnit);
  return citations.map((citation) => {
    if (identity.symbol === null || citation.symbol === null) return citation;
    if (codeKey('', citation.symbol) !== codeKey('', identity.symbol) || !sameType(citation.type, identity.type))
      return citation;
    if (compareIssuers(withSymbolBody(citation), home, identity.issuer, home).match === 'different') return citation;
    const sameNumber =
      citation.number !== null &&
      identity.number !== null &&
      codeKey(citation.number, '') === codeKey(identity.number, '');
    const sameDate = citation.date !== null && citation.date === identity.date;
    const blank = citation.number === null || identity.number === null;
    const annexLine = citation.place === 'annex-line' && (sameNumber || sameDate || blank);
    const repeated = sameNumber && (sameDate || citation.dateMention === null) && citation.issuer !== null;
    return annexLine || repeated ? { ...citation, self: true } : citation;
  });
}

/** The issuer of a citation as far as words and symbol tell: "Quyết định số 12/QĐ-TTg" is the Prime Minister's. */
export function withSymbolBody(citation: Pick<Citation, 'issuer' | 'symbol' | 'code' | 'number'>): Issuer | null {
  if (citation.symbol === null) return citation.issuer;
  const party = citation.code?.startsWith(`${citation.number}-`) ?? false;
  const implied = issuerOfSymbol(citation.symbol, party);
  if (implied === null) return citation.issuer;
  const written = citation.issuer ?? { text: '', body: null, system: null, level: null, unit: null };
  return {
    ...written,
    body: written.body ?? implied.body,
    system: written.system ?? implied.system,
    level: written.level ?? implied.level,
  };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Spans in order, asked whether a further one overlaps any. */
class Spans {
  readonly #spans: { start: number; end: number }[];

  constructor(holders: readonly { span: Span }[]) {
    this.#spans = holders.map(({ span }) => span).sort((a, b) => a.start - b.start);
  }

  overlaps(span: Span): boolean {
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#spans[middle]?.end ?? 0) <= span.start) low = middle + 1;
      else high = middle;
    }
    const next = this.#spans[low];
    return next !== undefined && overlap(next, span);
  }
}
