/** The words by which plans lay down deadlines (rules/data/deadline-words.yaml), and patterns made of them. */
import { z } from 'zod';
import { loadData } from '../data/load.js';

const words = z.array(z.string());
const schema = z.strictObject({
  bounds: z.strictObject({ before: words, by: words, within: words, from: words, on: words, filler: words }),
  recurring: z.strictObject({ year: words, 'half-year': words, quarter: words, month: words, week: words }),
  following: z.strictObject({ month: words, year: words }),
  'open-end': words,
  relative: words,
  labels: words,
  'not-labels': words,
  'actor-columns': words,
  'task-columns': words,
  completing: words,
  happening: words,
  ordering: words,
  history: words,
  'history-or-order': words,
  facts: words,
  'ran-before': words,
  target: words,
  duties: z.strictObject({
    report: words,
    'not-report': words,
    issue: words,
    plan: words,
    send: words,
    dossier: words,
    'not-verbs': words,
  }),
  purpose: words,
  towards: words,
  through: words,
  prepare: words,
  bodies: words,
  'not-bodies': words,
  'body-stops': words,
  levels: z.array(
    z.strictObject({ level: z.enum(['central', 'province', 'district', 'commune', 'unit']), words: words }),
  ),
  'not-levels': words,
  below: words,
  'lead-ins': words,
  'phrase-stops': words,
  over: words,
  cycles: z.strictObject({ 'half-year': words, quarter: words, month: words, week: words, year: words }),
  'whole-plan': words,
  empty: words,
  'general-report': words,
  milestones: z.strictObject({ launch: words, 'interim-review': words, 'final-review': words }),
});

export type DeadlineWords = z.infer<typeof schema>;

/** The word lists, read once. */
export function deadlineWords(): DeadlineWords {
  return loadData('deadline-words.yaml', schema);
}

/** Source of a pattern for any of the words, the longest first; a space stands for any short run of spaces. Without word ends. */
export function anyOf(list: readonly string[]): string {
  const alternatives = [...list]
    .sort((a, b) => b.length - a.length)
    .map((entry) => entry.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/ /gu, '[ \\u00a0]{1,4}'));
  return `(?:${alternatives.join('|')})`;
}

/** Pattern for any of the words as whole words, in any case. */
export function wholeWords(list: readonly string[], flags = 'iu'): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${anyOf(list)}(?![\\p{L}\\p{N}])`, flags);
}
