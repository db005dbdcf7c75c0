/** The body of a Word document as lines and table rows, in the form that the block builder takes from every format. */
import type { ReadOptions } from '../document.js';
import { FlowString } from '../flow.js';
import { readPlain } from '../inline.js';
import { isRecipientsLine, isTypeLine } from '../structure.js';
import { cutColumns, isNation, type RawLine, type TextLine } from '../text-lines.js';
import type { Numbering } from './numbering.js';
import {
  alternative,
  isTrackedIn,
  LINE_BREAK,
  type Met,
  type Paragraph,
  type ParagraphContext,
  type Piece,
  readParagraph,
} from './paragraph.js';
import { isLeaf, type RawText } from './raw-text.js';
import type { Styles } from './styles.js';
import { allElements, attribute, child, children, elements, nameOf, number, type XmlElement } from './xml.js';

/** A heading style on a text longer than this is a paragraph that somebody made bold that way. */
const LONGEST_HEADING = 200;
/** Text and tables inside tables inside text boxes: deeper than this nobody reads. */
const DEEPEST = 20;
/** More columns or rows are a mistake of the program that wrote the file. */
const WIDEST_SPAN = 64;

/** A part of the document with text: the main one, the footnotes, the endnotes. */
interface TextPart {
  name: string;
  root: XmlElement;
  leaves: Map<XmlElement, number>;
  paragraphs: Map<XmlElement, number>;
}

/** Parts that the body refers to. */
export interface Notes {
  footnote: { name: string; root: XmlElement } | null;
  endnote: { name: string; root: XmlElement } | null;
}

/** Letters by the font and the size that they are set in. */
export interface Typography {
  fonts: Map<string, number>;
  /** In half-points. */
  sizes: Map<number, number>;
}

/** Reads the body. What it met on the way stands in `met` and `typography` when `read` has ended. */
export class BodyReader {
  readonly met: Met = { tracked: false, hidden: false };
  readonly typography: Typography = { fonts: new Map(), sizes: new Map() };
  private readonly lines: RawLine[] = [];
  private readonly notes = new Map<string, { part: TextPart; element: XmlElement }>();
  private zone: 'header' | 'body' | 'closing' = 'header';
  /** Paragraphs of the body so far. */
  private count = 0;
  /** Pieces of paragraphs whose mark is deleted: the next one goes on with them. */
  private pending: Piece[] = [];
  private depth = 0;

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
  private begin(element: XmlElement, part: TextPart): Paragraph {
    if (part.name.endsWith('document.xml')) this.count++;
    this.raw.begin({ part: part.name, index: part.paragraphs.get(element) ?? 0, number: Math.max(1, this.count) });
    return readParagraph(element, this.context(part));
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
    for (const { kind, id } of notes) {
      const note = this.notes.get(`${kind} ${id}`);
      if (note === undefined) continue;
      this.notes.delete(`${kind} ${id}`);
      for (const element of blockElements(note.element, this.context(note.part))) this.note(element, note.part);
    }
    this.depth--;
  }

  private note(element: XmlElement, part: TextPart): void {
    if (nameOf(element) === 'tbl') return;
    for (const line of this.textLines(this.begin(element, part), true)) this.lines.push({ kind: 'text', line });
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
      this.measure(piece);
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

  private measure({ text, style }: Piece): void {
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    if (letters === 0) return;
    const { fonts, sizes } = this.typography;
    if (style.font !== null) fonts.set(style.font, (fonts.get(style.font) ?? 0) + letters);
    if (style.size !== null) sizes.set(style.size, (sizes.get(style.size) ?? 0) + letters);
  }

  private table(element: XmlElement, part: TextPart): void {
    const rows = this.rows(element, part);
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

  private rows(table: XmlElement, part: TextPart): Cell[][] {
    return [...through(table, 'tr', this.context(part))].flatMap((row) => {
      const properties = child(row, 'trPr');
      if (
        ![...(properties === null ? [] : elements(properties))].every(
          (mark) => isTrackedIn(nameOf(mark), this.context(part)) !== false,
        )
      )
        return [];
      const cells: Cell[] = [];
      let column = Math.min(number(properties, 'gridBefore') ?? 0, WIDEST_SPAN);
      for (const cell of through(row, 'tc', this.context(part))) {
        const own = child(cell, 'tcPr');
        const merge = child(own, 'vMerge');
        cells.push({
          element: cell,
          column,
          merged: merge !== null && (attribute(merge, 'val') ?? 'continue') !== 'restart',
        });
        column += Math.min(Math.max(1, number(own, 'gridSpan') ?? 1), WIDEST_SPAN);
      }
      return [cells];
    });
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
        for (const cells of this.rows(block, part))
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

interface Cell {
  element: XmlElement;
  /** In the grid of the table, from 0. */
  column: number;
  /** Covered by the cell above. */
  merged: boolean;
}

function putLabel(line: { flow: FlowString; letters: number }, label: string, base: number): void {
  const text = line.flow.trim();
  const at = text.starts[0] ?? base;
  const labelled = new FlowString();
  labelled.push(`${label} `, at, at);
  labelled.append(text);
  line.flow = labelled;
}

/** Paragraphs and tables in a container, also those inside content controls and marks of tracked changes. */
function* blockElements(parent: XmlElement, context: ParagraphContext): Generator<XmlElement> {
  for (const element of elements(parent)) {
    const name = nameOf(element);
    if (name === 'p' || name === 'tbl') yield element;
    else if (name === 'mc:AlternateContent') {
      const shown = alternative(element);
      if (shown !== null) yield* blockElements(shown, context);
    } else if (!name.endsWith('Pr') && isTrackedIn(name, context) !== false) yield* blockElements(element, context);
  }
}

/** Rows of a table or cells of a row, also those inside content controls and marks of tracked changes. */
function* through(parent: XmlElement, wanted: 'tr' | 'tc', context: ParagraphContext): Generator<XmlElement> {
  for (const element of elements(parent)) {
    const name = nameOf(element);
    if (name === wanted) yield element;
    else if (!name.endsWith('Pr') && name !== 'tblGrid' && name !== 'p' && isTrackedIn(name, context) !== false)
      yield* through(element, wanted, context);
  }
}

function textPart(name: string, root: XmlElement): TextPart {
  const leaves = new Map<XmlElement, number>();
  const paragraphs = new Map<XmlElement, number>();
  for (const element of allElements(root)) {
    if (isLeafElement(element)) leaves.set(element, leaves.size);
    else if (nameOf(element) === 'p') paragraphs.set(element, paragraphs.size);
  }
  return { name, root, leaves, paragraphs };
}

/** Whether an element is a leaf of the text: `w:tab` is one in a run, and none among the tab stops of a paragraph. */
export function isLeafElement(element: XmlElement): boolean {
  const { parentNode } = element;
  return isLeaf(nameOf(element)) && !parentNode?.nodeName.endsWith(':tabs');
}
