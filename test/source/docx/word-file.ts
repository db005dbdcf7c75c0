/** Word files for tests, written part by part as Word would, with just what a test is about. */
import { makeEntry, writeZip } from '../../../src/source/docx/zip.js';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Further parts by their name in `word/`, without the ending: styles, numbering, footnotes … */
export type Parts = Record<string, string>;

/** A part with all namespaces that the tests use. */
export function part(name: string, inner: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:${name} xmlns:w="${WORD}" xmlns:mc="${COMPATIBILITY}" xmlns:a="${DRAWING}">${inner}</w:${name}>`;
}

/** The bytes of a .docx with this body. */
export function wordFile(body: string, parts: Parts = {}): Uint8Array {
  const encoder = new TextEncoder();
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (inner: string): string => `<Relationships xmlns="${PACKAGE}">${inner}</Relationships>`;
  const files: [string, string][] = [
    ['[Content_Types].xml', contentTypes(Object.keys(parts))],
    ['_rels/.rels', relations(relation('r1', 'officeDocument', 'word/document.xml'))],
    [
      'word/_rels/document.xml.rels',
      relations(
        Object.keys(parts)
          .map((name, i) => relation(`r${i + 1}`, name, `${name}.xml`))
          .join(''),
      ),
    ],
    ['word/document.xml', part('document', `<w:body>${body}</w:body>`)],
    ...Object.entries(parts).map(([name, xml]): [string, string] => [`word/${name}.xml`, xml]),
  ];
  return writeZip(files.map(([name, text]) => makeEntry(name, encoder.encode(text))));
}

function contentTypes(parts: readonly string[]): string {
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const override = (name: string, type: string): string =>
    `<Override PartName="/word/${name}.xml" ContentType="${main}.${type}+xml"/>`;
  const own = parts.map((name) => override(name, name)).join('');
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('document', 'document.main')}${own}</Types>`;
}

/** A paragraph of one run; `properties` is what stands in `w:pPr`. */
export function p(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${r(text)}</w:p>`;
}

/** A run. */
export function r(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** Properties of a paragraph in a list. */
export function listed(id: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
}
