/** Text laid out for a terminal: runs of styled words, wrapped to a width with their indentation kept. */
import { Chalk, type ChalkInstance } from 'chalk';
import { printable } from '../text/printable.js';

export type Style = 'plain' | 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** Words that share a style. */
export interface Run {
  text: string;
  style: Style;
}

const MIN_TEXT_WIDTH = 30;

/** Turns styled text into what the terminal shows; without colour into the text itself. */
type Paint = (run: Run) => string;

export function run(text: string, style: Style = 'plain'): Run {
  return { text, style };
}

/** A painter that uses the 16 basic colours, or none. */
export function painter(colour: boolean): Paint {
  const chalk: ChalkInstance = new Chalk({ level: colour ? 1 : 0 });
  return ({ text, style }) => (style === 'plain' ? text : chalk[style](text));
}

/** Number of columns that a text takes: its letters, combining marks not counted. */
export function columns(text: string): number {
  return Array.from(text.replace(/\p{M}/gu, '')).length;
}

/** Text filled with spaces up to a number of columns. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)));
}

/** Lines no wider than `width` where words allow it; words are never cut, so that paths stay whole. */
export function wrap(runs: readonly Run[], width: number, paint: Paint): string[] {
  const lines: Run[][] = [[]];
  let used = 0;
  for (const word of words(runs)) {
    const size = word.reduce((sum, part) => sum + columns(part.text), 0);
    const fits = used === 0 || used + 1 + size <= width;
    if (!fits) lines.push([]);
    const line = lines.at(-1) ?? [];
    if (fits && used > 0) append(line, run(' ', line.at(-1)?.style === word[0]?.style ? word[0]?.style : 'plain'));
    for (const part of word) append(line, part);
    used = fits && used > 0 ? used + 1 + size : size;
  }
  return lines.map((line) => line.map(paint).join(''));
}

/** Adds words to a line; neighbours of one style become one run. */
function append(line: Run[], { text, style }: Run): void {
  const last = line.at(-1);
  if (last?.style === style) last.text += text;
  else line.push({ text, style });
}

/** A page of text being written: lines of one width, with or without colour. */
export class Page {
  readonly colour: boolean;
  private readonly width: number;
  private readonly paint: Paint;
  private readonly lines: string[] = [];

  constructor(width: number, colour: boolean) {
    this.width = width;
    this.colour = colour;
    this.paint = painter(colour);
  }

  /** Writes runs, wrapped and indented; `lead` stands in the indentation of the first line. Nothing unprintable gets through. */
  write(indent: number, runs: readonly Run[], lead: readonly Run[] = []): void {
    const used = lead.reduce((sum, part) => sum + columns(part.text), 0);
    const safe = runs.map(({ text, style }) => run(printable(text), style));
    const [first = '', ...rest] = wrap(safe, Math.max(this.width - indent, MIN_TEXT_WIDTH), this.paint);
    this.lines.push(lead.map(this.paint).join('') + ' '.repeat(Math.max(0, indent - used)) + first);
    for (const line of rest) this.lines.push(' '.repeat(indent) + line);
  }

  /** Writes an empty line, unless there is one already. */
  blank(): void {
    if (this.lines.length > 0 && this.lines.at(-1) !== '') this.lines.push('');
  }

  /** All lines, with a newline at the end. */
  text(): string {
    return `${this.lines.join('\n').trimEnd()}\n`;
  }
}

/** The runs cut at spaces; a word may consist of several runs ("[-bút-]{+bứt+}"). */
function words(runs: readonly Run[]): Run[][] {
  const all: Run[][] = [];
  let current: Run[] = [];
  for (const { text, style } of runs) {
    text.split(/\s+/u).forEach((piece, i) => {
      if (i > 0 && current.length > 0) {
        all.push(current);
        current = [];
      }
      if (piece !== '') current.push({ text: piece, style });
    });
  }
  if (current.length > 0) all.push(current);
  return all;
}
