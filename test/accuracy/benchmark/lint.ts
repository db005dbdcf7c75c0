/** Lints one text against one parent, in process. */
import { loadConfig } from '../../../src/config/load.js';
import { rulesOf } from '../../../src/config/rules.js';
import type { Finding } from '../../../src/engine/finding.js';
import type { Rule } from '../../../src/engine/load.js';
import { runRules } from '../../../src/engine/run.js';
import type { Severity } from '../../../src/engine/severity.js';
import { buildLibrary } from '../../../src/library/library.js';
import { linkCase } from '../../../src/library/parents.js';
import { load, type Pair } from './pair.js';

const TODAY = '2026-11-20';

export const rules: readonly Rule[] = rulesOf(loadConfig({ none: true }, process.cwd()), []);

/** Rules that can give an error, and those named. */
export function rulesFor(named: readonly string[]): Rule[] {
  return rules.filter(({ id, severities }) => named.includes(id) || Object.values(severities).includes('error'));
}

/** Findings of a child's text; the parent of the pair is its library, as it is in a repository of plans. */
export function lintChild(pair: Pair, child: string, chosen: readonly Rule[] = rules): Finding[] {
  const loaded = load(child, pair.path);
  const library = buildLibrary(pair.parent === null ? [loaded] : [loaded, pair.parent.loaded]);
  return runRules(linkCase(loaded, library, [], TODAY), chosen).findings;
}

/** Findings of `changed` that `clean` does not have: the same rule, message and values count as the same finding wherever they stand. */
export function newFindings(clean: readonly Finding[], changed: readonly Finding[]): Finding[] {
  const left = new Map<string, number>();
  for (const finding of clean) left.set(keyOf(finding), (left.get(keyOf(finding)) ?? 0) + 1);
  return changed.filter((finding) => {
    const count = left.get(keyOf(finding)) ?? 0;
    left.set(keyOf(finding), count - 1);
    return count <= 0;
  });
}

function keyOf({ rule, messageId, severity, quote, data }: Finding): string {
  return JSON.stringify([rule, messageId, severity, quote.normalize('NFC').replace(/\s+/gu, ' '), data]);
}

/** Whether a finding covers a line (1-based). */
export function coversLine({ location: { start, end } }: Finding, line: number): boolean {
  return start !== null && end !== null && start.line <= line && line <= end.line;
}

export function atLevel(findings: readonly Finding[], severity: Severity): Finding[] {
  return findings.filter((finding) => finding.severity === severity);
}

/** One line for a person. */
export function shown(finding: Finding): string {
  const words = finding.quote.replace(/\s+/gu, ' ').slice(0, 70);
  return `${finding.location.start?.line ?? 0} ${finding.severity} ${finding.rule}(${finding.messageId}) “${words}” ${JSON.stringify(finding.data)}`;
}
