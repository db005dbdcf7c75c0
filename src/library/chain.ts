/** The chain above a plan: the parents of its parents. */
import type { Case } from '../engine/check.js';
import type { LinkedParent } from './link.js';

/** Documents above the parents, nearest first, each once; none that is a parent of the plan itself. */
export function higherParents({ document, parents }: Case): LinkedParent[] {
  const seen = new Set([document.path, ...parents.map((parent) => parent.document.path)]);
  const higher: LinkedParent[] = [];
  let level = parents;
  while (level.length > 0) {
    level = level.flatMap((parent) => parent.parents);
    for (const parent of level) {
      if (seen.has(parent.document.path)) continue;
      seen.add(parent.document.path);
      higher.push(parent);
    }
  }
  return higher;
}
