/** The parts of one citation around its number: kind, issuer and date before it; date, issuer and subject after it. */
import type { Span } from '../source/document.js';
import { quotedParts } from '../text/quoted.js';
import type { DocumentCode } from './citation-code.js';
import { citationWords, phrasePattern } from './citation-words.js';
import { findTypes, TYPE_ABBREVIATIONS, type TypeMention, typeByAbbreviation, typeByName } from './document-types.js';
import { type IssuerMention, issuerAt } from './issuer.js';
import type { DateMention, Issuer } from './plan.js';

/** What stands before the number: "Quyết định của Bộ trưởng Bộ Xây dựng: số". */
export interface Head {
  /** Where the citation begins: at the kind, else at "số", else at the number. */
  start: number;
  type: string | null;
  /** Whether "số" stands before the number. */
  numbered: boolean;
  issuer: Issuer | null;
  date: DateMention | null;
}

/** What stands after the number: ", ngày 15/6/2026 của UBND tỉnh". */
export interface Tail {
  end: number;
  date: DateMention | null;
  issuer: Issuer | null;
}

/** Longest stretch before a number in which its kind may stand; laws have long names. */
const HEAD_WINDOW = 280;
/** Numbers of the National Assembly: their kinds are laws, ordinances and resolutions, whatever words the name of a law holds. */
const ASSEMBLY = /(?:^|\/)(?:QH|UBTVQH|PL)/u;
const NUMBER_WORD = /(?:^|[^\p{L}])(số|Số|SỐ)\s{0,3}:?\s*$/u;
/** "theo QĐ số 12/QĐ-UBND": the kind as its abbreviation. */
const SHORT_KIND = new RegExp(`(?:^|[\\s(,;])(${TYPE_ABBREVIATIONS.join('|')})\\s*$`, 'u');
const LINKING_WORDS = /(?:^|\s)(?:và|hoặc|của|tại|theo|kèm|ngày|với|đã|được|có|là|các|một|này|đó|trên|nêu)(?:\s|$)/u;
const DATE_GAP = /^[\s,]*\(?\s*(?:(?:được\s+)?(?:ký\s+)?(?:ban hành\s+)?(?:vào\s+)?ngày[\s.…_/]*)?$/iu;
const YEAR_ONLY = /^\s*,?\s*(?:của\s+)?năm\s+(\d{4})(?!\d|\s?[-–])/iu;
const BLANK_DATE =
  /^[\s,]*ngày[\s.…_]{0,40}(?:\/[\s.…_]{0,20}\/\s?(?:\d{4})?|tháng[\s.…_]{0,40}(?:năm[\s.…_]{0,20}(?:\d{4})?)?|(?=[;,.)]))/iu;
const FOOTNOTE_MARK = /^\s?(?:\[\d{1,2}\]|[¹²³⁴-⁹⁰]{1,2}|\(\d{1,2}\))/u;
const DEFINITION = /^\s*\((?:sau đây|gọi|viết|dưới đây)[^()]{0,160}\)/iu;
const OF = /^[\s,:]*(?:của|do)\s+(?:các\s+|liên\s+)?/iu;
/** The term of a collective after its name: "khóa XIII", "nhiệm kỳ 2021 - 2026". */
const TERM = /^,?\s+\(?(?:khóa|khoá)\s+[IVXL]+\)?|^,?\s+nhiệm kỳ\s+\d{4}\s?[-–]\s?\d{4}/iu;
const SUBJECT_OPENING = new RegExp(
  `^\\s*[:,]?\\s*(?:\\(?\\s*[“"”]?\\s*)(?:${phrasePattern(citationWords.subject)}|V/v)(?![\\p{L}])`,
  'iu',
);
const ISSUING = /^\s*,?\s*(?:đã\s+)?(?:ký\s+)?(?:ban hành|ký|có|phê duyệt|thông qua|gửi)\s+(?:kèm theo\s+)?$/iu;
/** "… ngày 01/7/2022 có hiệu lực": the day on which the document takes effect. */
const IN_FORCE = /^\s*(?:bắt đầu\s+)?(?:có|hết|phát sinh)\s+hiệu lực/iu;
/** Longest subject kept. */
const SUBJECT_WINDOW = 500;

