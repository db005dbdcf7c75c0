/** Defects of the theme that a plan quotes from its parent. */
import type { Pair } from './pair.js';
import { edit, type Mutation, otherTone, type Planted } from './plant.js';
import { findAll, literal, type Match, pattern, type Random, replaceAt } from './text.js';

/** Quotations of the parent's theme that are said to be the parent's. */
export function themesOf({ child, theme }: Pair): Match[] {
  if (theme === null) return [];
  return findAll(child, pattern(literal(theme), 'i')).filter(({ start }) =>
    /của\s+(?:tỉnh|thành\s+phố)[^“"”]{0,12}[“"][*\s]*$/iu.test(child.slice(Math.max(0, start - 60), start)),
  );
}

function changed(pair: Pair, random: Random, change: (theme: string) => string | null): Planted | null {
  const place = random.choose(themesOf(pair));
  const words = place === null ? null : change(place.text);
  return place === null || words === null || words === place.text ? null : edit(pair.child, place, words);
}

/** A word of the theme, not the first one. */
function wordOf(theme: string, random: Random): Match | null {
  return random.choose(findAll(theme, /\p{L}+/gu).slice(1));
}

const OTHER_WORDS = ['nhanh', 'sâu', 'mới', 'rộng', 'vững', 'chung'] as const;
const OTHER_THEMES = [
  'Đoàn kết một lòng; hành động quyết liệt; kết quả thực chất',
  'Siết chặt kỷ luật, tinh gọn bộ máy, mở rộng hợp tác',
  'Nông nghiệp xanh - Nông thôn số - Nông dân văn minh',
] as const;

export const THEME_MUTATIONS: Mutation[] = [
  {
    kind: 'theme: one diacritic wrong',
    rules: ['theme/mismatch'],
    severity: 'error',
    apply: (pair, random) =>
      changed(pair, random, (theme) => {
        const word = random.choose(findAll(theme, /\p{L}+/gu).filter(({ text }) => otherTone(text, random) !== null));
        const wrong = word === null ? null : otherTone(word.text, random);
        return word === null || wrong === null ? null : replaceAt(theme, word, wrong);
      }),
  },
  {
    kind: 'theme: a word dropped',
    rules: ['theme/mismatch'],
    severity: 'error',
    apply: (pair, random) =>
      changed(pair, random, (theme) => {
        const word = wordOf(theme, random);
        return word === null
          ? null
          : replaceAt(theme, word, '')
              .replace(/\s{2,}/gu, ' ')
              .replace(/\s([;,])/gu, '$1');
      }),
  },
  {
    kind: 'theme: a word replaced',
    rules: ['theme/mismatch'],
    severity: 'error',
    apply: (pair, random) =>
      changed(pair, random, (theme) => {
        const word = wordOf(theme, random);
        const other = random.pick(OTHER_WORDS);
        if (word === null || word.text.toLowerCase() === other) return null;
        return replaceAt(theme, word, theme === theme.toUpperCase() ? other.toUpperCase() : other);
      }),
  },
  {
    kind: 'theme: two words changed places',
    rules: ['theme/mismatch'],
    severity: 'error',
    apply: (pair, random) =>
      changed(pair, random, (theme) => {
        const pairs = findAll(theme, /(?<!\p{L})(\p{Ll}+)\s(\p{Ll}+)(?!\p{L})/gu);
        const two = random.choose(pairs.filter(({ groups }) => groups[0] !== groups[1]));
        return two === null ? null : replaceAt(theme, two, `${two.groups[1]} ${two.groups[0]}`);
      }),
  },
  {
    kind: 'theme: a part dropped',
    rules: ['theme/mismatch'],
    severity: 'error',
    apply: (pair, random) =>
      changed(pair, random, (theme) => {
        const cut = random.choose(findAll(theme, /[;,]\s|\s-\s/gu).slice(1));
        return cut === null ? null : theme.slice(0, cut.start);
      }),
  },
  {
    kind: 'theme: another one altogether',
    rules: ['theme/mismatch'],
    severity: 'error',
    apply: (pair, random) => changed(pair, random, () => random.pick(OTHER_THEMES)),
  },
];
