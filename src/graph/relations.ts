/** Who names whom, and who carries out whom, from what the citations resolved to. */
import type { Library } from '../library/library.js';
import type { CitationLink } from '../library/link.js';
import { levelOf, linksOf } from '../library/parents.js';
import { isBasisParent } from '../library/unresolved.js';
import type { Citation } from '../plan/plan.js';
import type { Documents } from './copies.js';
import type { Ambiguous, GraphDocument, Relation } from './graph.js';

/** All relations of a library, and the citations that fit several documents. */
export interface Relations {
  relations: Relation[];
  ambiguous: Ambiguous[];
}

export function findRelations(documents: Documents, library: Library): Relations {
  const found: Relations = { relations: [], ambiguous: [] };
  for (const from of documents.all) {
    const own = new Map<GraphDocument, Relation>();
    const ambiguous = new Map<string, Ambiguous>();
    for (const { loaded } of [from.entry, ...from.copies]) {
      const changed = changedBy(loaded.plan);
      for (const link of linksOf(loaded, library)) {
        const candidates = [...new Set(link.paths.flatMap((path) => documents.byPath.get(path) ?? []))];
        const [to, another] = candidates;
        if (to === undefined || to === from) continue;
        if (another === undefined) addRelation(own, relation(from, to, link, changed));
        else
          ambiguous.set(candidates.map(({ entry }) => entry.path).join('\n'), {
            by: from,
            citation: link.citation,
            candidates,
          });
      }
    }
    found.relations.push(...withoutMinor([...own.values()]));
    found.ambiguous.push(...ambiguous.values());
  }
  return found;
}

/** The citations of documents that this one replaces, revokes or amends: these it does not carry out. */
function changedBy({
  citations,
  supersessions,
}: {
  citations: Citation[];
  supersessions: { citation: number; by: number | null }[];
}): Set<Citation> {
  return new Set(supersessions.flatMap(({ citation, by }) => (by === null ? (citations[citation] ?? []) : [])));
}

function relation(
  from: GraphDocument,
  to: GraphDocument,
  link: CitationLink,
  changed: ReadonlySet<Citation>,
): Relation {
  const { citation, status } = link;
  const upwards = levelOf(to.entry.identity) >= levelOf(from.entry.identity);
  const carriesOut = upwards && !changed.has(citation) && (citation.role === 'implements' || isBasisParent(citation));
  return { from, to, kind: changed.has(citation) ? 'mention' : citation.role, carriesOut, citation, status, times: 1 };
}

function addRelation(own: Map<GraphDocument, Relation>, added: Relation): void {
  const known = own.get(added.to);
  if (known === undefined) own.set(added.to, added);
  else {
    const better = weight(added) > weight(known) ? added : known;
    own.set(added.to, { ...better, times: known.times + 1 });
  }
}

function weight({ carriesOut, citation, kind }: Relation): number {
  return (carriesOut ? 4 : 0) + (isUpFront(citation) ? 2 : 0) + (kind === 'implements' ? 1 : 0);
}

function isUpFront({ place }: Citation): boolean {
  return place === 'title' || place === 'preamble';
}

/** Where title or preamble say what is carried out, a document named in the body is one of many that some task has to do with. */
function withoutMinor(relations: Relation[]): Relation[] {
  if (!relations.some(({ carriesOut, citation }) => carriesOut && isUpFront(citation))) return relations;
  return relations.map((one) => (one.carriesOut && !isUpFront(one.citation) ? { ...one, carriesOut: false } : one));
}

/** Who carries out a document, in the order of their paths. */
export function childrenByParent(relations: readonly Relation[]): Map<GraphDocument, GraphDocument[]> {
  const children = new Map<GraphDocument, GraphDocument[]>();
  for (const { from, to, carriesOut } of relations) {
    if (!carriesOut) continue;
    const known = children.get(to);
    if (known === undefined) children.set(to, [from]);
    else known.push(from);
  }
  return children;
}
