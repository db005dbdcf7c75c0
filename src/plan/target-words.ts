/** The words by which plans set targets (rules/data/target-words.yaml) and the names of indicators (rules/data/indicators.yaml). */
import { z } from 'zod';
import { loadData } from '../data/load.js';

const words = z.array(z.string());

const targetSchema = z.strictObject({
  comparators: z.strictObject({
    'at-least': words,
    above: words,
    'at-most': words,
    below: words,
    about: words,
    rising: words,
    falling: words,
    'down-to': words,
    reaching: words,
    filler: words,
  }),
  after: z.strictObject({ 'at-least': words, 'at-most': words }),
  units: z.strictObject({
    percent: words,
    points: words,
    scales: z.record(z.string(), z.number()),
    currencies: words,
    nouns: words,
    per: words,
  }),
  bases: z.strictObject({ leads: words, nouns: words, shared: words, 'in-brackets': words }),
  parts: z.strictObject({ all: words, some: words, unfit: words }),
  heads: words,
  dependent: words,
  leads: words,
  'not-indicator': words,
  times: z.strictObject({ months: words, 'year-leads': words, periods: words, words: words }),
  'not-targets': z.strictObject({ scoring: words, executed: words, quorum: words, rates: words }),
  'executed-bases': z.strictObject({ always: words, 'unless-will': words }),
  prices: words,
  will: words,
  'sum-tables': z.strictObject({ total: words, summed: words, 'not-summed': words }),
  columns: z.strictObject({ indicator: words, unit: words, value: words, executed: words }),
});

const indicatorSchema = z.strictObject({
  abbreviations: z.record(z.string(), z.string()),
  synonyms: z.array(words.min(2)),
  neutral: words,
  lower: words,
  work: words,
  perhaps: words,
  unclear: words,
  'of-the-whole': words,
});

export type TargetWords = z.infer<typeof targetSchema>;
export type IndicatorWords = z.infer<typeof indicatorSchema>;

/** The words around figures, read once. */
export function targetWords(): TargetWords {
  return loadData('target-words.yaml', targetSchema);
}

/** The names of indicators, read once. */
export function indicatorWords(): IndicatorWords {
  return loadData('indicators.yaml', indicatorSchema);
}
