/** Builds the case of a rule's example. */
import type { Case, LoadedPlan } from '../../src/engine/check.js';
import type { RuleExample } from '../../src/engine/rule-file.js';
import { buildLibrary } from '../../src/library/library.js';
import { linkCase } from '../../src/library/parents.js';
import { parsePlan } from '../../src/plan/parse.js';
import { sourceFromText } from '../../src/source/read.js';

/** The child with its parent, which is given by hand where the child does not cite it. */
export function exampleCase(example: RuleExample): Case {
  const child = load(example.child, 'cap-duoi.md');
  const today = example.today ?? '2026-06-01';
  if (example.parent === undefined) return linkCase(child, buildLibrary([child]), [], today);
  const parent = load(example.parent, 'cap-tren.md');
  const library = buildLibrary([child, parent]);
  const cited = linkCase(child, library, [], today);
  return cited.parents.length > 0 ? cited : linkCase(child, library, [parent], today);
}

function load(text: string, path: string): LoadedPlan {
  const document = sourceFromText(text, path);
  return { document, plan: parsePlan(document) };
}
