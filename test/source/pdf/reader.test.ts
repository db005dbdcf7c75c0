/** PDF files: the plans of samples/ as LibreOffice writes them, and files that are none, or that have no text. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PlanlintError } from '../../../src/errors.js';
import { parsePlan } from '../../../src/plan/parse.js';
import type { Section } from '../../../src/plan/plan.js';
import { readSource } from '../../../src/source/read.js';

const samples = resolve(import.meta.dirname, '../../../samples');

async function planOf(path: string) {
  return parsePlan(await readSource(path, readFileSync(resolve(samples, path))));
}

function labels(sections: readonly Section[]): string[] {
  return sections.flatMap((section) => [`${section.path} ${section.label.text}`, ...labels(section.children)]);
}

test.each([
  ['ke-hoach-34-thi-dua-2026', 'tinh'],
  ['chi-thi-03-le-hoi-2026', 'tinh'],
  ['gia-vien-thi-dua', 'xa-phuong'],
  ['tay-hoa-lu-le-hoi', 'xa-phuong'],
])('%s: identity, outline and citations as in the text', async (name, folder) => {
  const pdf = await planOf(`van-phong/${name}.pdf`);
  const text = await planOf(`${folder}/${name}.md`);
  const { spans: _1, ...identity } = pdf.identity;
  const { spans: _2, ...expected } = text.identity;
  expect(identity).toEqual(expected);
  expect(labels(pdf.outline)).toEqual(labels(text.outline));
  expect(pdf.citations.map(({ code }) => code)).toEqual(text.citations.map(({ code }) => code));
});

test('a place is a page and a paragraph, and no line', async () => {
  const document = await readSource('a.pdf', readFileSync(resolve(samples, 'van-phong/gia-vien-thi-dua.pdf')));
  const start = document.text.indexOf('TỔ CHỨC THỰC HIỆN');
  const { start: line, page, paragraph } = document.locate({ start, end: start + 5 });
  expect(line).toBeNull();
  expect(page).toBeGreaterThan(1);
  expect(paragraph).toBeGreaterThan(0);
});

/** A PDF of one page that shows a picture and has no text. */
function scan(): Uint8Array {
  const parts = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>',
    '<</Length 28>>stream\nq 595 0 0 842 0 0 cm /I Do Q\nendstream',
    '<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n0\nendstream',
  ];
  let file = '%PDF-1.4\n';
  const offsets: number[] = [];
  for (const [i, part] of parts.entries()) {
    offsets.push(file.length);
    file += `${i + 1} 0 obj${part}endobj\n`;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 6\n0000000000 65535 f \n${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`;
  return new TextEncoder().encode(file);
}

describe('refused', () => {
  async function codeOf(bytes: Uint8Array): Promise<string> {
    try {
      await readSource('a.pdf', bytes);
    } catch (error) {
      if (error instanceof PlanlintError) return error.code;
      throw error;
    }
    return 'read';
  }

  test.each<[string, Uint8Array, string]>([
    ['empty', new Uint8Array(), 'pdf-not-pdf'],
    ['no PDF', new TextEncoder().encode('KẾ HOẠCH'), 'pdf-not-pdf'],
    ['a scan', scan(), 'pdf-scanned'],
  ])('%s', async (_name, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });
});
