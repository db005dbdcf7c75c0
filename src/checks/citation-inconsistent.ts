/** One document, one date, one number, one issuer: within a plan, and between a plan and its parents. */
import { z } from 'zod';
import { type Case, defineCheck, type LoadedPlan, type RawFinding } from '../engine/check.js';
import { equality, isSlipOfDate, likeness } from '../library/compare.js';
import type { CitationLink } from '../library/link.js';
import { formatDay } from '../plan/calendar.js';
import { codeKey } from '../plan/citation-code.js';
import { citationName, codeAndDate } from '../plan/citation-text.js';
import { withSymbolBody } from '../plan/citations.js';
import { sameType } from '../plan/document-types.js';
import type { Citation } from '../plan/plan.js';
import { compareIssuers, type Home, homeOf, type IssuerMatch } from '../plan/same-issuer.js';

const options = z.strictObject({
  /** Subjects that share at least this much (0-1) are of one document, though its date is of another year. */
  sameSubject: z.number().min(0).max(1),
  /** Subjects that share at least this much (0-1) are of one document, though its number is another. */
  equalSubject: z.number().min(0).max(1),
});
type Options = z.infer<typeof options>;

/** A citation and where it was read. */
interface Said {
  citation: Citation;
  by: LoadedPlan;
  home: Home;
}

export const citationInconsistent = defineCheck({
  name: 'citation-inconsistent',
  options,
  messages: {
    date: ['citation', 'date', 'other'],
    number: ['code', 'other', 'date'],
    issuer: ['citation', 'issuer', 'other'],
    'date-parent': ['citation', 'date', 'other', 'parent'],
  },
  *run(kase, limits) {
    const own = saidBy(kase);
    const right = new Set((kase.links ?? []).filter(isRight).map(({ citation }) => citation));
    const reported = new Set<Citation>();
    for (const group of groups(own)) {
      const usual = group.find(({ citation }) => right.has(citation)) ?? mostFrequent(group);
      for (const said of group) {
        const finding = differenceInDocument(said, usual, limits);
        if (finding === null) continue;
        reported.add(said.citation);
        yield finding;
      }
    }
    yield* otherNumbers(own, limits);
    yield* otherThanParents(
      kase,
      own.filter(({ citation }) => !reported.has(citation) && !right.has(citation)),
      limits,
    );
  },
});

/** A citation whose date is that of the document itself, which the library has. */
function isRight({ status, reason }: CitationLink): boolean {
  return status === 'resolved' && reason.agrees.includes('date');
}

/** Citations with number and a date of their own. */
function saidBy(by: LoadedPlan): Said[] {
  const home = homeOf(by.plan.identity, by.plan.ownUnit);
  return by.plan.citations
    .filter(hasRightYear)
    .filter(
      ({ number, symbol, date, self, dateShared }) =>
        number !== null && symbol !== null && date !== null && !self && !dateShared,
    )
    .map((citation) => ({ citation, by, home }));
}

/** A date of another year than the number says is the business of citation/year-mismatch. */
function hasRightYear({ symbol, date }: Citation): boolean {
  const year = /^(\d{4})\//u.exec(symbol ?? '')?.[1];
  return year === undefined || date === null || date.startsWith(year);
}

function keyOf({ number, symbol }: Citation): string {
  return codeKey(number ?? '', symbol ?? '');
}

function groups(said: readonly Said[]): Said[][] {
  const byCode = new Map<string, Said[]>();
  for (const one of said) {
    const group = byCode.get(keyOf(one.citation));
    if (group === undefined) byCode.set(keyOf(one.citation), [one]);
    else group.push(one);
  }
  return [...byCode.values()].filter((group) => group.length > 1);
}

/** The citation whose date is said most often; the first of those, so that the odd one out is reported. */
function mostFrequent(group: readonly Said[]): Said | undefined {
  const times = new Map<string | null, number>();
  for (const { citation } of group) times.set(citation.date, (times.get(citation.date) ?? 0) + 1);
  const most = Math.max(...times.values());
  return group.find(({ citation }) => times.get(citation.date) === most);
}

function differenceInDocument(said: Said, usual: Said | undefined, limits: Options): RawFinding | null {
  if (usual === undefined || said === usual) return null;
  const match = matchIssuers(said, usual);
  if (said.citation.date === usual.citation.date) return issuerDifference(said, usual, match);
  if (!isSameDocument(said, usual, match, limits)) return null;
  return {
    message: 'date',
    span: codeAndDate(said.citation),
    related: [{ of: usual.by, span: codeAndDate(usual.citation) }],
    data: { citation: citationName(said.citation), date: day(said.citation), other: day(usual.citation) },
  };
}

