/** The text of a document as markup: headings, paragraphs, lists and tables, its places marked, and notes beside the rows they belong to. */
import type { LoadedPlan } from '../../engine/check.js';
import type { Severity } from '../../engine/severity.js';
import { type Html, html } from './escape.js';
import { type Mark, type MarkPiece, type Segment, segmentsOf } from './marks.js';
import { type Part, type Piece, partsOf, rowsOf, type TablePiece } from './structure.js';

/** How a document is shown. */
export interface FlowView {
  loaded: LoadedPlan;
  /** First part of the ids: block 12 is "d1-b12". */
  prefix: string;
  marks: ReadonlyMap<number, readonly MarkPiece[]>;
  /** Level (1-6) of the outermost headings. */
  level: number;
  severities: Record<Severity, string>;
  /** What a table is called. */
  tableName: string;
  /** What stands before the text of a block: the link to its counterpart. */
  lead(block: number): Html | null;
  /** What stands beside a row of blocks: its findings. */
  beside(blocks: readonly number[]): Html | null;
}

/** Rows that a note may stand beside; more would only make the page heavier. */
const MOST_ROWS = 12;
const DEEPEST_INDENT = 3;

/** The whole document. */
export function flow(view: FlowView): Html {
  const parts = partsOf(view.loaded);
  const notes = besideRows(view, parts);
  return html`${parts.map((part) => partMarkup({ ...view, zone: part.zone, notes }, part))}`;
}

function partMarkup(view: PartView, part: Part): Html {
  const inner = part.pieces.map((piece) => pieceMarkup(view, piece, 0, view.level));
  return html`<div class="part zone-${part.zone}">${inner}</div>\n`;
}

interface Notes {
  markup: Html;
  /** Rows down to the next ones that have notes: so far these may reach without pushing the text apart. */
  rows: number;
}

/** Notes by the first block of their row. */
function besideRows(view: FlowView, parts: readonly Part[]): Map<number, Notes> {
  const notes = new Map<number, Notes>();
  let last: Notes | null = null;
  for (const row of parts.flatMap(({ pieces }) => rowsOf(pieces))) {
    const [first] = row;
    const markup = view.beside(row);
    if (markup !== null && first !== undefined) {
      last = { markup, rows: 1 };
      notes.set(first, last);
    } else if (last !== null && last.rows < MOST_ROWS) last.rows++;
  }
  return notes;
}

interface PartView extends FlowView {
  zone: Part['zone'];
  notes: ReadonlyMap<number, Notes>;
}

function pieceMarkup(view: PartView, piece: Piece, depth: number, level: number): Html {
  if (piece.kind === 'table') return tableMarkup(view, piece);
  if (piece.kind === 'paragraph')
    return html`<p ${rowAttributes(view, piece.block)}>${blockText(view, piece.block)}</p>${notesOf(view, piece.block)}\n`;
  if (piece.kind === 'section') {
    const inner = piece.pieces.map((each) => pieceMarkup(view, each, depth, level + 1));
    return html`<section>${heading(view, piece.block, Math.min(level, 6))}${notesOf(view, piece.block)}\n${inner}</section>\n`;
  }
  const items = piece.items.map(({ block, pieces }) => {
    const inner = pieces.map((each) => pieceMarkup(view, each, depth + 1, level + 1));
    return html`<li><p ${rowAttributes(view, block, `item in-${Math.min(depth, DEEPEST_INDENT)}`)}>${blockText(view, block)}</p>${notesOf(view, block)}\n${inner}</li>`;
  });
  return html`<ul role="list">${items}</ul>\n`;
}

function heading(view: PartView, block: number, level: number): Html {
  const attributes = rowAttributes(view, block);
  const text = blockText(view, block);
  if (level <= 3) return html`<h3 ${attributes}>${text}</h3>`;
  if (level === 4) return html`<h4 ${attributes}>${text}</h4>`;
  return level === 5 ? html`<h5 ${attributes}>${text}</h5>` : html`<h6 ${attributes}>${text}</h6>`;
}

/** Id and class of the element that shows a block. */
function rowAttributes(view: PartView, block: number, kind = ''): Html {
  return html`class="row ${kind} ${roleOf(view, block)}" id="${view.prefix}-b${block}"`;
}

