import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReadOptions, SourceDocument } from '../../../src/source/document.js';
import { formatNumber } from '../../../src/source/docx/numbering.js';
import { readDocx, wordPlaces } from '../../../src/source/docx/reader.js';
import { listed, p, part, r, wordFile } from './word-file.js';

function read(body: string, parts = {}, tracked: ReadOptions['tracked'] = 'accepted'): SourceDocument {
  return readDocx('a.docx', wordFile(body, parts), { tracked, ocr: false });
}

function linesOf(body: string, parts = {}, tracked: ReadOptions['tracked'] = 'accepted'): string[] {
  return read(body, parts, tracked).text.split('\n');
}

function levels(...all: string[]): string {
  return all.map((inner, i) => `<w:lvl w:ilvl="${i}"><w:start w:val="1"/>${inner}</w:lvl>`).join('');
}

function level(format: string, text: string, more = ''): string {
  return `<w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}`;
}

const PLAN_LEVELS = levels(
  level('upperRoman', '%1.'),
  level('decimal', '%2.'),
  level('lowerLetter', '%3)'),
  level('bullet', '-'),
);

describe('text', () => {
  test('runs of one word are one word; tabs and breaks are no letters', () => {
    const body = `<w:p>${r('bứt')}${r(' phá, ')}<w:r><w:t>ngày </w:t><w:tab/><w:t>15</w:t></w:r></w:p>`;
    expect(linesOf(body)).toEqual(['bứt phá, ngày 15']);
  });

  test('a no-break space in a run of its own parts words; a space that is not kept is none', () => {
    const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
    const [line = ''] = linesOf(`<w:p>${['ban hành', '\u00a0', 'Kế hoạch', ' ', 'số'].map(run).join('')}</w:p>`);
    expect(line.replace(/\s/gu, ' ')).toBe('ban hành Kế hoạchsố');
  });

  test('decomposed letters are composed, and lookalikes are the letters they look like', () => {
    expect(linesOf(p('bứt phá'.normalize('NFD')) + p('Hòа Lư'))).toEqual(['bứt phá', 'Hòa Lư']);
  });

  test('special hyphens: one that may not break is one, one that shows only at a line end is none', () => {
    expect(
      linesOf('<w:p><w:r><w:t>56/KH</w:t><w:noBreakHyphen/><w:t>UBND</w:t><w:softHyphen/><w:t>X</w:t></w:r></w:p>'),
    ).toEqual(['56/KH-UBNDX']);
  });

  test('letters set in capitals are read as they are seen', () => {
    expect(linesOf(`<w:p>${r('Kế hoạch', '<w:caps/>')}</w:p>`)).toEqual(['KẾ HOẠCH']);
  });

  test('hidden text, also by its style, is left out and said', () => {
    const styles = part('styles', '<w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>');
    const body = `<w:p>${r('Nội dung')}${r(' nháp', '<w:vanish/>')}${r(' bỏ', '<w:rStyle w:val="An"/>')}</w:p>`;
    const document = read(body, { styles });
    expect(document.text).toBe('Nội dung');
    expect(document.notes.map(({ code }) => code)).toEqual(['hidden-text']);
  });

  test('of a field the result is read, not the instruction, also where one stands in another', () => {
    const char = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const inner = char('begin') + r('MERGEFIELD') + char('separate') + r('HIDDEN') + char('end');
    const body = `<w:p>${char('begin')}<w:r><w:instrText>IF </w:instrText></w:r>${inner}${char('separate')}${r('Ninh Bình')}${char('end')}<w:fldSimple w:instr="PAGE">${r(' 2')}</w:fldSimple></w:p>`;
    expect(linesOf(body)).toEqual(['Ninh Bình 2']);
  });

  test('a text box is read once, after the paragraph that holds it', () => {
    const box = `<w:txbxContent>${p('Trong khung')}</w:txbxContent>`;
    const body = `<w:p>${r('Ngoài khung')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(linesOf(body + p('Sau'))).toEqual(['Ngoài khung', 'Trong khung', 'Sau']);
  });

  test('footnotes and endnotes follow the paragraph that refers to them, as footnotes', () => {
    const note = (kind: string, text: string): string =>
      part(
        `${kind}s`,
        `<w:${kind} w:type="separator" w:id="0">${p('—')}</w:${kind}><w:${kind} w:id="2">${p(text)}</w:${kind}>`,
      );
    const body = `<w:p>${r('Theo Kế hoạch')}<w:r><w:footnoteReference w:id="2"/></w:r>${r(' của tỉnh')}<w:r><w:endnoteReference w:id="2"/></w:r></w:p>${p('Sau')}`;
    const document = read(body, {
      footnotes: note('footnote', 'Số 34/KH-UBND'),
      endnotes: note('endnote', 'Xem phụ lục'),
    });
    expect(document.text.split('\n')).toEqual(['Theo Kế hoạch của tỉnh', 'Số 34/KH-UBND', 'Xem phụ lục', 'Sau']);
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'footnote', 'footnote', 'paragraph']);
  });

  test('content controls, hyperlinks and smart tags are read through', () => {
    const body = `<w:sdt><w:sdtContent><w:p><w:hyperlink>${r('Số ')}</w:hyperlink><w:smartTag><w:sdt><w:sdtContent>${r('12')}</w:sdtContent></w:sdt></w:smartTag></w:p></w:sdtContent></w:sdt>`;
    expect(linesOf(body)).toEqual(['Số 12']);
  });
});

describe('signs of symbol fonts', () => {
  const sym = (char: string, font: string): string =>
    `<w:p><w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>${r(' 95%')}</w:p>`;

  test.each([
    ['F0B3', 'Symbol', '≥ 95%'],
    ['00a3', 'Symbol', '≤ 95%'],
    ['F0FC', 'Wingdings', '✓ 95%'],
    ['2264', 'Times New Roman', '≤ 95%'],
    ['F0FF', 'Webdings', '• 95%'],
    ['', 'Symbol', '• 95%'],
  ])('%s of %s', (char, font, text) => {
    expect(read(sym(char, font)).text).toBe(text);
  });

  test('typed as text', () => {
    const body = `<w:p>${r('\uf0b3', '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>')}${r(' 95%')}</w:p>`;
    expect(read(body).text).toBe('≥ 95%');
  });
});

describe('headers and footers', () => {
  const reference =
    '<w:sectPr><w:headerReference xmlns:o="http://schemas.openxmlformats.org/officeDocument/2006/relationships" o:id="r1"/></w:sectPr>';

  test('are no text of the plan, but what stands there is told', () => {
    const { text, notes } = read(p('KẾ HOẠCH') + reference, { header: part('hdr', p('DỰ THẢO lần 2')) });
    expect(text).toBe('KẾ HOẠCH');
    expect(notes).toMatchObject([{ code: 'running-text', text: { vi: expect.stringContaining('“DỰ THẢO lần 2”') } }]);
  });

  test('the number of the page is nothing to tell', () => {
    expect(read(p('KẾ HOẠCH') + reference, { header: part('hdr', p('- 2 -')) }).notes).toEqual([]);
  });
});

describe('tracked changes', () => {
  const body = `<w:p>${r('trước ngày ')}<w:del><w:r><w:delText>15/12</w:delText></w:r></w:del><w:ins>${r('20/12')}</w:ins></w:p>`;

  test('are read as accepted, which is said', () => {
    const document = read(body);
    expect(document.text).toBe('trước ngày 20/12');
    expect(document.notes.map(({ code }) => code)).toEqual(['tracked-changes']);
  });

  test('or as the original', () => {
    expect(linesOf(body, {}, 'original')).toEqual(['trước ngày 15/12']);
  });

  test('a deleted paragraph mark joins two paragraphs, an inserted one divides them', () => {
    const joined = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${r('Một ')}</w:p>${p('hai')}`;
    expect(linesOf(joined)).toEqual(['Một hai']);
    expect(linesOf(joined, {}, 'original')).toEqual(['Một', 'hai']);
    const divided = `<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>${r('Ba ')}</w:p>${p('Bốn')}`;
    expect(linesOf(divided)).toEqual(['Ba', 'Bốn']);
    expect(linesOf(divided, {}, 'original')).toEqual(['Ba Bốn']);
  });

  test('moved text stands where it was moved to, and rows that were deleted are gone', () => {
    const moved = `<w:p><w:moveFrom>${r('cũ')}</w:moveFrom><w:moveTo>${r('mới')}</w:moveTo></w:p>`;
    const cell = (text: string): string => `<w:tc>${p(text)}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell('STT')}${cell('Việc')}</w:tr><w:tr><w:trPr><w:del/></w:trPr>${cell('1')}${cell('bỏ')}</w:tr></w:tbl>`;
    expect(linesOf(moved + table)).toEqual(['mới', 'STT', 'Việc']);
    expect(linesOf(moved + table, {}, 'original')).toEqual(['cũ', 'STT', 'Việc', '1', 'bỏ']);
  });
});

