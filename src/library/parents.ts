/** Which of the documents found are the parents, and which of them is the main one. */
import type { Case, LoadedPlan } from '../engine/check.js';
import { sameType } from '../plan/document-types.js';
import type { Citation, Identity } from '../plan/plan.js';
import type { Library } from './library.js';
import { libraryEntry } from './library.js';
import type { CitationLink, LinkedParent } from './link.js';
import { linkCitations, linkToGiven } from './resolve.js';

/** A parent without those above it. */
type Found = Omit<LinkedParent, 'parents'>;

/** So many steps up from a document: Trung ương → tỉnh, thành phố → xã, phường → đơn vị. */
export const HIGHEST = 3;
/** Of a parent's own parents so many are followed. */
const NEAREST = 5;

/** A document with the parents that its citations resolved to, ready to be checked. */
export function linkCase(loaded: LoadedPlan, library: Library, given: readonly LoadedPlan[], today: string): Case {
  const links = linksOf(loaded, library);
  const parents = chooseParents(loaded, links, library, given);
  return { ...loaded, parents, links, library: library.evidence, today };
}

/** The parents of a document, the main one first, each with its own parents. */
export function chooseParents(
  loaded: LoadedPlan,
  links: readonly CitationLink[],
  library: Library,
  given: readonly LoadedPlan[],
): LinkedParent[] {
  const below = [loaded.document.path];
  return rightAbove(loaded, links, library, given).map((parent) => withParents(parent, library, below));
}

/** Follows the chain upwards, never back to a document that it came from. */
function withParents(parent: Found, library: Library, below: readonly string[]): LinkedParent {
  const line = [...below, parent.document.path];
  if (line.length > HIGHEST) return { ...parent, parents: [] };
  const parents = rightAbove(parent, linksOf(parent, library), library, [])
    .filter(({ document }) => !line.includes(document.path))
    .filter(({ plan }) => levelOf(plan.identity) >= levelOf(parent.plan.identity))
    .slice(0, NEAREST)
    .map((above) => withParents(above, library, line));
  return { ...parent, parents };
}

/** What the citations of a document resolved to; of a document that many carry out only once. */
export function linksOf(loaded: LoadedPlan, library: Library): CitationLink[] {
  const { path } = loaded.document;
  const links = library.links.get(path) ?? linkCitations(loaded, library);
  library.links.set(path, links);
  return links;
}

/**
 * The documents that the user gave, else those that a document carries out or is based on, the nearest first.
 * A document that is only mentioned, or that a cited one carries out, is no parent.
 */
function rightAbove(
  loaded: LoadedPlan,
  links: readonly CitationLink[],
  library: Library,
  given: readonly LoadedPlan[],
): Found[] {
  const named = given
    .filter(({ document }) => document.path !== loaded.document.path)
    .map((parent): Found => ({ ...parent, link: linkOfGiven(loaded, links, parent), given: true }));
  const byPath = new Map<string, Found>();
  for (const link of links) {
    const path = link.paths[0];
    const entry = path === undefined ? undefined : library.byPath.get(path);
    if (entry === undefined || !isParental(link) || named.some(({ document }) => document.path === path)) continue;
    const parent: Found = { ...entry.loaded, link, given: false };
    const known = byPath.get(entry.path);
    if (known === undefined || compareRank(rank(loaded, parent), rank(loaded, known)) < 0)
      byPath.set(entry.path, parent);
  }
  return [...sorted(loaded, named), ...sorted(loaded, [...byPath.values()])];
}

/** Whether a citation that was found makes the document cited a parent. */
export function isParental({ status, citation }: CitationLink): boolean {
  return (
    (status === 'resolved' || status === 'mismatched') && (citation.role === 'implements' || citation.role === 'basis')
  );
}

/** The citation that means a given parent: as resolved, or with one part cited wrongly; null if the document is not cited. */
function linkOfGiven(loaded: LoadedPlan, links: readonly CitationLink[], parent: LoadedPlan): CitationLink | null {
  const { path } = parent.document;
  const found = links.filter(({ paths, status }) => status !== 'ambiguous' && paths.includes(path));
  const best = [...found].sort((a, b) => placeRank(a.citation) - placeRank(b.citation))[0];
  if (best !== undefined) return best;
  const entry = libraryEntry(parent);
  const direct = loaded.plan.citations
    .filter((citation) => !citation.self && citation.shortFor === null)
    .flatMap((citation) => linkToGiven(citation, loaded, entry) ?? [])
    .sort(
      (a, b) =>
        Number(a.status !== 'resolved') - Number(b.status !== 'resolved') ||
        b.reason.agrees.length - a.reason.agrees.length ||
        placeRank(a.citation) - placeRank(b.citation),
    );
  return direct[0] ?? null;
}

function sorted(loaded: LoadedPlan, parents: Found[]): Found[] {
  return parents
    .map((parent, order) => ({ parent, rank: [...rank(loaded, parent), order] }))
    .sort((a, b) => compareRank(a.rank, b.rank))
    .map(({ parent }) => parent);
}

/** Smaller is nearer: cited in title or preamble, right above in level, of the same kind, carried out rather than a basis. */
function rank(loaded: LoadedPlan, { plan, link }: Found): number[] {
  const own = loaded.plan.identity;
  const distance = levelOf(plan.identity) - levelOf(own);
  const sameKind = plan.identity.type !== null && own.type !== null && sameType(plan.identity.type, own.type);
  return [
    link === null ? 2 : placeRank(link.citation),
    distance > 0 ? distance : 10 - distance,
    sameKind ? 0 : 1,
    link?.citation.role === 'implements' ? 0 : 1,
  ];
}

function placeRank({ place, role }: Citation): number {
  if (role !== 'implements' && role !== 'basis') return 3;
  return place === 'title' || place === 'preamble' ? 0 : 1;
}

function compareRank(a: number[], b: number[]): number {
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Height of the issuer: a department (sở) stands under the committee of its province. */
export function levelOf({ issuer }: Identity): number {
  const department = issuer?.body?.startsWith('sở') === true;
  switch (issuer?.level) {
    case 'central':
      return 5;
    case 'province':
      return department ? 3.5 : 4;
    case 'district':
      return 2;
    case 'commune':
      return 1;
    default:
      return 0;
  }
}
