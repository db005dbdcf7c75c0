/** Opens PDF files. The library (pdf.js, packed by unpdf) is loaded here and nowhere else. */
import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import { damaged, encrypted, notPdf, swollen, tooLarge, tooManyPages } from './errors.js';
import { asMatrix, IDENTITY, isNumber } from './matrix.js';
import { type Font, readOperators } from './operators.js';
import type { PageContent } from './page.js';
import { swells } from './swelling.js';

/** Largest file that is read, in bytes. Scans of some hundred pages stay below. */
const MAX_BYTES = 200 * 1024 * 1024;
/** Longest document that is read: a plan with all its annexes has some hundred pages. */
const MAX_PAGES = 2000;

export interface OpenPdf {
  pages: number;
  /** Content of a page, counted from 1; the page is let go afterwards. Rejects where the page cannot be read. */
  page(number: number): Promise<PageContent>;
  close(): Promise<void>;
}

/**
 * Opens a PDF. Scripts in it are never run, attachments never opened, pictures never decoded.
 * Rejects with `PlanlintError` for what is no PDF, is damaged, is locked with a password or is too large.
 */
export async function openPdf(path: string, bytes: Uint8Array): Promise<OpenPdf> {
  if (bytes.length > MAX_BYTES) throw tooLarge(path, bytes.length, MAX_BYTES);
  if (!startsAsPdf(bytes)) throw notPdf(path);
  if (swells(bytes)) throw swollen(path);
  completeRuntime();
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
  const { OPS } = await getResolvedPDFJS();
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    // only names and widths of fonts are needed
    disableFontFace: false,
    useSystemFonts: false,
    // pictures are told by their coordinate systems; decoding scans would cost hundreds of megabytes
    maxImageSize: 1,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useWorkerFetch: false,
    enableXfa: false,
  }).catch((cause: unknown) => {
    throw cause instanceof Error && cause.name === 'PasswordException' ? encrypted(path, cause) : damaged(path, cause);
  });
  if (pdf.numPages > MAX_PAGES) {
    const pages = pdf.numPages;
    await pdf.destroy();
    throw tooManyPages(path, pages, MAX_PAGES);
  }
  return {
    pages: pdf.numPages,
    page: (number) => readPage(pdf, number, OPS),
    close: () => pdf.destroy(),
  };
}

/** The header stands in the first kilobyte; mail programs put lines before it. */
function startsAsPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
}

/** Node 20 lacks the method with which the library hands over fonts; without it every text is lost. */
function completeRuntime(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    value(this: ArrayBuffer, length: number) {
      return this.slice(0, length);
    },
    writable: true,
    configurable: true,
  });
}

async function readPage(
  pdf: PDFDocumentProxy,
  number: number,
  ops: Readonly<Record<string, number>>,
): Promise<PageContent> {
  const page = await pdf.getPage(number);
  try {
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const list = await page.getOperatorList();
    const fontOf = (id: string): Font => fontFrom(page.commonObjs.has(id) ? page.commonObjs.get(id) : null);
    return readOperators(list, { ops, fontOf, view: asMatrix(transform) ?? IDENTITY, width, height });
  } finally {
    page.cleanup();
  }
}

function fontFrom(font: unknown): Font {
  const fields: { name?: unknown; vertical?: unknown; fontMatrix?: unknown } =
    typeof font === 'object' && font !== null ? font : {};
  const name = typeof fields.name === 'string' ? fields.name.replace(/^[A-Z]{6}\+/u, '') : '';
  const scale = asMatrix(fields.fontMatrix)?.[0];
  return {
    name,
    bold: /bold|black|heavy|demi/iu.test(name),
    vertical: fields.vertical === true,
    scale: isNumber(scale) && scale > 0 ? scale : 0.001,
  };
}
