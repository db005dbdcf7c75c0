/** One document, one date, one number, one issuer: within a plan, between a plan and those above it, and among the plans of the library. */
import { z } from 'zod';
import { type Case, defineCheck, type RawFinding } from '../engine/check.js';
import { meaning } from '../engine/rule-options.js';
import { equality } from '../library/compare.js';
import { datedElsewhere } from '../library/evidence.js';
import type { CitationLink } from '../library/link.js';
import { codeOf, isSameDocument, matchIssuers, type Said, saidBy } from '../library/same-document.js';
import { codeKey } from '../plan/citation-code.js';
import { citationName, codeAndDate } from '../plan/citation-text.js';
import { sameType } from '../plan/document-types.js';
import { issuerOfSymbol } from '../plan/issuer.js';
import type { Citation } from '../plan/plan.js';
import type { IssuerMatch } from '../plan/same-issuer.js';
import { dayOf, otherThanElsewhere } from './citations-elsewhere.js';

const options = z.strictObject({
  sameSubject: z
    .number()
    .min(0)
    .max(1)
    .meta(
      meaning({
        vi: 'Trích yếu giống nhau từ mức này (0 đến 1) thì là của một văn bản, dù ghi ngày khác nhau.',
        en: 'Subjects that share at least this much (0 to 1) are of one document, though its date is another.',
      }),
    ),
  equalSubject: z
    .number()
    .min(0)
    .max(1)
    .meta(
      meaning({
        vi: 'Trích yếu giống nhau từ mức này (0 đến 1) thì là của một văn bản, dù ghi số khác nhau.',
        en: 'Subjects that share at least this much (0 to 1) are of one document, though its number is another.',
      }),
    ),
});
type Options = z.infer<typeof options>;

export const citationInconsistent = defineCheck({
  name: 'citation-inconsistent',
  options,
  messages: {
    date: ['citation', 'date', 'other'],
    number: ['code', 'other', 'date'],
    issuer: ['citation', 'issuer', 'other'],
    'date-parent': ['citation', 'date', 'other', 'parent'],
    'number-parent': ['code', 'date', 'other', 'otherDate', 'parent'],
    library: ['citation', 'date', 'other', 'count', 'all'],
    'library-number': ['code', 'date', 'other', 'otherDate', 'count', 'all'],
  },
  *run(kase, limits) {
    const wrong = new Set(
      (kase.links ?? []).filter((link) => isToldByParent(link, kase)).map(({ citation }) => citation),
    );
    const own = saidBy(kase).filter(({ citation }) => !wrong.has(citation));
    const right = new Set((kase.links ?? []).filter(isRight).map(({ citation }) => citation));
    const reported = new Set<Citation>();
    for (const group of groups(own)) {
      const usual =
        group.find(({ citation }) => right.has(citation)) ?? usualElsewhere(kase, group, limits) ?? mostFrequent(group);
      for (const said of group) {
        const finding = differenceInDocument(said, usual, limits);
        if (finding === null) continue;
        reported.add(said.citation);
        yield finding;
      }
    }
    yield* otherNumbers(own, limits);
    const open = own.filter(({ citation }) => !reported.has(citation) && !right.has(citation));
    yield* otherThanElsewhere(kase, open, limits.sameSubject);
  },
});

/** A citation whose date is not that of the parent which it means: citation/parent-mismatch reports it. */
function isToldByParent({ status, reason, paths }: CitationLink, { parents }: Case): boolean {
  if (status !== 'mismatched' || !reason.differs.includes('date') || reason.fromFileName?.length) return false;
  return parents.some(({ document }) => document.path === paths[0] && document.quality.verdict === 'good');
}

/** A citation whose date is that of the document itself, which the library has. */
function isRight({ status, reason }: CitationLink): boolean {
  return status === 'resolved' && reason.agrees.includes('date');
}

function groups(said: readonly Said[]): Said[][] {
  const byCode = new Map<string, Said[]>();
  for (const one of said) {
    const group = byCode.get(codeOf(one));
    if (group === undefined) byCode.set(codeOf(one), [one]);
    else group.push(one);
  }
  return [...byCode.values()].filter((group) => group.length > 1);
}

