/**
 * Targets (chỉ tiêu) and the other figures that a plan gives with what they measure: from sentences, list items and tables.
 *
 * No target, but kept as a figure: points of a score ("cộng 05 điểm"), work already done ("ước đạt 100% dự toán"), quorums
 * ("ít nhất 50% tổng số cử tri"), rates and prices, and what stands in sections on rewards, funding or the situation so far.
 */
import { once } from '../data/once.js';
import type { Block, SourceDocument, Span } from '../source/document.js';
import { type Comparator, comparatorBefore, comparison, type FigureTail, tailOf } from './comparators.js';
import { wholeWords } from './deadline-words.js';
import { type Figure, findFigures } from './figures.js';
import {
  betterWay,
  indicatorKey,
  joinDependent,
  lastIndicator,
  startsAnew,
  startsIndicator,
  timeWords,
  withoutLeads,
} from './indicators.js';
import type { Plan, Section, Target } from './plan.js';
import { tableTargets } from './target-tables.js';
import { targetWords } from './target-words.js';
import { type Years, yearsIn } from './years.js';

/** What has to be known of a plan before its targets are read. */
export type TargetFacts = Pick<Plan, 'zones' | 'outline'>;

/** Longest stretch before or after a figure that can name what it measures. */
const REACH = 400;

/** Every figure with what it measures, in the order of the text. */
export function extractTargets(document: SourceDocument, facts: TargetFacts): Target[] {
  const zones = [facts.zones.body, ...facts.zones.annexes];
  const places = new SectionWalk(facts.outline);
  const tables = tableTargets(document);
  const targets: Target[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'footnote' || !zones.some((zone) => block.start >= zone.start && block.end <= zone.end))
      continue;
    const place = places.at(block.start);
    const row = tables.get(block.start);
    if (row !== undefined) targets.push(...row.map((target) => inPlace(target, place, block)));
    else targets.push(...blockTargets(document.text, block, place));
  }
  return targets;
}

// ---- sections ----

interface Place {
  section: Section | null;
  /** The section and those around it, innermost first. */
  around: readonly Section[];
  kinds: readonly string[];
}

const NOWHERE: Place = { section: null, around: [], kinds: [] };

/** The innermost section at offsets that only grow. */
class SectionWalk {
  private readonly open: Place[] = [];
  private readonly coming: Iterator<{ section: Section; depth: number }>;
  private next: { section: Section; depth: number } | null;

  constructor(outline: readonly Section[]) {
    this.coming = inOrder(outline, 0);
    this.next = this.take();
  }

  at(offset: number): Place {
    while (this.next !== null && this.next.section.range.start <= offset) {
      const { section, depth } = this.next;
      this.open.length = Math.min(this.open.length, depth);
      const around = this.open.at(-1) ?? NOWHERE;
      this.open.push({ section, around: [section, ...around.around], kinds: [...section.kinds, ...around.kinds] });
      this.next = this.take();
    }
    for (let i = this.open.length - 1; i >= 0; i--) {
      const place = this.open[i];
      if (place?.section != null && offset < place.section.range.end) return place;
    }
    return NOWHERE;
  }

  private take(): { section: Section; depth: number } | null {
    const { value, done } = this.coming.next();
    return done === true ? null : value;
  }
}

function* inOrder(sections: readonly Section[], depth: number): Generator<{ section: Section; depth: number }> {
  for (const section of sections) {
    yield { section, depth };
    yield* inOrder(section.children, depth + 1);
  }
}

/** A target of a table, with what the headings around say. */
function inPlace(target: Target, place: Place, block: Block): Target {
  return {
    ...target,
    ...firstYears(target, ...yearsAround(place, block)),
    isTarget: target.isTarget && !place.kinds.some((kind) => NOT_TARGET_SECTIONS.has(kind)),
    section: place.section?.path ?? null,
  };
}

// ---- sentences ----

const SENTENCE_END = /[.;](?=\s|$)/gu;

/** What goes before a sentence in its block: figures whose words it may go on with. */
interface Before {
  /** The figure before: one without words of its own has its words. */
  last: Target | null;
  /** The last figure with an indicator of its own: "tại nông thôn" goes on with that. Null after a full stop. */
  head: Target | null;
}

/** Figures of a block; words are handed on from one to the next within it. */
function blockTargets(text: string, block: Block, place: Place): Target[] {
  const content = text.slice(block.start, block.end);
  if (!/\d/u.test(content)) return [];
  const ends = [...content.matchAll(SENTENCE_END)].map(({ index }) => block.start + index);
  const targets: Target[] = [];
  const before: Before = { last: null, head: null };
  let from = block.start;
  for (const end of [...ends, block.end]) {
    if (end > from) targets.push(...sentenceTargets(text, { start: from, end }, block, place, before));
    if (text.charAt(end) === '.') before.head = null;
    from = end + 1;
  }
  return targets;
}

