/** A part of a Word document with text, its elements numbered so that a place can be found again in another reading of the same part. */
import { isLeaf } from './raw-text.js';
import { allElements, nameOf, type XmlElement } from './xml.js';

/** A part of the document with text: the main one, the footnotes, the endnotes. */
export interface TextPart {
  name: string;
  root: XmlElement;
  leaves: Map<XmlElement, number>;
  paragraphs: Map<XmlElement, number>;
}

export function textPart(name: string, root: XmlElement): TextPart {
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
