/**
 * Parts against their total. Only where the text says that the parts are all ("gồm", "bao gồm", "chia ra") must they make up the total;
 * "trong đó" names some of them, so that there just no part may be larger than the total.
 */

import { once } from '../../data/once.js';
import type { LoadedPlan, RawFinding } from '../../engine/check.js';
import { anyOf } from '../../plan/deadline-words.js';
import { sameMeasure } from '../../plan/figures.js';
import type { Target } from '../../plan/plan.js';
import { targetWords } from '../../plan/target-words.js';
import type { Block, Span } from '../../source/document.js';
import { overlap } from '../../text/numbers.js';
import { allOfMeasure, isExact, printAmount, printed, printSum, rangeOf, sumRange } from './printed.js';

interface Patterns {
  /** Between a total and its parts. */
  all: RegExp;
  some: RegExp;
  /** Words that make a list unfit to be summed up. */
  unfit: RegExp;
}

const patterns = once((): Patterns => {
  const { all, some, unfit } = targetWords().parts;
  // the words follow the total at once, or after what it is for: "1.250 triệu đồng từ ngân sách xã, gồm:"
  return {
    all: new RegExp(`^[^.;:()]{0,80}?(?<!\\p{L})${anyOf(all)}(?!\\p{L})[\\s:]{0,3}`, 'iu'),
    some: new RegExp(`^[^.:()]{0,80}?(?<!\\p{L})${anyOf(some)}(?!\\p{L})`, 'iu'),
    unfit: new RegExp(`(?<!\\p{L})${anyOf(unfit)}(?!\\p{L})|…|\\.\\.\\.|\\d\\s?[x×*]\\s?\\d`, 'iu'),
  };
});

/** Totals that their parts do not make up, and parts larger than their total. */
export function* wrongParts(plan: LoadedPlan): Generator<RawFinding> {
  const { targets } = plan.plan;
  const { text } = plan.document;
  const blocks = new BlockWalk(plan.document.blocks);
  for (const [i, total] of targets.entries()) {
    if (!isExact(total) || total.change !== null || total.inTable) continue;
    const block = blocks.at(total.valueSpan.start);
    if (block === null) continue;
    const { end } = total.valueSpan;
    const rest = text.slice(end, Math.min(block.end, nextStart(targets, i, block.end)));
    const claim = patterns().all.exec(rest);
    if (claim !== null) yield* sumOf(plan, total, partsOf(plan, i, end + claim[0].length, block, blocks));
    const named = claim === null ? patterns().some.exec(rest) : null;
    if (named !== null) {
      yield* largerPart(plan, i);
      yield* exceedingParts(plan, total, sentenceParts(plan, i, end + named[0].length, block));
    }
  }
}

function nextStart(targets: readonly Target[], index: number, limit: number): number {
  return targets[index + 1]?.valueSpan.start ?? limit;
}

/** The parts that follow a claim: to the end of the sentence, or one in each item of the list below. Empty where that cannot be told. */
function partsOf(plan: LoadedPlan, index: number, from: number, block: Block, blocks: BlockWalk): Target[] {
  const { text } = plan.document;
  const total = plan.plan.targets[index];
  if (total === undefined) return [];
  const sentence = text.slice(from, block.end);
  if (sentence.trim() === '') return listedParts(plan, index, block, blocks);
  const end = from + (/\.(?=\s|$)/u.exec(sentence)?.index ?? sentence.length);
  return fitting(text, { start: from, end }, targetsIn(plan.plan.targets, index, { start: from, end }), total);
}

function listedParts(plan: LoadedPlan, index: number, block: Block, blocks: BlockWalk): Target[] {
  const { text } = plan.document;
  const { targets } = plan.plan;
  const total = targets[index];
  const parts: Target[] = [];
  for (const item of blocks.itemsAfter(block, text)) {
    const [part, ...others] = targetsIn(targets, index, item).filter(({ unit }) =>
      sameMeasure(unit, total?.unit ?? null),
    );
    if (
      total === undefined ||
      part === undefined ||
      others.length > 0 ||
      fitting(text, item, [part], total).length === 0
    )
      return [];
    parts.push(part);
  }
  return parts;
}

function targetsIn(targets: readonly Target[], after: number, { start, end }: Span): Target[] {
  const found: Target[] = [];
  for (let i = after + 1; i < targets.length; i++) {
    const target = targets[i];
    if (target === undefined || target.valueSpan.start >= end) break;
    if (target.valueSpan.start >= start) found.push(target);
  }
  return found;
}

