/**
 * From lines to paragraphs. Where a line ends decides most: if the first word of the next line had found room on it, the line was ended
 * on purpose. Then come the indent of the first line, the space between lines, labels, and the change from bold to plain.
 */
import { isRecipientsLine, isTypeLine, isUpperCase, startsBlock } from '../structure.js';
import { isBold, type PdfBlock, textBlock } from './blocks.js';
import type { Margins } from './layout.js';
import type { Line } from './lines.js';

/** A line in the flow of the text, with the edges of the text on its page. */
export interface FlowingLine {
  line: Line;
  margins: Margins;
}

/** How a document sets its paragraphs. */
export interface Manner {
  /** Distance of baselines inside a paragraph, in units of the font size. */
  pitch: number;
  /** Whether paragraphs begin with an indent. */
  indented: boolean;
}

/** An indent of fewer points is a slip of the layout. */
const LEAST_INDENT = 8;
/** Lines that are so much further apart than those of a paragraph begin a new one. */
const APART = 1.35;
const TERMINAL = /[.;:!?…]["”’)»]*$/u;

/** Measures how the paragraphs of a document are set. */
export function mannerOf(lines: readonly FlowingLine[]): Manner {
  const pitches: number[] = [];
  let labelled = 0;
  let indented = 0;
  for (const [i, next] of lines.entries()) {
    const { line, margins } = next;
    const before = lines[i - 1];
    if (/^(?:\d{1,2}[.)]|[a-zđ]\)|[-–+])\s/u.test(line.text)) {
      labelled++;
      if (line.x - margins.left >= LEAST_INDENT) indented++;
    } else if (before !== undefined && before.line.page === line.page && isFull(before, next)) {
      pitches.push((line.y - before.line.y) / line.size);
    }
  }
  const pitch = pitches.toSorted((a, b) => a - b)[Math.floor(pitches.length / 2)] ?? 1.5;
  return { pitch, indented: labelled >= 3 && indented >= 0.6 * labelled };
}

/** Joins lines to paragraphs while they come. */
export class Paragraphs {
  readonly blocks: PdfBlock[] = [];
  private readonly manner: Manner;
  private open: { block: PdfBlock; last: FlowingLine } | null = null;

  constructor(manner: Manner) {
    this.manner = manner;
  }

  /** A line of the text. */
  line(next: FlowingLine): void {
    if (this.open !== null && this.goesOn(this.open.block, this.open.last, next)) {
      this.open.block.lines.push(next.line);
      this.open.last = next;
      return;
    }
    const block = textBlock(next.line);
    this.blocks.push(block);
    this.open = { block, last: next };
  }

  /** A block that is whole and ends the paragraph before it: a column, a cell. */
  whole(block: PdfBlock): void {
    this.blocks.push(block);
    this.open = null;
  }

  /** A footnote: the paragraph before it may go on after it. */
  footnote(lines: Line[]): void {
    this.blocks.push({ kind: 'footnote', lines, cell: null });
  }

  private goesOn(block: PdfBlock, last: FlowingLine, next: FlowingLine): boolean {
    const { line: before } = last;
    const { line } = next;
    if (isTypeLine(line.text) || isTypeLine(before.text) || isRecipientsLine(line.text)) return false;
    // "1." or "a)" alone: its words come on the next line
    if (/^(?:[IVXL]{1,7}|\d{1,2}|[a-zđ])[.)]$/u.test(before.text)) return true;
    if (this.isApart(before, line)) return false;
    if (isBold(block.lines) && line.boldLetters === 0 && /^\p{Lu}/u.test(line.text)) return false;
    // "nhiệm kỳ 2025 -", "Phòng Văn hóa -": a dash after a word waits for the next one
    if (/[\p{L}\p{N}][ ][-–]$/u.test(before.text) && /^[\p{L}\p{N}]/u.test(line.text)) return true;
    if (isUpperCase(before.text) !== isUpperCase(line.text) && isUpperCase(before.text) && before.text.length > 6)
      return false;
    if (!isFull(last, next)) return goesOnInWords(before.text, line.text);
    if (areCentred(last, next)) return isBold([before]) === isBold([line]) && !startsBlock(line.text);
    return this.isSetAsContinuation(block, last, next);
  }

  private isApart(before: Line, line: Line): boolean {
    if (before.page !== line.page) return false;
    const distance = line.y - before.y;
    return distance < 0 || distance > APART * this.manner.pitch * Math.max(before.size, line.size);
  }

  /** By indent and label: whether the line stands where a line of the paragraph stands that is not its first. */
  private isSetAsContinuation(block: PdfBlock, last: FlowingLine, next: FlowingLine): boolean {
    const x = next.line.x - next.margins.left;
    const lastX = last.line.x - last.margins.left;
    const labelled = startsBlock(next.line.text);
    const hangs = block.lines.length === 1 && last.line.afterLabel !== null && near(next.line.x, last.line.afterLabel);
    const inLine = block.lines.length > 1 ? near(x, lastX) : x <= lastX + 2;
    if (!inLine && !(hangs && !labelled)) return false;
    if (!labelled) return true;
    // a line that begins like an item: inside a sentence it is none ("phát triển kinh tế" / "- xã hội")
    if (TERMINAL.test(last.line.text)) return false;
    if (this.manner.indented) return x < LEAST_INDENT;
    return /^[-–]\s(?:\p{Ll}|\d)/u.test(next.line.text) && /[\p{L}\p{N}]$/u.test(last.line.text);
  }
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 4;
}

/** Whether a line is full: the first word of the next one would not have found room on it. */
function isFull({ line, margins }: FlowingLine, { line: next }: FlowingLine): boolean {
  return line.right + 0.25 * line.size + next.firstWord > margins.right - 1;
}

/** Two lines set around the middle, at least one of them away from the edges. */
function areCentred(last: FlowingLine, next: FlowingLine): boolean {
  const sides = [last, next].map(({ line, margins }) => [line.x - margins.left, margins.right - line.right] as const);
  return sides.every(([left, right]) => Math.abs(left - right) < 8) && sides.some(([left]) => left > LEAST_INDENT);
}

/** A short line goes on only if its sentence clearly does. */
function goesOnInWords(before: string, text: string): boolean {
  return /^[\p{Ll}\d]/u.test(text) && !startsBlock(text) && !TERMINAL.test(before) && before.length >= 40;
}
