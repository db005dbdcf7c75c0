/** Two plans side by side: what was kept, changed, dropped and added, section by section; between two versions also what changed in substance. */
import type { LoadedPlan } from '../engine/check.js';
import { type Clause, clausesOf } from '../plan/clauses.js';
import type { Plan } from '../plan/plan.js';
import { align } from './align.js';
import { type WordChange, wordChanges } from './drift.js';

export type ComparisonKind = 'kept' | 'changed' | 'dropped' | 'added';

/** One clause or group of clauses with its counterpart. */
export interface ComparedClause {
  kind: ComparisonKind;
  /** Clauses of the plan (the newer version), and of the parent (the older version). */
  own: Clause[];
  other: Clause[];
  moved: boolean;
  /** Changed words; empty unless `changed` and one to one. */
  changes: WordChange[];
  /** Whether the change touches a deadline, a figure, a citation or a name, and is not only style. */
  substance: boolean;
}

/** The clauses under one top-level section of the other plan, or of the own one for what was added. */
export interface ComparedSection {
  title: string;
  clauses: ComparedClause[];
}

export interface Comparison {
  /** Two versions of one document, or a plan and its parent. */
  versions: boolean;
  sections: ComparedSection[];
}

/** Compares a plan with its parent or with an older version of itself. */
export function comparePlans(own: LoadedPlan, other: LoadedPlan): Comparison {
  const groups = align(clausesOf(other.document, other.plan), clausesOf(own.document, own.plan));
  const compared = groups.map(({ kind, parent, child, moved }): ComparedClause => {
    const [theirs] = parent;
    const [ours] = child;
    const single = parent.length === 1 && child.length === 1 && theirs !== undefined && ours !== undefined;
    const changes = single ? wordChanges(ours.text, theirs.text) : [];
    const same = single && changes.length === 0;
    return {
      kind: kind === 'missing' ? 'dropped' : kind === 'new' ? 'added' : same ? 'kept' : 'changed',
      own: child,
      other: parent,
      moved,
      changes,
      substance: isSubstance(own.plan, other.plan, changes, ours, theirs),
    };
  });
  return { versions: isVersion(own.plan, other.plan), sections: bySection(own.plan, other.plan, compared) };
}

/** Whether two documents are versions of one: the same kind, by the same unit, on the same subject. */
function isVersion(own: Plan, other: Plan): boolean {
  const unit = own.ownUnit;
  const theirs = other.ownUnit;
  return (
    unit !== null &&
    theirs !== null &&
    unit.kind === theirs.kind &&
    unit.name === theirs.name &&
    own.identity.type === other.identity.type
  );
}

/** A change of figures, names or words that no rule of style explains; or one inside a deadline, a target or a citation. */
function isSubstance(
  own: Plan,
  other: Plan,
  changes: readonly WordChange[],
  ours: Clause | undefined,
  theirs: Clause | undefined,
): boolean {
  return changes.some(
    ({ kind, ownSpan, otherSpan }) =>
      kind === 'number' ||
      kind === 'name' ||
      (kind !== 'style' && ours !== undefined && isFact(own, ours.span.start + ownSpan.start)) ||
      (kind !== 'style' && theirs !== undefined && isFact(other, theirs.span.start + otherSpan.start)),
  );
}

function isFact(plan: Plan, offset: number): boolean {
  const facts = [...plan.deadlines, ...plan.citations, ...plan.targets, ...plan.places].map(({ span }) => span);
  return facts.some(({ start, end }) => start <= offset && offset < end);
}

/** Groups by the top-level section of the other plan; what was added comes under the own section's title, last if it has none there. */
function bySection(own: Plan, other: Plan, compared: readonly ComparedClause[]): ComparedSection[] {
  const sections = new Map<string, ComparedClause[]>();
  for (const entry of compared) {
    const [theirs] = entry.other;
    const [ours] = entry.own;
    const title = theirs !== undefined ? topTitle(other, theirs) : ours !== undefined ? topTitle(own, ours) : '';
    sections.set(title, [...(sections.get(title) ?? []), entry]);
  }
  return [...sections].map(([title, clauses]) => ({ title, clauses }));
}

function topTitle(plan: Plan, { span }: Clause): string {
  const section = plan.outline.find(({ range }) => range.start <= span.start && span.start < range.end);
  return section === undefined ? '' : `${section.label.text} ${section.title}`.trim();
}
