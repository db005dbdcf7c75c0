/** JSON report, version 1. */
import type { LintResult } from './result.js';

/** What JSON leaves as it is though a terminal would obey it: C1 controls and direction marks. */
const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** Any value as indented JSON that is safe to print to a terminal or the log of a CI; nothing of it is lost, such characters are only escaped. */
export function safeJson(value: unknown): string {
  // within a line GitHub's runner obeys "##["
  const json = JSON.stringify(value, null, 2).replaceAll('##[', '\\u0023#[');
  return `${json.replace(UNSAFE, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}

/** The result as JSON. */
export function jsonReport(result: LintResult): string {
  return safeJson(result);
}
