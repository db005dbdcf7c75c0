/** What a plan cites, as other documents cite it: those above the plan, and those of the library. */
import type { Case, LoadedPlan, RawFinding } from '../engine/check.js';
import { higherParents } from '../library/chain.js';
import { datedElsewhere, type Elsewhere, isSlipOfCode, matterKey, numberedElsewhere } from '../library/evidence.js';
import { codeOf, isSameDocument, type Said, saidBy } from '../library/same-document.js';
import { formatDay } from '../plan/calendar.js';
import { citationName, codeAndDate } from '../plan/citation-text.js';

/** A document above the plan, and what it says of others. */
interface Above {
  name: string;
  byCode: Map<string, Said[]>;
  byMatter: Map<string, Said>;
}

/** Citations that differ from how a document above the plan, or else the whole library, cites the same. */
export function* otherThanElsewhere(kase: Case, own: readonly Said[], sameSubject: number): Iterable<RawFinding> {
  const above = [...kase.parents, ...higherParents(kase)].map(citationsOf);
  for (const said of own) {
    const finding = otherThanAbove(above, said, sameSubject) ?? otherThanLibrary(kase, said, sameSubject);
    if (finding !== null) yield finding;
  }
}

function citationsOf(loaded: LoadedPlan): Above {
  const byCode = new Map<string, Said[]>();
  const byMatter = new Map<string, Said>();
  for (const said of saidBy(loaded)) {
    const same = byCode.get(codeOf(said));
    if (same === undefined) byCode.set(codeOf(said), [said]);
    else same.push(said);
    const matter = matterKey(said);
    if (matter !== null) byMatter.set(matter, said);
  }
  return { name: loaded.plan.identity.code ?? loaded.document.path, byCode, byMatter };
}

/** The nearest document above that cites the same otherwise; null where one agrees before. */
function otherThanAbove(above: readonly Above[], said: Said, sameSubject: number): RawFinding | null {
  for (const { name, byCode, byMatter } of above) {
    const same = byCode.get(codeOf(said)) ?? [];
    if (same.some(({ citation }) => citation.date === said.citation.date)) return null;
    const otherDate = same.find((other) => isSameDocument(said, other, sameSubject));
    if (otherDate !== undefined) {
      const data = { citation: citationName(said.citation), date: dayOf(said), other: dayOf(otherDate), parent: name };
      return finding('date-parent', said, [otherDate], data);
    }
    const matter = matterKey(said);
    const otherNumber = same.length > 0 || matter === null ? undefined : byMatter.get(matter);
    if (otherNumber !== undefined && isSlipOfCode(said, otherNumber)) {
      const data = { code: said.citation.code, date: dayOf(said), ...numberOf(otherNumber), parent: name };
      return finding('number-parent', said, [otherNumber], data);
    }
  }
  return null;
}

function otherThanLibrary({ library }: Case, said: Said, sameSubject: number): RawFinding | null {
  if (library === undefined) return null;
  const dated = datedElsewhere(library, said, sameSubject);
  const [asDated] = dated?.examples ?? [];
  if (dated !== null && asDated !== undefined) {
    const data = { citation: citationName(said.citation), date: dayOf(said), other: dayOf(asDated) };
    return finding('library', said, dated.examples, { ...data, ...countsOf(dated) });
  }
  const numbered = numberedElsewhere(library, said);
  const [asNumbered] = numbered?.examples ?? [];
  if (numbered === null || asNumbered === undefined) return null;
  const data = { code: said.citation.code, date: dayOf(said), ...numberOf(asNumbered) };
  return finding('library-number', said, numbered.examples, { ...data, ...countsOf(numbered) });
}

function countsOf({ count, all }: Elsewhere): { count: number; all: number } {
  return { count, all };
}

function finding(message: string, said: Said, others: readonly Said[], data: RawFinding['data']): RawFinding {
  const related = others.map(({ by, citation }) => ({ of: by, span: codeAndDate(citation) }));
  return { message, span: codeAndDate(said.citation), related, data };
}

function numberOf(said: Said): { other: string | null; otherDate: string } {
  return { other: said.citation.code, otherDate: dayOf(said) };
}

/** "18/02/2026" */
export function dayOf({ citation }: Said): string {
  return formatDay(citation.date);
}
