/** Which block of a parent says what a block of the plan says, from the alignment of their clauses. */
import { align } from '../../align/align.js';
import type { LoadedPlan } from '../../engine/check.js';
import { clausesOf } from '../../plan/clauses.js';
import { blockAt } from './structure.js';

/** The counterpart of a block of the plan. */
export interface Match {
  /** Index of the block of the parent. */
  block: number;
  /** Word for word, words of level aside; else reworded. */
  same: boolean;
}

/** For blocks of the plan, by index: the block of the parent that answers most of their words. */
export function matchesOf(own: LoadedPlan, parent: LoadedPlan): Map<number, Match> {
  const weights = new Map<number, Map<number, { words: number; same: boolean }>>();
  for (const { kind, parent: theirs, child } of align(
    clausesOf(parent.document, parent.plan),
    clausesOf(own.document, own.plan),
  )) {
    const [clause] = theirs;
    if (clause === undefined) continue;
    const block = blockAt(parent.document.blocks, clause.span.start);
    if (block === null) continue;
    for (const { span, words } of child) {
      const at = blockAt(own.document.blocks, span.start);
      if (at === null) continue;
      const candidates = weights.get(at) ?? new Map<number, { words: number; same: boolean }>();
      const known = candidates.get(block);
      const same = kind === 'same' && known?.same !== false;
      candidates.set(block, { words: (known?.words ?? 0) + words.length, same });
      weights.set(at, candidates);
    }
  }
  const matches = new Map<number, Match>();
  for (const [at, candidates] of weights) {
    const [best] = [...candidates].sort((a, b) => b[1].words - a[1].words || a[0] - b[0]);
    // of several counterparts none is the whole of it
    if (best !== undefined) matches.set(at, { block: best[0], same: best[1].same && candidates.size === 1 });
  }
  return matches;
}
