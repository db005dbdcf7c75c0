/** Places of a document that the page marks: findings, and what findings of other documents point to. They may overlap. */
import type { Severity } from '../../engine/severity.js';
import type { Block, Span } from '../../source/document.js';
import { blockAt } from './structure.js';

/** A place to mark. */
export interface Mark {
  span: Span;
  /** Id of the place in the page. */
  id: string;
  /** Id that the words lead to: the finding. */
  target: string;
  severity: Severity;
  /** Number of the finding. */
  number: number;
}

/** A mark as one block shows it. */
export interface MarkPiece {
  mark: Mark;
  /** Whether the mark begins in this block. */
  first: boolean;
}

/** A run of text with the marks that cover it, the gravest first. */
export interface Segment {
  text: string;
  marks: Mark[];
  /** Marks that begin here, and those whose last words in the block that they begin in these are. */
  begins: Mark[];
  ends: Mark[];
}

/** More marks over one another than this are not drawn; they keep their place. */
const MOST_OVER_ANOTHER = 6;
/** A finding about a whole part of the document is drawn on its first blocks only. */
const MOST_BLOCKS = 30;

/** Marks by the index of the block in which they are drawn. Cost grows with blocks and marks, not with their product. */
export function marksByBlock(blocks: readonly Block[], marks: readonly Mark[]): Map<number, MarkPiece[]> {
  const byBlock = new Map<number, MarkPiece[]>();
  for (const mark of marks) {
    const first = blockAt(blocks, mark.span.start);
    if (first === null) continue;
    for (let i = first; i < Math.min(blocks.length, first + MOST_BLOCKS); i++) {
      if (i > first && (blocks[i]?.start ?? 0) >= mark.span.end) break;
      const list = byBlock.get(i);
      const piece = { mark, first: i === first };
      if (list === undefined) byBlock.set(i, [piece]);
      else list.push(piece);
    }
  }
  return byBlock;
}

/** Cuts the text of a block where marks begin and end. The segments together are the text. */
export function segmentsOf(text: string, { start, end }: Span, marks: readonly MarkPiece[]): Segment[] {
  const pieces = marks.map(({ mark, first }) => ({
    mark,
    from: clamp(mark.span.start, start, end),
    to: clamp(mark.span.end, start, end),
    first,
  }));
  pieces.sort((a, b) => a.from - b.from || b.to - a.to);
  const cuts = [...new Set([start, ...pieces.flatMap(({ from, to }) => [from, to]), end])].sort((a, b) => a - b);
  const segments: Segment[] = [];
  let active: typeof pieces = [];
  let next = 0;
  for (const [i, cut] of cuts.entries()) {
    const stop = cuts[i + 1] ?? end;
    const begins: Mark[] = [];
    const ends: Mark[] = [];
    active = active.filter(({ to }) => to > cut);
    for (let piece = pieces[next]; piece !== undefined && piece.from <= cut; piece = pieces[++next]) {
      if (piece.first) begins.push(piece.mark);
      if (piece.to === piece.from) ends.push(piece.mark);
      else if (active.length < MOST_OVER_ANOTHER) active.push(piece);
    }
    if (stop === cut && begins.length === 0) continue;
    ends.push(...active.filter(({ to, first }) => to === stop && first).map(({ mark }) => mark));
    segments.push({
      text: text.slice(cut, stop),
      marks: active.map(({ mark }) => mark).sort((a, b) => rank(a) - rank(b) || a.number - b.number),
      begins,
      ends,
    });
  }
  return segments;
}

function rank({ severity }: Mark): number {
  return ['error', 'warning', 'info'].indexOf(severity);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
