/** Documents that are cited, but that the repository does not hold: parents apart from legal bases. */
import { issuerKey } from '../library/evidence.js';
import type { Library } from '../library/library.js';
import { linksOf } from '../library/parents.js';
import { isParentLike } from '../library/unresolved.js';
import { codeKey } from '../plan/citation-code.js';
import { typeByName } from '../plan/document-types.js';
import type { Citation } from '../plan/plan.js';
import type { Home } from '../plan/same-issuer.js';
import { wordsKey } from '../text/normal.js';
import type { Documents } from './copies.js';
import type { AbsentDocument, GraphDocument } from './graph.js';

/** Absent documents, and which of them a citation means. */
export interface Absences {
  all: AbsentDocument[];
  byCitation: ReadonlyMap<Citation, AbsentDocument>;
}

interface Missing {
  document: GraphDocument;
  citation: Citation;
  carriesOut: boolean;
  home: Home;
}

/** Parents first, then legal bases; those that most documents cite at the head. */
export function findAbsent(documents: Documents, library: Library): Absences {
  const missing = documents.all.flatMap((document) => missingOf(document, library));
  const codes: Codes = { years: yearsByCode(missing), laws: lawsByName(missing) };
  const byKey = new Map<string, AbsentDocument>();
  const byCitation = new Map<Citation, AbsentDocument>();
  for (const one of missing) {
    const key = absentKey(one, codes);
    const absent: AbsentDocument = byKey.get(key) ?? { key, kind: 'mention', citedBy: [] };
    byKey.set(key, absent);
    byCitation.set(one.citation, absent);
    absent.kind = stronger(absent.kind, one.carriesOut ? 'parent' : isLegalBasis(one.citation) ? 'basis' : 'mention');
    addCiting(absent, one);
  }
  return { all: [...byKey.values()].sort(byWeight), byCitation };
}

/** Citations in full, or by the name of a law, that resolved to nothing. Short forms have the fate of the citation they stand for. */
function missingOf(document: GraphDocument, library: Library): Missing[] {
  const { loaded, home } = document.entry;
  return linksOf(loaded, library).flatMap(({ citation, status }) => {
    const named =
      citation.symbol === null ? citation.number === null && citation.subject !== null : citation.number !== null;
    if (status !== 'unresolved' || !named) return [];
    return [{ document, citation, carriesOut: isParentLike(loaded, citation), home }];
  });
}

function addCiting({ citedBy }: AbsentDocument, { document, citation, carriesOut }: Missing): void {
  const last = citedBy.at(-1);
  if (last?.document !== document) {
    citedBy.push({ document, citation, carriesOut, times: 1 });
    return;
  }
  last.times += 1;
  if (carriesOut && !last.carriesOut) Object.assign(last, { citation, carriesOut });
}

/** What is known of the documents cited before each of them is named. */
interface Codes {
  years: ReadonlyMap<string, ReadonlySet<string>>;
  laws: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Number, symbol, issuer and year; the name of a law that is only cited by name. Offices number anew every year. */
function absentKey({ citation, home }: Missing, { years, laws }: Codes): string {
  if (citation.number === null || citation.symbol === null) {
    const [only, another] = laws.get(wordsKey(citation.subject ?? '')) ?? [];
    if (only !== undefined && another === undefined) return only;
    return `name|${citation.type}|${wordsKey(citation.subject ?? '')}`;
  }
  const code = codeOf(citation, home);
  const known = years.get(code);
  const [only] = known ?? [];
  const year = yearOf(citation) ?? (known?.size === 1 ? only : undefined);
  return `${code}|${year ?? ''}`;
}

/** In which years documents of one number, symbol and issuer are dated: a citation without date means the only one. */
function yearsByCode(missing: readonly Missing[]): Map<string, Set<string>> {
  const years = new Map<string, Set<string>>();
  for (const { citation, home } of missing) {
    const year = yearOf(citation);
    if (citation.symbol === null || year === null) continue;
    const code = codeOf(citation, home);
    years.set(code, (years.get(code) ?? new Set()).add(year));
  }
  return years;
}

/** By the name of a law, the laws of that name that are cited with their number: "Luật Thư viện số 46/2019/QH14". */
function lawsByName(missing: readonly Missing[]): Map<string, Set<string>> {
  const laws = new Map<string, Set<string>>();
  for (const { document, citation, home } of missing) {
    const { type, codeSpan, span } = citation;
    if (type === null || codeSpan === null || citation.symbol === null || !/^(?:bộ luật|luật|pháp lệnh)$/u.test(type))
      continue;
    const named = document.entry.loaded.document.text.slice(span.start + type.length, codeSpan.start);
    const name = wordsKey(named.replace(/\s*số\s*:?\s*$/iu, ''));
    if (name !== '')
      laws.set(name, (laws.get(name) ?? new Set()).add(`${codeOf(citation, home)}|${yearOf(citation) ?? ''}`));
  }
  return laws;
}

function codeOf(citation: Citation, home: Home): string {
  return `${codeKey(citation.number ?? '', citation.symbol ?? '')}|${issuerKey({ citation, home }) ?? '?'}`;
}

function yearOf({ symbol, dateMention, dateShared }: Citation): string | null {
  const inSymbol = /^\d{4}(?=\/)/u.exec(symbol ?? '')?.[0];
  if (inSymbol !== undefined) return inSymbol;
  return dateMention?.year == null || dateShared ? null : String(dateMention.year);
}

/** A law, decree, circular, or another document named as the basis on which the plan is issued. */
function isLegalBasis({ type, symbol, role, place }: Citation): boolean {
  if (/^\d{4}\//u.test(symbol ?? '')) return true;
  if (type !== null && typeByName(type)?.group === 'normative') return true;
  return role === 'basis' && (place === 'preamble' || place === 'title');
}

const STRENGTH = ['mention', 'basis', 'parent'] as const;

function stronger(a: AbsentDocument['kind'], b: AbsentDocument['kind']): AbsentDocument['kind'] {
  return STRENGTH.indexOf(a) >= STRENGTH.indexOf(b) ? a : b;
}

function byWeight(a: AbsentDocument, b: AbsentDocument): number {
  const parents = (one: AbsentDocument): number => one.citedBy.filter(({ carriesOut }) => carriesOut).length;
  return (
    STRENGTH.indexOf(b.kind) - STRENGTH.indexOf(a.kind) ||
    parents(b) - parents(a) ||
    b.citedBy.length - a.citedBy.length ||
    (a.key < b.key ? -1 : 1)
  );
}
