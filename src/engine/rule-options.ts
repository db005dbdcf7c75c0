/** The options of a rule in words: their names, the values that apply, and what they mean. */
import { z } from 'zod';
import type { Bilingual } from '../errors.js';
import type { Rule } from './load.js';

/** What an option means, for its schema: `z.number().meta(meaning({ vi, en }))`. */
export function meaning({ vi, en }: Bilingual): { description: string; vi: string } {
  return { description: en, vi };
}

export interface RuleOption {
  name: string;
  /** As the rule sets it, or the check's own default. */
  value: unknown;
  meaning: Bilingual;
}

const propertySchema = z.object({
  default: z.unknown().optional(),
  description: z.string().default(''),
  vi: z.string().default(''),
});
const optionsSchema = z.object({ properties: z.record(z.string(), propertySchema).default({}) });

/** All options of a rule, in the order of its check's schema. */
export function optionsOf({ check, options }: Pick<Rule, 'check' | 'options'>): RuleOption[] {
  const { properties } = optionsSchema.parse(z.toJSONSchema(check.options, { io: 'input', unrepresentable: 'any' }));
  return Object.entries(properties).map(([name, property]) => ({
    name,
    value: options[name] ?? property.default ?? null,
    meaning: { vi: property.vi, en: property.description },
  }));
}
