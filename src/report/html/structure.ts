/** The shape in which a page shows a document: its zones, sections, lists and tables, from blocks and outline. */
import type { LoadedPlan } from '../../engine/check.js';
import type { Section } from '../../plan/plan.js';
import type { Block } from '../../source/document.js';

/** A piece of a document; numbers are indices of blocks. */
export type Piece =
  | { kind: 'section'; block: number; pieces: Piece[] }
  | { kind: 'list'; items: { block: number; pieces: Piece[] }[] }
  | { kind: 'paragraph'; block: number }
  | TablePiece;

/** Rows of cells, a cell of one or more blocks; `gap`: columns left empty before it. */
export interface TablePiece {
  kind: 'table';
  rows: { gap: number; blocks: number[] }[][];
}

export type Zone = 'header' | 'body' | 'recipients' | 'signature' | 'annex';

/** A stretch of a document that is laid out by itself: a section of the first level, or what stands outside of one. */
export interface Part {
  zone: Zone;
  pieces: Piece[];
}

/** A bullet or short label, with which an item begins though the outline does not know it. */
const LABELLED = /^(?:[-–—+•●▪◦*]|\(?(?:\d{1,3}|[a-zđ]{1,2})[.)])\s*\S/u;

/** Divides a document into parts, in the order of the text. Every block stands in one of them once. */
export function partsOf({ document, plan }: LoadedPlan): Part[] {
  const { blocks, text } = document;
  const sections = sectionsByStart(plan.outline);
  const builder = new PartBuilder();
  let zone: Zone | null = null;
  for (const [i, block] of blocks.entries()) {
    const here = zoneOf(plan.zones, block);
    if (here !== zone) builder.openZone(here);
    zone = here;
    const section = sections.find(block);
    if (block.cell !== null) builder.cell(i, block, block.cell);
    else if (section !== undefined) builder.section(i, block, section);
    else if (LABELLED.test(text.slice(block.start, block.start + 12))) builder.item(i, block);
    else builder.paragraph(i, block);
  }
  return builder.parts;
}

/** Index of the block that holds an offset; else of the last one before it; null if there are no blocks. */
export function blockAt(blocks: readonly Block[], offset: number): number | null {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return blocks.length === 0 ? null : Math.max(0, low - 1);
}

/** The blocks of a piece that the page gives a row of its own: a heading, paragraph or item; all of a table. */
export function rowsOf(pieces: readonly Piece[]): number[][] {
  return pieces.flatMap((piece): number[][] => {
    if (piece.kind === 'table') return [piece.rows.flat().flatMap(({ blocks }) => blocks)];
    if (piece.kind === 'paragraph') return [[piece.block]];
    if (piece.kind === 'section') return [[piece.block], ...rowsOf(piece.pieces)];
    return piece.items.flatMap((item) => [[item.block], ...rowsOf(item.pieces)]);
  });
}

function zoneOf({ header, recipients, signature, annexes }: LoadedPlan['plan']['zones'], { start }: Block): Zone {
  if (start < header.end) return 'header';
  if (annexes.some((annex) => annex.start <= start && start < annex.end)) return 'annex';
  const closing = [
    { zone: 'recipients', from: recipients?.start ?? null },
    { zone: 'signature', from: signature?.start ?? null },
  ] as const;
  // both go on to the end: the one that began last is it
  const begun = closing.flatMap(({ zone, from }) => (from !== null && from <= start ? [{ zone, from }] : []));
  return begun.reduce<{ zone: Zone; from: number }>((last, one) => (one.from >= last.from ? one : last), {
    zone: 'body',
    from: -1,
  }).zone;
}

/** Sections in the order of the text; asked for block after block. */
function sectionsByStart(outline: readonly Section[]): { find(block: Block): Section | undefined } {
  const all: Section[] = [];
  const visit = (sections: readonly Section[]): void => {
    for (const section of sections) {
      all.push(section);
      visit(section.children);
    }
  };
  visit(outline);
  let next = 0;
  return {
    find({ start, end }) {
      while ((all[next]?.span.start ?? Number.POSITIVE_INFINITY) < start) next++;
      const section = all[next];
      return section !== undefined && section.span.start < end ? section : undefined;
    },
  };
}

/** Where new pieces go: into the pieces of the innermost section or item that still lasts. */
interface Open {
  end: number;
  pieces: Piece[];
}

class PartBuilder {
  readonly parts: Part[] = [];
  private zone: Zone = 'body';
  private open: Open[] = [];
  private table: { id: number; row: number; piece: TablePiece } | null = null;

  openZone(zone: Zone): void {
    this.zone = zone;
    this.open = [];
    this.table = null;
    this.parts.push({ zone, pieces: [] });
  }

  section(index: number, block: Block, { heading, label, range }: Section): void {
    const pieces: Piece[] = [];
    // "a) Các phòng, đơn vị:" leads in its list; it is a heading only where it looks like one
    const small = ['letter', 'paren', 'dash'].includes(label.system);
    if (!heading || (small && !block.bold && block.kind !== 'heading')) {
      this.addItem(index, block, pieces);
    } else {
      const target = this.target(block);
      const piece: Piece = { kind: 'section', block: index, pieces };
      if (this.open.length > 0) target.push(piece);
      else this.parts.push({ zone: this.zone, pieces: [piece] });
    }
    this.open.push({ end: range.end, pieces });
  }

  item(index: number, block: Block): void {
    this.addItem(index, block, []);
  }

  paragraph(block: number, at: Block): void {
    this.target(at).push({ kind: 'paragraph', block });
  }

  cell(index: number, block: Block, cell: NonNullable<Block['cell']>): void {
    if (this.table?.id !== cell.table) {
      const piece: TablePiece = { kind: 'table', rows: [] };
      this.target(block).push(piece);
      this.table = { id: cell.table, row: -1, piece };
    }
    const { piece } = this.table;
    if (this.table.row !== cell.row) piece.rows.push([]);
    const row = piece.rows.at(-1) ?? [];
    const taken = row.reduce((columns, { gap }) => columns + gap + 1, 0);
    const last = row.at(-1);
    if (last !== undefined && this.table.row === cell.row && cell.column < taken) last.blocks.push(index);
    else row.push({ gap: Math.max(0, cell.column - taken), blocks: [index] });
    this.table.row = cell.row;
  }

  /** Items in a row make one list. */
  private addItem(block: number, at: Block, pieces: Piece[]): void {
    const target = this.target(at);
    const last = target.at(-1);
    if (last?.kind === 'list') last.items.push({ block, pieces });
    else target.push({ kind: 'list', items: [{ block, pieces }] });
  }

  private target({ start, cell }: Block): Piece[] {
    if (cell === null) this.table = null;
    while (this.open.length > 0 && (this.open.at(-1)?.end ?? 0) <= start) this.open.pop();
    const inner = this.open.at(-1);
    if (inner !== undefined) return inner.pieces;
    const last = this.parts.at(-1);
    // what follows a section of the first level without belonging to it
    if (last !== undefined && last.zone === this.zone && last.pieces[0]?.kind !== 'section') return last.pieces;
    const part: Part = { zone: this.zone, pieces: [] };
    this.parts.push(part);
    return part.pieces;
  }
}
