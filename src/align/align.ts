/**
 * Alignment (đối chiếu): which clause of the child answers which clause of the parent.
 * One mechanism for duties, targets, deadlines and copied clauses. An index of word pairs keeps it near-linear:
 * a clause is compared only with the few clauses that share its rarer pairs.
 */
import { oncePer } from '../data/once.js';
import type { Clause } from '../plan/clauses.js';

/**
 * - `same`: word for word, apart from punctuation and the words of level
 * - `reworded`: mostly the same words
 * - `split`: one clause of the parent is answered by several of the child
 * - `merged`: several clauses of the parent are answered by one of the child
 * - `missing`: nothing in the child answers it; `new`: nothing in the parent asks for it
 */
export type AlignmentKind = 'same' | 'reworded' | 'split' | 'merged' | 'missing' | 'new';

/** A group of clauses that answer each other. */
export interface AlignedGroup {
  kind: AlignmentKind;
  parent: Clause[];
  child: Clause[];
  /** Likeness 0-1: share of word pairs in common (Dice); for split and merged of the joined clauses. */
  score: number;
  /** Whether the child's clause stands in a section of another kind. */
  moved: boolean;
  /** Up to five rare word pairs in common that led to the match: the reason in the plan's own words. */
  reason: string[];
}

/** Likeness from which on two clauses answer each other. */
const REWORDED = 0.42;
const SAME = 0.96;
/** Share of a short clause's pairs that must stand in a long one for split and merged. */
const CONTAINED = 0.72;
/** Pairs in more clauses than this lead nowhere. */
const TOO_COMMON = 40;
/** Candidates compared exactly for one clause. */
const CANDIDATES = 6;

interface Indexed {
  clause: Clause;
  pairs: Set<string>;
}

interface Match {
  parent: number;
  child: number;
  score: number;
  /** Share of the parent's pairs in the child, and the other way round. */
  inChild: number;
  inParent: number;
}

/** Aligns two lists of clauses; headings answer headings only. */
export function align(parents: readonly Clause[], children: readonly Clause[]): readonly AlignedGroup[] {
  const known = aligned.get(children);
  if (known?.parents === parents) return known.groups;
  const groups = alignAnew(parents, children);
  aligned.set(children, { parents, groups });
  return groups;
}

/** The last alignment of each list: several rules ask for that of a plan with its main parent. */
const aligned = new WeakMap<readonly Clause[], { parents: readonly Clause[]; groups: AlignedGroup[] }>();

function alignAnew(parents: readonly Clause[], children: readonly Clause[]): AlignedGroup[] {
  const left = indexedAll(parents);
  const right = indexedAll(children);
  const postings = invert(right);
  const matches = left.flatMap((entry, i) => candidates(entry, postings).flatMap((j) => matchOf(left, right, i, j)));
  matches.sort((a, b) => b.score - a.score || a.parent - b.parent || a.child - b.child);
  return group(left, right, matches, postings);
}

const indexedAll = oncePer((clauses: readonly Clause[]): Indexed[] => clauses.map(indexed));

function indexed(clause: Clause): Indexed {
  const { words } = clause;
  const pairs = words.length < 2 ? words : words.slice(1).map((word, i) => `${words[i]} ${word}`);
  return { clause, pairs: new Set(pairs) };
}

function invert(entries: readonly Indexed[]): Map<string, number[]> {
  const postings = new Map<string, number[]>();
  for (const [i, { pairs }] of entries.entries()) {
    for (const pair of pairs) {
      const list = postings.get(pair);
      if (list === undefined) postings.set(pair, [i]);
      else list.push(i);
    }
  }
  return postings;
}

/** Clauses that share most of the rare pairs, each pair weighing the more the fewer clauses have it. */
function candidates({ pairs }: Indexed, postings: ReadonlyMap<string, number[]>): number[] {
  const weights = new Map<number, number>();
  for (const pair of pairs) {
    const list = postings.get(pair);
    if (list === undefined || list.length > TOO_COMMON) continue;
    for (const i of list) weights.set(i, (weights.get(i) ?? 0) + 1 / list.length);
  }
  return [...weights.entries()]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, CANDIDATES)
    .map(([i]) => i);
}

function matchOf(left: readonly Indexed[], right: readonly Indexed[], i: number, j: number): Match[] {
  const a = left[i];
  const b = right[j];
  if (a === undefined || b === undefined || a.clause.heading !== b.clause.heading) return [];
  let shared = 0;
  for (const pair of a.pairs) if (b.pairs.has(pair)) shared++;
  if (shared === 0) return [];
  const sameKind = a.clause.kinds.some((kind) => b.clause.kinds.includes(kind));
  const score = (2 * shared) / (a.pairs.size + b.pairs.size);
  return [
    {
      parent: i,
      child: j,
      score: sameKind ? score : score * 0.97,
      inChild: shared / a.pairs.size,
      inParent: shared / b.pairs.size,
    },
  ];
}

