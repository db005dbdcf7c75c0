/** Documents that were replaced, revoked or amended, and the plans that still carry them out. */
import type { Library } from '../library/library.js';
import { linksOf } from '../library/parents.js';
import type { Citation } from '../plan/plan.js';
import type { Absences } from './absent.js';
import type { Documents } from './copies.js';
import type { GraphDocument, Node, Relation, Superseded } from './graph.js';
import { childrenByParent } from './relations.js';

/**
 * What the documents say of themselves and of others. Only what concerns the repository: a document that it holds, or an absent one that
 * some of its documents carry out; not that one law amends another.
 */
export function findSuperseded(
  documents: Documents,
  relations: readonly Relation[],
  absences: Absences,
  library: Library,
): Superseded[] {
  const named = namedBy(relations, absences);
  const carriedOutBy = childrenByParent(relations);
  const found = new Map<string, Superseded>();
  for (const saidBy of documents.all) {
    const { plan } = saidBy.entry.loaded;
    if (plan.supersessions.length === 0) continue;
    const paths = new Map(linksOf(saidBy.entry.loaded, library).map(({ citation, paths }) => [citation, paths]));
    const nodeOf = (index: number | null): Node | null => {
      const citation = index === null ? undefined : plan.citations[index];
      if (index === null) return { document: saidBy };
      return citation === undefined ? null : citedNode(citation, paths, documents, absences);
    };
    for (const { effect, citation, by, span } of plan.supersessions) {
      const [target, cause] = [nodeOf(citation), nodeOf(by)];
      if (target === null || cause === null || sameNode(target, cause) || !concerns(target)) continue;
      if (isLater(target, cause)) continue;
      const key = [effect, nodeKey(target), nodeKey(cause)].join('\n');
      // the document that does it says it best
      if (found.has(key) && by !== null) continue;
      const children = childrenOf(target, cause, carriedOutBy, named);
      found.set(key, { effect, document: target, by: cause, saidBy, span, children });
    }
  }
  return [...found.values()];
}

function citedNode(
  citation: Citation,
  paths: ReadonlyMap<Citation, readonly string[]>,
  documents: Documents,
  { byCitation }: Absences,
): Node | null {
  const cited = new Set((paths.get(citation) ?? []).flatMap((path) => documents.byPath.get(path) ?? []));
  const [only, another] = cited;
  if (only !== undefined) return another === undefined ? { document: only } : null;
  const absent = byCitation.get(citation);
  return absent === undefined ? null : { absent };
}

function concerns(node: Node): boolean {
  return 'document' in node || node.absent.kind === 'parent';
}

/** What cannot have been replaced by an older document. */
function isLater(target: Node, cause: Node): boolean {
  const [ofTarget, ofCause] = [dateOf(target), dateOf(cause)];
  return ofTarget !== null && ofCause !== null && ofTarget > ofCause;
}

function dateOf(node: Node): string | null {
  if ('document' in node) return node.document.entry.identity.date;
  return node.absent.citedBy.map(({ citation }) => citation.date).find((date) => date !== null) ?? null;
}

/** The plans that carry out the one and do not name the other. */
function childrenOf(
  target: Node,
  cause: Node,
  carriedOutBy: ReadonlyMap<GraphDocument, readonly GraphDocument[]>,
  named: ReadonlyMap<string, ReadonlySet<GraphDocument>>,
): Superseded['children'] {
  const carrying =
    'document' in target
      ? (carriedOutBy.get(target.document) ?? [])
      : target.absent.citedBy.filter(({ carriesOut }) => carriesOut).map(({ document }) => document);
  const aware = named.get(nodeKey(cause));
  const since = dateOf(cause);
  return carrying
    .filter((document) => !('document' in cause && document === cause.document) && aware?.has(document) !== true)
    .map((document) => {
      const { date } = document.entry.identity;
      const issued = date === null || since === null ? 'unknown' : date < since ? 'before' : 'after';
      return { document, issued } as const;
    });
}

/** By document, who names it. */
function namedBy(relations: readonly Relation[], { all }: Absences): Map<string, Set<GraphDocument>> {
  const named = new Map<string, Set<GraphDocument>>();
  const add = (key: string, by: GraphDocument): void => {
    named.set(key, (named.get(key) ?? new Set()).add(by));
  };
  for (const { from, to } of relations) add(nodeKey({ document: to }), from);
  for (const absent of all) for (const { document } of absent.citedBy) add(nodeKey({ absent }), document);
  return named;
}

function sameNode(a: Node, b: Node): boolean {
  return nodeKey(a) === nodeKey(b);
}

/** Stable name of a node. */
function nodeKey(node: Node): string {
  return 'document' in node ? `path ${node.document.entry.path}` : `absent ${node.absent.key}`;
}
