/** The body of a Word document as lines and table rows, in the form that the block builder takes from every format. */
import type { ReadOptions } from '../document.js';
import { FlowString } from '../flow.js';
import { readPlain } from '../inline.js';
import { isRecipientsLine, isTypeLine } from '../structure.js';
import { cutColumns, isNation, type RawLine, type TextLine } from '../text-lines.js';
import { blockElements, type Cell, tableRows } from './containers.js';
import type { Numbering } from './numbering.js';
import { LINE_BREAK, type Met, type Paragraph, type ParagraphContext, type Piece, readParagraph } from './paragraph.js';
import type { RawText } from './raw-text.js';
import type { Styles } from './styles.js';
import { type TextPart, textPart } from './text-part.js';
import { Typography } from './typography.js';
import { attribute, child, children, nameOf, type XmlElement } from './xml.js';

/** A heading style on a text longer than this is a paragraph that somebody made bold that way. */
const LONGEST_HEADING = 200;
/** Text and tables inside tables inside text boxes: deeper than this nobody reads. */
const DEEPEST = 20;

/** Parts that the body refers to. */
export interface Notes {
  footnote: { name: string; root: XmlElement } | null;
  endnote: { name: string; root: XmlElement } | null;
}

/** Reads the body. What it met on the way stands in `met` and `typography` when `read` has ended. */
export class BodyReader {
  readonly met: Met = { tracked: false, hidden: false };
  readonly typography = new Typography();
  private readonly lines: RawLine[] = [];
  private readonly notes = new Map<string, { part: TextPart; element: XmlElement }>();
  private zone: 'header' | 'body' | 'closing' = 'header';
  /** Paragraphs of the body so far. */
  private count = 0;
  /** Pieces of paragraphs whose mark is deleted: the next one goes on with them. */
  private pending: Piece[] = [];
  private depth = 0;
  /** Name of the main part. */
  private main = '';

  constructor(
    private readonly styles: Styles,
    private readonly numbering: Numbering,
    private readonly tracked: ReadOptions['tracked'],
    private readonly raw: RawText,
  ) {}

  /** Reads the main part and the notes that it refers to. */
  read(main: { name: string; root: XmlElement }, notes: Notes): RawLine[] {
    for (const kind of ['footnote', 'endnote'] as const) {
      const part = notes[kind];
      if (part === null) continue;
      const text = textPart(part.name, part.root);
      for (const element of children(part.root, kind)) {
        const type = attribute(element, 'type') ?? 'normal';
        if (type === 'normal') this.notes.set(`${kind} ${attribute(element, 'id') ?? ''}`, { part: text, element });
      }
    }
    this.main = main.name;
    const body = child(main.root, 'body');
    if (body !== null) this.blocks(body, textPart(main.name, main.root));
    return this.lines;
  }

  private blocks(parent: XmlElement, part: TextPart): void {
    for (const element of blockElements(parent, this.context(part))) {
      if (nameOf(element) === 'tbl') this.table(element, part);
      else this.paragraph(element, part);
    }
  }

  private context(part: TextPart): ParagraphContext {
    return { part: part.name, leaves: part.leaves, styles: this.styles, tracked: this.tracked, met: this.met };
  }

  private paragraph(element: XmlElement, part: TextPart): void {
    const paragraph = this.begin(element, part);
    if (paragraph.runsOn) {
      this.pending.push(...paragraph.pieces);
    } else {
      paragraph.pieces.unshift(...this.pending);
      this.pending = [];
      for (const line of this.textLines(paragraph, false)) this.add(line);
      this.lines.push({ kind: 'blank' });
    }
    this.attached(paragraph, part);
  }

  /** Reads a paragraph and counts it. */
  private begin(element: XmlElement, part: TextPart, reference: number | null = null): Paragraph {
    const paragraph = readParagraph(element, this.context(part));
    // as Word's own count does: paragraphs without text are none, and a deleted mark joins two into one
    const hasText = paragraph.pieces.some(({ text }) => text.trim() !== '');
    if (part.name === this.main && hasText && this.pending.length === 0) this.count++;
    const index = part.paragraphs.get(element) ?? 0;
    this.raw.begin({ part: part.name, index, reference, number: Math.max(1, this.count) });
    return paragraph;
  }

  private add(line: TextLine): void {
    this.lines.push({ kind: 'text', line });
    if (this.zone === 'header' && isTypeLine(line.flow.text)) this.zone = 'body';
    if (isRecipientsLine(line.flow.text)) this.zone = 'closing';
  }

  /** Text boxes that are anchored in a paragraph, and the notes that it refers to. */
  private attached({ boxes, notes }: Paragraph, part: TextPart): void {
    if (this.depth >= DEEPEST) return;
    this.depth++;
    for (const box of boxes) this.blocks(box, part);
    for (const { kind, id, leaf } of notes) {
      const note = this.notes.get(`${kind} ${id}`);
      if (note === undefined) continue;
      this.notes.delete(`${kind} ${id}`);
      for (const element of blockElements(note.element, this.context(note.part))) this.note(element, note.part, leaf);
    }
    this.depth--;
  }

