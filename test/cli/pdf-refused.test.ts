/** PDF files that are not what their name says, damaged, locked or made to hurt: a clear message, exit code 2, and memory that stays small. */
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { p, wordFile } from '../source/docx/word-file.js';
import { assemble, type Page, pdfFile } from '../source/pdf/pdf-file.js';
import { check, MOST_MEMORY_MIB } from './measured.js';
import { folder } from './plans.js';
import { planlint } from './run.js';

const PAGE: Page = {
  lines: Array.from({ length: 30 }, (_, i) => ({
    text: `${i + 1}. Tổ dân phố số ${i + 1} dọn vệ sinh, trồng cây, giữ trật tự tại khu vực mình;`,
    x: 60,
    y: 780 - 24 * i,
    size: 11,
  })),
};

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
  const bad = wordFile(p('Một')).subarray(0, 300);
  const cwd = folder({ 'hong.docx': bad, 'tot.docx': wordFile(p('KẾ HOẠCH') + p('Phân đầu đạt 95%.')) });
  const ran = await planlint(['.'], { cwd });
  expect(ran.code).toBe(2);
  expect(ran.stdout).toContain('hong.docx');
  expect(ran.stdout).toContain('Phân đầu');
});