describe('automatic numbers', () => {
  const numbering = part(
    'numbering',
    `<w:abstractNum w:abstractNumId="1">${PLAN_LEVELS}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`,
  );

  test('count by level, and a level starts anew after one above it', () => {
    const body = [
      p('MỤC ĐÍCH', listed(1)),
      p('Mục đích', listed(1, 1)),
      p('Yêu cầu', listed(1, 1)),
      p('Bảo đảm', listed(1, 2)),
      p('Gạch', listed(1, 3)),
      p('NỘI DUNG', listed(1)),
      p('Tuyên truyền', listed(1, 1)),
      p('Không số', '<w:numPr><w:numId w:val="0"/></w:numPr>'),
    ].join('');
    expect(linesOf(body, { numbering })).toEqual([
      'I. MỤC ĐÍCH',
      '1. Mục đích',
      '2. Yêu cầu',
      'a) Bảo đảm',
      '- Gạch',
      'II. NỘI DUNG',
      '1. Tuyên truyền',
      'Không số',
    ]);
  });

  test('a list of its own goes on with its kin, unless it says where it starts', () => {
    expect(linesOf(p('Một', listed(1)) + p('Năm', listed(2)) + p('Sáu', listed(1)), { numbering })).toEqual([
      'I. Một',
      'V. Năm',
      'VI. Sáu',
    ]);
  });

  test('come from styles, and from what a style is based on', () => {
    const styles = part(
      'styles',
      `<w:style w:type="paragraph" w:styleId="Goc"><w:pPr>${listed(1, 1)}</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Goc"/></w:style>`,
    );
    const styled = '<w:pStyle w:val="Con"/>';
    expect(linesOf(p('Mục đích', styled) + p('Yêu cầu', styled), { numbering, styles })).toEqual([
      '1. Mục đích',
      '2. Yêu cầu',
    ]);
  });

  test('several levels in one label, in Arabic digits where the level asks for them', () => {
    const legal = part(
      'numbering',
      `<w:abstractNum w:abstractNumId="1">${levels(level('upperRoman', '%1.'), level('decimal', '%1.%2.'), level('decimal', '%1.%2.%3', '<w:isLgl/>'))}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
    );
    const body = p('A', listed(1)) + p('B', listed(1)) + p('C', listed(1, 1)) + p('D', listed(1, 2));
    expect(linesOf(body, { numbering: legal })).toEqual(['I. A', 'II. B', 'II.1. C', '2.1.1 D']);
  });

  test.each([
    ['decimal', 7, '7'],
    ['decimalZero', 7, '07'],
    ['upperRoman', 14, 'XIV'],
    ['lowerRoman', 4, 'iv'],
    ['upperLetter', 27, 'AA'],
    ['lowerLetter', 5, 'e'],
    ['vietnameseCounting', 25, 'hai mươi lăm'],
    ['none', 3, ''],
    ['upperLetter', 1_000_000_000, '1000000000'],
    ['upperRoman', 400, '400'],
  ])('%s', (format, count, expected) => {
    expect(formatNumber(count, format)).toBe(expected);
  });
});

describe('tables', () => {
  const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;

  test('cells know their column, whatever is merged, and merged text is read once', () => {
    const table = `<w:tbl><w:tr>${cell('STT')}${cell('Nhiệm vụ', '<w:vMerge w:val="restart"/>')}${cell('Thời gian', '<w:gridSpan w:val="2"/>')}${cell('Chủ trì')}</w:tr><w:tr>${cell('1')}${cell('', '<w:vMerge/>')}${cell('Quý I')}${cell('')}${cell('Công an xã')}</w:tr></w:tbl>`;
    const { blocks, text } = read(table);
    expect(blocks.map(({ start, end, cell: at }) => [text.slice(start, end), at?.row, at?.column])).toEqual([
      ['STT', 0, 0],
      ['Nhiệm vụ', 0, 1],
      ['Thời gian', 0, 2],
      ['Chủ trì', 0, 4],
      ['1', 1, 0],
      ['Quý I', 1, 2],
      ['Công an xã', 1, 4],
    ]);
  });

  test('a table that sets the header side by side is lines, none joined with its neighbour', () => {
    const header = `<w:tbl><w:tr><w:tc>${p('ỦY BAN NHÂN DÂN')}${p('XÃ GIA VIỄN')}${p('Số:      /KH-UBND')}</w:tc><w:tc>${p('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')}${p('Độc lập - Tự do - Hạnh phúc')}</w:tc></w:tr></w:tbl>`;
    const { text, blocks } = read(header);
    expect(text.split('\n')).toEqual([
      'ỦY BAN NHÂN DÂN',
      'XÃ GIA VIỄN',
      'Số: /KH-UBND',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
    ]);
    expect(blocks.every(({ cell: at }) => at === null)).toBe(true);
  });
});

describe('places', () => {
  test('a finding is in a paragraph of the document, and has no line', () => {
    const document = read(p('Một') + p('') + p('Hai'));
    expect(document.locate({ start: 4, end: 7 })).toEqual({ start: null, end: null, page: null, paragraph: 2 });
  });

  test('every letter of the text is the letter at its place in the XML', () => {
    const words = fc.array(fc.constantFrom('bứt', ' ', 'phá'.normalize('NFD'), 'Hòа', '\t', ' “', '15/12'), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), (paragraphs) => {
        const all = paragraphs.flat().filter((text) => text.trim() !== '');
        fc.pre(all.length > 0);
        const document = read(paragraphs.map((runs) => `<w:p>${runs.map((text) => r(text)).join('')}</w:p>`).join(''));
        const runs = paragraphs.flat();
        const places = wordPlaces(document);
        for (let at = 0; at < document.text.length; at++) {
          const letter = document.text.charAt(at);
          if (/\s/u.test(letter)) continue;
          const [place] = places?.places({ start: at, end: at + 1 }) ?? [];
          expect(place).toBeDefined();
          const source = (runs[place?.leaf ?? -1] ?? '')
            .slice(place?.from, place?.to)
            .normalize('NFC')
            .replace('а', 'a');
          expect(source).toBe(letter);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('an automatic number is nowhere in the XML', () => {
    const numbering = part(
      'numbering',
      `<w:abstractNum w:abstractNumId="1">${PLAN_LEVELS}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
    );
    const document = read(p('MỤC ĐÍCH', listed(1)), { numbering });
    expect(document.text).toBe('I. MỤC ĐÍCH');
    expect(wordPlaces(document)?.places({ start: 0, end: 2 })).toEqual([]);
    expect(wordPlaces(document)?.places({ start: 0, end: 6 })).toEqual([
      { part: 'word/document.xml', leaf: 0, from: 0, to: 3 },
    ]);
  });
});

test('paragraphs are counted as Word counts them: those with text', () => {
  const joined = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${r('Một ')}</w:p>${p('hai')}`;
  const table = `<w:tbl><w:tr><w:tc>${p('STT')}</w:tc><w:tc>${p('')}${p('Việc')}</w:tc></w:tr></w:tbl>`;
  const document = read(p('') + p('Đầu') + p(' ') + joined + table + p('Cuối'));
  const numberOf = (word: string): number | null => {
    const start = document.text.indexOf(word);
    return document.locate({ start, end: start + word.length }).paragraph;
  };
  expect(['Đầu', 'hai', 'STT', 'Việc', 'Cuối'].map(numberOf)).toEqual([1, 2, 3, 4, 5]);
});

describe('fonts', () => {
  test('of the encodings before Unicode are told, and their text is not believed', () => {
    const document = read(`<w:p>${r('KÕ ho¹ch ph¸t ®éng phong trµo', '<w:rFonts w:ascii=".VnTime"/>')}</w:p>`);
    expect(document.quality.verdict).toBe('broken');
    expect(document.notes[0]?.code).toBe('legacy-font');
    expect(document.notes[0]?.text.vi).toContain('.VnTime');
  });
});