/** A figure with what stands around it. */
interface Reading {
  figure: Figure;
  before: Comparator;
  tail: FigureTail;
}

function sentenceTargets(text: string, sentence: Span, block: Block, place: Place, before: Before): Target[] {
  const readings = readingsOf(text, sentence);
  const clause = trimmed(text, sentence);
  const around = [
    yearsIn(text.slice(clause.start, readings[0]?.before.start ?? clause.end)),
    ...yearsAround(place, block),
  ];
  const scoring = readings.length > 0 && isScoring(text.slice(clause.start, clause.end));
  const targets: Target[] = [];
  let cursor = clause.start;
  for (const [i, reading] of readings.entries()) {
    const { figure, tail } = reading;
    const name = nameOf(text, cursor, reading, readings[i + 1]?.before.start ?? sentence.end, before);
    const end = Math.max(name.end, tail.end);
    const base = tail.base?.span ?? { start: end, end };
    const segment = `${text.slice(cursor, base.start)} ${text.slice(base.end, end)}`;
    const lastOf = name.inherited ? before.last : null;
    const indicator = lastOf?.indicator.text ?? name.text;
    const compared = comparison(reading.before, figure, tail.bound);
    const span = { start: reading.before.start, end: tail.base?.span.start ?? tail.end };
    const target: Target = {
      span,
      text: text.slice(span.start, span.end).trim(),
      indicator: { text: indicator, key: indicatorKey(indicator), inherited: name.inherited },
      ...compared,
      value: figure.value,
      decimals: figure.decimals,
      unit: figure.unit,
      valueMax: figure.max,
      valueSpan: figure.span,
      base: baseOf(tail),
      whole: figure.whole,
      time: timeWords(name.text) ?? lastOf?.time ?? null,
      ...firstYears(yearsIn(segment), ...around),
      better: betterWay(indicator, compared, reading.before.words.has('down-to')),
      isTarget:
        !scoring &&
        (lastOf?.isTarget ?? true) &&
        isTarget(text.slice(cursor, figure.span.start), segment, reading, place),
      inTable: block.kind === 'cell',
      clause,
      section: place.section?.path ?? null,
    };
    targets.push(target);
    before.last = target;
    if (!name.inherited && !name.dependent) before.head = target;
    cursor = end;
  }
  return targets;
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: Math.min(from, end), end };
}

/** Figures of a sentence with their comparators; a figure in the brackets of a base belongs to the base. */
function readingsOf(text: string, sentence: Span): Reading[] {
  const figures = findFigures(text, sentence);
  const readings: Reading[] = [];
  let from = sentence.start;
  for (const [i, figure] of figures.entries()) {
    if (readings.at(-1)?.tail.base?.figure === figure) continue;
    const before = comparatorBefore(text, from, figure.span.start);
    if (isCounter(text, figure) || isBareIndex(figure, before)) continue;
    const tail = tailOf(text, figure, figures[i + 1], sentence.end);
    readings.push({ figure, before, tail });
    from = tail.end;
  }
  return readings;
}

/** "trên 01 ha", "mỗi 1 người", "cho 01 hộ": what it is counted by, not a figure of its own. */
function isCounter(text: string, { value, unit, whole, span }: Figure): boolean {
  if (value !== 1 || whole !== null || unit?.kind !== 'count') return false;
  return /(?<!\p{L})(?:trên|mỗi|cho|trong|của|cứ)\s{1,3}$/iu.test(text.slice(Math.max(0, span.start - 10), span.start));
}

/** A number without unit says something only where a word leads to it: "đạt 0,795". */
function isBareIndex({ unit }: Figure, { words }: Comparator): boolean {
  return unit === null && !words.has('reaching') && !words.has('down-to');
}

/** What a figure measures, and where the words for it end. */
interface Name {
  text: string;
  /** The figure has no words of its own, but those of the figure before. */
  inherited: boolean;
  /** Its words go on with an indicator before it. */
  dependent: boolean;
  end: number;
}

function nameOf(
  text: string,
  from: number,
  { figure, before, tail }: Reading,
  limit: number,
  { last, head }: Before,
): Name {
  const ahead = lastIndicator(withoutLeads(text.slice(Math.max(from, before.start - REACH), before.start)));
  const named = ahead !== '' && indicatorKey(ahead) !== '';
  const behind = text.slice(tail.end, Math.min(limit, tail.end + REACH));
  const counted = figure.unit?.kind === 'count' ? `${figure.unit.text} ` : '';
  const complete = named && (startsAnew(ahead) || (counted !== '' && before.words.has('reaching')));
  if (!complete && tail.base === null && startsIndicator(behind)) {
    const end = tail.end + endOfName(behind);
    const own = counted + withoutLeads(text.slice(tail.end, end));
    return { text: named ? `${ahead} ${own}` : own, inherited: false, dependent: false, end };
  }
  if (named) {
    const joined = head === null ? null : joinDependent(head.indicator.text, ahead);
    return { text: joined ?? ahead, inherited: false, dependent: joined !== null, end: tail.end };
  }
  // "ước 5 tháng cuối năm đạt …" says only when: the words are those of the figure before
  if (last !== null) return { text: ahead, inherited: true, dependent: false, end: tail.end };
  return { text: tail.base?.text ?? counted.trim(), inherited: false, dependent: false, end: tail.end };
}

