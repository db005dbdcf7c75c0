/** Reads PDF files into the one shape that everything downstream reads. */
import type { ReadOptions, SourceDocument } from '../document.js';
import { documentOf } from './document.js';
import { blocksOf } from './flow.js';
import { layPage, type PageLayout } from './layout.js';
import { openPdf } from './open.js';

export async function readPdf(path: string, bytes: Uint8Array, _options: ReadOptions): Promise<SourceDocument> {
  const pdf = await openPdf(path, bytes);
  const pages: PageLayout[] = [];
  try {
    for (let number = 1; number <= pdf.pages; number++) pages.push(layPage(await pdf.page(number), number));
  } finally {
    await pdf.close();
  }
  return documentOf(path, blocksOf(pages), [], false);
}
