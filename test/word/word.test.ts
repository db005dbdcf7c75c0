/** Comments and tracked changes in Word files: at the very words, everything else as it was. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/engine/finding.js';
import { READ_DEFAULTS, type SourceDocument } from '../../src/source/document.js';
import { readDocx, wordPlaces } from '../../src/source/docx/reader.js';
import { contentOf, readZip } from '../../src/source/docx/zip.js';
import { annotate } from '../../src/word/annotate.js';
import { trackFixes } from '../../src/word/track.js';
import { p, part, r, wordFile } from '../source/docx/word-file.js';

function read(bytes: Uint8Array, tracked: 'accepted' | 'original' = 'accepted'): SourceDocument {
  return readDocx('a.docx', bytes, { ...READ_DEFAULTS, tracked });
}

function xmlOf(bytes: Uint8Array, name = 'word/document.xml'): string {
  const entry = readZip(bytes).find((each) => each.name === name);
  return entry === undefined ? '' : new TextDecoder().decode(contentOf(entry));
}

function commented(bytes: Uint8Array, ...quotes: string[]): Uint8Array {
  const document = read(bytes);
  const places = wordPlaces(document);
  if (places === null) throw new Error('no Word document');
  const annotations = quotes.map((quote) => {
    const start = document.text.indexOf(quote);
    return { span: { start, end: start + quote.length }, lines: ['lỗi', `về “${quote}”`] };
  });
  return annotate('a.docx', bytes, places, annotations);
}

/** The words that a comment covers, read from the XML. */
function covered(bytes: Uint8Array, id: number): string {
  const xml = xmlOf(bytes);
  const inside = xml.slice(xml.indexOf(`commentRangeStart w:id="${id}"`), xml.indexOf(`commentRangeEnd w:id="${id}"`));
  return [...inside.matchAll(/<w:t[ >][^<]*?>?([^<>]*)<\/w:t>/gu)].map((match) => match[1]).join('');
}

function fixing(bytes: Uint8Array, quote: string, text: string) {
  const document = read(bytes);
  const start = document.text.indexOf(quote);
  const finding = { rule: 'a/b', quote, span: { start, end: start + quote.length }, fix: { text, safe: true } };
  return trackFixes(bytes, document, [finding as unknown as Finding]);
}

const BODY = `<w:p>${r('Chủ đề “Kỷ cương, ')}${r('bút', '<w:b/>')}${r(' phá”; trước ngày 15/12')}</w:p><w:tbl><w:tr><w:tc>${p('Công an xã')}</w:tc><w:tc>${p('Quý I')}</w:tc></w:tr></w:tbl>`;

