/** An open document after its check: what hover, fixes, definitions and symbols are made from. */
import type { Case } from '../engine/check.js';
import type { Finding } from '../engine/finding.js';
import type { Rule } from '../engine/load.js';
import type { Language } from '../errors.js';

export interface Checked {
  uri: string;
  /** Version of the text that was checked, and that text as the editor has it. */
  version: number;
  text: string;
  /** Folder that the paths of the case are relative to. */
  folder: string;
  kase: Case;
  findings: Finding[];
  rules: readonly Rule[];
  lang: Language;
  /** The library was still being read: what it may hold is not known yet. */
  preliminary: boolean;
}

/** The rule that a finding comes from. */
export function ruleOf({ rules }: Pick<Checked, 'rules'>, { rule }: Pick<Finding, 'rule'>): Rule | undefined {
  return rules.find(({ id }) => id === rule);
}
