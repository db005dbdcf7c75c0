/** Headers and footers (đầu trang, chân trang): they belong to no place of the text and are not checked; what stands there is told. */
import type { WordParts } from './package.js';
import { allElements, elements, nameOf, type XmlElement } from './xml.js';

const LONGEST = 80;
/** Places for headers and footers; a document of many sections names the same ones again and again. */
const MOST = 50;

/** Words of the headers and footers, one text each, shortened; numbers of pages are none. */
export function runningTexts({ main, related }: WordParts): string[] {
  const names = new Set<string>();
  for (const element of allElements(main.root)) {
    if (nameOf(element) !== 'headerReference' && nameOf(element) !== 'footerReference') continue;
    if (names.size < MOST) names.add(relationOf(element));
  }
  const texts = [...names].map((name) => textOf(related(name))).filter((text) => /\p{L}{2}/u.test(text));
  return [...new Set(texts)];
}

/** `r:id`, whose namespace differs between the two forms of the standard. */
export function relationOf(reference: XmlElement): string {
  return [...reference.attributes].find(({ localName }) => localName === 'id')?.value ?? '';
}

/** Paragraphs joined by " / "; what stands in an alternative for old programs is there twice. */
function textOf(root: XmlElement | null): string {
  const paragraphs: string[] = [];
  const read = (parent: XmlElement, into: { text: string }): void => {
    for (const element of elements(parent)) {
      const name = nameOf(element);
      if (name === 'mc:Fallback' || name === 'del' || name === 'moveFrom') continue;
      if (name === 't') into.text += element.textContent ?? '';
      else if (name === 'tab' || name === 'br') into.text += ' ';
      else if (name === 'p') {
        const own = { text: '' };
        read(element, own);
        paragraphs.push(own.text.replace(/\s+/gu, ' ').trim());
      } else read(element, into);
    }
  };
  if (root !== null) read(root, { text: '' });
  const text = paragraphs.filter((each) => each !== '').join(' / ');
  return text.length > LONGEST ? `${text.slice(0, text.lastIndexOf(' ', LONGEST))} …` : text;
}