  private note(element: XmlElement, part: TextPart, reference: number): void {
    if (nameOf(element) === 'tbl') return;
    for (const line of this.textLines(this.begin(element, part, reference), true))
      this.lines.push({ kind: 'text', line });
    this.lines.push({ kind: 'blank' });
  }

  /** The lines of a paragraph: one, or more where it holds line breaks or columns set apart by tabs. */
  private textLines(paragraph: Paragraph, footnote: boolean): TextLine[] {
    const { lines, length } = this.inlineLines(paragraph);
    const level = paragraph.style.outlineLevel;
    const depth = !footnote && level !== null && level < 6 && length <= LONGEST_HEADING ? level + 1 : 0;
    return lines
      .flatMap((inline) =>
        cutColumns(
          inline,
          {
            depth,
            footnote,
            boldLetters: inline.boldLetters,
            letters: inline.letters,
            open: false,
            indent: 0,
            first: false,
          },
          this.zone !== 'body' && depth === 0,
        ),
      )
      .filter(({ flow }) => flow.text !== '');
  }

  /** Adds the characters of a paragraph to the text, and gives them line by line with the automatic label before the first. */
  private inlineLines({ pieces, style }: Paragraph): { lines: ReturnType<typeof readPlain>[]; length: number } {
    const base = this.raw.length;
    const text = pieces.map((piece) => piece.text).join('');
    const bold: boolean[] = [];
    for (const piece of pieces) {
      this.raw.add({ ...piece.leaf, length: piece.text.length });
      for (let i = 0; i < piece.text.length; i++) bold.push(piece.style.bold === true);
      this.typography.add(piece);
    }
    const { numbering } = style;
    // a paragraph without text shows no number that anybody would read, but Word counts it
    const label =
      numbering?.id != null && numbering.id !== '0' ? this.numbering.label(numbering.id, numbering.level ?? 0) : null;
    const lines: ReturnType<typeof readPlain>[] = [];
    let from = 0;
    for (const part of text.split(LINE_BREAK)) {
      lines.push(readPlain(text, from, from + part.length, (offset) => bold[offset] ?? false, base));
      from += part.length + 1;
    }
    const first = lines.find(({ flow }) => flow.text.trim() !== '');
    if (label !== null && first !== undefined) putLabel(first, label, base);
    return { lines, length: text.length };
  }

  private table(element: XmlElement, part: TextPart): void {
    const rows = tableRows(element, this.context(part));
    const words = element.textContent ?? '';
    const layout =
      (this.zone === 'header' && isNation(words)) ||
      /Nơi nhận/iu.test(words.normalize('NFC').slice(0, 200)) ||
      rows.every((cells) => cells.filter(({ merged }) => !merged).length <= 1);
    for (const cells of rows) {
      if (layout) this.layoutRow(cells, part);
      else this.row(cells, part);
    }
    this.lines.push({ kind: 'blank' });
  }

  /** A row of a table that only sets header or closing side by side, or frames a text: its paragraphs, one cell after the other. */
  private layoutRow(cells: readonly Cell[], part: TextPart): void {
    for (const { element, merged } of cells) {
      if (merged) continue;
      for (const block of blockElements(element, this.context(part))) {
        if (nameOf(block) === 'tbl') {
          this.table(block, part);
          continue;
        }
        const paragraph = this.begin(block, part);
        const lines = this.textLines(paragraph, false);
        for (const line of lines) this.add({ ...line, column: cells.length > 1 });
        this.lines.push({ kind: 'blank' });
        this.attached(paragraph, part);
      }
    }
  }

  private row(cells: readonly Cell[], part: TextPart): void {
    const flows: FlowString[] = [];
    const after: Paragraph[] = [];
    for (const { element, column, merged } of cells) {
      while (flows.length < column) flows.push(new FlowString());
      flows[column] = merged ? new FlowString() : this.cell(element, part, after);
    }
    if (flows.some(({ text }) => text !== '')) this.lines.push({ kind: 'row', cells: flows });
    for (const paragraph of after) this.attached(paragraph, part);
  }

  /** All text of a cell, also of tables in it. */
  private cell(element: XmlElement, part: TextPart, after: Paragraph[]): FlowString {
    const whole = new FlowString();
    const append = (flow: FlowString): void => {
      if (flow.text === '') return;
      const at = flow.starts[0] ?? 0;
      if (whole.last !== '') whole.push(' ', at, at);
      whole.append(flow);
    };
    for (const block of blockElements(element, this.context(part))) {
      if (nameOf(block) === 'tbl') {
        if (this.depth >= DEEPEST) continue;
        this.depth++;
        for (const cells of tableRows(block, this.context(part)))
          for (const cell of cells) if (!cell.merged) append(this.cell(cell.element, part, after));
        this.depth--;
        continue;
      }
      const paragraph = this.begin(block, part);
      for (const { flow } of this.inlineLines(paragraph).lines) append(flow.trim());
      after.push(paragraph);
    }
    return whole;
  }
}

function putLabel(line: { flow: FlowString; letters: number }, label: string, base: number): void {
  const text = line.flow.trim();
  const at = text.starts[0] ?? base;
  const labelled = new FlowString();
  labelled.push(`${label} `, at, at);
  labelled.append(text);
  line.flow = labelled;
}
