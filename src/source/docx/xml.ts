/** XML of Office Open XML parts: parsed without document types and entities, and read by local names. */
import { DOMParser, type Element as DomElement, type Node as DomNode } from '@xmldom/xmldom';

export type XmlElement = DomElement;
type XmlNode = DomNode;

/** XML that is not read. */
export class XmlError extends Error {
  constructor(
    readonly reason: 'malformed' | 'doctype',
    options?: ErrorOptions,
  ) {
    super(reason, options);
    this.name = 'XmlError';
  }
}

/** WordprocessingML in its transitional and its strict form (ISO/IEC 29500). */
const WORD: ReadonlySet<string | null> = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);

/** Elements within elements: Word writes some fifty levels where tables stand in text boxes in tables. */
const DEEPEST = 500;

/** Parses a part. Throws `XmlError` for a document type (Word writes none; it could name files or swell), for what is not well-formed or nested too deep. */
export function parseXml(bytes: Uint8Array): XmlElement {
  const text = decode(bytes);
  if (/<!DOCTYPE/iu.test(text)) throw new XmlError('doctype');
  try {
    const parser = new DOMParser({
      locator: false,
      onError(level, message) {
        if (level !== 'warning') throw new Error(message);
      },
    });
    const root = parser.parseFromString(text, 'application/xml').documentElement;
    if (root === null || isTooDeep(root)) throw new XmlError('malformed');
    return root;
  } catch (cause) {
    if (cause instanceof XmlError) throw cause;
    throw new XmlError('malformed', { cause });
  }
}

function decode(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  return new TextDecoder(utf16 ?? 'utf-8').decode(bytes).replace(/^\ufeff/u, '');
}

export function isElement(node: XmlNode): node is XmlElement {
  return node.nodeType === 1;
}

/** A copy of an element; `deep` with all that is in it. */
export function copyOf(element: XmlElement, deep: boolean): XmlElement {
  const copy = element.cloneNode(deep);
  if (!isElement(copy)) throw new Error('the copy of an element is none');
  return copy;
}

/** The name of a WordprocessingML element without prefix ("p", "tbl"); with its namespace's last part before it for others ("mc:Choice"). */
export function nameOf(element: XmlElement): string {
  const local = element.localName ?? element.nodeName;
  if (WORD.has(element.namespaceURI)) return local;
  return element.namespaceURI?.includes('markup-compatibility') === true ? `mc:${local}` : `other:${local}`;
}

/** Child elements in their order. */
export function* elements(parent: XmlElement): Generator<XmlElement> {
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) if (isElement(node)) yield node;
}

/** All elements below a root, in document order. */
export function* allElements(root: XmlElement): Generator<XmlElement> {
  for (const { element } of withDepth(root)) yield element;
}

/** The elements below a root with how deep they lie; without recursion, since a hostile file may nest without end. */
function* withDepth(root: XmlElement): Generator<{ element: XmlElement; depth: number }> {
  let node: XmlNode | null = root.firstChild;
  let depth = 1;
  while (node !== null) {
    if (isElement(node)) yield { element: node, depth };
    if (node.firstChild !== null) {
      node = node.firstChild;
      depth++;
      continue;
    }
    while (node !== null && node.nextSibling === null) {
      node = node.parentNode === root ? null : node.parentNode;
      depth--;
    }
    node = node?.nextSibling ?? null;
  }
}

function isTooDeep(root: XmlElement): boolean {
  for (const { depth } of withDepth(root)) if (depth > DEEPEST) return true;
  return false;
}

/** The first child of a WordprocessingML name. */
export function child(parent: XmlElement | null, name: string): XmlElement | null {
  if (parent === null) return null;
  for (const element of elements(parent)) if (nameOf(element) === name) return element;
  return null;
}

/** All children of a WordprocessingML name. */
export function children(parent: XmlElement | null, name: string): XmlElement[] {
  return parent === null ? [] : [...elements(parent)].filter((element) => nameOf(element) === name);
}

/** A WordprocessingML attribute (`w:val`); null if absent. */
export function attribute(element: XmlElement | null, name: string): string | null {
  if (element === null) return null;
  for (const namespace of WORD) {
    const value = element.getAttributeNS(namespace, name);
    if (value !== null && element.hasAttributeNS(namespace, name)) return value;
  }
  return element.hasAttribute(name) ? element.getAttribute(name) : null;
}

/** The attribute `w:val` of a child: `<w:jc w:val="center"/>`. */
export function value(parent: XmlElement | null, name: string): string | null {
  return attribute(child(parent, name), 'val');
}

/** A whole number of the attribute `w:val` of a child; null if absent or no number. */
export function number(parent: XmlElement | null, name: string): number | null {
  return wholeNumber(value(parent, name));
}

export function wholeNumber(text: string | null): number | null {
  return text !== null && /^[-+]?\d{1,9}$/u.test(text.trim()) ? Number(text) : null;
}

/** A switch as `<w:b/>`, `<w:b w:val="0"/>`; null if it is not set here. */
export function toggle(parent: XmlElement | null, name: string): boolean | null {
  const element = child(parent, name);
  if (element === null) return null;
  return !['0', 'false', 'off', 'none'].includes(attribute(element, 'val') ?? 'true');
}
