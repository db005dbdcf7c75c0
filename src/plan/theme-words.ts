/** Words by which themes are told from slogans, and their owners from each other: rules/data/theme-words.yaml. */
import { z } from 'zod';
import { loadData } from '../data/load.js';
import { once } from '../data/once.js';
import type { Level } from './plan.js';

const words = z.array(z.string());
const schema = z.strictObject({
  others: words,
  events: words,
  owners: z.strictObject({ central: words, province: words, district: words, commune: words, own: words }),
});

interface ThemeWords {
  /** A quotation named by one of these is no theme. */
  others: RegExp;
  /** A congress, movement or campaign that may have a theme of its own. */
  events: RegExp;
  owners: [Level | 'own', RegExp][];
}

/** The words as patterns of whole words, in any case, global. */
export const themeWords = once((): ThemeWords => {
  const { others, events, owners } = loadData('theme-words.yaml', schema);
  return {
    others: anyOf(others),
    // "ngày 09/3" and "tháng 3" are dates
    events: anyOf(events, '(?!\\s+\\d)'),
    owners: [
      ['central', anyOf(owners.central)],
      ['province', anyOf(owners.province)],
      ['district', anyOf(owners.district)],
      ['commune', anyOf(owners.commune)],
      ['own', anyOf(owners.own)],
    ],
  };
});

function anyOf(list: readonly string[], then = ''): RegExp {
  const longestFirst = list.toSorted((a, b) => b.length - a.length).map((one) => one.replace(/ /gu, '\\s+'));
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{M}])${then}`, 'giu');
}
