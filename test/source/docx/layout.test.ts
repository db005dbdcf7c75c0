import { describe, expect, test } from 'vitest';
import { READ_DEFAULTS, type SourceDocument } from '../../../src/source/document.js';
import { readDocx } from '../../../src/source/docx/reader.js';
import { type Parts, p, part, r, wordFile } from './word-file.js';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function read(body: string, parts: Parts = {}): SourceDocument {
  return readDocx('thu.docx', wordFile(body, parts), READ_DEFAULTS);
}

const section = (inner: string): string => `<w:sectPr>${inner}</w:sectPr>`;
const A4 = '<w:pgSz w:w="11906" w:h="16838"/>';
const MARGINS = '<w:pgMar w:top="1134" w:bottom="1134" w:left="1701" w:right="851"/>';
const field = r('', '').replace(/<w:t .*<\/w:t>/u, '<w:instrText> PAGE \\* MERGEFORMAT </w:instrText>');
const headerReference = (type: string, id: string): string =>
  `<w:headerReference xmlns:r="${OFFICE}" w:type="${type}" r:id="${id}"/>`;

describe('sections', () => {
  test('paper and margins in millimetres', () => {
    expect(read(p('Trồng cây') + section(A4 + MARGINS)).layout?.sections).toEqual([
      { start: 0, paper: { width: 210, height: 297 }, margins: { top: 20, bottom: 20, left: 30, right: 15 } },
    ]);
  });

  test('lengths with a unit, as the strict form of the standard writes them; the gutter belongs to the left margin', () => {
    const strict =
      '<w:pgSz w:w="21cm" w:h="29.7cm"/><w:pgMar w:top="2cm" w:bottom="20mm" w:left="1in" w:right="15mm" w:gutter="5mm"/>';
    expect(read(p('Trồng cây') + section(strict)).layout?.sections).toMatchObject([
      { paper: { width: 210, height: 297 }, margins: { top: 20, bottom: 20, left: 30.4, right: 15 } },
    ]);
  });

  test('a section ends with the paragraph that holds its properties, text boxes and tables counted', () => {
    const table = `<w:tbl><w:tr><w:tc>${p('STT')}</w:tc><w:tc>${p('Việc')}</w:tc></w:tr></w:tbl>`;
    const wide = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>';
    const document = read(p('Phần đầu') + table + p('Hết phần đầu', section(A4)) + p('Phụ lục') + section(wide));
    const sections = document.layout?.sections ?? [];
    expect(sections.map(({ paper }) => paper)).toEqual([
      { width: 210, height: 297 },
      { width: 297, height: 210 },
    ]);
    expect(sections.map(({ start }) => document.text.slice(start).split('\n')[0])).toEqual(['Phần đầu', 'Phụ lục']);
  });

  test('nothing is made up where the file says nothing', () => {
    expect(read(p('Trồng cây')).layout).toEqual({
      sections: [{ start: 0, paper: null, margins: {} }],
      fonts: [],
      sizes: [],
      pageNumber: null,
    });
  });
});

describe('fonts and sizes', () => {
  test('by letters, from the run, its style and the theme', () => {
    const styles = part(
      'styles',
      '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:ascii="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>',
    );
    const theme =
      '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme><a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>';
    const own = '<w:rFonts w:ascii="Arial"/><w:sz w:val="13pt"/>';
    const { layout } = read(`<w:p>${r('Trồng cây')}${r(' 2026 gỗ', own)}</w:p>`, { styles, theme });
    expect(layout?.fonts).toEqual([
      { name: 'Calibri', letters: 8 },
      { name: 'Arial', letters: 2 },
    ]);
    expect(layout?.sizes).toEqual([
      { points: 14, letters: 8 },
      { points: 13, letters: 2 },
    ]);
  });
});

describe('page number', () => {
  const header = (properties: string): string => part('hdr', `<w:p><w:pPr>${properties}</w:pPr>${field}</w:p>`);
  const body = p('Trồng cây') + section(`${headerReference('default', 'r1')}<w:titlePg/>`);

  test('centred at the top, not on the first page', () => {
    expect(read(body, { header: header('<w:jc w:val="center"/>') }).layout?.pageNumber).toEqual({
      place: 'top',
      centred: true,
      arabic: true,
      onFirstPage: false,
    });
  });

  test('aligned by its style, and on every page', () => {
    const styles = part(
      'styles',
      '<w:style w:type="paragraph" w:styleId="H"><w:pPr><w:jc w:val="right"/></w:pPr></w:style>',
    );
    const everywhere = p('Trồng cây') + section(headerReference('default', 'r1'));
    const { layout } = read(everywhere, { header: header('<w:pStyle w:val="H"/>'), styles });
    expect(layout?.pageNumber).toEqual({ place: 'top', centred: false, arabic: true, onFirstPage: true });
  });

  test.each([
    ['of the section', `${headerReference('default', 'r1')}<w:pgNumType w:fmt="lowerRoman"/>`, field],
    ['of the field', headerReference('default', 'r1'), field.replace('MERGEFORMAT', 'ROMAN')],
  ])('in Roman numerals, by a switch %s', (_name, properties, number) => {
    const { layout } = read(p('Trồng cây') + section(properties), { header: part('hdr', `<w:p>${number}</w:p>`) });
    expect(layout?.pageNumber?.arabic).toBe(false);
  });

  test('in a frame where it cannot be told', () => {
    const framed = header('<w:framePr w:wrap="around" w:x="4000" w:y="1"/>');
    expect(read(body, { header: framed }).layout?.pageNumber?.centred).toBeNull();
  });

  test('a header without the field bears none', () => {
    expect(read(body, { header: part('hdr', p('DỰ THẢO')) }).layout?.pageNumber).toBeNull();
  });
});
