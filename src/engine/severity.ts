/** Severity (mức độ) of a finding, and `off` for what is not reported. */
import { z } from 'zod';

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];
export type SeveritySetting = Severity | 'off';

export const severitySettingSchema = z.enum([...SEVERITIES, 'off']);

/** Place in the order error (0), warning, info, off. */
export function severityRank(severity: SeveritySetting): number {
  return severity === 'off' ? SEVERITIES.length : SEVERITIES.indexOf(severity);
}

/** The milder of two. */
export function milder<S extends SeveritySetting>(a: S, b: S): S {
  return severityRank(a) >= severityRank(b) ? a : b;
}