/** What a block is in the frame of an administrative document. */
function roleOf({ loaded: { document, plan } }: PartView, index: number): string {
  const block = document.blocks[index];
  const { type, subject, issuer } = plan.identity.spans;
  const holds = (span: typeof type): boolean =>
    span !== null && block !== undefined && span.start < block.end && span.end > block.start;
  if (block !== undefined && block.start < plan.zones.header.end) {
    if (holds(type)) return 'doc-type';
    if (holds(subject)) return 'doc-subject';
    if (holds(issuer)) return 'doc-issuer';
  }
  if (block?.kind === 'footnote') return 'footnote';
  return block?.bold ? 'bold' : '';
}

function notesOf({ notes }: PartView, block: number): Html | null {
  const here = notes.get(block);
  return here === undefined ? null : html`<div class="notes span-${here.rows}">${here.markup}</div>`;
}

function tableMarkup(view: PartView, { rows }: TablePiece): Html {
  // header and signature stand in tables only for the sake of columns
  const layout = view.zone !== 'body' && view.zone !== 'annex';
  const [first] = rows[0]?.[0]?.blocks ?? [];
  const head = !layout && rows.length > 1 && (rows[0]?.length ?? 0) > 1 ? rows[0] : undefined;
  const body = head === undefined ? rows : rows.slice(1);
  const columns = rows.reduce((most, row) => Math.max(most, columnsOf(row)), 0);
  const lines = body.map(
    (row) => html`<tr>${row.map((cell) => cellMarkup(view, cell, false))}${empty(columns - columnsOf(row))}</tr>`,
  );
  const headLine =
    head === undefined
      ? null
      : html`<thead><tr>${head.map((cell) => cellMarkup(view, cell, true))}${empty(columns - columnsOf(head))}</tr></thead>`;
  const table = html`${headLine}<tbody>${lines}</tbody>`;
  const notes = first === undefined ? null : notesOf(view, first);
  return layout
    ? html`<div class="row frame"><table role="presentation">${table}</table></div>${notes}\n`
    : html`<div class="row scroll" role="group" aria-label="${view.tableName}" tabindex="0"><table>${table}</table></div>${notes}\n`;
}

type Cell = TablePiece['rows'][number][number];

function columnsOf(row: readonly Cell[]): number {
  return row.reduce((columns, { gap }) => columns + gap + 1, 0);
}

function cellMarkup(view: PartView, { gap, blocks }: Cell, head: boolean): Html {
  const inner = blocks.map((block) => html`<p ${rowAttributes(view, block, 'cell')}>${blockText(view, block)}</p>`);
  return head ? html`${empty(gap)}<th scope="col">${inner}</th>` : html`${empty(gap)}<td>${inner}</td>`;
}

/** Cells without text, as one. */
function empty(columns: number): Html | null {
  return columns > 0 ? html`<td colspan="${columns}"></td>` : null;
}

/** The text of a block with its marks. */
function blockText(view: PartView, index: number): Html {
  const { document } = view.loaded;
  const block = document.blocks[index];
  if (block === undefined) return html``;
  const marks = view.marks.get(index);
  const lead = view.lead(index);
  if (marks === undefined) return html`${lead}${document.text.slice(block.start, block.end)}`;
  return html`${lead}${segmentsOf(document.text, block, marks).map((segment) => segmentMarkup(view, segment))}`;
}

/** A run of words; marked ones lead to the gravest finding that is about them. */
function segmentMarkup({ severities }: FlowView, { text, marks, begins, ends }: Segment): Html {
  const [top] = marks;
  const numbers = ends.map((mark) => number(mark, severities));
  if (top === undefined) return html`${begins.map(anchor)}${text}${begins.map((mark) => number(mark, severities))}`;
  const [named, ...others] = begins.includes(top) ? [top, ...begins.filter((mark) => mark !== top)] : [null, ...begins];
  const id = named === null ? null : html` id="${named.id}"`;
  const of = marks.map(({ target }) => target).join(' ');
  return html`${others.map(anchor)}<a class="hit ${top.severity}" href="#${top.target}" data-of="${of}"${id}>${text}${numbers}</a>`;
}

function anchor(mark: Mark | null): Html | null {
  return mark === null ? null : html`<span id="${mark.id}"></span>`;
}

function number({ number, severity, target }: Mark, severities: Record<Severity, string>): Html {
  return html`<sup class="ref ${severity}" data-of="${target}"><span class="vh"> [${severities[severity]} </span>${number}<span class="vh">] </span></sup>`;
}
