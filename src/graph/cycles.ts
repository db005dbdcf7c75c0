/** Circles of documents that carry out one another: at least one of the citations is wrong, as nobody carries out what comes later. */
import type { GraphDocument, Relation } from './graph.js';

/** Each circle once, from its first path on, along the relations; of circles that share documents one. Linear in the relations. */
export function findCycles(documents: readonly GraphDocument[], relations: readonly Relation[]): GraphDocument[][] {
  const parents = new Map<GraphDocument, GraphDocument[]>();
  for (const { from, to, carriesOut } of relations) {
    if (carriesOut) parents.set(from, [...(parents.get(from) ?? []), to]);
  }
  const knots = strongComponents(documents, (document) => parents.get(document) ?? []);
  return knots.map((knot) => circleIn(knot, (document) => parents.get(document) ?? []));
}

interface Visit {
  index: number;
  low: number;
  onStack: boolean;
}

/** Tarjan's components of more than one document, without recursion: chains may be long. */
function strongComponents(
  documents: readonly GraphDocument[],
  next: (document: GraphDocument) => readonly GraphDocument[],
): GraphDocument[][] {
  const visits = new Map<GraphDocument, Visit>();
  const stack: GraphDocument[] = [];
  const found: GraphDocument[][] = [];
  const enter = (document: GraphDocument): Visit => {
    const visit = { index: visits.size, low: visits.size, onStack: true };
    visits.set(document, visit);
    stack.push(document);
    return visit;
  };
  for (const root of documents) {
    if (visits.has(root)) continue;
    const path = [{ document: root, visit: enter(root), rest: [...next(root)] }];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const to = top.rest.pop();
      if (to !== undefined) {
        const seen = visits.get(to);
        if (seen === undefined) path.push({ document: to, visit: enter(to), rest: [...next(to)] });
        else if (seen.onStack) top.visit.low = Math.min(top.visit.low, seen.index);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) above.visit.low = Math.min(above.visit.low, top.visit.low);
      if (top.visit.low !== top.visit.index) continue;
      const members = stack.splice(stack.lastIndexOf(top.document));
      for (const member of members) (visits.get(member) as Visit).onStack = false;
      if (members.length > 1) found.push(members);
    }
  }
  return found;
}

/** A shortest way from the first document of a component back to itself. */
function circleIn(
  members: readonly GraphDocument[],
  next: (document: GraphDocument) => readonly GraphDocument[],
): GraphDocument[] {
  const inside = new Set(members);
  const [first] = [...members].sort((a, b) => (a.entry.path < b.entry.path ? -1 : 1));
  if (first === undefined) return [];
  const cameFrom = new Map<GraphDocument, GraphDocument>();
  const queue = [first];
  for (const document of queue) {
    for (const to of next(document)) {
      if (to === first) return wayTo(document, first, cameFrom);
      if (!inside.has(to) || cameFrom.has(to)) continue;
      cameFrom.set(to, document);
      queue.push(to);
    }
  }
  return [...members];
}

function wayTo(
  last: GraphDocument,
  first: GraphDocument,
  cameFrom: ReadonlyMap<GraphDocument, GraphDocument>,
): GraphDocument[] {
  const way: GraphDocument[] = [];
  for (let at: GraphDocument | undefined = last; at !== undefined && at !== first; at = cameFrom.get(at)) way.push(at);
  return [first, ...way.reverse()];
}
