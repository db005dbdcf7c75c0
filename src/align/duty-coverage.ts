/** Which of the duties that a parent lays on the plan's level the plan takes over, and where. */
import type { LoadedPlan } from '../engine/check.js';
import { type Clause, clausesOf, comparableWords } from '../plan/clauses.js';
import { dutyWords, LEVEL_BELOW } from '../plan/duties.js';
import type { Duty, Plan } from '../plan/plan.js';
import { align } from './align.js';

/**
 * - `answered`: a clause of the plan answers it; `moved` if in a section of another kind
 * - `worded`: no single clause does, but one section has its words
 * - `reported`: a report upwards, which the plan makes
 * - `itself`: the plan is what was asked for ("xây dựng kế hoạch")
 * - `general`: too few words of its own to look for
 * - `missing`
 */
export type Coverage = 'answered' | 'moved' | 'worded' | 'reported' | 'itself' | 'general' | 'missing';

export interface CoveredDuty {
  duty: Duty;
  coverage: Coverage;
  /** The clauses that take it over. */
  clauses: Clause[];
}

/** How much must be found for a duty to count as taken over. */
export interface CoverageBars {
  /** Share of a duty's own words that one section of the plan has to have. */
  coveredFrom: number;
  /** A duty with fewer words of its own is too general to look for. */
  leastWords: number;
}

/** Whether the plan stands one level below the parent, so that the parent's duties are meant for it. */
export function isRightBelow(plan: Plan, parent: Plan): boolean {
  const level = parent.identity.issuer?.level ?? null;
  const own = plan.ownUnit?.level ?? plan.identity.issuer?.level ?? null;
  return level !== null && own !== null && LEVEL_BELOW[level] === own;
}

/** Every duty of the parent with what the plan makes of it, in the order of the parent's text. */
export function dutyCoverage(own: LoadedPlan, parent: LoadedPlan, bars: CoverageBars): CoveredDuty[] {
  const clauses = clausesOf(own.document, own.plan);
  const groups = align(clausesOf(parent.document, parent.plan), clauses);
  const sections = wordsBySection(clauses);
  return parent.plan.duties.map((duty): CoveredDuty => {
    const group = groups.find(({ parent: theirs }) =>
      theirs.some(({ span }) => span.start <= duty.span.start && duty.span.end <= span.end),
    );
    const answers = group?.child ?? [];
    if (duty.kind === 'issue-plan') return { duty, coverage: 'itself', clauses: [] };
    if (duty.kind === 'report' && duty.addressee?.own === true) {
      const clause = clauses.find((candidate) => !candidate.heading && reportsUp(candidate.text, parent.plan));
      const deadline = reportDeadline(own.plan, parent.plan);
      const found =
        clause ?? clauses.find(({ span }) => deadline !== null && span.start <= deadline && deadline < span.end);
      return found === undefined
        ? { duty, coverage: 'missing', clauses: [] }
        : { duty, coverage: 'reported', clauses: [found] };
    }
    if (answers.length > 0) return { duty, coverage: group?.moved ? 'moved' : 'answered', clauses: answers };
    const words = contentWords(duty.text);
    if (words.length < bars.leastWords) return { duty, coverage: 'general', clauses: [] };
    const best = bestSection(sections, words);
    const covered = best !== null && best.share >= bars.coveredFrom;
    return { duty, coverage: covered ? 'worded' : 'missing', clauses: covered ? [best.clause] : [] };
  });
}

/** Words that say what a clause is about. */
function contentWords(text: string): string[] {
  const stop = new Set(dutyWords()['stop-words'].split(/\s+/u));
  return [...new Set(comparableWords(text))].filter((word) => !stop.has(word) && !/^\d+$/u.test(word));
}

interface SectionWords {
  words: Set<string>;
  clauses: Clause[];
}

function wordsBySection(clauses: readonly Clause[]): SectionWords[] {
  const bySection = new Map<string, SectionWords>();
  for (const clause of clauses) {
    const key = clause.section?.path ?? '';
    const entry = bySection.get(key) ?? { words: new Set<string>(), clauses: [] };
    for (const word of clause.words) entry.words.add(word);
    entry.clauses.push(clause);
    bySection.set(key, entry);
  }
  return [...bySection.values()];
}

/** The section with most of the words, and its clause that has most of them. */
function bestSection(
  sections: readonly SectionWords[],
  words: readonly string[],
): { share: number; clause: Clause } | null {
  const shareIn = (set: ReadonlySet<string>): number => words.filter((word) => set.has(word)).length / words.length;
  const best = sections.reduce<SectionWords | null>(
    (top, section) => (top === null || shareIn(section.words) > shareIn(top.words) ? section : top),
    null,
  );
  const clause = best?.clauses.reduce((top, one) =>
    shareIn(new Set(one.words)) > shareIn(new Set(top.words)) ? one : top,
  );
  return best === null || clause === undefined ? null : { share: shareIn(best.words), clause };
}

/** Start of a deadline by which the plan reports to the parent's level; null if it sets none. */
function reportDeadline(plan: Plan, parent: Plan): number | null {
  const level = parent.identity.issuer?.level ?? null;
  const found = plan.deadlines.find(
    ({ duty, addressee }) => duty === 'report' && addressee !== null && !addressee.own && addressee.level === level,
  );
  return found?.span.start ?? null;
}

const LEVEL_NAMES: Record<string, string> = {
  province: 'thành phố|tỉnh|cấp trên',
  commune: 'phường|xã|đặc khu',
  central: 'trung ương|chính phủ|bộ',
};
/** "Báo cáo Ủy ban nhân dân xã … của thành phố": the first body after the verb is the addressee. */
const TO_OWN_COMMUNE = /^báo cáo[^.;:\n]{0,60}?(?:ủy ban nhân dân|ubnd|phòng [^,;.]{3,40})\s+(?:phường|xã|đặc khu)/u;

/** Whether a clause says that a report goes to the parent's level, or at least that the plan reports as prescribed. */
function reportsUp(text: string, parent: Plan): boolean {
  const level = parent.identity.issuer?.level ?? 'province';
  const clause = text.toLowerCase();
  if (dutyWords()['general-report'].some((words) => clause.includes(words))) return true;
  const report = new RegExp(
    `báo cáo(?!\\s+(?:của|này|từ))[^.;:\\n]{0,140}?(?<!\\p{L})(?:${LEVEL_NAMES[level] ?? ''})(?!\\p{L})`,
    'gu',
  );
  return [...clause.matchAll(report)].some(([match]) => level !== 'province' || !TO_OWN_COMMUNE.test(match));
}
