/** Which documents a change of others concerns: those that cite what changed, and those below them. */
import type { LoadedPlan } from '../engine/check.js';
import { type Identities, indexIdentities } from './library.js';
import { HIGHEST, isParental } from './parents.js';
import { linkCitations } from './resolve.js';

/** The documents that changed: as they are now, by path, and as they were before. */
export interface ChangedDocuments {
  paths: ReadonlySet<string>;
  before: readonly LoadedPlan[];
}

/** Documents that one document cites, by path: all of them, and those that it carries out. */
interface Cited {
  all: Set<string>;
  parents: Set<string>;
}

/**
 * Paths of the unchanged documents that a change concerns, in their order. Their citations mean, or meant before, a document that changed,
 * came or went; or those of what they carry out do, as a check looks up the whole chain. `documents` are all that are there now.
 *
 * Needed are identities and citations only: a cache of these can serve documents that are not read again.
 */
export function concernedBy({ paths, before }: ChangedDocuments, documents: readonly LoadedPlan[]): string[] {
  const others = documents.filter(({ document }) => !paths.has(document.path));
  const now = indexIdentities(documents);
  const then = before.length === 0 ? null : indexIdentities([...others, ...before]);
  const changed = new Set([...paths, ...before.map(({ document }) => document.path)]);

  const concerned = new Set<string>();
  const below = new Map<string, string[]>();
  let level: string[] = [];
  for (const loaded of others) {
    const { path } = loaded.document;
    const cited = [citedBy(loaded, now), ...(then === null ? [] : [citedBy(loaded, then)])];
    if (cited.some(({ all }) => meets(all, changed))) concerned.add(path);
    if (cited.some(({ parents }) => meets(parents, changed))) level.push(path);
    for (const parent of cited[0]?.parents ?? []) below.set(parent, [...(below.get(parent) ?? []), path]);
  }
  for (let step = 1; step < HIGHEST; step++) {
    level = [...new Set(level.flatMap((parent) => below.get(parent) ?? []))];
    for (const path of level) concerned.add(path);
  }
  return others.map(({ document }) => document.path).filter((path) => concerned.has(path));
}

function citedBy(loaded: LoadedPlan, library: Identities): Cited {
  const links = linkCitations(loaded, library);
  return {
    all: new Set(links.flatMap(({ paths }) => paths)),
    parents: new Set(links.filter(isParental).flatMap(({ paths }) => paths)),
  };
}

function meets(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const each of some) if (others.has(each)) return true;
  return false;
}
