/**
 * The citation graph of a repository of plans: who carries out whom, what is cited but absent, what was replaced, and which communes have
 * not answered a plan that asks them for one. Facts only; words are made in report/graph.
 */

import type { Unit } from '../data/units.js';
import type { LibraryEntry } from '../library/library.js';
import type { LinkStatus } from '../library/link.js';
import type { Citation, Supersession } from '../plan/plan.js';
import type { PlanRequest } from '../plan/plan-requests.js';

/** A document of the repository, with the files that hold it: the first one, and its copies in other files or formats. */
export interface GraphDocument {
  entry: LibraryEntry;
  copies: LibraryEntry[];
  /** Number or date is left blank. */
  draft: boolean;
}

/** One document names another. Of several citations the one that says most. */
export interface Relation {
  from: GraphDocument;
  to: GraphDocument;
  kind: Citation['role'];
  /** Whether `from` carries out `to`: as its title or preamble says, else its body. */
  carriesOut: boolean;
  citation: Citation;
  status: LinkStatus;
  /** How often it is named. */
  times: number;
}

/** A document that is cited, but that the repository does not hold. */
export interface AbsentDocument {
  /** Number, symbol, issuer and year; the name for a law cited without number. */
  key: string;
  /** `parent` if one of the documents carries it out; `basis` for laws, decrees and other legal bases. */
  kind: 'parent' | 'basis' | 'mention';
  citedBy: { document: GraphDocument; citation: Citation; carriesOut: boolean; times: number }[];
}

/** A document of the repository, or one that is only cited. */
export type Node = { document: GraphDocument } | { absent: AbsentDocument };

/** A citation that fits several documents. */
export interface Ambiguous {
  by: GraphDocument;
  citation: Citation;
  candidates: GraphDocument[];
}

/** A document was replaced, revoked or amended. */
export interface Superseded {
  effect: Supersession['effect'];
  document: Node;
  by: Node;
  /** The document that says so, and where. */
  saidBy: GraphDocument;
  span: Supersession['span'];
  /**
   * Documents that carry it out and do not name the one that took its place. `after`: issued when it was superseded already; `before`:
   * issued earlier, to be looked through; `unknown`: a date is missing.
   */
  children: { document: GraphDocument; issued: 'before' | 'after' | 'unknown' }[];
}

/**
 * - `issued`: in time, or no deadline is known; `late`: dated after the deadline
 * - `draft`: number or date still blank
 * - `missing`: not in the repository; `overdue`: not there though the deadline has passed
 */
export type AnswerStatus = 'issued' | 'late' | 'draft' | 'missing' | 'overdue';

/** What the communes of a province made of a plan that asks them for plans of their own. */
export interface Answers {
  parent: GraphDocument;
  requests: PlanRequest[];
  /** The last day for issuing, as ISO date; null if no day is said. */
  due: string | null;
  /** All communes of the province; empty if its communes are in no table. */
  units: { unit: Unit; status: AnswerStatus; plans: GraphDocument[] }[];
  /** Answers of communes that the table does not have. */
  others: GraphDocument[];
  /** Whether the repository holds documents of any commune of that province; if not, that none has answered says nothing. */
  hasCommunes: boolean;
}

export interface CitationGraph {
  /** By path. */
  documents: GraphDocument[];
  relations: Relation[];
  absent: AbsentDocument[];
  ambiguous: Ambiguous[];
  /** Documents that carry out one another in a circle, each circle once. */
  cycles: GraphDocument[][];
  superseded: Superseded[];
  answers: Answers[];
}
