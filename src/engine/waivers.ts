/** Waivers (miễn trừ): findings that somebody looked at and lets stand, with a reason. */
import type { Plan } from '../plan/plan.js';
import type { Location, Point, Span } from '../source/document.js';
import { nearest } from '../text/similarity.js';
import type { Finding } from './finding.js';
import { isOff, type Rule } from './load.js';
import type { SkippedRule } from './run.js';
import type { WaiverFault } from './waiver-comment.js';

/** Rules of this group speak of waivers; they can be switched off, but not waived. */
const WAIVER_RULES = 'waiver/';

/** A waiver of one rule or group that is to be honoured. */
export interface Waiver {
  /** Id of a rule, or "group/*". */
  rule: string;
  reason: string;
  /** Last day on which it holds, as ISO date; null if it holds for good. */
  until: string | null;
  /** File and line in which it is written. */
  where: { path: string; line: number };
  /** Whether it is about a finding, whatever its rule. */
  covers(finding: Finding, plan: Plan): boolean;
}

/** A waiver of the configuration. */
export interface ConfiguredWaiver extends Waiver {
  at: Point;
  /** Glob of the documents meant; null for all. */
  file: string | null;
  /** Whether it is about a document, given by its absolute path. */
  concerns(file: string): boolean;
}

/** A finding that is waived: it counts for nothing, but stays available. */
export interface WaivedFinding {
  finding: Finding;
  waiver: Pick<Waiver, 'rule' | 'reason' | 'until' | 'where'>;
}

/** Where a waiver stands in a document. `span` is empty: comments are not in the flow text. */
export interface WaiverPlace {
  span: Span;
  location: Location;
  quote: string;
}

/** What is wrong with the waivers of a document. */
export interface WaiverReport {
  invalid: { at: WaiverPlace; fault: WaiverFault; word: string; near: string | null }[];
  expired: { at: WaiverPlace; rule: string; until: string }[];
  unused: { at: WaiverPlace; rule: string }[];
}

/** Whether a waiver holds on a day. */
export function holds({ until }: Pick<Waiver, 'until'>, today: string): boolean {
  return until === null || today <= until;
}

/** Takes out the findings that are waived; of several waivers the first one counts. */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  plan: Plan,
): { findings: Finding[]; waived: WaivedFinding[] } {
  const left: Finding[] = [];
  const waived: WaivedFinding[] = [];
  for (const finding of findings) {
    const waiver = waivers.find((each) => matches(each.rule, finding.rule) && each.covers(finding, plan));
    if (waiver === undefined) left.push(finding);
    else waived.push({ finding, waiver });
  }
  return { findings: left, waived };
}

/** Whether a rule is meant by its id or by its group, "section/*". */
function matches(name: string, rule: string): boolean {
  if (rule.startsWith(WAIVER_RULES)) return false;
  return name.endsWith('/*') ? rule.startsWith(name.slice(0, -1)) : name === rule;
}

/** What speaks against waiving a rule or group of this name, and the nearest right name; null if nothing. */
export function faultOfName(name: string, ids: readonly string[]): { fault: WaiverFault; near: string | null } | null {
  if (name.startsWith(WAIVER_RULES)) return { fault: 'own-rule', near: null };
  if (ids.some((id) => matches(name, id))) return null;
  const groups = [...new Set(ids.map((id) => `${id.split('/')[0] ?? ''}/*`))];
  const near = nearest(name, name.endsWith('/*') ? groups : ids) ?? ids.find((id) => id.endsWith(`/${name}`)) ?? null;
  return { fault: 'unknown-rule', near };
}

/** Whether all rules meant by a name ran, so that a waiver of it without findings is of no use. */
export function ranAll(name: string, rules: readonly Rule[], skipped: readonly SkippedRule[]): boolean {
  const meant = rules.filter((rule) => !isOff(rule) && matches(name, rule.id));
  return meant.length > 0 && !meant.some(({ id }) => skipped.some(({ rule }) => rule === id));
}