/** Figures of a stretch that can be the parts of a total; none if the stretch holds more than a plain list. */
function fitting(text: string, { start, end }: Span, found: readonly Target[], total: Target): Target[] {
  const stretch = text.slice(start, end);
  if (patterns().unfit.test(stretch) || /\([^()]*\d[^()]*\)/u.test(stretch)) return [];
  const parts = found.filter(({ unit }) => unit?.kind === total.unit?.kind);
  return allOfMeasure(parts, total.unit) ? parts : [];
}

function* sumOf(plan: LoadedPlan, total: Target, parts: readonly Target[]): Generator<RawFinding> {
  const last = parts.at(-1);
  if (parts.length < 2 || last === undefined || overlap(rangeOf(total), sumRange(parts))) return;
  const data = {
    total: printed(plan, total),
    sum: printSum(parts, total),
    parts: parts.map((part) => printAmount(part)).join(' + '),
  };
  yield {
    message: 'parts',
    span: total.valueSpan,
    related: [
      { of: plan, span: { start: parts[0]?.valueSpan.start ?? last.valueSpan.start, end: last.valueSpan.end } },
    ],
    data,
  };
}

/** "Tổng số 25 đại biểu, trong đó 30 đại biểu nữ" */
function* largerPart(plan: LoadedPlan, index: number): Generator<RawFinding> {
  const { targets } = plan.plan;
  const total = targets[index];
  const part = targets[index + 1];
  if (total === undefined || part === undefined || !isExact(part) || part.change !== null) return;
  if (!sameMeasure(total.unit, part.unit) || part.valueSpan.start - total.valueSpan.end > 200) return;
  // "trong đó" may go back to a larger total before
  const before = targets
    .slice(Math.max(0, index - 5), index + 1)
    .filter(({ clause, unit }) => clause.start === total.clause.start && sameMeasure(unit, total.unit));
  if (before.some((one) => rangeOf(one).high >= rangeOf(part).low)) return;
  yield {
    message: 'part',
    span: { start: total.valueSpan.start, end: part.valueSpan.end },
    data: { total: printed(plan, total), part: printed(plan, part) },
  };
}

/** The figures of the rest of the sentence that have the total's measure. */
function sentenceParts(plan: LoadedPlan, index: number, from: number, block: Block): Target[] {
  const { text } = plan.document;
  const total = plan.plan.targets[index];
  if (total === undefined) return [];
  const end = from + (/[.;](?=\s|$)/u.exec(text.slice(from, block.end))?.index ?? block.end - from);
  return fitting(text, { start: from, end }, targetsIn(plan.plan.targets, index, { start: from, end }), total);
}

/** Sums of money named with "trong đó" need not be all, but together they cannot be more than the total; people may be counted twice. */
function* exceedingParts(plan: LoadedPlan, total: Target, parts: readonly Target[]): Generator<RawFinding> {
  const last = parts.at(-1);
  if (total.unit?.kind !== 'money' || parts.length < 2 || last === undefined) return;
  if (!parts.every((part) => isExact(part) && part.change === null && rangeOf(part).high <= rangeOf(total).high))
    return;
  if (sumRange(parts).low <= rangeOf(total).high) return;
  const part = `${parts.map((one) => printAmount(one)).join(' + ')} = ${printSum(parts, total)}`;
  yield {
    message: 'part',
    span: { start: total.valueSpan.start, end: last.valueSpan.end },
    data: { total: printed(plan, total), part },
  };
}

/** Blocks by offsets that only grow. */
class BlockWalk {
  private index = 0;

  constructor(private readonly blocks: readonly Block[]) {}

  at(offset: number): Block | null {
    while ((this.blocks[this.index]?.end ?? Number.POSITIVE_INFINITY) <= offset) this.index++;
    const block = this.blocks[this.index];
    return block !== undefined && block.start <= offset ? block : null;
  }

  /** The list items right after a block: those that begin with the sign of the first one ("-", "+", "a)"). */
  *itemsAfter(block: Block, text: string): Generator<Block> {
    let sign: string | null = null;
    for (let i = this.blocks.indexOf(block, this.index) + 1; i < this.blocks.length; i++) {
      const item = this.blocks[i];
      const found = item === undefined ? null : signOf(text.slice(item.start, item.end));
      if (item === undefined || found === null || (sign !== null && found !== sign)) return;
      sign = found;
      yield item;
    }
  }
}

/** What an item begins with: the sign itself, or the kind of its label. */
function signOf(item: string): string | null {
  const match = /^(?:([-–+•*])|([a-zđ])\)|(\d{1,2})[.)]|\((\d{1,2})\))\s/u.exec(item);
  if (match === null) return null;
  return match[1] ?? (match[2] !== undefined ? 'a)' : match[3] !== undefined ? '1.' : '(1)');
}
