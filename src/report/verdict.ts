/** From a result to an exit code: 0 nothing at or above the limit, 1 findings at or above it, 2 the job could not be done. */
import type { Severity } from '../engine/severity.js';
import type { LintResult } from './result.js';

/** What makes a run fail. `maxWarnings` null: any number of warnings. */
export interface Limits {
  failOn: Severity;
  maxWarnings: number | null;
}

export interface Verdict {
  exitCode: 0 | 1 | 2;
  /** Why: something was not checked, findings reached `failOn`, or too many warnings. */
  reason: 'incomplete' | 'findings' | 'too-many-warnings' | 'passed';
}

/** The counts that a result is judged by. */
interface Judged {
  summary: Pick<LintResult['summary'], 'failed' | 'errors' | 'warnings' | 'infos'>;
}

/** Judges a result. What could not be checked outweighs what was found. */
export function judge({ summary }: Judged, limits: Limits): Verdict {
  const { failed, errors, warnings, infos } = summary;
  if (failed > 0) return { exitCode: 2, reason: 'incomplete' };
  const counted = { error: errors, warning: errors + warnings, info: errors + warnings + infos };
  if (counted[limits.failOn] > 0) return { exitCode: 1, reason: 'findings' };
  if (limits.maxWarnings !== null && warnings > limits.maxWarnings) return { exitCode: 1, reason: 'too-many-warnings' };
  return { exitCode: 0, reason: 'passed' };
}
