/** Finds duties that the parent lays on the plan's level and that nothing in the plan takes over. */
import { z } from 'zod';
import { type AlignedGroup, align } from '../align/align.js';
import { type Case, defineCheck, type RawFinding } from '../engine/check.js';
import type { LinkedParent } from '../library/link.js';
import { clausesOf, comparableWords } from '../plan/clauses.js';
import { dutyWords, LEVEL_BELOW } from '../plan/duties.js';
import type { Duty, Plan } from '../plan/plan.js';

export const dutyUncovered = defineCheck({
  name: 'duty-uncovered',
  options: z.strictObject({
    /** Share of a duty's own words that one section of the plan has to have for the duty to count as taken over. */
    coveredFrom: z.number().min(0).max(1),
    /** A duty with fewer words of its own is too general to look for. */
    leastWords: z.int().min(1),
  }),
  messages: { report: ['duty', 'addressee', 'path'], missing: ['duty', 'path'] },
  *run(kase, { coveredFrom, leastWords }) {
    const parent = kase.parents[0];
    if (parent === undefined || !isRightBelow(kase.plan, parent.plan)) return;
    const groups = align(clausesOf(parent.document, parent.plan), clausesOf(kase.document, kase.plan));
    const own = ownWords(kase);
    for (const duty of parent.plan.duties) {
      // the plan itself is what "build and issue a plan" asks for
      if (duty.kind === 'issue-plan') continue;
      if (duty.kind === 'report') {
        if (duty.addressee?.own === true && !reportsUp(kase, parent.plan)) yield finding('report', kase, parent, duty);
        continue;
      }
      const words = contentWords(duty.text);
      if (words.length < leastWords || isAnswered(groups, duty)) continue;
      const best = Math.max(
        0,
        ...own.map((section) => words.filter((word) => section.has(word)).length / words.length),
      );
      if (best < coveredFrom) yield finding('missing', kase, parent, duty);
    }
  },
});

function isRightBelow(plan: Plan, parent: Plan): boolean {
  const level = parent.identity.issuer?.level ?? null;
  const own = plan.ownUnit?.level ?? plan.identity.issuer?.level ?? null;
  return level !== null && own !== null && LEVEL_BELOW[level] === own;
}

/** Words that say what a clause is about. */
function contentWords(text: string): string[] {
  const stop = new Set(dutyWords()['stop-words'].split(/\s+/u));
  return [...new Set(comparableWords(text))].filter((word) => !stop.has(word) && !/^\d+$/u.test(word));
}

/** The words of each of the plan's clauses, and of each run of clauses under one section. */
function ownWords({ document, plan }: Case): Set<string>[] {
  const bySection = new Map<string, Set<string>>();
  for (const clause of clausesOf(document, plan)) {
    const key = clause.section?.path ?? '';
    const words = bySection.get(key) ?? new Set<string>();
    for (const word of clause.words) words.add(word);
    bySection.set(key, words);
  }
  return [...bySection.values()];
}

function isAnswered(groups: readonly AlignedGroup[], duty: Duty): boolean {
  return groups.some(
    ({ parent, child }) =>
      child.length > 0 && parent.some(({ span }) => span.start <= duty.span.start && duty.span.end <= span.end),
  );
}

/** Whether the plan reports to the parent's level: a deadline, a sentence, or at least the general words of it. */
function reportsUp({ document, plan }: Case, parent: Plan): boolean {
  const level = parent.identity.issuer?.level ?? null;
  if (
    plan.deadlines.some(
      ({ duty, addressee }) => duty === 'report' && addressee !== null && !addressee.own && addressee.level === level,
    )
  )
    return true;
  const body = document.text.slice(plan.zones.body.start, plan.zones.body.end).toLowerCase();
  const levelWords =
    level === 'province'
      ? '(?:thành phố|tỉnh|cấp trên)'
      : level === 'commune'
        ? '(?:phường|xã|đặc khu)'
        : 'trung ương|bộ|chính phủ';
  const report = new RegExp(`báo cáo(?!\\s+(?:của|này))[^.;:\\n]{0,140}?(?<!\\p{L})${levelWords}(?!\\p{L})`, 'u');
  // "Báo cáo Ủy ban nhân dân xã … của thành phố": the first body after the verb is the addressee
  const toOwn = /^báo cáo[^.;:\n]{0,60}?(?:ủy ban nhân dân|ubnd|phòng [^,;.]{3,40})\s+(?:phường|xã|đặc khu)/u;
  for (const match of body.matchAll(new RegExp(report.source, 'gu'))) {
    if (level !== 'province' || !toOwn.test(match[0])) return true;
  }
  return dutyWords()['general-report'].some((words) => body.includes(words));
}

/** Stands at the plan's chapter on organisation, where the duty would be taken over. */
function finding(message: 'report' | 'missing', { plan }: Case, parent: LinkedParent, duty: Duty): RawFinding {
  const place = plan.outline.find(({ kinds }) => kinds.includes('organization')) ?? plan.outline.at(-1);
  return {
    message,
    span: place?.span ?? plan.identity.spans.type ?? plan.zones.header,
    data: { duty: shortened(duty.text), addressee: duty.addressee?.text ?? null, path: duty.section },
    related: [{ of: parent, span: duty.span }],
  };
}

function shortened(text: string): string {
  return text.length <= 140 ? text : `${text.slice(0, 140).replace(/\s\S*$/u, '')}…`;
}
