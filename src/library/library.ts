/** The library: the identities of all known documents, indexed so that a citation finds its candidates at once. */
import type { LoadedPlan } from '../engine/check.js';
import { codeKey } from '../plan/citation-code.js';
import { sameType } from '../plan/document-types.js';
import type { Identity } from '../plan/plan.js';
import { type Home, homeOf } from '../plan/same-issuer.js';
import { type LibraryEvidence, libraryEvidence } from './evidence.js';
import { fileNameHints } from './file-name.js';
import type { CitationLink } from './link.js';

/** A document of the library with its identity as the library knows it. */
export interface LibraryEntry {
  loaded: LoadedPlan;
  path: string;
  /** As read from the text; number and date from the file name where the text leaves them blank. */
  identity: Identity;
  home: Home;
  /** Parts that only the file name says: trusted less. */
  fromFileName: ('number' | 'date')[];
}

/** Who is who among the documents: all that is needed to tell what a citation means. */
export interface Identities {
  byPath: ReadonlyMap<string, LibraryEntry>;
  /** By number and symbol, see `codeKey`. */
  byCode: ReadonlyMap<string, readonly LibraryEntry[]>;
  /** By full date. */
  byDate: ReadonlyMap<string, readonly LibraryEntry[]>;
}

export interface Library extends Identities {
  /** How its documents cite others. */
  evidence: LibraryEvidence;
  /** What the citations of its documents resolved to, by path, as far as they were asked for. */
  links: Map<string, CitationLink[]>;
}

/** Indexes documents. Texts whose letters are broken are left out: nothing in them can be believed. */
export function buildLibrary(documents: Iterable<LoadedPlan>): Library {
  const identities = indexIdentities(documents);
  const evidence = libraryEvidence([...identities.byPath.values()].map(({ loaded }) => loaded));
  return { ...identities, evidence, links: new Map() };
}

/** Indexes the identities of documents only. */
export function indexIdentities(documents: Iterable<LoadedPlan>): Identities {
  const byPath = new Map<string, LibraryEntry>();
  const byCode = new Map<string, LibraryEntry[]>();
  const byDate = new Map<string, LibraryEntry[]>();
  for (const loaded of documents) {
    if (loaded.document.quality.verdict === 'broken') continue;
    const entry = libraryEntry(loaded);
    const { number, symbol, date } = entry.identity;
    byPath.set(entry.path, entry);
    if (number !== null && symbol !== null) add(byCode, codeKey(number, symbol), entry);
    if (date !== null) add(byDate, date, entry);
  }
  return { byPath, byCode, byDate };
}

/** A document as the library keeps it. */
export function libraryEntry(loaded: LoadedPlan): LibraryEntry {
  const { identity, ownUnit } = loaded.plan;
  const entry: LibraryEntry = {
    loaded,
    path: loaded.document.path,
    identity,
    home: homeOf(identity, ownUnit),
    fromFileName: [],
  };
  const hints = identity.number === null || identity.date === null ? fileNameHints(entry.path) : null;
  if (hints === null || !sameType(hints.type, identity.type)) return entry;
  const completed = { ...identity };
  if (identity.number === null && hints.number !== null) {
    completed.number = hints.number;
    entry.fromFileName.push('number');
  }
  if (identity.date === null && hints.date !== null && agreesWithParts(hints.date, identity)) {
    completed.date = hints.date;
    entry.fromFileName.push('date');
  }
  if (identity.dateParts.year === null && hints.year !== null) {
    completed.dateParts = { ...identity.dateParts, year: hints.year };
  }
  return { ...entry, identity: completed };
}

/** Whether a full date does not contradict the parts that the text gives ("ngày … tháng 4 năm 2026"). */
function agreesWithParts(date: string, { dateParts: { day, month, year } }: Identity): boolean {
  const [hintYear, hintMonth, hintDay] = date.split('-').map(Number);
  return (year ?? hintYear) === hintYear && (month ?? hintMonth) === hintMonth && (day ?? hintDay) === hintDay;
}

function add(index: Map<string, LibraryEntry[]>, key: string, entry: LibraryEntry): void {
  const entries = index.get(key);
  if (entries === undefined) index.set(key, [entry]);
  else entries.push(entry);
}
