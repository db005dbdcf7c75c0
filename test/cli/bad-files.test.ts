/** Files that are not what their name says, damaged, locked or made to hurt: a clear message, exit code 2, and memory that stays small. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, deflateSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeEntry, writeZip } from '../../src/source/docx/zip.js';
import { p, part, wordFile } from '../source/docx/word-file.js';
import { assemble, type Page, pdfFile } from '../source/pdf/pdf-file.js';
import { planlint, type Ran } from './run.js';

const MOST_MEMORY_MIB = 300;

/** Checks a file of these bytes, and gives what was printed and the most memory held. */
async function check(name: string, bytes: Uint8Array, args: string[] = []): Promise<Ran & { mebibytes: number }> {
  const cwd = mkdtempSync(join(tmpdir(), 'planlint-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  writeFileSync(join(cwd, name), bytes);
  const peak = join(cwd, 'peak');
  const env = { NODE_OPTIONS: `--import=${join(import.meta.dirname, 'peak-memory.mjs')}`, PEAK_MEMORY: peak };
  const ran = await planlint([name, ...args], { cwd, env });
  const mebibytes = Math.round(Number(readFileSync(peak, 'utf8')) / 1024);
  console.log(`${name}: ${mebibytes} MiB`);
  return { ...ran, mebibytes };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const OLE = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
const PAGE: Page = {
  lines: Array.from({ length: 30 }, (_, i) => ({
    text: `${i + 1}. Tổ dân phố số ${i + 1} dọn vệ sinh, trồng cây, giữ trật tự tại khu vực mình;`,
    x: 60,
    y: 780 - 24 * i,
    size: 11,
  })),
};

/** A package whose part swells to 2 GiB; the directory says that it is small. */
function zipBomb(): Uint8Array {
  const block = deflateRawSync(Buffer.alloc(64 * 1024 * 1024, ' '));
  const compressed = Buffer.concat(Array.from({ length: 32 }, () => block));
  return writeZip([{ name: 'word/document.xml', method: 8, size: 100, crc: 0, compressed, encrypted: false }]);
}

/** A paragraph tree that a parser without limits would follow down. */
function deepXml(): Uint8Array {
  const depth = 200_000;
  return writeZip([
    makeEntry('word/document.xml', utf8(part('document', '<w:x>'.repeat(depth) + '</w:x>'.repeat(depth)))),
  ]);
}

const ENTITIES = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;&f;</w:t></w:r></w:p></w:body></w:document>`;

const lockedPdf = (): Uint8Array => {
  const key = '0'.repeat(64);
  return pdfFile([PAGE], {
    trailer: `/ID[<${key}><${key}>]/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -44/O<${key}>/U<${key}>>>`,
  });
};

/** A content stream that unpacks to 1 GiB. */
function pdfBomb(): Uint8Array {
  const once = deflateSync(Buffer.alloc(256 * 1024 * 1024, '0 '));
  const twice = deflateSync(once).toString('latin1');
  return assemble([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
    `<</Filter[/FlateDecode/FlateDecode]/Length ${twice.length}>>\nstream\n${twice}\nendstream`,
  ]);
}

const endlessTree = (): Uint8Array =>
  assemble(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 3/Kids[2 0 R 2 0 R 2 0 R]>>']);

describe('refused with exit code 2', () => {
  test.each<[string, string, () => Uint8Array, RegExp]>([
    ['an empty Word file', 'a.docx', () => new Uint8Array(), /tệp rỗng/u],
    ['a Word file cut off', 'a.docx', () => wordFile(p('Một')).subarray(0, 300), /bị hỏng/u],
    ['a text named .docx', 'a.docx', () => utf8('KẾ HOẠCH'), /bị hỏng/u],
    ['a .doc named .docx', 'a.docx', () => Buffer.concat([OLE, Buffer.alloc(4096)]), /Word 97-2003/u],
    [
      'a Word file with a password',
      'a.docx',
      () => Buffer.concat([OLE, Buffer.alloc(4096), Buffer.from('EncryptedPackage', 'utf16le')]),
      /mật khẩu/u,
    ],
    ['a zip bomb', 'a.docx', zipBomb, /quá lớn/u],
    [
      'entities, also of other files',
      'a.docx',
      () => writeZip([makeEntry('word/document.xml', utf8(ENTITIES))]),
      /DOCTYPE/u,
    ],
    ['XML without end', 'a.docx', deepXml, /bị hỏng|không có chữ nào|quá lớn/u],
    ['an empty PDF', 'a.pdf', () => new Uint8Array(), /không phải là tệp PDF/u],
    ['a Word file named .pdf', 'a.pdf', () => wordFile(p('Một')), /không phải là tệp PDF/u],
    ['a PDF cut off', 'a.pdf', () => pdfFile([PAGE]).subarray(0, 700), /bị hỏng|chưa kiểm được|không có chữ/u],
    ['a PDF with a password', 'a.pdf', lockedPdf, /mật khẩu/u],
    ['a PDF without text', 'a.pdf', () => pdfFile([{ picture: true }]), /bản quét/u],
    ['a PDF whose content swells', 'a.pdf', pdfBomb, /quá lớn/u],
    ['a PDF whose pages are their own parents', 'a.pdf', endlessTree, /hỏng|không có chữ/u],
  ])('%s', async (_name, file, bytes, message) => {
    const ran = await check(file, bytes());
    expect(ran.code).toBe(2);
    expect(ran.stdout).not.toMatch(/(?<!CHƯA )ĐẠT/u);
    expect((ran.stdout + ran.stderr).replace(/\s+/gu, ' ')).toMatch(message);
    expect(ran.stdout + ran.stderr).not.toMatch(/^\s+at .+:\d+:\d+\)?$/mu);
    expect(ran.mebibytes).toBeLessThan(MOST_MEMORY_MIB);
  });
});

test('a PDF of 500 pages is read whole', { timeout: 240_000 }, async () => {
  const ran = await check('a.pdf', pdfFile(Array.from({ length: 500 }, () => PAGE)), ['-f', 'json']);
  expect(ran.code).not.toBe(2);
  expect(JSON.parse(ran.stdout)).toMatchObject({ documents: [{ error: null }] });
  expect(ran.mebibytes).toBeLessThan(MOST_MEMORY_MIB);
});

test('one bad file among good ones is named, and the others are checked', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'planlint-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  writeFileSync(join(cwd, 'hong.docx'), wordFile(p('Một')).subarray(0, 300));
  writeFileSync(join(cwd, 'tot.docx'), wordFile(p('KẾ HOẠCH') + p('Phân đầu đạt 95%.')));
  const ran = await planlint(['.'], { cwd });
  expect(ran.code).toBe(2);
  expect(ran.stdout).toContain('hong.docx');
  expect(ran.stdout).toContain('Phân đầu');
});
