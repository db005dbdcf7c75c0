/** Findings about the configuration itself: its waivers that no longer hold or waive nothing. */
import { formatDay } from '../plan/calendar.js';
import type { Finding } from './finding.js';
import { fingerprints } from './fingerprint.js';
import type { Rule } from './load.js';
import type { Severity } from './severity.js';
import type { ConfiguredWaiver } from './waivers.js';

/** What the rules on waivers say of those of the configuration, in the order of the file. */
export function configurationFindings(
  rules: readonly Rule[],
  expired: readonly ConfiguredWaiver[],
  unused: readonly ConfiguredWaiver[],
): Finding[] {
  const found = [
    ...expired.flatMap((waiver) =>
      finding(rules, 'waiver-expired', 'expired', waiver, { rule: waiver.rule, until: formatDay(waiver.until ?? '') }),
    ),
    ...unused.flatMap((waiver) => finding(rules, 'waiver-unused', 'unused', waiver, { rule: waiver.rule })),
  ].sort((a, b) => (a.location.start?.offset ?? 0) - (b.location.start?.offset ?? 0));
  const names = fingerprints(found.map(({ rule, quote }) => ({ rule, quote, sections: [] })));
  return found.map((each, i) => ({ ...each, fingerprint: names[i] ?? '' }));
}

/** One for every rule that is made of the check and not off. */
function finding(
  rules: readonly Rule[],
  check: string,
  messageId: string,
  { rule, reason, at }: ConfiguredWaiver,
  data: Finding['data'],
): Finding[] {
  return rules.flatMap(({ id, check: { name }, severities }) => {
    const severity = severities[messageId];
    if (name !== check || severity === undefined || severity === 'off') return [];
    const location = { start: at, end: at, page: null, paragraph: null };
    return [
      {
        ...EMPTY,
        rule: id,
        messageId,
        severity: severity satisfies Severity,
        location,
        quote: `${rule}: ${reason}`,
        data,
      },
    ];
  });
}

const EMPTY = { span: { start: 0, end: 0 }, section: null, related: [], diff: null, fix: null, fingerprint: '' };