/** Reads what stands before a number, from `floor` (end of the number before it, or start of the block) on. */
export function readHead(text: string, code: DocumentCode, floor: number, dates: readonly DateMention[]): Head {
  const from = Math.max(floor, code.span.start - HEAD_WINDOW);
  let before = text.slice(from, code.span.start);
  const word = code.number === null ? null : NUMBER_WORD.exec(before);
  const numbered = word !== null || code.number === null;
  if (word !== null) before = before.slice(0, word.index + word[0].indexOf(word[1] ?? ''));
  const kind = kindBefore(before, code);
  if (kind === null) {
    return { start: from + before.length, type: null, numbered, issuer: null, date: null };
  }
  const start = from + kind.start;
  const issued = issuedBefore(text, floor, start, dates);
  const issuer = kind.issuer ?? issued?.issuer ?? issuerWithAt(text, floor, start);
  return { start, type: kind.type.name, numbered, issuer, date: issued?.date ?? null };
}

/** Reads date and issuer after a number, in either order. */
export function readTail(text: string, code: DocumentCode, dates: readonly DateMention[]): Tail {
  const tail: Tail = { end: code.span.end, date: null, issuer: null };
  let at = tail.end + (FOOTNOTE_MARK.exec(text.slice(tail.end, tail.end + 8))?.[0].length ?? 0);
  for (let turn = 0; turn < 3; turn++) {
    const next = readDate(text, at, dates) ?? readIssuer(text, at, code, tail.date !== null);
    if (next === null) break;
    if ('issuer' in next) {
      if (tail.issuer !== null) break;
      tail.issuer = next.issuer;
    } else {
      if (tail.date !== null) break;
      tail.date = next.date;
    }
    at = next.end;
    tail.end = at;
  }
  return tail;
}

