/** A citation compared with a document, part by part. */
import { once } from '../data/once.js';
import { numberKey } from '../plan/citation-code.js';
import { withSymbolBody } from '../plan/citations.js';
import { sameType } from '../plan/document-types.js';
import { nameKey } from '../plan/issuer.js';
import type { Citation, Identity } from '../plan/plan.js';
import { compareIssuers, type Home, type IssuerMatch } from '../plan/same-issuer.js';
import { wordsKey } from '../text/normal.js';
import { containment, editDistance, wordSimilarity } from '../text/similarity.js';
import type { LibraryEntry } from './library.js';
import type { IdentityPart } from './link.js';

type Verdict = 'agrees' | 'differs' | 'unknown';

/** Every part of the identity compared; `issuer` in more detail, as a wrong kind of unit is another matter than another unit. */
export interface Comparison extends Record<IdentityPart, Verdict> {
  issuerMatch: IssuerMatch;
  /** Share of the words of the shorter subject that stand in the other; null where one is missing or too short to tell. */
  subjectLikeness: number | null;
  /** How far the two subjects are one, from both sides; null as above. */
  subjectEquality: number | null;
}

/** Subjects of fewer words than this say nothing. */
const TELLING_WORDS = 5;
/** Two ways to write one subject share at least this much; children shorten and reword it. */
const SAME_SUBJECT = 0.5;
/** Below this the matter is another. */
const OTHER_SUBJECT = 0.12;
/** Numbers not farther apart may be given to like documents on one day. */
const NEIGHBOURS = 8;
const OPENINGS = ['về việc', 'về', 'v v', 'ban hành', 'triển khai thực hiện', 'thực hiện', 'triển khai'];
const SUBJECT_OPENING = new RegExp(`^(?:${OPENINGS.map(wordsKey).join('|')})\\s+`, 'u');

/** Compares a citation, as said in a document at home in `home`, with a document of the library. */
export function compareIdentity(citation: Citation, home: Home, entry: LibraryEntry): Comparison {
  const { identity } = entry;
  const issuerMatch = matchIssuer(citation, home, entry);
  // most candidates of a day are told apart by less: the words of the subjects are compared where somebody asks
  const subjectLikeness = once(() => likeness(citation.subject, identity.subject));
  const subjectEquality = once(() => equality(citation.subject, identity.subject));
  return {
    type:
      citation.type === null || identity.type === null ? 'unknown' : verdict(sameType(citation.type, identity.type)),
    number: equal(citation.number && numberKey(citation.number), identity.number && numberKey(identity.number)),
    symbol: equal(symbolKey(citation.symbol), symbolKey(identity.symbol)),
    date: compareDates(citation, identity),
    issuer: issuerMatch.match === 'same' ? 'agrees' : issuerMatch.match === 'different' ? 'differs' : 'unknown',
    issuerMatch,
    get subject() {
      return verdictOf(subjectLikeness());
    },
    get subjectLikeness() {
      return subjectLikeness();
    },
    get subjectEquality() {
      return subjectEquality();
    },
  };
}

function verdictOf(likeness: number | null): Verdict {
  if (likeness === null) return 'unknown';
  if (likeness >= SAME_SUBJECT) return 'agrees';
  return likeness < OTHER_SUBJECT ? 'differs' : 'unknown';
}

/** A citation that names no unit means one of its own province: not the document of that number of another. */
function matchIssuer(citation: Citation, home: Home, { identity, home: theirs }: LibraryEntry): IssuerMatch {
  const match = compareIssuers(withSymbolBody(citation), home, withSymbolBody(identity), theirs);
  if (match.match !== 'unknown' || citation.issuer?.unit?.name != null || identity.issuer?.level === 'central')
    return match;
  const elsewhere =
    home.province !== null && theirs.province !== null && nameKey(home.province) !== nameKey(theirs.province);
  return elsewhere ? { match: 'different', differs: 'unit' } : match;
}

/** Share (0-1) of the shorter subject that stands in the other, openings ("về việc", "ban hành") aside; null if one says too little. */
export function likeness(a: string | null, b: string | null): number | null {
  return compareMatters(a, b, (left, right) => Math.max(containment(left, right), containment(right, left)));
}

/** Share (0-1) of both subjects that they have in common, openings aside; null if one says too little. */
export function equality(a: string | null, b: string | null): number | null {
  return compareMatters(a, b, wordSimilarity);
}

/** Whether two days of one year differ in the day only or in the month only: numbers start anew with each year, term or merger. */
export function isSlipOfDate(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b || a.slice(0, 4) !== b.slice(0, 4)) return false;
  return a.slice(5, 7) === b.slice(5, 7) || a.slice(8) === b.slice(8);
}

/** Whether two days differ in the year only: one office gives one number on one day of two years by chance next to never. */
export function isSlipOfYear(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b && a.slice(4) === b.slice(4);
}

/**
 * Whether one number comes from the other by one slip: digits the other way round, or one digit more, less or other. Numbers that lie
 * near each other are of two documents: an office issues several alike on one day.
 */
export function isSlipOfNumber(a: string, b: string | null): boolean {
  if (b === null || Math.abs(Number(a) - Number(b)) <= NEIGHBOURS) return false;
  const swapped = a.length === b.length && [...a].sort().join('') === [...b].sort().join('');
  return swapped || editDistance(a, b) === 1;
}

function compareMatters(
  a: string | null,
  b: string | null,
  compare: (left: string, right: string) => number,
): number | null {
  if (a === null || b === null) return null;
  const [left, right] = [matter(a), matter(b)];
  const shorter = Math.min(left.split(' ').length, right.split(' ').length);
  return shorter < TELLING_WORDS ? null : compare(left, right);
}

/** Separators do not count in a symbol: a wrong one is a fault of form, not another document. */
function symbolKey(symbol: string | null): string | null {
  return symbol === null ? null : symbol.replace(/[\s/–-]/gu, '').toLowerCase();
}

/** The words of a subject as they are compared, without openings ("về việc", "ban hành"). */
export function matter(subject: string): string {
  let words = wordsKey(subject);
  for (
    let shorter = words.replace(SUBJECT_OPENING, '');
    shorter !== words;
    shorter = words.replace(SUBJECT_OPENING, '')
  ) {
    words = shorter;
  }
  return words;
}

function compareDates(citation: Citation, { date, dateParts }: Identity): Verdict {
  if (citation.date !== null && date !== null) return verdict(citation.date === date);
  const cited = citation.dateMention;
  if (cited === null || cited.impossible !== null) return 'unknown';
  const pairs = [
    [cited.year, dateParts.year],
    [cited.month, dateParts.month],
    [cited.day, dateParts.day],
  ].filter(([a, b]) => a !== null && b !== null);
  if (pairs.some(([a, b]) => a !== b)) return 'differs';
  return pairs.length > 1 ? 'agrees' : 'unknown';
}

function equal(a: string | null, b: string | null): Verdict {
  return a === null || b === null ? 'unknown' : verdict(a === b);
}

function verdict(agrees: boolean): Verdict {
  return agrees ? 'agrees' : 'differs';
}
