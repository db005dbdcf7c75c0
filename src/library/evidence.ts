/**
 * How the documents of the library cite other documents: evidence on a citation whose document is not at hand. Counted are documents,
 * not places; drafts and copies of one plan count once.
 */
import type { LoadedPlan } from '../engine/check.js';
import { codeKey, numberKey } from '../plan/citation-code.js';
import { withSymbolBody } from '../plan/citations.js';
import { typeByName } from '../plan/document-types.js';
import { nameKey } from '../plan/issuer.js';
import type { Citation, Identity } from '../plan/plan.js';
import { type Home, homeOf, unitOf } from '../plan/same-issuer.js';
import { wordsKey } from '../text/normal.js';
import { isSlipOfNumber, matter } from './compare.js';
import { codeOf, isSameDocument, type Said, saidBy, yearInSymbol } from './same-document.js';

/** Ways to cite one document (its dates, or its numbers), each with the documents that use it and where they do first. */
type Ways = Map<string, Map<string, Said>>;

/** Citations of a library, indexed. */
export interface LibraryEvidence {
  /** By number, symbol and issuer: the dates. */
  dates: ReadonlyMap<string, Ways>;
  /** By kind, issuer and subject word for word: numbers with symbol. */
  numbers: ReadonlyMap<string, Ways>;
  /** Told of every question and its answer: what was found rests on these, whatever else the library holds. */
  asked?: (asked: Asked) => void;
}

/** A question to the library: how others date a document, or number it. */
export interface Asked extends Question {
  answer: Answer;
}

export interface Question {
  about: 'date' | 'number';
  said: Said;
  /** Null where it makes no difference. */
  sameSubject: number | null;
}

export type Answer = Elsewhere | null;

/** How other documents cite what one plan cites in a way of its own. */
export interface Elsewhere {
  /** Citations as the others have them, from the first documents that do. */
  examples: Said[];
  /** How many documents say the same as the examples. */
  count: number;
  /** How many other documents cite the document at all. */
  all: number;
}

/** So many documents have to agree before they say anything. */
const LEAST = 2;
const EXAMPLES = 2;
/** Subjects of fewer words may be those of two documents. */
const TELLING_WORDS = 8;

/** Indexes the citations of documents. Texts that come from recognition prove nothing. */
export function libraryEvidence(documents: Iterable<LoadedPlan>): LibraryEvidence {
  const dates = new Map<string, Ways>();
  const numbers = new Map<string, Ways>();
  for (const loaded of documents) {
    if (loaded.document.quality.verdict !== 'good') continue;
    const witness = witnessOf(loaded);
    for (const said of saidBy(loaded)) {
      add(dates, documentKey(said), said.citation.date, witness, said);
      add(numbers, matterKey(said), codeOf(said), witness, said);
    }
  }
  return { dates, numbers };
}

/** What the others say, where none of them dates a document as this plan does and most agree on another day; else null. */
export function datedElsewhere(evidence: LibraryEvidence, said: Said, sameSubject: number): Elsewhere | null {
  return answered(evidence, { about: 'date', said, sameSubject });
}

/**
 * What the others say, where none of them cites a document of this number, but most cite the one on the same matter under a number
 * that is a slip away: of the same day, or with another year in it.
 */
export function numberedElsewhere(evidence: LibraryEvidence, said: Said): Elsewhere | null {
  return answered(evidence, { about: 'number', said, sameSubject: null });
}

/** What the library says now to a question of an earlier run. */
export function answerAgain(evidence: LibraryEvidence, { about, said, sameSubject }: Question): Answer {
  return about === 'date' ? daysElsewhere(evidence, said, sameSubject ?? 0) : numbersElsewhere(evidence, said);
}

function answered(evidence: LibraryEvidence, question: Question): Answer {
  const answer = answerAgain(evidence, question);
  evidence.asked?.({ ...question, answer });
  return answer;
}

function daysElsewhere(evidence: LibraryEvidence, said: Said, sameSubject: number): Answer {
  const ways = evidence.dates.get(documentKey(said) ?? '');
  if (ways === undefined) return null;
  return elsewhere(ways, said, said.citation.date, (other) => isSameDocument(said, other, sameSubject));
}