function issuerDifference(said: Said, usual: Said, match: IssuerMatch): RawFinding | null {
  const { citation } = said;
  const other = usual.citation.issuer;
  if (match.match !== 'different' || citation.issuer === null || other === null) return null;
  if (citation.issuer.body === null || other.body === null) return null;
  const data = { citation: citationName(citation), issuer: oneLine(citation.issuer.text), other: oneLine(other.text) };
  return { message: 'issuer', span: citation.span, related: [{ of: usual.by, span: usual.citation.span }], data };
}

/** An office issues so many documents of one kind on one day at most; more are lists, in which none is compared with each. */
const MOST_OF_ONE_DAY = 30;

/** Documents of one day, kind, symbol and issuer, on one matter word for word, under two numbers. */
function* otherNumbers(own: readonly Said[], { equalSubject }: Options): Iterable<RawFinding> {
  const first = new Map<string, Said[]>();
  for (const said of own) {
    const { citation } = said;
    const key = `${citation.date}|${codeKey('', citation.symbol ?? '')}`;
    const earlier = first.get(key) ?? [];
    const twin = earlier.find((candidate) => isTwin(said, candidate, equalSubject));
    if (twin !== undefined) {
      yield {
        message: 'number',
        span: codeAndDate(citation),
        related: [{ of: twin.by, span: codeAndDate(twin.citation) }],
        data: { code: citation.code, other: twin.citation.code, date: day(citation) },
      };
    }
    if (earlier.length < MOST_OF_ONE_DAY) earlier.push(said);
    first.set(key, earlier);
  }
}

function isTwin(a: Said, b: Said, equalSubject: number): boolean {
  if (keyOf(a.citation) === keyOf(b.citation) || !sameType(a.citation.type, b.citation.type)) return false;
  if (matchIssuers(a, b).match === 'different') return false;
  const alike = equality(a.citation.subject, b.citation.subject);
  const words = Math.min(...[a, b].map(({ citation }) => citation.subject?.split(/\s+/u).length ?? 0));
  return alike !== null && alike >= equalSubject && words >= 8;
}

function* otherThanParents(kase: Case, own: readonly Said[], limits: Options): Iterable<RawFinding> {
  for (const parent of kase.parents) {
    const theirs = new Map(saidBy(parent).map((said) => [keyOf(said.citation), said]));
    for (const said of own) {
      const other = theirs.get(keyOf(said.citation));
      if (other === undefined || other.citation.date === said.citation.date) continue;
      if (!isSameDocument(said, other, matchIssuers(said, other), limits)) continue;
      yield {
        message: 'date-parent',
        span: codeAndDate(said.citation),
        related: [{ of: parent, span: codeAndDate(other.citation) }],
        data: {
          citation: citationName(said.citation),
          date: day(said.citation),
          other: day(other.citation),
          parent: parent.plan.identity.code ?? parent.document.path,
        },
      };
    }
  }
}

/**
 * Whether two citations of one number and symbol with two dates mean one document. A year in the number makes it sure for central
 * bodies; else the number is given anew each year, and the subject, or the same day of another year, has to tell.
 */
function isSameDocument(a: Said, b: Said, { match }: IssuerMatch, { sameSubject }: Options): boolean {
  if (match === 'different' || !sameType(a.citation.type, b.citation.type)) return false;
  const alike = likeness(a.citation.subject, b.citation.subject);
  if (alike !== null && alike < sameSubject / 2) return false;
  if (/^\d{4}\//u.test(a.citation.symbol ?? '')) return match === 'same' || isCentral(a) || (alike ?? 0) >= sameSubject;
  if (alike !== null && alike >= sameSubject) return true;
  const [dayA = '', dayB = ''] = [a.citation.date ?? '', b.citation.date ?? ''];
  if (dayA.slice(4) === dayB.slice(4)) return true;
  // a central body numbers through the year; a province or commune may start anew with a merger or term
  if (isCentral(a)) return dayA.slice(0, 4) === dayB.slice(0, 4);
  return match === 'same' && isSlipOfDate(dayA, dayB);
}

function matchIssuers(a: Said, b: Said): IssuerMatch {
  return compareIssuers(withSymbolBody(a.citation), a.home, withSymbolBody(b.citation), b.home);
}

function isCentral({ citation }: Said): boolean {
  return withSymbolBody(citation)?.level === 'central';
}

function day({ date }: Citation): string {
  return date === null ? '' : formatDay(date);
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