/** The citation whose date is the one that other documents have. */
function usualElsewhere({ library }: Case, group: readonly Said[], { sameSubject }: Options): Said | undefined {
  if (library === undefined) return undefined;
  const dates = new Set(
    group.map((said) => datedElsewhere(library, said, sameSubject)?.examples[0]?.citation.date).filter(Boolean),
  );
  return group.find(({ citation }) => dates.has(citation.date));
}

/** The citation whose date, and among those whose issuer, is said most often; the first of them, so that the odd one out is reported. */
function mostFrequent(group: readonly Said[]): Said | undefined {
  const dated = mostSaid(group, ({ citation }) => citation.date);
  // a decree (NĐ-CP) is the Government's, whatever else is said of it
  const fitting = dated.find(({ citation }) => {
    const body = citation.symbol === null ? null : (issuerOfSymbol(citation.symbol, false)?.body ?? null);
    return body !== null && citation.issuer?.body === body;
  });
  return fitting ?? mostSaid(dated, ({ citation }) => citation.issuer?.body ?? null)[0];
}

function mostSaid(group: readonly Said[], what: (said: Said) => string | null): readonly Said[] {
  const times = new Map<string | null, number>();
  for (const said of group) times.set(what(said), (times.get(what(said)) ?? 0) + 1);
  const most = Math.max(...times.values());
  return group.filter((said) => times.get(what(said)) === most);
}

function differenceInDocument(said: Said, usual: Said | undefined, limits: Options): RawFinding | null {
  if (usual === undefined || said === usual) return null;
  const match = matchIssuers(said, usual);
  if (said.citation.date === usual.citation.date) return issuerDifference(said, usual, match);
  if (!isSameDocument(said, usual, limits.sameSubject)) return null;
  return {
    message: 'date',
    span: codeAndDate(said.citation),
    related: [{ of: usual.by, span: codeAndDate(usual.citation) }],
    data: { citation: citationName(said.citation), date: dayOf(said), other: dayOf(usual) },
  };
}

function issuerDifference(said: Said, usual: Said, match: IssuerMatch): RawFinding | null {
  const { citation } = said;
  const other = usual.citation.issuer;
  if (match.match !== 'different' || citation.issuer === null || other === null) return null;
  if (citation.issuer.body === null || other.body === null) return null;
  // "UBND tỉnh" without a name may be of the province that is named elsewhere: one of before, or the one just spoken of
  const nameless = citation.issuer.unit?.name == null || other.unit?.name == null;
  if (match.differs === 'unit' && nameless) return null;
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
    const key = `${citation.date}|${codeKey('', citation.symbol)}`;
    const earlier = first.get(key) ?? [];
    const twin = earlier.find((candidate) => isTwin(said, candidate, equalSubject));
    if (twin !== undefined) {
      yield {
        message: 'number',
        span: codeAndDate(citation),
        related: [{ of: twin.by, span: codeAndDate(twin.citation) }],
        data: { code: citation.code, other: twin.citation.code, date: dayOf(said) },
      };
    }
    if (earlier.length < MOST_OF_ONE_DAY) earlier.push(said);
    first.set(key, earlier);
  }
}

function isTwin(a: Said, b: Said, equalSubject: number): boolean {
  if (codeOf(a) === codeOf(b) || !sameType(a.citation.type, b.citation.type)) return false;
  if (matchIssuers(a, b).match === 'different' || areOfOneSeries(a, b)) return false;
  const alike = equality(a.citation.subject, b.citation.subject);
  const words = Math.min(...[a, b].map(({ citation }) => citation.subject?.split(/\s+/u).length ?? 0));
  return alike !== null && alike >= equalSubject && words >= 8;
}

/** Numbers that follow one another closely: an office issued a decision for each unit, in the same words. */
const SERIES = 10;

function areOfOneSeries(a: Said, b: Said): boolean {
  const [one, other] = [a, b].map(({ citation }) => Number.parseInt(citation.number ?? '', 10));
  return one !== undefined && other !== undefined && Math.abs(one - other) <= SERIES;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
