/** What a reviewer has to know of the pages of a PDF: which were not read, and which were read by something else than their text. */
import { type Bilingual, PlanlintError } from '../../errors.js';
import type { SourceNote } from '../document.js';
import type { PageState } from './gate.js';
import { isUnread, type ReadPage } from './read-page.js';

/** A file of which more cannot be read is refused. */
const MOST_UNREAD = 0.5;

/** Why a file is refused: no page, or the smaller part only, could be read. Null if it is not. */
export function unreadable(path: string, pages: readonly ReadPage[]): PlanlintError | null {
  const unread = pages.filter(isUnread);
  const written = pages.filter(({ state }) => state !== 'blank');
  if (written.length === 0) return noText(path);
  if (unread.length <= MOST_UNREAD * written.length) return null;
  const all = unread.length === written.length;
  const how = (state: PageState): number => unread.filter((page) => page.state === state).length;
  const vi = all ? '' : ` (${pageList(unread).vi})`;
  const en = all ? '' : ` (${pageList(unread).en})`;
  if (how('damaged') > unread.length / 2) return damagedPages(path, vi, en);
  return how('scan') >= how('broken') ? scanned(path, vi, en) : broken(path, unread, vi, en);
}

/** Notes on pages that were not read, or not from their text. */
export function notesOf(pages: readonly ReadPage[]): SourceNote[] {
  const notes: SourceNote[] = [];
  const add = (
    code: string,
    found: readonly ReadPage[],
    words: (list: Bilingual) => Bilingual,
    next?: Bilingual,
  ): void => {
    if (found.length === 0) return;
    notes.push({ code, text: words(pageList(found)), ...(next !== undefined && { unread: next }) });
  };
  const inState = (state: PageState): ReadPage[] => pages.filter((page) => page.state === state);
  add(
    'scanned-pages',
    inState('scan'),
    ({ vi, en }) => ({
      vi: `${vi} là bản quét, không có lớp chữ: chưa kiểm được`,
      en: `${en} scanned, without text: not checked`,
    }),
    BY_OCR,
  );
  add(
    'broken-pages',
    inState('broken'),
    ({ vi, en }) => ({
      vi: `${vi} có lớp chữ hỏng hoặc không phải tiếng Việt: chưa kiểm được`,
      en: `${en} of broken letters, or not Vietnamese: not checked`,
    }),
    BY_OCR,
  );
  add(
    'damaged-pages',
    inState('damaged'),
    ({ vi, en }) => ({ vi: `${vi} bị hỏng: chưa kiểm được`, en: `${en} damaged: not checked` }),
    EXPORT_AGAIN,
  );
  add(
    'pdftotext-pages',
    pages.filter(({ by }) => by === 'pdftotext'),
    ({ vi, en }) => ({
      vi: `${vi} có lớp chữ hỏng, chữ được lấy bằng pdftotext`,
      en: `${en} of broken letters, read with pdftotext`,
    }),
  );
  add(
    'ocr-pages',
    pages.filter(({ by }) => by === 'ocr'),
    ({ vi, en }) => ({
      vi: `${vi} được nhận dạng từ ảnh (--ocr), có thể sai chữ`,
      en: `${en} recognised from pictures (--ocr), letters may be wrong`,
    }),
  );
  add('ocr-layer', inState('recognised'), ({ vi, en }) => ({
    vi: `${vi} là bản quét có lớp chữ nhận dạng sẵn, có thể sai chữ`,
    en: `${en} scanned, with the text of a recognition, letters may be wrong`,
  }));
  return notes;
}

/** "Trang 2, 4-6" */
function pageList(pages: readonly ReadPage[]): Bilingual {
  const ranges: [number, number][] = [];
  for (const { number } of pages) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  const list = ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
  return { vi: `Trang ${list}`, en: `Page${pages.length > 1 ? 's' : ''} ${list}` };
}

const BY_OCR: Bilingual = {
  vi: 'Chạy lại với --ocr để nhận dạng các trang này (cần tesseract và poppler), hoặc dùng bản Word gốc.',
  en: 'Run again with --ocr to recognise these pages (needs tesseract and poppler), or use the Word file that it was made from.',
};

const EXPORT_AGAIN: Bilingual = {
  vi: 'Tải hoặc sao chép lại tệp; nếu vẫn hỏng, xuất lại PDF từ bản gốc.',
  en: 'Download or copy the file again; if it stays damaged, export it anew from the original.',
};

function scanned(path: string, vi: string, en: string): PlanlintError {
  return new PlanlintError(
    'pdf-scanned',
    {
      vi: `${path}: bản quét, không có lớp chữ, chưa kiểm được${vi}`,
      en: `${path}: a scan without text, not checked${en}`,
    },
    BY_OCR,
  );
}

function broken(path: string, pages: readonly ReadPage[], vi: string, en: string): PlanlintError {
  const old = pages.some(({ oldFonts }) => oldFonts);
  return new PlanlintError(
    'pdf-broken-text',
    {
      vi: `${path}: lớp chữ hỏng, chữ đọc được không phải tiếng Việt, chưa kiểm được${old ? ' (phông chữ TCVN3 hoặc VNI)' : ''}${vi}`,
      en: `${path}: the text layer is broken, its words are not Vietnamese, not checked${old ? ' (TCVN3 or VNI fonts)' : ''}${en}`,
    },
    BY_OCR,
  );
}

function damagedPages(path: string, vi: string, en: string): PlanlintError {
  return new PlanlintError(
    'pdf-damaged',
    {
      vi: `${path}: tệp PDF bị hỏng, không đọc được các trang${vi}`,
      en: `${path}: the PDF is damaged, its pages cannot be read${en}`,
    },
    EXPORT_AGAIN,
  );
}

function noText(path: string): PlanlintError {
  return new PlanlintError(
    'pdf-empty',
    { vi: `${path}: tệp PDF không có chữ nào`, en: `${path}: the PDF has no text` },
    {
      vi: 'Kiểm tra lại tệp đã được xuất đúng chưa.',
      en: 'Check that it was exported properly.',
    },
  );
}
