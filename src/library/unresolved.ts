/** Which of the citations that were not found matter: the documents right above that the plan carries out, not each of its legal bases. */
import type { LoadedPlan } from '../engine/check.js';
import { codeKey } from '../plan/citation-code.js';
import { withSymbolBody } from '../plan/citations.js';
import { typeByName } from '../plan/document-types.js';
import type { Citation, Level } from '../plan/plan.js';
import type { CitationLink } from './link.js';

/** Kinds that a plan carries out, by family; one named only as a basis counts if it is one of the first three. */
const CARRIED_OUT = [
  'kế hoạch',
  'chương trình',
  'chỉ thị',
  'công điện',
  'quyết định',
  'nghị quyết',
  'hướng dẫn',
  'kết luận',
  'đề án',
];
const BASIS_PARENTS = new Set(CARRIED_OUT.slice(0, 4));

const RIGHT_ABOVE: Record<Level, readonly Level[]> = {
  unit: ['unit', 'commune', 'province'],
  commune: ['province', 'district'],
  district: ['province'],
  province: ['central'],
  central: ['central'],
};

/** Citations of parents that the library does not have, or has several times; each document once, in the order of the text. */
export function missingParents(loaded: LoadedPlan, links: readonly CitationLink[]): CitationLink[] {
  const byCode = new Map<string, CitationLink>();
  for (const link of links) {
    const { number, symbol, place } = link.citation;
    if (link.status !== 'unresolved' && link.status !== 'ambiguous') continue;
    if (number === null || symbol === null || !isParentLike(loaded, link.citation)) continue;
    const key = codeKey(number, symbol);
    // the preamble cites in full what the title only names
    if (byCode.get(key)?.citation.place !== 'preamble' && (place === 'preamble' || !byCode.has(key)))
      byCode.set(key, link);
  }
  return [...byCode.values()].sort((a, b) => a.citation.span.start - b.citation.span.start);
}

/** Whether a plan cites a document as one right above that it carries out. */
export function isParentLike({ plan }: LoadedPlan, citation: Citation): boolean {
  const { place, role, type, symbol, shortFor, code } = citation;
  if (place !== 'title' && place !== 'preamble') return false;
  if (shortFor !== null || code === null || /^\d{4}\//u.test(symbol ?? '')) return false;
  const family = familyOf(type);
  const carriedOut = role === 'implements' && (family === null || CARRIED_OUT.includes(family));
  if (!carriedOut && !isBasisParent(citation)) return false;
  const own = plan.identity.issuer?.level ?? plan.ownUnit?.level ?? null;
  const issuer = withSymbolBody(citation);
  const level = issuer?.level ?? null;
  // the Party committee of the same unit stands above its state bodies
  const leads = level === own && issuer?.system === 'party' && plan.identity.issuer?.system === 'state';
  return own === null || level === null || leads || RIGHT_ABOVE[own].includes(level);
}

/** "Căn cứ Kế hoạch số …": a basis of a kind that is carried out. */
export function isBasisParent({ role, type }: Citation): boolean {
  const family = familyOf(type);
  return role === 'basis' && family !== null && BASIS_PARENTS.has(family);
}

function familyOf(name: string | null): string | null {
  if (name === null) return null;
  const type = typeByName(name);
  return type === null || type.generic ? null : (type.family ?? type.name);
}
