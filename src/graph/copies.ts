/** Files that hold one document: the .docx and its .md, a plan kept in two folders. Drafts without number are told apart by their files. */
import type { LibraryEntry } from '../library/library.js';
import { codeKey } from '../plan/citation-code.js';
import { typeByName } from '../plan/document-types.js';
import { nameKey } from '../plan/issuer.js';
import type { GraphDocument } from './graph.js';

/** Documents by the path of each of their files, and in the order of the first ones. */
export interface Documents {
  all: GraphDocument[];
  byPath: ReadonlyMap<string, GraphDocument>;
}

export function groupCopies(entries: Iterable<LibraryEntry>): Documents {
  const all: GraphDocument[] = [];
  const byPath = new Map<string, GraphDocument>();
  const byKey = new Map<string, GraphDocument>();
  for (const entry of [...entries].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const key = identityKey(entry);
    const known = key === null ? undefined : byKey.get(key);
    if (known !== undefined) known.copies.push(entry);
    const document = known ?? { entry, copies: [], draft: isDraft(entry) };
    if (known === undefined) all.push(document);
    if (key !== null) byKey.set(key, document);
    byPath.set(entry.path, document);
  }
  return { all, byPath };
}

function isDraft({ identity }: LibraryEntry): boolean {
  return identity.number === null || identity.date === null;
}

/** Two files with the same key hold one document; null where the identity is not complete. */
function identityKey({ identity, home, fromFileName }: LibraryEntry): string | null {
  const { type, number, symbol, date, issuer } = identity;
  if (number === null || symbol === null || date === null || issuer === null || fromFileName.length > 0) return null;
  const family = type === null ? '' : (typeByName(type)?.family ?? type);
  const place = [home.province, home.commune].map((name) => (name === null ? '' : nameKey(name)));
  return [family, codeKey(number, symbol), date, issuer.level, ...place].join('|');
}