function numbersElsewhere(evidence: LibraryEvidence, said: Said): Answer {
  const ways = evidence.numbers.get(matterKey(said) ?? '');
  if (ways === undefined) return null;
  const witness = witnessOf(said.by);
  const cited = evidence.dates.get(documentKey(said) ?? '')?.values() ?? [];
  if ([...cited].some((documents) => othersThan(witness, documents) > 0)) return null;
  return elsewhere(ways, said, codeOf(said), (other) => isSlipOfCode(said, other));
}

function elsewhere(ways: Ways, said: Said, own: string, isMeant: (other: Said) => boolean): Elsewhere | null {
  const witness = witnessOf(said.by);
  if (othersThan(witness, ways.get(own)) > 0) return null;
  const others = [...ways]
    .filter(([way]) => way !== own)
    .map(([, documents]) => ({ documents, count: othersThan(witness, documents) }))
    .filter(({ documents, count }) => count > 0 && firstOthers(witness, documents).every(isMeant))
    .sort((a, b) => b.count - a.count);
  const [most, next] = others;
  if (most === undefined || most.count < LEAST || most.count === next?.count) return null;
  const all = others.reduce((sum, { count }) => sum + count, 0);
  return { examples: firstOthers(witness, most.documents), count: most.count, all };
}

function othersThan(witness: string, documents: ReadonlyMap<string, Said> | undefined): number {
  return documents === undefined ? 0 : documents.size - Number(documents.has(witness));
}

function firstOthers(witness: string, documents: ReadonlyMap<string, Said>): Said[] {
  const first: Said[] = [];
  for (const [other, said] of documents) {
    if (other !== witness) first.push(said);
    if (first.length === EXAMPLES) break;
  }
  return first;
}

/** The year of another document in the number, or a figure mistyped on the same day. */
export function isSlipOfCode({ citation: a }: Said, { citation: b }: Said): boolean {
  if (numberKey(a.number) === numberKey(b.number)) return yearInSymbol(a.symbol) !== yearInSymbol(b.symbol);
  return a.date === b.date && codeKey('', a.symbol) === codeKey('', b.symbol) && isSlipOfNumber(a.number, b.number);
}

/** Number, symbol and issuer: one document, but for the year. Null if it cannot be told whose it is. */
function documentKey(said: Said): string | null {
  const issuer = issuerKey(said);
  return issuer === null ? null : `${codeOf(said)}|${issuer}`;
}

/** Kind, symbol without its year, issuer and subject; null if that says too little. */
export function matterKey(said: Said): string | null {
  const { type, subject, symbol } = said.citation;
  const issuer = issuerKey(said);
  const words = subject === null ? '' : matter(subject);
  if (issuer === null || type === null || words.split(' ').length < TELLING_WORDS) return null;
  return [typeByName(type)?.family ?? type, codeKey('', symbol.replace(/^\d{4}\//u, '')), issuer, words].join('|');
}

/** "central", or the unit that issued a document with the province that it lies in; null if that cannot be told. */
export function issuerKey({ citation, home }: { citation: Citation; home: Home }): string | null {
  const issuer = withSymbolBody(citation);
  if (issuer === null || issuer.level === null) return null;
  if (issuer.level === 'central') return issuer.level;
  const unit = unitOf(issuer, home);
  if (unit === null || unit === 'none' || unit.name === null) return null;
  const province = issuer.level === 'province' ? null : home.province;
  return [issuer.level, nameKey(unit.name), province === null ? '' : nameKey(province)].join(' ');
}

/** What makes a document one witness: its issuer, kind and subject, so that a draft and its final version are one. */
function witnessOf({ document, plan: { identity, ownUnit } }: LoadedPlan): string {
  const own = witnessIssuer(identity, homeOf(identity, ownUnit));
  if (own === null || identity.subject === null) return document.path;
  return `${own}|${identity.type}|${wordsKey(identity.subject)}`;
}

function witnessIssuer({ issuer }: Identity, home: Home): string | null {
  return issuer === null ? null : `${issuer.body}|${home.province}|${home.commune}`;
}

function add(index: Map<string, Ways>, key: string | null, way: string, witness: string, said: Said): void {
  if (key === null) return;
  const ways: Ways = index.get(key) ?? new Map();
  index.set(key, ways);
  const documents = ways.get(way) ?? new Map<string, Said>();
  ways.set(way, documents);
  if (!documents.has(witness)) documents.set(witness, said);
}
