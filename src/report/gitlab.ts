/** GitLab code quality: a JSON array for the artifact `codequality`. Fields: docs.gitlab.com/ci/testing/code_quality, "Code Quality report format". */
import { createHash } from 'node:crypto';
import type { Severity } from '../engine/severity.js';
import { safeJson } from './json.js';
import { failureLine, failures, globalFingerprint, listed, messageLine, relatedLines } from './listing.js';
import type { LintResult } from './result.js';
import { WORDS } from './words.js';

const SEVERITIES: Record<Severity, string> = { error: 'major', warning: 'minor', info: 'info' };

/** GitLab drops an entry without a line, and all after it; the first line stands for the whole file. */
const WHOLE_FILE = { begin: 1 };

/** An entry per finding; what could not be checked is a blocker. GitLab takes entries of one fingerprint for one, so it includes the path. */
export function gitlabReport(result: LintResult): string {
  const words = WORDS[result.language];
  const failed = failures(result).map((failure) => {
    const path = failure.path ?? '.';
    const description = failureLine(failure);
    return {
      description,
      check_name: `planlint/${failure.code}`,
      fingerprint: createHash('sha256').update(`${path}\n${failure.code}\n${description}`).digest('hex'),
      severity: 'blocker',
      location: { path, lines: WHOLE_FILE },
    };
  });
  const found = listed(result).map((one) => {
    const { path, finding } = one;
    const { start, end } = finding.location;
    return {
      description: [messageLine(finding, words), ...relatedLines(finding, path, words)].join('\n'),
      check_name: finding.rule,
      fingerprint: globalFingerprint(one),
      severity: SEVERITIES[finding.severity],
      location: {
        path,
        lines: start === null ? WHOLE_FILE : { begin: start.line, end: end?.line ?? start.line },
      },
    };
  });
  return safeJson([...failed, ...found]);
}
