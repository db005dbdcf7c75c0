/** The layout of the pages of a .docx file: sections (`w:sectPr`), margins, fonts and the page number in a header or footer. */
import type { PageLayout, PageNumber, PageSection } from '../page-layout.js';
import { millimetres } from './measures.js';
import type { WordParts } from './package.js';
import { relationOf } from './running.js';
import type { Styles } from './styles.js';
import type { Typography } from './typography.js';
import {
  allElements,
  attribute,
  child,
  children,
  elements,
  isElement,
  nameOf,
  toggle,
  value,
  type XmlElement,
} from './xml.js';

/** Reads the layout; `startOf` tells where the paragraph with an index (among all `w:p` of the main part) begins in the flow text. */
export function readLayout(
  parts: WordParts,
  styles: Styles,
  typography: Typography,
  startOf: (paragraph: number) => number,
): PageLayout {
  const sections = sectionsOf(parts.main.root);
  return {
    sections: sections.map(({ properties, paragraph }) => sectionOf(properties, startOf(paragraph))),
    fonts: [...typography.fonts].map(([name, letters]) => ({ name, letters })),
    sizes: [...typography.sizes].map(([size, letters]) => ({ points: size / 2, letters })),
    pageNumber: pageNumberOf(
      sections.map(({ properties }) => properties),
      parts,
      styles,
    ),
  };
}

/** Properties of the sections with the paragraph that each begins with: those of a section stand in its last paragraph, of the last one at the end. */
function sectionsOf(root: XmlElement): { properties: XmlElement | null; paragraph: number }[] {
  const body = child(root, 'body');
  const found: { properties: XmlElement | null; paragraph: number }[] = [];
  let first = 0;
  let count = 0;
  for (const element of body === null ? [] : elements(body)) {
    const isParagraph = nameOf(element) === 'p';
    count += (isParagraph ? 1 : 0) + [...allElements(element)].filter((each) => nameOf(each) === 'p').length;
    const properties = isParagraph ? child(child(element, 'pPr'), 'sectPr') : null;
    if (properties === null) continue;
    found.push({ properties, paragraph: first });
    first = count;
  }
  const last = child(body, 'sectPr');
  if (last !== null || found.length === 0) found.push({ properties: last, paragraph: first });
  return found;
}

function sectionOf(properties: XmlElement | null, start: number): PageSection {
  const size = child(properties, 'pgSz');
  const [width, height] = [millimetres(attribute(size, 'w')), millimetres(attribute(size, 'h'))];
  const margin = child(properties, 'pgMar');
  const margins: PageSection['margins'] = {};
  for (const side of ['top', 'bottom', 'left', 'right'] as const) {
    const length = millimetres(attribute(margin, side));
    // a negative margin is one that the header may not push away
    if (length !== null) margins[side] = Math.abs(length);
  }
  // the gutter is added to the margin at which the sheets are bound
  const gutter = millimetres(attribute(margin, 'gutter'));
  if (gutter !== null && margins.left !== undefined) margins.left += gutter;
  return { start, paper: width === null || height === null ? null : { width, height }, margins };
}

/** The page number that most pages bear: in a default or even header or footer of any section. */
function pageNumberOf(sections: readonly (XmlElement | null)[], parts: WordParts, styles: Styles): PageNumber | null {
  for (const properties of sections) {
    for (const [place, kind] of [
      ['top', 'headerReference'],
      ['bottom', 'footerReference'],
    ] as const) {
      const found =
        numberIn(properties, kind, 'default', parts, styles) ?? numberIn(properties, kind, 'even', parts, styles);
      if (found === null) continue;
      const apart = toggle(properties, 'titlePg') === true;
      const onFirst = apart && numberIn(properties, kind, 'first', parts, styles) !== null;
      const format = attribute(child(properties, 'pgNumType'), 'fmt') ?? 'decimal';
      const arabic = found.arabic && format.startsWith('decimal');
      return { place, centred: found.centred, arabic, onFirstPage: !apart || onFirst };
    }
  }
  return null;
}

function numberIn(
  properties: XmlElement | null,
  kind: 'headerReference' | 'footerReference',
  type: string,
  parts: WordParts,
  styles: Styles,
): Pick<PageNumber, 'centred' | 'arabic'> | null {
  const reference = children(properties, kind).find((each) => (attribute(each, 'type') ?? 'default') === type);
  const root = reference === undefined ? null : parts.related(relationOf(reference));
  if (root === null) return null;
  for (const element of allElements(root)) {
    if (!isPageField(element)) continue;
    return { centred: isCentred(element, styles), arabic: !isOtherNumerals(element) };
  }
  return null;
}

function isPageField(element: XmlElement): boolean {
  return /(?<!\w)PAGE(?!\w)/iu.test(instruction(element));
}

/** "PAGE \* ROMAN": the field itself says how the number is written. */
function isOtherNumerals(element: XmlElement): boolean {
  return /\\\*\s*(?:roman|alphabetic|ordtext|cardtext)/iu.test(instruction(element));
}

function instruction(element: XmlElement): string {
  const name = nameOf(element);
  if (name === 'instrText') return element.textContent ?? '';
  return name === 'fldSimple' ? (attribute(element, 'instr') ?? '') : '';
}

/** Whether the paragraph of a field is centred; null in a frame, a table or a text box, and after a tab. */
function isCentred(field: XmlElement, styles: Styles): boolean | null {
  let paragraph: XmlElement | null = null;
  for (let node = field.parentNode; node !== null && isElement(node); node = node.parentNode) {
    const name = nameOf(node);
    if (name === 'p') paragraph ??= node;
    if (name === 'tbl' || name === 'txbxContent') return null;
  }
  const properties = child(paragraph, 'pPr');
  const frame = child(properties, 'framePr');
  if (frame !== null) return attribute(frame, 'xAlign') === 'center' ? true : null;
  if (paragraph !== null && [...allElements(paragraph)].some((each) => /^p?tab$/u.test(nameOf(each)))) return null;
  const alignment = value(properties, 'jc') ?? styles.alignment(value(properties, 'pStyle'));
  return alignment === 'center';
}
