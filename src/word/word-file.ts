/** A .docx file that is changed part by part: what is not touched keeps its bytes. */
import { XMLSerializer } from '@xmldom/xmldom';
import { findParts, openPackage, type WordPackage } from '../source/docx/package.js';
import type { WordPlace } from '../source/docx/raw-text.js';
import { isLeafElement } from '../source/docx/text-part.js';
import {
  allElements,
  attribute,
  child,
  copyOf,
  elements,
  isElement,
  nameOf,
  type XmlElement,
} from '../source/docx/xml.js';
import { makeEntry, writeZip } from '../source/docx/zip.js';

/** A stretch of a text element after runs were split. */
interface Piece {
  from: number;
  to: number;
  element: XmlElement;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export class WordFile {
  /** Name of the main part, "word/document.xml" as a rule. */
  readonly main: string;
  private readonly file: WordPackage;
  private readonly roots = new Map<string, XmlElement>();
  private readonly leaves = new Map<string, Piece[][]>();
  private readonly created = new Map<string, XmlElement>();

  /** Opens a file. Throws `PlanlintError` where it cannot be read. */
  constructor(path: string, bytes: Uint8Array) {
    this.file = openPackage(path, bytes);
    const { main } = findParts(this.file, path);
    this.main = main.name;
    this.roots.set(main.name, main.root);
  }

  /** The root of a part, to be changed in place; null where the file has none of that name. What is asked for is written anew. */
  part(name: string): XmlElement | null {
    const known = this.roots.get(name);
    if (known !== undefined) return known;
    const root = this.file.xml(name);
    if (root !== null) this.roots.set(name, root);
    return root;
  }

  /** Adds a part that the file does not have. */
  create(name: string, root: XmlElement): void {
    this.roots.set(name, root);
    this.created.set(name, root);
  }

  /** The runs that hold just the characters of these places, split off from what stands around them; in order of the text. */
  runs(places: readonly WordPlace[]): XmlElement[] {
    return places.flatMap(({ part, leaf, from, to }) => {
      const pieces = this.leavesOf(part)[leaf] ?? [];
      const whole = pieces[0]?.element;
      if (whole === undefined || runOf(whole) === null) return [];
      if (nameOf(whole) === 't' || nameOf(whole) === 'delText') {
        splitAt(pieces, from);
        splitAt(pieces, to);
      }
      return pieces
        .filter((piece) => piece.from < to && piece.to > from)
        .flatMap(({ element }) => alone(element) ?? []);
    });
  }

  /** The paragraphs of a part in document order. */
  paragraph(part: string, index: number): XmlElement | null {
    const root = this.part(part);
    if (root === null) return null;
    let at = 0;
    for (const element of allElements(root)) if (nameOf(element) === 'p' && at++ === index) return element;
    return null;
  }

  private leavesOf(part: string): Piece[][] {
    const known = this.leaves.get(part);
    if (known !== undefined) return known;
    const root = this.part(part);
    const found = root === null ? [] : [...allElements(root)].filter(isLeafElement);
    const pieces = found.map((element) => [{ from: 0, to: (element.textContent ?? '').length || 1, element }]);
    this.leaves.set(part, pieces);
    return pieces;
  }

  /** The file as it is now. */
  bytes(): Uint8Array {
    const encoder = new TextEncoder();
    const serializer = new XMLSerializer();
    const written = (name: string, root: XmlElement) =>
      makeEntry(name, encoder.encode(DECLARATION + serializer.serializeToString(root)));
    const entries = this.file.entries.map((entry) => {
      const root = this.roots.get(entry.name);
      return root === undefined ? entry : written(entry.name, root);
    });
    return writeZip([...entries, ...[...this.created].map(([name, root]) => written(name, root))]);
  }
}

/** The run that an element stands in right away; null elsewhere. */
function runOf(element: XmlElement): XmlElement | null {
  const parent = parentOf(element);
  return parent !== null && nameOf(parent) === 'r' ? parent : null;
}

export function parentOf(element: XmlElement): XmlElement | null {
  const { parentNode } = element;
  return parentNode !== null && isElement(parentNode) ? parentNode : null;
}

/** Splits the piece of a text that holds an offset into two elements. */
function splitAt(pieces: Piece[], offset: number): void {
  const at = pieces.findIndex(({ from, to }) => from < offset && offset < to);
  const piece = pieces[at];
  if (piece === undefined) return;
  const text = piece.element.textContent ?? '';
  const second = copyOf(piece.element, true);
  setText(piece.element, text.slice(0, offset - piece.from));
  setText(second, text.slice(offset - piece.from));
  piece.element.parentNode?.insertBefore(second, piece.element.nextSibling);
  pieces.splice(at, 1, { ...piece, to: offset }, { ...piece, from: offset, element: second });
}

export function setText(element: XmlElement, text: string): void {
  element.textContent = text;
  element.setAttribute('xml:space', 'preserve');
}

/** The run of an element, with what stood before and after it in the run moved to runs of their own. */
function alone(element: XmlElement): XmlElement | null {
  const run = runOf(element);
  const parent = run === null ? null : parentOf(run);
  if (run === null || parent === null) return null;
  const content = [...elements(run)].filter((each) => nameOf(each) !== 'rPr');
  const at = content.indexOf(element);
  const before = content.slice(0, at);
  const after = content.slice(at + 1);
  if (before.length > 0) parent.insertBefore(runLike(run, before), run);
  if (after.length > 0) parent.insertBefore(runLike(run, after), run.nextSibling);
  return run;
}

/** A run of the same look that takes these elements. */
export function runLike(run: XmlElement, content: readonly XmlElement[]): XmlElement {
  const twin = copyOf(run, false);
  const properties = child(run, 'rPr');
  if (properties !== null) twin.appendChild(copyOf(properties, true));
  for (const element of content) twin.appendChild(element);
  return twin;
}

/** A new element of WordprocessingML beside others of the part: in their namespace, with their prefix. */
export function make(like: XmlElement, name: string, attributes: Record<string, string> = {}): XmlElement {
  const { namespaceURI, ownerDocument } = like;
  if (ownerDocument === null) throw new Error('an element without document');
  const lead = like.prefix === null || like.prefix === '' ? '' : `${like.prefix}:`;
  const element = ownerDocument.createElementNS(namespaceURI, lead + name);
  for (const [key, text] of Object.entries(attributes))
    element.setAttributeNS(namespaceURI, `${lead || 'w:'}${key}`, text);
  return element;
}

/** The next free number for marks of a kind: comments, or tracked changes. */
export function nextId(roots: readonly (XmlElement | null)[], names: ReadonlySet<string>): number {
  let most = -1;
  for (const root of roots) {
    if (root === null) continue;
    for (const element of allElements(root)) {
      if (names.has(nameOf(element))) most = Math.max(most, Number(attribute(element, 'id') ?? -1));
    }
  }
  return Number.isFinite(most) ? most + 1 : 0;
}
