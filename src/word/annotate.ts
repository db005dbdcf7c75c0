/**
 * The draft with one Word comment per finding, anchored to the very words (ISO/IEC 29500-1, 17.13.4).
 * Parts that need no change keep their bytes; comments and tracked changes that are there stay.
 */
import type { Span } from '../source/document.js';
import type { WordPlaces } from '../source/docx/reader.js';
import { elements, nameOf, parseXml, type XmlElement } from '../source/docx/xml.js';
import { make, nextId, parentOf, WordFile } from './word-file.js';

/** A finding as a comment tells it. */
export interface Annotation {
  span: Span;
  /** Paragraphs of the comment; the first is its heading. */
  lines: readonly string[];
}

const AUTHOR = 'planlint';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const COMMENTS_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
const CONTENT_TYPES = '[Content_Types].xml';
const MARKS: ReadonlySet<string> = new Set(['comment', 'commentRangeStart', 'commentReference']);

/** Writes the comments into a file; `places` are those of the document that was read from these bytes. Throws `PlanlintError` where it cannot be read. */
export function annotate(
  path: string,
  bytes: Uint8Array,
  places: WordPlaces,
  annotations: readonly Annotation[],
): Uint8Array {
  if (annotations.length === 0) return bytes;
  const file = new WordFile(path, bytes);
  const comments = commentsOf(file);
  let id = nextId([comments, file.part(file.main)], MARKS);
  for (const { span, lines } of annotations) {
    const anchor = anchorOf(file, places, span);
    if (anchor === null) continue;
    mark(anchor, String(id));
    comments.appendChild(comment(comments, String(id), lines));
    id++;
  }
  return file.bytes();
}

/** First and last element that a comment covers. */
interface Anchor {
  first: XmlElement;
  last: XmlElement;
}

/** The words themselves; of a note at the foot of the page the mark that refers to it; of an automatic number the paragraph. */
function anchorOf(file: WordFile, places: WordPlaces, span: Span): Anchor | null {
  const found = places.paragraph(span);
  const mark = found?.reference ?? null;
  const words = places.places(span).filter(({ part }) => part === file.main);
  const runs = file.runs(mark === null ? words : [{ part: file.main, leaf: mark, from: 0, to: 1 }]);
  const [first, last] = [runs[0], runs.at(-1)];
  if (first !== undefined && last !== undefined) return { first: outsideBox(first), last: outsideBox(last) };
  const paragraph = file.paragraph(file.main, found?.part === file.main ? found.index : 0);
  if (paragraph === null) return null;
  const content = [...elements(paragraph)].filter((element) => nameOf(element) !== 'pPr');
  const [start, end] = [content[0], content.at(-1)];
  if (start !== undefined && end !== undefined) return { first: start, last: end };
  const run = make(paragraph, 'r');
  paragraph.appendChild(run);
  return { first: run, last: run };
}

/** Word has no comments in text boxes: the run that holds the whole box. */
function outsideBox(run: XmlElement): XmlElement {
  let outside = run;
  let inBox = false;
  for (let at = parentOf(run); at !== null; at = parentOf(at)) {
    if (nameOf(at) === 'txbxContent') inBox = true;
    if (!inBox || nameOf(at) !== 'r') continue;
    outside = at;
    inBox = false;
  }
  return outside;
}

function mark({ first, last }: Anchor, id: string): void {
  parentOf(first)?.insertBefore(make(first, 'commentRangeStart', { id }), first);
  const end = make(last, 'commentRangeEnd', { id });
  const reference = make(last, 'r');
  reference.appendChild(make(last, 'commentReference', { id }));
  const parent = parentOf(last);
  parent?.insertBefore(end, last.nextSibling);
  parent?.insertBefore(reference, end.nextSibling);
}

function comment(like: XmlElement, id: string, lines: readonly string[]): XmlElement {
  const element = make(like, 'comment', { id, author: AUTHOR, initials: 'pl' });
  for (const [i, line] of lines.entries()) {
    const paragraph = make(like, 'p');
    const run = make(like, 'r');
    if (i === 0) {
      const properties = make(like, 'rPr');
      properties.appendChild(make(like, 'b'));
      run.appendChild(properties);
    }
    const text = make(like, 't');
    text.setAttribute('xml:space', 'preserve');
    text.textContent = withoutControls(line);
    run.appendChild(text);
    paragraph.appendChild(run);
    element.appendChild(paragraph);
  }
  return element;
}

/** XML 1.0 has no control characters, whatever a document quotes. */
function withoutControls(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '');
}

/** The part of the comments, made and made known to the package if the file has none. */
function commentsOf(file: WordFile): XmlElement {
  const folder = file.main.slice(0, file.main.lastIndexOf('/') + 1);
  const relationsName = `${folder}_rels/${file.main.slice(folder.length)}.rels`;
  const relations = file.part(relationsName);
  for (const relation of relations === null ? [] : elements(relations)) {
    if (!(relation.getAttribute('Type') ?? '').endsWith('/comments')) continue;
    const target = relation.getAttribute('Target') ?? '';
    const existing = file.part(target.startsWith('/') ? target.slice(1) : folder + target);
    if (existing !== null) return existing;
  }
  const name = `${folder}comments.xml`;
  const root = parse(`<w:comments xmlns:w="${WORD}"/>`);
  file.create(name, root);
  const types = file.part(CONTENT_TYPES);
  if (types !== null) add(types, 'Override', { PartName: `/${name}`, ContentType: COMMENTS_TYPE });
  const known =
    relations ?? parse('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>');
  if (relations === null) file.create(relationsName, known);
  add(known, 'Relationship', { Id: freeId(known), Type: COMMENTS_RELATION, Target: 'comments.xml' });
  return root;
}

function parse(xml: string): XmlElement {
  return parseXml(new TextEncoder().encode(xml));
}

function add(parent: XmlElement, name: string, attributes: Record<string, string>): void {
  const element = parent.ownerDocument?.createElementNS(parent.namespaceURI, name);
  if (element === undefined) return;
  for (const [key, text] of Object.entries(attributes)) element.setAttribute(key, text);
  parent.appendChild(element);
}

function freeId(relations: XmlElement): string {
  const taken = new Set([...elements(relations)].map((relation) => relation.getAttribute('Id')));
  let i = taken.size + 1;
  while (taken.has(`rId${i}`)) i++;
  return `rId${i}`;
}
