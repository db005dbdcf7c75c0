/** Builds the case of a rule's example. */
import type { Case, LoadedPlan } from '../../src/engine/check.js';
import type { RuleExample } from '../../src/engine/rule-file.js';
import { buildLibrary } from '../../src/library/library.js';
import { linkCase } from '../../src/library/parents.js';
import { lockParent } from '../../src/lock/locked.js';
import { parsePlan } from '../../src/plan/parse.js';
import type { PageLayout } from '../../src/source/page-layout.js';
import { sourceFromText } from '../../src/source/read.js';

/** The child, linked to the parent by its citation as in a run; a parent that it does not cite is given by hand. */
export function exampleCase(example: RuleExample): Case {
  const text = load(example.child, 'cap-duoi.md');
  const child = example.layout === undefined ? text : withLayout(text, example.layout);
  const today = example.today ?? '2026-06-01';
  const parents = example.parent === undefined ? [] : [load(example.parent, 'cap-tren.md')];
  const others = (example.library ?? []).map((text, i) => load(text, `thu-vien-${i + 1}.md`));
  const library = buildLibrary([child, ...parents, ...others]);
  const linked = linkCase(child, library, [], today);
  const kase = linked.parents.length > 0 ? linked : linkCase(child, library, parents, today);
  if (example.locked === undefined) return kase;
  const locked = lockParent(load(example.locked, 'cap-tren.md'), 'cap-tren.md');
  return { ...kase, lock: { parents: [locked], pathOf: (path) => path } };
}

function withLayout({ document, plan }: LoadedPlan, layout: PageLayout): LoadedPlan {
  return { document: { ...document, layout }, plan };
}

function load(text: string, path: string): LoadedPlan {
  const document = sourceFromText(text, path);
  return { document, plan: parsePlan(document) };
}
