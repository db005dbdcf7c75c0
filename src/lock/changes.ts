/** What changed in a parent since a plan was read against it, and what of the plan answers it. */
import { align } from '../align/align.js';
import type { LoadedPlan } from '../engine/check.js';
import { type Clause, clausesOf, comparableWords } from '../plan/clauses.js';
import { type KnownClause, knownClauses, type LockedClause, type LockedParent } from './locked.js';

/** A clause of a parent that is no longer as it was. */
export type ClauseChange =
  | { kind: 'changed'; before: LockedClause; now: KnownClause }
  | { kind: 'added'; now: KnownClause }
  | { kind: 'removed'; before: LockedClause };

/**
 * The changes in the order of the parent's text, removed clauses last. A clause that only moved is none. Of clauses that were reworded only
 * the first words are known: where too few of them stayed, they count as one that went and one that came.
 */
export function changesSince(locked: LockedParent, above: LoadedPlan): ClauseChange[] {
  const now = knownClauses(above);
  const came = without(now, locked.clauses);
  const went = without(locked.clauses, now);
  const [old, current] = [asClauses(went), asClauses(came)];
  const pairs = new Map<KnownClause, LockedClause>();
  for (const { parent, child } of align([...old.keys()], [...current.keys()])) {
    const [before, after] = [parent[0] && old.get(parent[0]), child[0] && current.get(child[0])];
    if (before !== undefined && after !== undefined) pairs.set(after, before);
  }
  const paired = new Set(pairs.values());
  return [
    ...came.map((clause): ClauseChange => {
      const before = pairs.get(clause);
      return before === undefined ? { kind: 'added', now: clause } : { kind: 'changed', before, now: clause };
    }),
    ...went.filter((clause) => !paired.has(clause)).map((before): ClauseChange => ({ kind: 'removed', before })),
  ];
}

/** Those of the first that the second has not, alone or as parts of the same paragraph; of equal ones as many as there are too many. */
function without<T extends LockedClause>(clauses: readonly T[], others: readonly LockedClause[]): T[] {
  const paragraphs = new Set(others.map(({ whole, hash }) => whole ?? hash));
  const ofParts = new Set(others.flatMap(({ whole }) => whole ?? []));
  const counts = new Map<string, number>();
  for (const { hash } of others) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  return clauses.filter(({ hash, whole }) => {
    const left = counts.get(hash) ?? 0;
    counts.set(hash, left - 1);
    return left <= 0 && !(whole === undefined ? ofParts.has(hash) : paragraphs.has(whole));
  });
}

/** First words as clauses by themselves, to be aligned with others. */
function asClauses<T extends LockedClause>(clauses: readonly T[]): Map<Clause, T> {
  const where = { section: null, kinds: [], titles: [], heading: false, cells: null };
  return new Map(
    clauses.map((clause) => {
      const text = clause.words.replace(/ …$/u, '');
      return [{ span: { start: 0, end: 0 }, text, words: comparableWords(text), ...where }, clause];
    }),
  );
}

/** Which clause of a plan answers a changed clause of its parent; null if none does. */
export type Answers = (change: ClauseChange) => Clause | null;

/** Aligns a plan with its parent, and with what went from it. */
export function answersIn(own: LoadedPlan, parent: LoadedPlan, changes: readonly ClauseChange[]): Answers {
  const ours = clausesOf(own.document, own.plan);
  const byStart = new Map<number, Clause>();
  for (const {
    parent: theirs,
    child: [answer],
  } of align(clausesOf(parent.document, parent.plan), ours)) {
    if (answer !== undefined) for (const { span } of theirs) byStart.set(span.start, answer);
  }
  const lost = asClauses(changes.flatMap((change) => (change.kind === 'removed' ? [change.before] : [])));
  const byLost = new Map<LockedClause, Clause>();
  for (const { parent: theirs, child } of align([...lost.keys()], ours)) {
    for (const clause of theirs) {
      const before = lost.get(clause);
      if (before !== undefined && child[0] !== undefined) byLost.set(before, child[0]);
    }
  }
  return (change) =>
    (change.kind === 'removed' ? byLost.get(change.before) : byStart.get(change.now.clause.span.start)) ?? null;
}
