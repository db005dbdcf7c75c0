/** A clean pair: a parent and a plan that implements it without error, with the facts that mutations need to plant defects. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedPlan } from '../../../src/engine/check.js';
import { parsePlan } from '../../../src/plan/parse.js';
import { sourceFromText } from '../../../src/source/read.js';
import { type Match, pattern, within } from './text.js';

/** A deadline of the plan, and the last day that its parent allows. */
export interface Due {
  /**
   * Reports up to the parent's level, reports collected from units below, or another task of the parent: one that is owed to a body above
   * or stands in the parent's words, or one in other words, of which only a reader can tell that it is the same.
   */
  duty: 'report' | 'collect' | 'task' | 'reworded-task';
  /** Reports of one stage belong together: what is collected for it is passed on for it. */
  stage: string;
  /** Finds the words; its first group is the time alone. */
  at: RegExp;
  limit: string;
}

export interface Pair {
  name: string;
  source: 'samples' | 'real';
  path: string;
  /** NFC, lines ended by LF. */
  child: string;
  parent: { text: string; loaded: LoadedPlan } | null;
  /** The plan's own unit. */
  own: { kind: string; name: string; province: string };
  /** Own date; null in a draft. */
  date: string | null;
  /** How the parent is cited. */
  cited: { number: string; symbol: string; date: string; province: string } | null;
  /** The parent's theme as the plan quotes it. */
  theme: string | null;
  dues: Due[];
  /** The period's last day in the plan (group 1) and in the parent. */
  period: { end: RegExp; limit: string } | null;
  /** Words of indicators with a per cent in both texts, the more the better. */
  targets: string[];
}

export function plainText(raw: string): string {
  return raw
    .replace(/^\ufeff/u, '')
    .replaceAll('\r\n', '\n')
    .normalize('NFC');
}

export function load(text: string, path: string): LoadedPlan {
  const document = sourceFromText(text, path);
  return { document, plan: parsePlan(document) };
}

/** A parent with its text, read and understood once for all children. */
export function parentOf(text: string, path: string): NonNullable<Pair['parent']> {
  return { text, loaded: load(text, path) };
}

/** The time words of a deadline in a text; null if they are not there. */
export function timeOf(text: string, at: RegExp): Match | null {
  const found = new RegExp(at.source, at.flags.replace('g', '')).exec(text);
  if (found === null) return null;
  const outer = { start: found.index, end: found.index + found[0].length, text: found[0], groups: [] };
  return within(text, outer, found[1] ?? '');
}

/** Small repairs of a text that has planted or known defects. Throws where the words are not there (any more). */
export function repaired(text: string, repairs: readonly [string | RegExp, string][]): string {
  return repairs.reduce((result, [words, right]) => {
    const regex = typeof words === 'string' ? pattern(words.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')) : words;
    if (result.search(regex) < 0) throw new Error(`nothing to repair: ${words}`);
    return result.replace(regex, right);
  }, text);
}

const SAMPLES = join(import.meta.dirname, '..', '..', '..', 'samples');

export function sample(name: string): string {
  return plainText(readFileSync(join(SAMPLES, name), 'utf8'));
}
