/** Defects of names: the plan's own unit under another name or kind. */
import { readCommunes } from './derived.js';
import type { Pair } from './pair.js';
import { edit, type Mutation, otherTone, type Planted } from './plant.js';
import {
  bodyEnd,
  bodyStart,
  findAll,
  insertAt,
  literal,
  type Match,
  paragraphStart,
  pattern,
  type Random,
} from './text.js';

const communes = readCommunes();
const names = new Set(communes.map(({ name }) => name));

interface Unit {
  kind: string;
  name: string;
}

/** Sentences that can only speak of the plan's own unit. */
const SENTENCES = [
  'Góp phần thực hiện thắng lợi Nghị quyết Đại hội đại biểu Đảng bộ {u} lần thứ I, nhiệm kỳ 2025 - 2030.',
  'Ủy ban nhân dân {u} yêu cầu các đơn vị nghiêm túc thực hiện Kế hoạch này.',
  'Phong trào được triển khai sâu rộng đến các khu dân cư trên địa bàn {u}.',
] as const;

/** Places of the own name where no other unit can be meant. */
function ownPhrases({ child, own }: Pair): Match[] {
  const unit = `${own.kind} (${literal(own.name)})(?![\\p{L}\\p{N}]| \\p{Lu})`;
  const found = [`trên địa bàn ${unit}`, `Đảng bộ ${unit}`, `(?:Ủy ban nhân dân|UBND) ${unit}(?= ban hành| xây dựng)`];
  const end = bodyEnd(child);
  const start = findAll(child, /^[*#\s]*KẾ HOẠCH/gmu)[0]?.end ?? 0;
  return found
    .flatMap((words) => findAll(child, pattern(words)))
    .filter((match) => match.start > start && match.start < end);
}

/** The own unit written as another, in one of its own phrases or in a sentence that is put in. */
function misnamed(other: (own: Pair['own'], random: Random) => Unit | null): Mutation['apply'] {
  return (pair, random): Planted | null => {
    const unit = other(pair.own, random);
    if (unit === null) return null;
    const wrong = `${unit.kind} ${unit.name}`;
    const place = random.below(2) === 0 ? random.choose(ownPhrases(pair)) : null;
    if (place !== null) {
      return edit(pair.child, place, place.text.replace(pattern(`${pair.own.kind} ${literal(pair.own.name)}`), wrong));
    }
    const { child } = pair;
    const at = paragraphStart(child, random.below(2) === 0 ? bodyEnd(child) : bodyStart(child));
    const { text, line } = insertAt(child, at, random.pick(SENTENCES).replace('{u}', wrong));
    return { child: text, lines: [line] };
  };
}

function isUnit({ kind, name }: Unit, province: string): boolean {
  return communes.some((unit) => unit.kind === kind && unit.name === name && unit.province === province);
}

/** Names of which one begins or ends with the other are not confused by a slip but told apart by a word more. */
function apart(one: string, other: string): boolean {
  return !one.includes(other) && !other.includes(one);
}

export const NAME_MUTATIONS: Mutation[] = [
  {
    kind: 'own unit: a neighbour’s name',
    rules: ['place/wrong-name'],
    severity: 'error',
    apply: misnamed((own, random) =>
      random.choose(
        communes.filter(
          ({ kind, name, province }) => province === own.province && kind === own.kind && apart(name, own.name),
        ),
      ),
    ),
  },
  {
    kind: 'own unit: a name of another province',
    rules: ['place/wrong-name'],
    severity: 'error',
    apply: misnamed((own, random) => {
      const inside = new Set(communes.filter(({ province }) => province === own.province).map(({ name }) => name));
      return random.choose(
        communes.filter(({ kind, name }) => kind === own.kind && !inside.has(name) && apart(name, own.name)),
      );
    }),
  },
  {
    kind: 'own unit: name misspelt',
    rules: ['place/wrong-name'],
    severity: 'error',
    apply: misnamed(({ kind, name }, random) => {
      const word = random.choose(findAll(name, /\p{L}+/gu).filter(({ text }) => otherTone(text, random) !== null));
      const wrong = word === null ? null : otherTone(word.text, random);
      if (word === null || wrong === null) return null;
      const misspelt = name.slice(0, word.start) + wrong + name.slice(word.end);
      return names.has(misspelt) ? null : { kind, name: misspelt };
    }),
  },
  {
    kind: 'own unit: wrong kind',
    rules: ['place/wrong-name'],
    severity: 'error',
    apply: misnamed(({ kind, name, province }) => {
      const other = { kind: kind === 'xã' ? 'phường' : 'xã', name };
      return isUnit(other, province) ? null : other;
    }),
  },
  {
    kind: 'province written as a commune',
    rules: ['place/wrong-name'],
    severity: 'error',
    apply: ({ child, own }, random) => {
      const sentence = random.pick([
        `Bám sát nhiệm vụ tại Nghị quyết của Hội đồng nhân dân xã ${own.province} về phát triển kinh tế - xã hội năm 2026.`,
        `Thực hiện tốt các phong trào thi đua do Ủy ban nhân dân phường ${own.province} phát động.`,
      ]);
      if (communes.some(({ name }) => name === own.province)) return null;
      const { text, line } = insertAt(child, paragraphStart(child, bodyEnd(child)), sentence);
      return { child: text, lines: [line] };
    },
  },
];
