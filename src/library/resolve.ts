/**
 * Which document a citation means. Identity decides, never the number alone: offices number anew every year, every province has a
 * 56/KH-UBND, and a Party 14-KH/TU is not a state 14/KH-UBND.
 */
import type { LoadedPlan } from '../engine/check.js';
import { codeKey } from '../plan/citation-code.js';
import type { Citation, Identity } from '../plan/plan.js';
import { homeOf } from '../plan/same-issuer.js';
import { compareKey } from '../text/normal.js';
import { type Comparison, compareIdentity, isSlipOfDate, isSlipOfNumber, isSlipOfYear } from './compare.js';
import type { Identities, LibraryEntry } from './library.js';
import type { CitationLink, IdentityPart } from './link.js';

const PARTS: readonly IdentityPart[] = ['type', 'number', 'symbol', 'date', 'issuer', 'subject'];
/** Two documents of one issuer and one day are one, though their numbers differ, only if their subjects are all but equal. */
const EQUAL_SUBJECT = 0.85;

interface Candidate {
  entry: LibraryEntry;
  comparison: Comparison;
}

/**
 * What each citation of a document resolved to, in their order. References to the document itself have no link; a short form has
 * that of the citation in full.
 */
export function linkCitations(loaded: LoadedPlan, library: Identities): CitationLink[] {
  const links = new Map<Citation, CitationLink>();
  const { citations } = loaded.plan;
  for (const citation of citations) {
    if (!citation.self && citation.shortFor === null) links.set(citation, linkCitation(citation, loaded, library));
  }
  for (const citation of citations) {
    const full = citation.shortFor === null ? undefined : citations[citation.shortFor];
    const link = full === undefined ? undefined : links.get(full);
    if (!citation.self && link !== undefined) links.set(citation, { ...link, citation });
  }
  return citations.flatMap((citation) => links.get(citation) ?? []);
}

function linkCitation(citation: Citation, loaded: LoadedPlan, library: Identities): CitationLink {
  const sameCode =
    citation.number === null || citation.symbol === null
      ? []
      : candidates(citation, loaded, library.byCode.get(codeKey(citation.number, citation.symbol)) ?? []);
  const fitting = closest(
    sameCode.filter(({ entry, comparison }) => fits(citation, loaded.plan.identity, entry, comparison)),
  );
  if (fitting.length > 0) return linkOf(citation, fitting.length === 1 ? 'resolved' : 'ambiguous', fitting);
  const sameDay = citation.date === null ? [] : candidates(citation, loaded, library.byDate.get(citation.date) ?? []);
  const meant = oneOfEach([
    ...sameCode.filter(({ entry, comparison }) =>
      isMeantDespitePart(citation, loaded.plan.identity, entry, comparison),
    ),
    ...sameDay.filter((candidate) => isMeantDespiteNumber(citation, candidate)),
  ]);
  if (meant.length > 0) return linkOf(citation, meant.length === 1 ? 'mismatched' : 'ambiguous', meant);
  return { ...linkOf(citation, 'unresolved', sameCode.slice(0, 1)), paths: [] };
}

/** How a citation relates to a document that the user named as its parent; null if it does not mean it at all. */
export function linkToGiven(citation: Citation, loaded: LoadedPlan, entry: LibraryEntry): CitationLink | null {
  const [candidate] = candidates(citation, loaded, [entry]);
  if (candidate === undefined) return null;
  const { comparison } = candidate;
  const { number, symbol, date, issuer, subject, type } = comparison;
  const sameCode = number === 'agrees' && symbol === 'agrees';
  if (sameCode && fits(citation, loaded.plan.identity, entry, comparison))
    return linkOf(citation, 'resolved', [candidate]);
  if (issuer === 'differs' || subject === 'differs' || type === 'differs') return null;
  // the user vouches for the document, so that one part may differ that would leave it open otherwise
  if (sameCode) return linkOf(citation, date === 'differs' ? 'mismatched' : 'resolved', [candidate]);
  const blank = citation.blank && symbol === 'agrees' && issuer === 'agrees';
  const sameDay = date === 'agrees' && symbol === 'agrees' && issuer === 'agrees' && citation.number !== null;
  if (blank || (sameDay && subject !== 'unknown'))
    return linkOf(citation, blank ? 'resolved' : 'mismatched', [candidate]);
  return null;
}

function candidates(citation: Citation, loaded: LoadedPlan, entries: readonly LibraryEntry[]): Candidate[] {
  const home = homeOf(loaded.plan.identity, loaded.plan.ownUnit);
  return entries
    .filter((entry) => entry.path !== loaded.document.path)
    .map((entry) => ({ entry, comparison: compareIdentity(citation, home, entry) }));
}

