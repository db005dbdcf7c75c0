/** Defects of names: the plan's own unit under another name or kind. */
import { readCommunes } from './derived.js';
import type { Pair } from './pair.js';
import { edit, type Mutation, otherTone, type Planted } from './plant.js';
import {
  bodyEnd,
  bodyStart,
  findAll,
  insertAt,
  lineOf,
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

/** Sentences that can only speak of the plan's own unit, and those in which a neighbour could be meant. */
const CERTAIN = [
  'Góp phần thực hiện thắng lợi Nghị quyết Đại hội đại biểu Đảng bộ {u} lần thứ I, nhiệm kỳ 2025 - 2030.',
  'Ủy ban nhân dân {u} yêu cầu các đơn vị nghiêm túc thực hiện Kế hoạch này.',
];
const LIKELY = [
  'Phong trào được triển khai sâu rộng đến các khu dân cư trên địa bàn {u}.',
  'Các trường học trên địa bàn {u} lồng ghép nội dung vào giờ sinh hoạt.',
];

/** Places of the own name where no other unit can be meant: launching and closing sentence, the congress of its Party. */
function ownPhrases({ child, own }: Pair): Match[] {
  const unit = `${own.kind} (${literal(own.name)})(?![\\p{L}\\p{N}]| \\p{Lu})`;
  const found = [
    `Trên đây là [^.;]{0,200}trên địa bàn ${unit}`,
    `Đảng bộ ${unit}(?= lần thứ)`,
    `(?:Ủy ban nhân dân|UBND) ${unit}(?= ban hành| xây dựng)`,
  ];
  const end = bodyEnd(child);
  const start = findAll(child, /^[*#\s]*KẾ HOẠCH/gmu)[0]?.end ?? 0;
  return found
    .flatMap((words) => findAll(child, pattern(words)))
    .filter((match) => match.start > start && match.start < end);
}

type OtherUnit = (own: Pair['own'], random: Random) => Unit | null;

/** The own unit written as another in one of its own phrases, or in a sentence that is put in. */
function misnamed(other: OtherUnit, sentences = CERTAIN): Mutation['apply'] {
  return (pair, random): Planted | null => {
    const unit = other(pair.own, random);
    if (unit === null) return null;
    const wrong = `${unit.kind} ${unit.name}`;
    const places = sentences === CERTAIN && random.below(2) === 0 ? ownPhrases(pair) : [];
    const place = random.choose(places);
    if (place !== null) {
      const planted = edit(
        pair.child,
        place,
        place.text.replace(pattern(`${pair.own.kind} ${literal(pair.own.name)}`), wrong),
      );
      // without a header, place line and launching sentence contradict each other, and either may be told
      const placeLine = findAll(pair.child, /^[^\n]{2,40}, ngày/gmu)[0];
      return placeLine === undefined
        ? planted
        : { ...planted, lines: [...planted.lines, lineOf(pair.child, placeLine.start)] };
    }
    const { child } = pair;
    const at = paragraphStart(child, random.below(2) === 0 ? bodyEnd(child) : bodyStart(child));
    const { text, line } = insertAt(child, at, random.pick(sentences).replace('{u}', wrong));
    return { child: text, lines: [line] };
  };
}

function neighbourOf(own: Pair['own'], random: Random): Unit | null {
  return random.choose(
    communes.filter(
      ({ kind, name, province }) => province === own.province && kind === own.kind && apart(name, own.name),
    ),
  );
}

function unitElsewhere(own: Pair['own'], random: Random): Unit | null {
  const inside = new Set(communes.filter(({ province }) => province === own.province).map(({ name }) => name));
  return random.choose(
    communes.filter(({ kind, name }) => kind === own.kind && !inside.has(name) && apart(name, own.name)),
  );
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
    apply: misnamed(neighbourOf),
  },
  {
    kind: 'own unit: a name of another province',
    rules: ['place/wrong-name'],
    severity: 'error',
    apply: misnamed(unitElsewhere),
  },
  {
    kind: 'another name after “trên địa bàn”, where a neighbour could be meant',
    rules: ['place/wrong-name', 'place/unknown-unit'],
    severity: 'warning',
    apply: misnamed(
      (own, random) => (random.below(2) === 0 ? neighbourOf(own, random) : unitElsewhere(own, random)),
      LIKELY,
    ),
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
