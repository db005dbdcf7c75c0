/** The rules of a run: those that come with planlint and the user's own, changed by the configuration and by --rule. */
import { resolve } from 'node:path';
import { checks } from '../checks/index.js';
import { builtInRules, loadRules, type Rule } from '../engine/load.js';
import { applyOverrides, parseRuleFlag, type RuleOverride } from '../engine/overrides.js';
import { PlanlintError } from '../errors.js';
import { type FileStore, workingCopy } from '../source/store.js';
import { nearest } from '../text/similarity.js';
import type { LoadedConfig } from './load.js';

/**
 * Loads the rules. `flags` are the values of --rule ("ID=severity" or "group/*=severity") and win over the configuration.
 * Throws `PlanlintError` for a bad rule file and for an unknown rule, naming the nearest.
 */
export function rulesOf(config: LoadedConfig, flags: readonly string[], store: FileStore = workingCopy): Rule[] {
  const own = config.ruleDirs.map((dir) => ({ folder: resolve(config.folder, dir), store }));
  let rules = loadRules([builtInRules, ...own], checks);
  for (const [id, override] of groupsFirst(Object.entries(config.rules))) {
    rules = withPlace(config.at(['rules', id]), () => applyOverride(rules, id, override));
  }
  for (const [id, override] of groupsFirst(flags.map(parseRuleFlag))) rules = applyOverride(rules, id, override);
  return rules;
}

/** A setting of one rule outweighs the setting of its group, whichever stands first. */
function groupsFirst(overrides: [string, RuleOverride][]): [string, RuleOverride][] {
  const isGroup = ([id]: [string, RuleOverride]): boolean => id.endsWith('/*');
  return [...overrides.filter(isGroup), ...overrides.filter((entry) => !isGroup(entry))];
}

function applyOverride(rules: Rule[], id: string, override: RuleOverride): Rule[] {
  if (!id.endsWith('/*')) return applyOverrides(rules, { [id]: override });
  const ids = rules.map((rule) => rule.id).filter((ruleId) => ruleId.startsWith(id.slice(0, -1)));
  if (ids.length === 0) throw unknownGroup(id, rules);
  return applyOverrides(rules, Object.fromEntries(ids.map((ruleId) => [ruleId, override])));
}

function unknownGroup(id: string, rules: readonly Rule[]): PlanlintError {
  const groups = [...new Set(rules.map((rule) => `${rule.id.split('/')[0] ?? ''}/*`))];
  const near = nearest(id, groups) ?? groups.join(', ');
  return new PlanlintError(
    'rule-unknown',
    {
      vi: `không có nhóm quy tắc "${id}"; có phải ${near}?`,
      en: `there is no group of rules "${id}"; did you mean ${near}?`,
    },
    { vi: 'Xem danh sách bằng lệnh planlint rules.', en: 'See the list with planlint rules.' },
  );
}

/** Runs something, and puts the place in the configuration before what goes wrong in it. */
function withPlace<T>(place: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof PlanlintError)) throw error;
    const { code, what, next } = error;
    throw new PlanlintError(code, { vi: `${place}: ${what.vi}`, en: `${place}: ${what.en}` }, next, error);
  }
}