/** Number and symbol agree: whether the rest allows that this is the document. */
function fits(citation: Citation, own: Identity, entry: LibraryEntry, comparison: Comparison): boolean {
  const { date, issuer } = comparison;
  if (issuer === 'differs' || date === 'differs') return false;
  const { subject } = comparison;
  if (date === 'agrees') return entry.fromFileName.length === 0 || issuer === 'agrees' || subject === 'agrees';
  // without a date the issuer has to be sure, and the year likely
  return (issuer === 'agrees' && isLikelyTime(citation, own, entry)) || subject === 'agrees';
}

/** A citation without date means the last document of that number: of the same year or, if not, its subject has to tell. */
function isLikelyTime(citation: Citation, own: Identity, { identity }: LibraryEntry): boolean {
  const ownYear = own.dateParts.year;
  const year = identity.dateParts.year;
  if (isAfter(identity, own)) return false;
  if (/^\d{4}\//u.test(citation.symbol ?? '')) return true;
  return citation.dateMention === null ? ownYear !== null && ownYear === year : citation.dateMention.year === year;
}

/** Number and symbol agree and the same document is clearly meant, but its date or issuer is cited wrongly. */
function isMeantDespitePart(
  citation: Citation,
  own: Identity,
  { identity }: LibraryEntry,
  comparison: Comparison,
): boolean {
  const { date, issuer, subject, issuerMatch, subjectEquality } = comparison;
  if (subject === 'differs') return false;
  if (issuerMatch.match === 'different') {
    // "UBND tỉnh Hải Phòng" for thành phố, "Chính phủ" for Thủ tướng; another unit, level or system only if all else is the same
    const { differs } = issuerMatch;
    const allElse = subjectEquality !== null && subjectEquality >= EQUAL_SUBJECT;
    return date === 'agrees' && (differs === 'kind' || (differs === 'body' && subject === 'agrees') || allElse);
  }
  if (date !== 'differs' || isAfter(identity, own)) return false;
  const [sameMatter, slip] = [subject === 'agrees', isSlipOfDate(citation.date, identity.date)];
  if (issuer !== 'agrees') return sameMatter && slip;
  return sameMatter || slip || isSlipOfYear(citation.date, identity.date);
}

/** Day and issuer agree and the subject is the same, but the number or the symbol is another. */
function isMeantDespiteNumber(citation: Citation, { comparison, entry }: Candidate): boolean {
  const { number, symbol, issuer, type } = comparison;
  if (citation.number === null || issuer !== 'agrees' || type !== 'agrees') return false;
  if (number !== 'agrees' && symbol !== 'agrees') return false;
  const { subject, subjectEquality } = comparison;
  if (number === 'agrees') return symbol === 'differs' && subject !== 'differs';
  if (symbol !== 'agrees' || subjectEquality === null) return false;
  return (
    subjectEquality >= EQUAL_SUBJECT || (subject === 'agrees' && isSlipOfNumber(citation.number, entry.identity.number))
  );
}

/** Whether a document is younger than the one that cites it, as far as both dates are known. */
function isAfter(identity: Identity, own: Identity): boolean {
  if (identity.date !== null && own.date !== null) return identity.date > own.date;
  return (
    identity.dateParts.year !== null && own.dateParts.year !== null && identity.dateParts.year > own.dateParts.year
  );
}

/** Of several that fit, those that fit best; copies of one text count once. */
function closest(found: Candidate[]): Candidate[] {
  const score = ({ comparison, entry }: Candidate): number =>
    (comparison.date === 'agrees' ? 4 : 0) +
    (comparison.issuer === 'agrees' ? 2 : 0) +
    (comparison.subject === 'agrees' ? 1 : comparison.subject === 'differs' ? -1 : 0) -
    entry.fromFileName.length / 10;
  const best = Math.max(...found.map(score));
  return oneOfEach(found.filter((candidate) => score(candidate) === best));
}

function oneOfEach(found: Candidate[]): Candidate[] {
  if (found.length < 2) return found;
  const texts = new Set<string>();
  return found.filter(({ entry }) => {
    const key = compareKey(entry.loaded.document.text);
    if (texts.has(key)) return false;
    texts.add(key);
    return true;
  });
}

function linkOf(citation: Citation, status: CitationLink['status'], found: Candidate[]): CitationLink {
  const comparison = found[0]?.comparison;
  const parts = (verdict: string): IdentityPart[] =>
    comparison === undefined ? [] : PARTS.filter((part) => comparison[part] === verdict);
  return {
    citation,
    status,
    paths: found.map(({ entry }) => entry.path),
    reason: { agrees: parts('agrees'), differs: parts('differs'), fromFileName: found[0]?.entry.fromFileName ?? [] },
  };
}