const NEXT_NAME = /[,;:]\s+(?:và\s+)?|\s+và\s+/gu;

/** Where the words after a figure stop naming it: at the next indicator. */
function endOfName(behind: string): number {
  const anew = [...behind.matchAll(NEXT_NAME)].find((cut) => startsAnew(behind.slice(cut.index + cut[0].length)));
  return anew?.index ?? behind.trimEnd().replace(/[,;:]$/u, '').length;
}

function baseOf({ base }: FigureTail): Target['base'] {
  if (base === null) return null;
  const { text, span, figure } = base;
  const whole = figure === null || figure.max !== null || figure.unit === null ? null : figure;
  const amount = whole === null ? null : { value: whole.value, decimals: whole.decimals, unit: whole.unit };
  return { text, span, amount };
}

/** Years of the headings around, the innermost first; the block itself may be listed as a section too. */
function yearsAround({ around }: Place, block: Block): Years[] {
  return around.filter(({ span }) => span.end <= block.start).map(({ title }) => yearsIn(title));
}

function firstYears(...all: Years[]): Years {
  return all.find(({ year, period }) => year !== null || period !== null) ?? { year: null, period: null };
}

// ---- what is a target ----

const TARGET_SECTIONS: ReadonlySet<string> = new Set(['targets', 'objective']);
const NOT_TARGET_SECTIONS: ReadonlySet<string> = new Set(['situation', 'reward', 'funding']);

/** Words before a figure that make it one to be reached. */
const REACHING = ['reaching', 'rising', 'falling', 'down-to', 'at-least'] as const;
/** A word of will this near before a count makes it a target. */
const RIGHT_BEFORE = 20;

interface JudgePatterns {
  scoring: RegExp;
  not: RegExp;
  will: RegExp;
  executedBase: RegExp;
  plannedBase: RegExp;
}

const judgePatterns = once((): JudgePatterns => {
  const words = targetWords();
  const not = words['not-targets'];
  return {
    scoring: wholeWords(not.scoring),
    not: wholeWords([...not.executed, ...not.quorum, ...not.rates]),
    will: wholeWords(words.will),
    executedBase: wholeWords(words['executed-bases'].always),
    plannedBase: wholeWords(words['executed-bases']['unless-will']),
  };
});

/** Whether a figure is meant to be reached, by the words up to it (`lead`) and all that belong to it (`segment`). */
function isTarget(lead: string, segment: string, { figure, before, tail }: Reading, { kinds }: Place): boolean {
  const known = judgePatterns();
  if (kinds.some((kind) => NOT_TARGET_SECTIONS.has(kind)) || known.not.test(segment)) return false;
  const base = tail.base?.text ?? '';
  if (known.executedBase.test(base)) return false;
  const inTargets = kinds.some((kind) => TARGET_SECTIONS.has(kind));
  // "50,1% so kế hoạch" tells what has been done so far, "100% dự toán" among targets what is to be done
  if (known.plannedBase.test(base))
    return (
      (inTargets && !/^so(?!\p{L})/iu.test(base)) ||
      tail.bound !== null ||
      before.words.has('at-least') ||
      known.will.test(segment)
    );
  if (REACHING.some((word) => before.words.has(word)) || inTargets) return true;
  if (figure.unit?.kind === 'percent' || figure.unit?.kind === 'points') {
    const name = withoutLeads(lead);
    // "clo 70%" is no target, "100% số trẻ", "tỷ lệ …: 98%" are
    return name === '' || before.words.size > 0 || startsAnew(name) || /:\s*$/u.test(lead) || known.will.test(lead);
  }
  // most counts and sums are none: "02 cấp", "6 nhiệm vụ"
  return known.will.test(lead.slice(-RIGHT_BEFORE));
}

/** "cộng 05 điểm", "thang điểm 100" */
function isScoring(sentence: string): boolean {
  return (
    judgePatterns().scoring.test(sentence) ||
    /(?<!\p{L})(?:cộng|trừ|thưởng)\s(?:thêm\s)?\d+(?:[.,]\d+)?\sđiểm/iu.test(sentence)
  );
}
