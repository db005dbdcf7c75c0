/** What came of checking a document, kept with all that it depends on. */
import type { Case } from '../engine/check.js';
import type { RunResult } from '../engine/run.js';
import type { WaivedFinding, Waiver } from '../engine/waivers.js';
import { type Answer, type Asked, answerAgain } from '../library/evidence.js';
import type { CitationLink, LinkedParent } from '../library/link.js';
import { saidBy } from '../library/same-document.js';
import type { Citation, Plan } from '../plan/plan.js';
import type { DocumentResult } from '../report/result.js';
import type { Cache } from './cache.js';
import { nameOf } from './entries.js';

/** What came of a document, with its part of the result in words. */
export interface CheckedCase extends RunResult {
  result: DocumentResult;
}

/** A question to the library, as it is kept: by the place of the citation in the plan. */
interface KeptQuestion extends Pick<Asked, 'about' | 'sameSubject'> {
  citation: number;
  answer: string;
}

interface KeptCase extends Omit<CheckedCase, 'waived'> {
  asked: KeptQuestion[];
  waived: (Omit<WaivedFinding, 'waiver'> & { waiver: number | Pick<Waiver, 'rule' | 'reason' | 'until' | 'where'> })[];
}

/**
 * The key of a case: all that a check can look at, but for the documents of the library that cite what the plan cites, which the entry itself
 * tells. Null where it cannot be told.
 */
export function keyOfCase(
  kase: Case,
  waivers: readonly Waiver[],
  configured: readonly Waiver[],
  cache: Cache,
): string | null {
  const { document, plan, parents, links, lock, today } = kase;
  const content = cache.contentOf(kase);
  const above = parents.map((parent) => parentKey(parent, plan, cache));
  if (content === null || above.includes(null)) return null;
  const locked = lock && [lock.parents, parents.map((parent) => lock.pathOf(parent.document.path))];
  const linked = links?.map((link) => linkKey(link, plan));
  const waiving = waivers.map((waiver) => configured.indexOf(waiver));
  const seen = [document.path, content, above, linked, locked, waiving, cache.dayFor(kase, today)];
  return nameOf('result', cache.settings, JSON.stringify(seen));
}

/** What is known of a case, if the library still says what it said then. */
export function knownCase(key: string, kase: Case, configured: readonly Waiver[], cache: Cache): CheckedCase | null {
  // only this file writes under such a key, and the entry is whole
  const kept = cache.entries.get(key) as KeptCase | undefined;
  if (kept === undefined || !kept.asked.every((question) => saysTheSame(question, kase, cache))) return null;
  const waived: WaivedFinding[] = [];
  for (const { finding, waiver } of kept.waived) {
    const found = typeof waiver === 'number' ? configured[waiver] : waiver;
    if (found === undefined) return null;
    waived.push({ finding, waiver: found });
  }
  const { findings, skipped, result } = kept;
  return { findings, skipped, result, waived };
}

/** Keeps what came of a case, unless it rests on a document of which the content does not tell all. */
export function keepCase(
  key: string,
  { kase, asked, checked }: { kase: Case; asked: readonly Asked[]; checked: CheckedCase },
  configured: readonly Waiver[],
  cache: Cache,
): void {
  const questions: KeptQuestion[] = [];
  for (const { about, sameSubject, said, answer } of asked) {
    const citation = said.by.document === kase.document ? kase.plan.citations.indexOf(said.citation) : -1;
    const told = answerKey(answer, cache);
    if (citation < 0 || told === null) return;
    questions.push({ about, sameSubject, citation, answer: told });
  }
  const { findings, skipped, result } = checked;
  const written: readonly WaivedFinding['waiver'][] = configured;
  const waived = checked.waived.map(({ finding, waiver }) => {
    const { rule, reason, until, where } = waiver;
    const index = written.indexOf(waiver);
    return { finding, waiver: index < 0 ? { rule, reason, until, where } : index };
  });
  const kept: KeptCase = { asked: questions, findings, skipped, result, waived };
  cache.entries.put(key, kept);
}

function saysTheSame({ about, sameSubject, citation, answer }: KeptQuestion, kase: Case, cache: Cache): boolean {
  const said = saidBy(kase).find((one) => one.citation === kase.plan.citations[citation]);
  if (said === undefined || kase.library === undefined) return false;
  return answerKey(answerAgain(kase.library, { about, sameSubject, said }), cache) === answer;
}

/** An answer of the library: how many, and the documents that are shown for it. */
function answerKey(answer: Answer, cache: Cache): string | null {
  if (answer === null) return 'none';
  const { examples, count, all } = answer;
  const shown = examples.map(({ by, citation }) => {
    return [by.document.path, cache.contentOf(by), by.plan.citations.indexOf(citation)];
  });
  return shown.some(([, content]) => content === null) ? null : JSON.stringify([count, all, shown]);
}

/** `below`: the plan whose citation leads to the parent. */
function parentKey(parent: LinkedParent, below: Plan, cache: Cache): unknown[] | null {
  const content = cache.contentOf(parent);
  const above = parent.parents.map((each) => parentKey(each, parent.plan, cache));
  if (content === null || above.includes(null)) return null;
  const link = parent.link && linkKey(parent.link, below);
  return [parent.document.path, content, parent.given, link, above];
}

function linkKey({ citation, status, paths, reason }: CitationLink, { citations }: Plan): unknown[] {
  return [placeOf(citation, citations), status, paths, reason];
}

function placeOf(citation: Citation, citations: readonly Citation[]): number {
  return citations.indexOf(citation);
}