describe('comments', () => {
  test('cover the very words, over runs, in tables, and leave the text as it was', () => {
    const before = wordFile(BODY, { styles: part('styles', '') });
    const after = commented(before, 'bút phá', 'an xã', '15/12');
    expect(covered(after, 0)).toBe('bút phá');
    expect(covered(after, 1)).toBe('an xã');
    expect(covered(after, 2)).toBe('15/12');
    expect(read(after).text).toBe(read(before).text);
    expect(xmlOf(after, 'word/comments.xml')).toContain('w:author="planlint"');
    expect(xmlOf(after, '[Content_Types].xml')).toContain('/word/comments.xml');
    expect(xmlOf(after, 'word/_rels/document.xml.rels')).toContain('comments.xml');
  });

  test('parts that need no change keep their bytes', () => {
    const before = wordFile(BODY, { styles: part('styles', '<w:docDefaults/>') });
    const styles = (bytes: Uint8Array) => readZip(bytes).find(({ name }) => name === 'word/styles.xml')?.compressed;
    expect(styles(commented(before, 'bút phá'))).toEqual(styles(before));
  });

  test('on a note stand at the mark that refers to it', () => {
    const footnotes = part('footnotes', `<w:footnote w:id="2">${p('Số 38-CT/TTg')}</w:footnote>`);
    const body = `${p('Đầu trang')}<w:p>${r('Theo Chỉ thị')}<w:r><w:footnoteReference w:id="2"/></w:r>${r(' của Thủ tướng')}</w:p>`;
    const xml = xmlOf(commented(wordFile(body, { footnotes }), '38-CT/TTg'));
    expect(xml).toMatch(
      /Chỉ thị<\/w:t><\/w:r><w:commentRangeStart w:id="0"\/><w:r><w:footnoteReference w:id="2"\/><\/w:r><w:commentRangeEnd /u,
    );
  });

  test('on the words of a text box stand at the box, which may hold none', () => {
    const box = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`;
    const shape = `<w:r><mc:AlternateContent><mc:Choice>${box('DỰ THẢO')}</mc:Choice><mc:Fallback>${box('DỰ THẢO')}</mc:Fallback></mc:AlternateContent></w:r>`;
    const xml = xmlOf(commented(wordFile(`<w:p>${r('Trước ')}${shape}${r(' sau')}</w:p>`), 'THẢO'));
    expect(xml).toContain('<w:commentRangeStart w:id="0"/><w:r><mc:AlternateContent>');
    expect(xml).toContain('</mc:AlternateContent></w:r><w:commentRangeEnd w:id="0"/>');
  });

  test('that are there already stay, and so do tracked changes', () => {
    const comments = part('comments', `<w:comment w:id="4" w:author="Lan">${p('Xem lại')}</w:comment>`);
    const body = `<w:p><w:commentRangeStart w:id="4"/>${r('trước ')}<w:commentRangeEnd w:id="4"/><w:del w:id="9">${r('x').replaceAll('w:t', 'w:delText')}</w:del><w:ins w:id="8">${r('ngày 20/12')}</w:ins></w:p>`;
    const after = commented(wordFile(body, { comments }), '20/12');
    expect(xmlOf(after, 'word/comments.xml')).toContain('Xem lại');
    expect(xmlOf(after)).toContain('<w:del w:id="9">');
    expect(covered(after, 5)).toBe('20/12');
  });

  test('the same input gives the same file', () => {
    const before = wordFile(BODY);
    expect(Buffer.from(commented(before, 'phá')).equals(Buffer.from(commented(before, 'phá')))).toBe(true);
  });

  test('any span of any text is covered, and nothing of the text changes', () => {
    const runs = fc.array(fc.constantFrom('bứt', ' phá', 'Hòa Lư ', '“a”', 'ngày 5'), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(runs, fc.nat(), fc.nat(), (texts, from, length) => {
        const before = wordFile(`<w:p>${texts.map((text) => r(text)).join('')}</w:p>`);
        const { text } = read(before);
        const start = from % text.length;
        const quote = text.slice(start, start + 1 + (length % (text.length - start)));
        fc.pre(quote.trim() === quote && text.indexOf(quote) >= 0);
        const after = commented(before, quote);
        expect(covered(after, 0).replace(/\s+/gu, ' ')).toBe(quote);
        expect(read(after).text).toBe(text);
      }),
      { numRuns: 150 },
    );
  });
});

describe('fixes as tracked changes', () => {
  test('only the words that differ are replaced, in the look that they had', () => {
    const before = wordFile(BODY);
    const { bytes, fixed } = fixing(before, 'Kỷ cương, bút phá', 'Kỷ cương, bứt phá');
    expect(fixed).toHaveLength(1);
    expect(read(bytes).text).toContain('bứt phá');
    expect(read(bytes, 'original').text).toBe(read(before).text);
    expect(xmlOf(bytes)).toMatch(
      /<w:del w:id="\d+" w:author="planlint"><w:r><w:rPr><w:b\/><\/w:rPr><w:delText[^>]*>bút</u,
    );
    expect(xmlOf(bytes)).toMatch(/<w:ins w:id="\d+" w:author="planlint"><w:r><w:rPr><w:b\/><\/w:rPr><w:t[^>]*>bứt</u);
  });

  test('words put in and words taken out', () => {
    const before = wordFile(p('trước ngày 15/12 năm'));
    expect(read(fixing(before, 'trước ngày', 'trước 17 giờ ngày').bytes).text).toBe('trước 17 giờ ngày 15/12 năm');
    expect(read(fixing(before, 'ngày 15/12 năm', 'ngày 15/12').bytes).text.trim()).toBe('trước ngày 15/12');
  });

  test('a space that is a line break in the file is left alone', () => {
    const before = wordFile('<w:p><w:r><w:t>bút</w:t><w:br/><w:t>phá</w:t></w:r></w:p>');
    expect(read(before).text).toBe('bút phá');
    const { fixed, skipped, bytes } = fixing(before, 'bút phá', 'bútphá');
    expect(fixed).toEqual([]);
    expect(skipped.map(({ reason }) => reason)).toEqual(['marks']);
    expect(bytes).toBe(before);
  });
});

const soffice = (() => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    console.log('test/word/word.test.ts: soffice is not on this machine; comments are not opened in LibreOffice');
    return false;
  }
})();

test.runIf(soffice)('LibreOffice opens the file and shows each comment at its words', { timeout: 180_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'planlint-word-'));
  try {
    writeFileSync(join(folder, 'a.docx'), commented(wordFile(BODY), 'bút phá', 'an xã'));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync(
      'soffice',
      [profile, '--headless', '--convert-to', 'fodt', '--outdir', folder, join(folder, 'a.docx')],
      {
        stdio: 'ignore',
      },
    );
    const text = readFileSync(join(folder, 'a.fodt'), 'utf8').replace(/<text:span[^>]*>|<\/text:span>/gu, '');
    const shown = (words: string): RegExp =>
      new RegExp(
        `<office:annotation [^>]*office:name="([^"]+)"(?:(?!</office:annotation>)[\\s\\S])*?về “${words}”[\\s\\S]*?</office:annotation>${words}<office:annotation-end office:name="\\1"`,
        'u',
      );
    expect(text).toMatch(shown('bút phá'));
    expect(text).toMatch(shown('an xã'));
    expect(text).toContain('<dc:creator>planlint</dc:creator>');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
