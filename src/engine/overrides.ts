/** Changes to rules from outside: `rules:` of a configuration file and `--rule ID=severity`. */
import { z } from 'zod';
import { type Bilingual, PlanlintError } from '../errors.js';
import { nearest } from '../text/similarity.js';
import { prepareOptions, type Rule } from './load.js';
import { milder, SEVERITIES, type SeveritySetting, severityRank, severitySettingSchema } from './severity.js';

/** `off`, a severity, or both severity (one, or one per message id) and options. */
export const ruleOverrideSchema = z.union([
  severitySettingSchema,
  z.strictObject({
    severity: z.union([severitySettingSchema, z.record(z.string(), severitySettingSchema)]).optional(),
    options: z.record(z.string(), z.unknown()).optional(),
  }),
]);
export type RuleOverride = z.infer<typeof ruleOverrideSchema>;

/** Reads `--rule ID=severity`. Throws `PlanlintError` for anything else. */
export function parseRuleFlag(flag: string): [id: string, override: RuleOverride] {
  const [id = '', severity = '', ...rest] = flag.split('=');
  const parsed = severitySettingSchema.safeParse(severity.trim());
  if (parsed.success && id.trim() !== '' && rest.length === 0) return [id.trim(), parsed.data];
  const settings = [...SEVERITIES, 'off'].join(', ');
  throw new PlanlintError(
    'rule-flag',
    { vi: `--rule ${flag}: không đúng dạng MÃ=MỨC`, en: `--rule ${flag}: not of the form ID=SEVERITY` },
    {
      vi: `Ví dụ: --rule theme/mismatch=warning. Các mức: ${settings}.`,
      en: `For example --rule theme/mismatch=warning. Severities: ${settings}.`,
    },
  );
}

/**
 * The rules with overrides applied; the given rules stay as they are.
 *
 * One severity for a rule of several messages stands for its most severe ones; milder messages stay as they are, unless
 * they would then be above it. So `theme/mismatch=warning` does not raise its notes on punctuation.
 * Throws `PlanlintError` for an unknown rule or message id (naming the nearest) and for options that the check refuses.
 */
export function applyOverrides(rules: readonly Rule[], overrides: Readonly<Record<string, RuleOverride>>): Rule[] {
  const ids = rules.map((rule) => rule.id);
  for (const id of Object.keys(overrides)) if (!ids.includes(id)) throw unknownRule(id, ids);
  return rules.map((rule) => {
    const override = overrides[rule.id];
    if (override === undefined) return rule;
    const { severity, options } = typeof override === 'string' ? { severity: override } : override;
    return withOptions(withSeverity(rule, severity), options);
  });
}

function withSeverity(rule: Rule, severity: SeveritySetting | Record<string, SeveritySetting> | undefined): Rule {
  if (severity === undefined) return rule;
  if (typeof severity !== 'string') {
    for (const id of Object.keys(severity)) {
      if (rule.severities[id] === undefined) throw unknownMessage(rule, id);
    }
    return { ...rule, severities: { ...rule.severities, ...severity } };
  }
  const top = Math.min(...Object.values(rule.severities).map(severityRank));
  const severities = Object.entries(rule.severities).map(([id, own]) => [
    id,
    severityRank(own) === top ? severity : milder(own, severity),
  ]);
  return { ...rule, severities: Object.fromEntries(severities) };
}

function withOptions(rule: Rule, given: Record<string, unknown> | undefined): Rule {
  if (given === undefined) return rule;
  const options = { ...rule.options, ...given };
  const run = prepareOptions(rule.check, options, (path, text) =>
    overrideError(`rules.${[rule.id, 'options', ...path].join('.')}`, text),
  );
  return { ...rule, options, run };
}

function unknownRule(id: string, ids: string[]): PlanlintError {
  const near = nearest(id, ids);
  return new PlanlintError(
    'rule-unknown',
    {
      vi: `không có quy tắc "${id}"${near === null ? '' : `; có phải "${near}"?`}`,
      en: `there is no rule "${id}"${near === null ? '' : `; did you mean "${near}"?`}`,
    },
    { vi: 'Xem danh sách bằng lệnh planlint rules.', en: 'See the list with planlint rules.' },
  );
}

function unknownMessage(rule: Rule, id: string): PlanlintError {
  const known = Object.keys(rule.severities);
  return overrideError(`rules.${rule.id}.severity`, {
    vi: `quy tắc không có thông báo "${id}"; chỉ có: ${known.join(', ')}`,
    en: `the rule has no message "${id}"; it has ${known.join(', ')}`,
  });
}

function overrideError(where: string, text: Bilingual): PlanlintError {
  return new PlanlintError(
    'rule-override',
    { vi: `${where}: ${text.vi}`, en: `${where}: ${text.en}` },
    { vi: 'Sửa tệp cấu hình rồi chạy lại.', en: 'Correct the configuration and run again.' },
  );
}
