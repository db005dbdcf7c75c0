/** The graph as trees: each document that carries out nothing present, with those that carry it out. */
import type { GraphDocumentResult, GraphResult } from './result.js';

/** A document with those that carry it out. One with several parents stands under each, but is opened only once. */
export interface Branch {
  document: GraphDocumentResult;
  children: Branch[];
  /** Its own children stand where it came first. */
  again: boolean;
}

/** Roots in the order of their paths, and one document of every circle; children by level and in the order of the Vietnamese alphabet. */
export function branches({ documents, cycles }: GraphResult): Branch[] {
  const children = new Map<string, GraphDocumentResult[]>();
  for (const document of documents) {
    for (const parent of document.parents) {
      const known = children.get(parent);
      if (known === undefined) children.set(parent, [document]);
      else known.push(document);
    }
  }
  const order = new Intl.Collator('vi');
  for (const own of children.values()) own.sort((a, b) => order.compare(sortName(a), sortName(b)));
  const inCircle = new Set(cycles.flatMap(([first]) => first ?? []));
  const seen = new Set<string>();
  const grow = (document: GraphDocumentResult): Branch => {
    const own = children.get(document.id) ?? [];
    const again = seen.has(document.id) && own.length > 0;
    seen.add(document.id);
    return { document, children: again ? [] : own.map(grow), again };
  };
  return documents
    .filter(({ id, parents }) => children.has(id) && (parents.length === 0 || inCircle.has(id)))
    .map(grow);
}

/** Higher levels first. */
function sortName({ level, unit, path }: GraphDocumentResult): string {
  return `${level === 'commune' ? 1 : level === 'unit' ? 2 : 0} ${unit ?? ''} ${path}`;
}
