/** What became of a page. */
import type { PageState } from './gate.js';
import type { PageLayout } from './layout.js';

/** A page, and how it came to be read or not. */
export interface ReadPage {
  number: number;
  state: PageState;
  /** What read it, if not this program. */
  by: 'pdftotext' | 'ocr' | null;
  /** Fonts of the time before Unicode are among those of the page. */
  oldFonts: boolean;
  /** Absent where the page could not be read. */
  layout: PageLayout | null;
}

/** Whether nothing was read of a page on which something stands. */
export function isUnread({ state }: ReadPage): boolean {
  return state === 'scan' || state === 'broken' || state === 'damaged';
}
