/** Reads PDF files into the one shape that everything downstream reads. */
import type { ReadOptions, SourceDocument } from '../document.js';
import { documentOf } from './document.js';
import { blocksOf } from './flow.js';
import { judgePage, judgeText } from './gate.js';
import { layPage } from './layout.js';
import { openPdf } from './open.js';
import type { Glyph, PageContent } from './page.js';
import { readWithPdftotext } from './pdftotext.js';
import { isUnread, type ReadPage } from './read-page.js';
import { tidyAfter } from './tidy.js';
import { notesOf, unreadable } from './unread.js';

/**
 * Reads a PDF. Pages that cannot be read are named in the notes; a file of which most cannot be read is refused.
 * Rejects with `PlanlintError`.
 */
export async function readPdf(path: string, bytes: Uint8Array, options: ReadOptions): Promise<SourceDocument> {
  const pages = await readPages(path, bytes);
  await askPdftotext(pages, bytes);
  if (options.ocr) await recognisePages(path, pages, bytes);
  const refused = unreadable(path, pages);
  if (refused !== null) throw refused;
  const recognised = pages.some(({ state, by }) => by === 'ocr' || state === 'recognised');
  const blocks = blocksOf(pages.flatMap(({ layout }) => layout ?? []));
  return documentOf(path, blocks, notesOf(pages), recognised);
}

async function readPages(path: string, bytes: Uint8Array): Promise<ReadPage[]> {
  const pdf = await openPdf(path, bytes);
  const pages: ReadPage[] = [];
  try {
    for (let number = 1; number <= pdf.pages; number++) {
      const content = await pdf.page(number).catch(() => null);
      pages.push(content === null ? damagedPage(number) : readPage(content, number));
      tidyAfter(number);
    }
  } finally {
    await pdf.close();
  }
  return pages;
}

function damagedPage(number: number): ReadPage {
  return { number, state: 'damaged', by: null, oldFonts: false, layout: null };
}

function readPage(content: PageContent, number: number): ReadPage {
  const { state, glyphs } = judgePage(content);
  const page: ReadPage = { number, state, by: null, oldFonts: hasOldFonts(content.glyphs), layout: null };
  if (state === 'blank') return page;
  // of a page that is not read the size is kept, for what another program may read of it
  page.layout = layPage({ ...content, glyphs: isUnread(page) ? [] : glyphs }, number);
  return page;
}

/** Whether most of a page is in TCVN3 (.VnTime) or VNI (VNI-Times): a stray blank in such a font says nothing. */
function hasOldFonts(glyphs: readonly Glyph[]): boolean {
  const old = glyphs.filter(({ font }) => /^\.?Vn[A-Z3]|^VNI[-A-Z]/u.test(font));
  return old.length > glyphs.length / 2;
}

/** Takes pages of broken letters from pdftotext where it reads them well. */
async function askPdftotext(pages: readonly ReadPage[], bytes: Uint8Array): Promise<void> {
  const broken = pages.filter(({ state }) => state === 'broken');
  if (broken.length === 0) return;
  const read = await readWithPdftotext(bytes, numbersOf(broken));
  for (const page of broken) {
    const glyphs = read?.get(page.number);
    if (glyphs === undefined || glyphs.length === 0) continue;
    const judged = judgeText(glyphs, 'text');
    if (judged.state === 'text') takeFrom(page, judged.glyphs, 'pdftotext');
  }
}

/** Recognises scans and what is still broken. */
async function recognisePages(path: string, pages: readonly ReadPage[], bytes: Uint8Array): Promise<void> {
  const unread = pages.filter((page) => isUnread(page));
  if (unread.length === 0) return;
  const { recognise } = await import('./ocr.js');
  const read = await recognise(path, bytes, numbersOf(unread));
  for (const page of unread) takeFrom(page, read.get(page.number) ?? [], 'ocr');
}

function takeFrom(page: ReadPage, glyphs: Glyph[], by: 'pdftotext' | 'ocr'): void {
  const { layout } = page;
  const { width = 595, height = 842 } = layout ?? {};
  page.layout = layPage(
    { width, height, glyphs, hidden: [], rulings: layout?.rulings ?? [], images: [], shapes: 0, cut: false },
    page.number,
  );
  page.state = 'text';
  page.by = by;
}

function numbersOf(pages: readonly ReadPage[]): number[] {
  return pages.map(({ number }) => number);
}
