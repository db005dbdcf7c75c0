/** One paragraph of a Word document: its characters as a reader sees them, with what each looks like. */
import type { ReadOptions } from '../document.js';
import type { Leaf } from './raw-text.js';
import { isLeaf } from './raw-text.js';
import { type ParagraphStyle, paragraphStyle, type RunStyle, runStyle, type Styles } from './styles.js';
import { signOf, withSigns } from './symbols.js';
import { attribute, child, elements, nameOf, value, type XmlElement } from './xml.js';

/** A run of characters of one look that come from one element. */
export interface Piece {
  text: string;
  leaf: Omit<Leaf, 'start' | 'length'>;
  style: RunStyle;
}

export interface Paragraph {
  pieces: Piece[];
  style: ParagraphStyle;
  /** Contents of text boxes that are anchored here. */
  boxes: XmlElement[];
  /** Notes that are referred to here. */
  notes: { kind: 'footnote' | 'endnote'; id: string; leaf: number }[];
  /** The mark at its end is deleted (or, in the original text, not yet there): the next paragraph goes on with it. */
  runsOn: boolean;
}

/** What was met on the way and has to be told. */
export interface Met {
  tracked: boolean;
  hidden: boolean;
}

/** What a paragraph is read with. */
export interface ParagraphContext {
  part: string;
  /** Index of each leaf of the part. */
  leaves: ReadonlyMap<XmlElement, number>;
  styles: Styles;
  tracked: ReadOptions['tracked'];
  met: Met;
}

/** A line break inside a paragraph, as it stands among its characters. */
export const LINE_BREAK = '\n';

/** Reads a `w:p`. */
export function readParagraph(element: XmlElement, context: ParagraphContext): Paragraph {
  const properties = child(element, 'pPr');
  const styleId = value(properties, 'pStyle');
  const paragraph: Paragraph = {
    pieces: [],
    style: context.styles.paragraph(styleId, paragraphStyle(properties)),
    boxes: [],
    notes: [],
    runsOn: runsOn(child(properties, 'rPr'), context),
  };
  new Walk(context, styleId, paragraph).inside(element);
  return paragraph;
}

function runsOn(mark: XmlElement | null, { tracked, met }: ParagraphContext): boolean {
  const inserted = child(mark, 'ins') !== null || child(mark, 'moveTo') !== null;
  const deleted = child(mark, 'del') !== null || child(mark, 'moveFrom') !== null;
  if (inserted || deleted) met.tracked = true;
  return tracked === 'accepted' ? deleted : inserted;
}

/** Whether what is marked as inserted or deleted is part of the text that is read; null for an element that is no such mark. */
export function isTrackedIn(name: string, { tracked, met }: ParagraphContext): boolean | null {
  const inserted = name === 'ins' || name === 'moveTo';
  if (!inserted && name !== 'del' && name !== 'moveFrom') return null;
  met.tracked = true;
  return inserted === (tracked === 'accepted');
}

/** The content of `mc:AlternateContent` that is shown: the first choice, or the fallback where there is none. */
export function alternative(element: XmlElement): XmlElement | null {
  const all = [...elements(element)];
  return all.find((each) => nameOf(each) === 'mc:Choice') ?? all[0] ?? null;
}

/** Goes through a paragraph in document order. */
class Walk {
  /** Fields that are open; true while their instruction is being told, which nobody sees. */
  private readonly fields: boolean[] = [];

  constructor(
    private readonly context: ParagraphContext,
    private readonly styleId: string | null,
    private readonly paragraph: Paragraph,
  ) {}

  inside(parent: XmlElement): void {
    for (const element of elements(parent)) {
      const name = nameOf(element);
      if (name === 'r') this.run(element);
      else if (name === 'mc:AlternateContent') this.alternatives(element);
      else if (name === 'sdt') this.contentOf(element);
      else if (name !== 'pPr' && isTrackedIn(name, this.context) !== false) this.inside(element);
    }
  }

  private contentOf(element: XmlElement): void {
    const content = child(element, 'sdtContent');
    if (content !== null) this.inside(content);
  }

  private alternatives(element: XmlElement): void {
    const shown = alternative(element);
    if (shown !== null) this.inside(shown);
  }

  private run(element: XmlElement): void {
    const properties = child(element, 'rPr');
    const style = this.context.styles.run(this.styleId, value(properties, 'rStyle'), runStyle(properties));
    this.content(element, style);
  }

  /** The children of a run; a drawing may lie deep in it. */
  private content(parent: XmlElement, style: RunStyle): void {
    for (const element of elements(parent)) {
      const name = nameOf(element);
      if (name === 'rPr') continue;
      if (name === 'fldChar') this.field(attribute(element, 'fldCharType'));
      else if (name === 'txbxContent') this.paragraph.boxes.push(element);
      else if (name === 'mc:AlternateContent') {
        const shown = alternative(element);
        if (shown !== null) this.content(shown, style);
      } else if (isLeaf(name)) this.leaf(element, name, style);
      else if (name !== 'instrText' && name !== 'delInstrText') this.content(element, style);
    }
  }

  private field(type: string | null): void {
    if (type === 'begin') this.fields.push(true);
    else if (type === 'separate' && this.fields.length > 0) this.fields[this.fields.length - 1] = false;
    else if (type === 'end') this.fields.pop();
  }

  private leaf(element: XmlElement, name: string, style: RunStyle): void {
    if (this.fields.includes(true)) return;
    if (style.hidden === true) {
      if ((element.textContent ?? '').trim() !== '') this.context.met.hidden = true;
      return;
    }
    if (name === 'footnoteReference' || name === 'endnoteReference') {
      const id = attribute(element, 'id');
      const kind = name === 'footnoteReference' ? 'footnote' : 'endnote';
      if (id !== null) this.paragraph.notes.push({ kind, id, leaf: this.context.leaves.get(element) ?? 0 });
      return;
    }
    const { text, skipped } = charactersOf(element, name, style.font);
    if (text === '') return;
    const upper = style.capitals === true ? text.toUpperCase() : text;
    this.paragraph.pieces.push({
      text: upper.length === text.length ? upper : text,
      leaf: { part: this.context.part, index: this.context.leaves.get(element) ?? 0, skipped },
      style,
    });
  }
}

/** The characters that an element shows. */
function charactersOf(element: XmlElement, name: string, font: string | null): { text: string; skipped: number } {
  switch (name) {
    case 't':
    case 'delText':
      return shownText(element, font);
    case 'tab':
    case 'ptab':
      return { text: '\t', skipped: 0 };
    case 'br':
    case 'cr':
      return { text: LINE_BREAK, skipped: 0 };
    case 'noBreakHyphen':
      return { text: '-', skipped: 0 };
    case 'sym':
      return { text: signOf(attribute(element, 'char'), attribute(element, 'font') ?? font), skipped: 0 };
    default:
      return { text: '', skipped: 0 };
  }
}

/**
 * Word does not show spaces at the ends of a text that does not ask to keep them; line ends in it are spaces.
 * Spaces in the sense of XML: a no-break space, as pages pasted from the web have it between words, is shown.
 */
function shownText(element: XmlElement, font: string | null): { text: string; skipped: number } {
  const whole = withSigns(element.textContent ?? '', font).replace(/[\r\n]/gu, ' ');
  if (element.getAttribute('xml:space') === 'preserve') return { text: whole, skipped: 0 };
  let start = 0;
  let end = whole.length;
  while (start < end && isXmlSpace(whole[start])) start++;
  while (end > start && isXmlSpace(whole[end - 1])) end--;
  return { text: whole.slice(start, end), skipped: start === end ? 0 : start };
}

function isXmlSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}
