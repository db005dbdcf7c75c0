/** The link between a citation and the document it means. */
import type { LoadedPlan } from '../engine/check.js';
import type { Citation } from '../plan/plan.js';

/**
 * - `resolved`: one document of the library has this identity
 * - `mismatched`: one document is meant (two of number, date and issuer or subject agree) but a part differs
 * - `ambiguous`: several documents fit
 * - `unresolved`: none fits
 */
export type LinkStatus = 'resolved' | 'mismatched' | 'ambiguous' | 'unresolved';

/** A citation and what it resolved to. */
export interface CitationLink {
  citation: Citation;
  status: LinkStatus;
  /** Paths of the documents that fit: one if resolved or mismatched, several if ambiguous. */
  paths: string[];
  /** Why: which parts agree and which differ, in a form that messages can use. */
  reason: {
    agrees: IdentityPart[];
    differs: IdentityPart[];
    /** Parts of the document's identity that only its file name says, as its text leaves them blank. */
    fromFileName?: ('number' | 'date')[];
  };
}

export type IdentityPart = 'type' | 'number' | 'symbol' | 'date' | 'issuer' | 'subject';

/** A parent that was found and read. `given` when the user named it with --parent. */
export interface LinkedParent extends LoadedPlan {
  link: CitationLink | null;
  given: boolean;
  /** Its own parents, up the chain Trung ương → tỉnh, thành phố → xã, phường; nearest first. */
  parents: LinkedParent[];
}