/** Best matches first make one-to-one pairs; what is left may be part of a clause already matched. */
function group(
  left: readonly Indexed[],
  right: readonly Indexed[],
  matches: readonly Match[],
  postings: ReadonlyMap<string, number[]>,
): AlignedGroup[] {
  const ofParent = new Map<number, Match>();
  const ofChild = new Map<number, Match>();
  for (const match of matches) {
    if (match.score < REWORDED || ofParent.has(match.parent) || ofChild.has(match.child)) continue;
    ofParent.set(match.parent, match);
    ofChild.set(match.child, match);
  }
  // a child clause that holds a further parent clause merged it; one that is held by a parent clause is a part of it
  const mergedInto = new Map<number, number[]>();
  const splitOff = new Map<number, number[]>();
  for (const match of matches) {
    if (!ofParent.has(match.parent) && match.inChild >= CONTAINED && !taken(mergedInto, match.parent))
      add(mergedInto, match.child, match.parent);
    if (!ofChild.has(match.child) && match.inParent >= CONTAINED && !taken(splitOff, match.child))
      add(splitOff, match.parent, match.child);
  }
  const merged = new Set([...mergedInto.values()].flat());
  const split = new Set([...splitOff.values()].flat());
  const groups: AlignedGroup[] = [];
  const doneChildren = new Set<number>();
  for (const [i] of left.entries()) {
    const match = ofParent.get(i);
    const parts = splitOff.get(i) ?? [];
    const children = [...(match === undefined ? [] : [match.child]), ...parts];
    if (children.length === 0) {
      if (!merged.has(i)) groups.push(makeGroup('missing', left, right, [i], [], postings));
      continue;
    }
    const others = children.flatMap((child) => mergedInto.get(child) ?? []);
    for (const child of children) doneChildren.add(child);
    const kind =
      children.length > 1 ? 'split' : others.length > 0 ? 'merged' : (match?.score ?? 0) >= SAME ? 'same' : 'reworded';
    groups.push(makeGroup(kind, left, right, [i, ...others], children, postings));
  }
  for (const [child, parents] of mergedInto) {
    if (!doneChildren.has(child))
      groups.push(makeGroup(parents.length > 1 ? 'merged' : 'reworded', left, right, parents, [child], postings));
  }
  for (const [j] of right.entries()) {
    if (!doneChildren.has(j) && !mergedInto.has(j) && !split.has(j))
      groups.push(makeGroup('new', left, right, [], [j], postings));
  }
  return groups;
}

function taken(groups: ReadonlyMap<number, number[]>, member: number): boolean {
  for (const members of groups.values()) if (members.includes(member)) return true;
  return false;
}

function add(groups: Map<number, number[]>, key: number, member: number): void {
  groups.set(key, [...(groups.get(key) ?? []), member]);
}

function makeGroup(
  kind: AlignmentKind,
  left: readonly Indexed[],
  right: readonly Indexed[],
  parents: number[],
  children: number[],
  postings: ReadonlyMap<string, number[]>,
): AlignedGroup {
  const parent = parents.flatMap((i) => left[i] ?? []);
  const child = children.flatMap((j) => right[j] ?? []);
  if (parent.length === 0 || child.length === 0) {
    const clauses = { parent: parent.map(({ clause }) => clause), child: child.map(({ clause }) => clause) };
    return { kind, ...clauses, score: 0, moved: false, reason: [] };
  }
  const asked = new Set(parent.flatMap(({ pairs }) => [...pairs]));
  const given = new Set(child.flatMap(({ pairs }) => [...pairs]));
  const shared = [...asked].filter((pair) => given.has(pair));
  const score = asked.size + given.size === 0 ? 0 : (2 * shared.length) / (asked.size + given.size);
  const kinds = parent[0]?.clause.kinds ?? [];
  const moved = kinds.length > 0 && !child.some(({ clause }) => clause.kinds.some((own) => kinds.includes(own)));
  const reason = shared.sort((a, b) => (postings.get(a)?.length ?? 0) - (postings.get(b)?.length ?? 0)).slice(0, 5);
  return {
    kind,
    parent: parent.map(({ clause }) => clause),
    child: child.map(({ clause }) => clause),
    score,
    moved,
    reason,
  };
}
