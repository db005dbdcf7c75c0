/** Stands in until the library lands; then removed. */
import type { LoadedPlan } from '../engine/check.js';
import type { CitationLink, LinkedParent } from './link.js';

export interface Library {
  plans: readonly LoadedPlan[];
}
export function buildLibrary(plans: readonly LoadedPlan[]): Library {
  return { plans };
}
export function linkCitations(child: LoadedPlan, library: Library): CitationLink[] {
  return child.plan.citations
    .filter((c) => !c.self)
    .map((citation) => {
      const fits = library.plans.filter(
        (p) => p !== child && p.plan.identity.code !== null && p.plan.identity.code === citation.code,
      );
      return {
        citation,
        status: fits.length === 0 ? 'unresolved' : fits.length === 1 ? 'resolved' : 'ambiguous',
        paths: fits.map((p) => p.document.path),
        reason: { agrees: [], differs: [] },
      };
    });
}
export function chooseParents(
  links: readonly CitationLink[],
  library: Library,
  given: readonly LoadedPlan[],
): LinkedParent[] {
  const named = given.map(
    (p): LinkedParent => ({ ...p, given: true, link: links.find((l) => l.paths.includes(p.document.path)) ?? null }),
  );
  const cited = links.flatMap((link): LinkedParent[] => {
    if (link.status !== 'resolved' || link.citation.role !== 'implements') return [];
    const p = library.plans.find((x) => x.document.path === link.paths[0]);
    return p && !given.includes(p) ? [{ ...p, link, given: false }] : [];
  });
  return [...named, ...cited];
}
