/** Citations of documents by several plans: whether two of them mean one document though their dates or numbers differ. */
import type { LoadedPlan } from '../engine/check.js';
import { codeKey } from '../plan/citation-code.js';
import { withSymbolBody } from '../plan/citations.js';
import { sameType } from '../plan/document-types.js';
import type { Citation } from '../plan/plan.js';
import { compareIssuers, type Home, homeOf, type IssuerMatch } from '../plan/same-issuer.js';
import { isSlipOfDate, likeness, matter } from './compare.js';

/** A citation in full: with number, symbol and a date of its own. */
export type FullCitation = Citation & { number: string; symbol: string; date: string };

/** A citation in full, and the document that says it. */
export interface Said {
  citation: FullCitation;
  by: LoadedPlan;
  home: Home;
}

/** Subjects that share less than this (0-1) are of two documents. */
const OTHER_SUBJECT = 0.25;

/** What a document says of others, in the order of its text. */
export function saidBy(by: LoadedPlan): Said[] {
  const home = homeOf(by.plan.identity, by.plan.ownUnit);
  return by.plan.citations.filter(isFull).map((citation) => ({ citation, by, home }));
}

function isFull(citation: Citation): citation is FullCitation {
  const { number, symbol, date, self, dateShared } = citation;
  return number !== null && symbol !== null && date !== null && !self && !dateShared && hasRightYear(symbol, date);
}

/** A date of another year than the number says is the business of citation/year-mismatch. */
function hasRightYear(symbol: string, date: string): boolean {
  const year = yearInSymbol(symbol);
  return year === null || date.startsWith(year);
}

/** "2015" of "2015/NĐ-CP"; null if the symbol has no year. */
export function yearInSymbol(symbol: string): string | null {
  return /^(\d{4})\//u.exec(symbol)?.[1] ?? null;
}

/** Number and symbol as they are compared. */
export function codeOf({ citation }: Said): string {
  return codeKey(citation.number, citation.symbol);
}

/**
 * Whether two citations of one number and symbol with two dates mean one document. A year in the number makes it sure for central
 * bodies; else numbers start anew each year, and only the same day of another year may be a slip.
 */
export function isSameDocument(a: Said, b: Said, sameSubject: number): boolean {
  const { match } = matchIssuers(a, b);
  if (match === 'different' || !sameType(a.citation.type, b.citation.type)) return false;
  const alike = likeness(a.citation.subject, b.citation.subject);
  if (alike !== null && alike < OTHER_SUBJECT) return false;
  const sameMatter = alike !== null && alike >= sameSubject;
  if (yearInSymbol(a.citation.symbol) !== null) return match === 'same' || isCentral(a) || sameMatter;
  const [dayA, dayB] = [a.citation.date, b.citation.date];
  if (dayA.slice(0, 4) !== dayB.slice(0, 4)) {
    // in other years only the same day is a slip, or what is said in the very same words within one plan
    if (areOfTwoYears(a, b)) return false;
    return dayA.slice(4) === dayB.slice(4) || (a.by === b.by && match === 'same' && haveOneSubject(a, b));
  }
  // a central body numbers through the year; a province or commune may start anew with a merger or term
  return sameMatter || isCentral(a) || (match === 'same' && isSlipOfDate(dayA, dayB));
}

/** Whether the subjects name two years ("nhiệm vụ năm 2025", "nhiệm vụ năm 2026"): what comes every year comes on like days. */
function areOfTwoYears(a: Said, b: Said): boolean {
  const [left, right] = [yearsIn(a), yearsIn(b)];
  return left.length > 0 && right.length > 0 && !left.some((year) => right.includes(year));
}

/** So many words of a subject are not said of two documents by chance. */
const TELLING_SUBJECT = 6;

/** Whether the subjects are the same word for word, and long enough to tell. */
function haveOneSubject(a: Said, b: Said): boolean {
  const [one, other] = [matter(a.citation.subject ?? ''), matter(b.citation.subject ?? '')];
  return one === other && one.split(' ').length >= TELLING_SUBJECT;
}

function yearsIn({ citation }: Said): string[] {
  return citation.subject?.match(/(?<!\d)20\d{2}(?!\d)/gu) ?? [];
}

export function matchIssuers(a: Said, b: Said): IssuerMatch {
  return compareIssuers(withSymbolBody(a.citation), a.home, withSymbolBody(b.citation), b.home);
}

function isCentral({ citation }: Said): boolean {
  return withSymbolBody(citation)?.level === 'central';
}
