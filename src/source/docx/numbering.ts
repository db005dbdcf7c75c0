/** Automatic numbers of Word (ISO/IEC 29500-1, 17.9): the label that Word shows before a paragraph, counted as Word counts. */
import { toRoman } from '../../text/roman.js';
import { attribute, child, children, number, toggle, value, wholeNumber, type XmlElement } from './xml.js';

interface Level {
  start: number;
  format: string;
  /** "%1.%2" with the numbers of levels. */
  text: string;
  /** The level (1-based) after which this one starts anew; 0 never; null after any level above. */
  restart: number | null;
  /** All numbers in Arabic digits. */
  legal: boolean;
}

interface Instance {
  /** Lists with the same abstract numbering count on together. */
  abstract: string;
  levels: Map<number, Level>;
  /** Levels that start anew, once, when the list is first used. */
  starts: Map<number, number>;
}

const MOST_LEVELS = 9;
/** Longer ones nobody writes; a hostile file may. */
const LONGEST_LABEL = 100;
/** Letters and Roman numerals of more than this nobody reads. */
const MOST_LETTERED = 399;

/** Counts through the lists of a document; ask for the labels in the order of the paragraphs. */
export class Numbering {
  private readonly instances = new Map<string, Instance>();
  private readonly counters = new Map<string, (number | null)[]>();
  private readonly begun = new Set<string>();

  /** Reads the root of numbering.xml; null where there is none. */
  constructor(root: XmlElement | null) {
    const abstracts = new Map<string, XmlElement>();
    const byStyle = new Map<string, XmlElement>();
    for (const element of children(root, 'abstractNum')) {
      abstracts.set(attribute(element, 'abstractNumId') ?? '', element);
      const style = value(element, 'styleLink');
      if (style !== null) byStyle.set(style, element);
    }
    for (const element of children(root, 'num')) {
      const id = attribute(element, 'numId');
      const abstract = abstracts.get(value(element, 'abstractNumId') ?? '');
      if (id === null || abstract === undefined) continue;
      const linked = byStyle.get(value(abstract, 'numStyleLink') ?? '') ?? abstract;
      this.instances.set(id, readInstance(element, linked));
    }
  }

  /** The label of the next paragraph of a list ("IV.", "1.2", "-"); null if the list is unknown or shows none. */
  label(id: string, level: number): string | null {
    const instance = this.instances.get(id);
    const own = instance?.levels.get(level);
    if (instance === undefined || own === undefined) return null;
    this.count(instance, id, level, own);
    return this.shown(instance, level, own);
  }

  private count(instance: Instance, id: string, level: number, own: Level): void {
    const counters = this.counters.get(instance.abstract) ?? new Array<number | null>(MOST_LEVELS).fill(null);
    this.counters.set(instance.abstract, counters);
    if (!this.begun.has(id)) {
      this.begun.add(id);
      for (const [at, start] of instance.starts) counters[at] = start - 1;
    }
    const before = counters[level];
    counters[level] = before === null || before === undefined ? own.start : before + 1;
    for (let below = level + 1; below < MOST_LEVELS; below++) {
      const restart = instance.levels.get(below)?.restart ?? null;
      if (restart === null || (restart > 0 && level + 1 <= restart)) counters[below] = null;
    }
  }

  private shown(instance: Instance, level: number, own: Level): string | null {
    if (own.format === 'bullet') return bullet(own.text);
    const counters = this.counters.get(instance.abstract) ?? [];
    const text = own.text.replace(/%([1-9])/gu, (_, digit: string) => {
      const at = Number(digit) - 1;
      const named = instance.levels.get(at);
      const count = counters[at] ?? named?.start ?? 1;
      return formatNumber(count, own.legal && at !== level ? 'decimal' : (named?.format ?? 'decimal'));
    });
    return text.trim() === '' ? null : text.trim();
  }
}

function readInstance(element: XmlElement, abstract: XmlElement): Instance {
  const levels = new Map(children(abstract, 'lvl').map(readLevel));
  const starts = new Map<number, number>();
  for (const override of children(element, 'lvlOverride')) {
    const at = wholeNumber(attribute(override, 'ilvl'));
    if (at === null) continue;
    const level = child(override, 'lvl');
    if (level !== null) levels.set(at, readLevel(level)[1]);
    const start = number(override, 'startOverride') ?? (level === null ? null : (levels.get(at)?.start ?? null));
    if (start !== null) starts.set(at, start);
  }
  return { abstract: attribute(abstract, 'abstractNumId') ?? '', levels, starts };
}

function readLevel(element: XmlElement): [number, Level] {
  const level = wholeNumber(attribute(element, 'ilvl')) ?? 0;
  return [
    level,
    {
      start: number(element, 'start') ?? 0,
      format: value(element, 'numFmt') ?? 'decimal',
      text: (value(element, 'lvlText') ?? '').slice(0, LONGEST_LABEL),
      restart: number(element, 'lvlRestart'),
      legal: toggle(element, 'isLgl') ?? false,
    },
  ];
}

/** Bullets are signs of symbol fonts as a rule; plans know "-" and "+". */
function bullet(text: string): string | null {
  const sign = text.trim();
  if (sign === '') return null;
  return sign === '+' ? '+' : '-';
}

/** A number in one of Word's formats; formats of other scripts show as digits, and so do numbers too great for letters. */
export function formatNumber(count: number, format: string): string {
  if (count > MOST_LETTERED && format !== 'none') return String(count);
  switch (format) {
    case 'none':
      return '';
    case 'decimalZero':
      return count < 10 ? `0${count}` : String(count);
    case 'upperRoman':
      return toRoman(count);
    case 'lowerRoman':
      return toRoman(count).toLowerCase();
    case 'upperLetter':
      return letters(count).toUpperCase();
    case 'lowerLetter':
      return letters(count);
    case 'vietnameseCounting':
      return vietnamese(count);
    default:
      return String(count);
  }
}

/** a to z, then aa to zz: Word's letters know no đ. */
function letters(count: number): string {
  if (count < 1) return '';
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.floor((count - 1) / 26) + 1);
}

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

function vietnamese(count: number): string {
  if (count > 99) return String(count);
  const tens = Math.floor(count / 10);
  const unit = DIGITS[count % 10] ?? '';
  if (tens === 0) return unit;
  const head = tens === 1 ? 'mười' : `${DIGITS[tens] ?? ''} mươi`;
  if (count % 10 === 0) return head;
  if (count % 10 === 5) return `${head} lăm`;
  return count % 10 === 1 && tens > 1 ? `${head} mốt` : `${head} ${unit}`;
}