/** The subject (trích yếu) that begins after a citation, up to the end of its clause; null if none begins there. */
export function readSubject(text: string, from: number): Span | null {
  const mark = FOOTNOTE_MARK.exec(text.slice(from, from + 8))?.[0].length ?? 0;
  const definition = DEFINITION.exec(text.slice(from + mark, from + mark + 180))?.[0].length ?? 0;
  const at = from + mark + definition;
  const rest = text.slice(at, at + SUBJECT_WINDOW);
  const opening = SUBJECT_OPENING.exec(rest);
  if (opening === null) return null;
  const start = at + (/[\p{L}]/u.exec(rest)?.index ?? 0);
  const end = at + clauseEnd(rest, at);
  return end > start ? { start, end } : null;

  function clauseEnd(clause: string, offset: number): number {
    let depth = 0;
    const inQuotes = quotedParts(clause);
    for (const mark of clause.matchAll(/[;\n]|\.(?=\s+["“]?\p{Lu}|\s*$|\/)|[()]|[”"](?=\s*[,;.]|\s+\p{Lu})|,\s+/gu)) {
      if (mark[0] === '(') {
        // "(sau đây gọi tắt là Đề án)" names the document, it is not of its subject
        if (DEFINITION.test(clause.slice(mark.index, mark.index + 180)))
          return clause.slice(0, mark.index).trimEnd().length;
        depth++;
      } else if (mark[0] === ')') {
        if (--depth < 0) return mark.index;
      } else if (mark[0].startsWith(',')) {
        if (issuerAt(text, offset + mark.index + 1) !== null) return mark.index;
      } else if (mark[0] === ';' && inQuotes(mark.index)) {
        // a theme has semicolons of its own
      } else if (/["”]/u.test(mark[0])) {
        if (/[“"]/u.test(clause.slice(0, 40))) return mark.index;
      } else return mark.index;
    }
    return clause.trimEnd().length;
  }
}

/** The kind that belongs to the number: right before it, or with its issuer or a few words between. */
function kindBefore(before: string, code: DocumentCode): (TypeMention & { issuer: Issuer | null }) | null {
  const short = SHORT_KIND.exec(before);
  const shortKind = short?.[1] === undefined ? null : typeByAbbreviation(short[1]);
  if (short !== null && shortKind !== null) {
    const start = short.index + short[0].indexOf(short[1] ?? '');
    return { type: shortKind, start, end: start + (short[1]?.length ?? 0), issuer: null };
  }
  const symbolKind = typeByAbbreviation(code.symbol.replace(/^\d{4}\//u, '').split(/[-/]/u)[0] ?? '');
  for (const mention of findTypes(before).reverse()) {
    const written = before.slice(mention.start, mention.end);
    const rest = before.slice(mention.end);
    if (/^\s*[:(]?\s*$/u.test(rest)) {
      if (mention.type.name === 'luật' && /^\p{Ll}/u.test(written) && /pháp\s$/iu.test(before.slice(0, mention.start)))
        continue;
      return { ...mention, issuer: null };
    }
    if (!/^\p{Lu}/u.test(written)) continue;
    if (/[;\n]|\.\s/u.test(rest)) return null;
    const name = mention.type.family ?? mention.type.name;
    if (name === 'luật' || name === 'pháp lệnh')
      return ASSEMBLY.test(code.symbol) ? { ...mention, issuer: null } : null;
    if (ASSEMBLY.test(code.symbol) && name !== 'nghị quyết') continue;
    const fits = symbolKind === null || mention.type.generic || typeByName(symbolKind.name)?.name === name;
    if (!fits) continue;
    const of = OF.exec(rest);
    const issuer = issuerAt(rest, of?.[0].length ?? 0);
    if (issuer !== null) return { ...mention, issuer: issuer.issuer };
    if (/^(?:\s+\p{Ll}[\p{L}\p{M}]*){1,7}\s*$/u.test(rest) && !LINKING_WORDS.test(rest))
      return { ...mention, issuer: null };
    return null;
  }
  return null;
}

/** "Ngày 29/6/2026, Bộ trưởng Bộ Xây dựng ban hành Quyết định số …": date and issuer before the kind, at the start of a sentence. */
function issuedBefore(
  text: string,
  floor: number,
  kindStart: number,
  dates: readonly DateMention[],
): { date: DateMention; issuer: Issuer | null } | null {
  const index = firstAtOrAfter(dates, kindStart) - 1;
  const date = dates[index];
  if (date === undefined || date.span.start < floor || kindStart - date.span.end > 200) return null;
  const opening = text.slice(Math.max(0, date.span.start - 6), date.span.start + 4);
  if (!/Ngày/u.test(opening)) return null;
  const between = text.slice(date.span.end, kindStart);
  if (/[;\n.]/u.test(between)) return null;
  const comma = /^[\s,]*/u.exec(between)?.[0].length ?? 0;
  const issuer = issuerAt(between, comma);
  return ISSUING.test(between.slice(issuer?.end ?? 0)) ? { date, issuer: issuer?.issuer ?? null } : null;
}

/** "… của Ủy ban nhân dân tỉnh tại Văn bản số …": the issuer before the kind. */
function issuerWithAt(text: string, floor: number, kindStart: number): Issuer | null {
  const from = Math.max(floor, kindStart - 140);
  const before = text.slice(from, kindStart);
  if (!/\stại\s+(?:các\s+)?$/u.test(before)) return null;
  const of = before.lastIndexOf(' của ');
  if (of < 0) return null;
  const issuer = issuerAt(before, of + 5);
  return issuer !== null && /^\s+tại\s+(?:các\s+)?$/u.test(before.slice(issuer.end)) ? issuer.issuer : null;
}

function readDate(
  text: string,
  at: number,
  dates: readonly DateMention[],
): { date: DateMention | null; end: number } | null {
  const mention = dates[firstAtOrAfter(dates, at)];
  if (mention !== undefined && mention.span.start - at < 60 && DATE_GAP.test(text.slice(at, mention.span.start))) {
    // a title ends with the number, and the text under it begins with a day of its own
    if (/\sNgày\s/u.test(text.slice(at, mention.span.start + 5))) return null;
    if (IN_FORCE.test(text.slice(mention.span.end, mention.span.end + 40))) return null;
    const open = text.slice(at, mention.span.start).includes('(');
    const closed = open && text[mention.span.end] === ')' ? 1 : 0;
    return { date: mention, end: mention.span.end + closed };
  }
  const rest = text.slice(at, at + 120);
  const blank = BLANK_DATE.exec(rest);
  if (blank !== null) return { date: null, end: at + blank[0].length };
  const year = YEAR_ONLY.exec(rest);
  if (year === null) return null;
  const end = at + year[0].length;
  const span = { start: end - 4, end };
  return {
    date: { span, text: year[1] ?? '', day: null, month: null, year: Number(year[1]), iso: null, impossible: null },
    end,
  };
}

function readIssuer(
  text: string,
  at: number,
  code: DocumentCode,
  dated: boolean,
): { issuer: Issuer; end: number } | null {
  const of = OF.exec(text.slice(at, at + 20));
  const found: IssuerMention | null = of === null ? null : issuerAt(text, at + of[0].length);
  if (found !== null)
    return {
      issuer: found.issuer,
      end: found.end + (TERM.exec(text.slice(found.end, found.end + 40))?.[0].length ?? 0),
    };
  // "Chỉ thị số 05-CT/TW ngày 15/5/2016 Bộ Chính trị về …": without "của"
  if (of !== null || !dated || !/^ \p{Lu}/u.test(text.slice(at, at + 2)) || !code.certain) return null;
  const bare = issuerAt(text, at);
  return bare !== null && SUBJECT_OPENING.test(text.slice(bare.end, bare.end + 40))
    ? { issuer: bare.issuer, end: bare.end }
    : null;
}

/** Index of the first date that begins at or after an offset. */
function firstAtOrAfter(dates: readonly DateMention[], offset: number): number {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
