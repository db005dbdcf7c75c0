/** Text of pages as poppler reads it (`pdftotext`): it copes with some broken fonts that the library does not. */

import { boxedWords } from './boxed-words.js';
import type { Glyph } from './page.js';
import { runProgram, withTemporaryPdf } from './programs.js';

const SECONDS = 120;

/** Characters of the pages asked for, by page; null if the program is not installed or fails. */
export function readWithPdftotext(bytes: Uint8Array, pages: readonly number[]): Promise<Map<number, Glyph[]> | null> {
  return withTemporaryPdf(bytes, async (file) => {
    const [first, last] = [Math.min(...pages), Math.max(...pages)];
    const args = ['-bbox', '-enc', 'UTF-8', '-f', String(first), '-l', String(last), file, '-'];
    const ran = await runProgram('pdftotext', args, SECONDS);
    if ('failed' in ran) return null;
    const found = new Map<number, Glyph[]>();
    for (const [i, page] of ran.output.split('<page ').slice(1).entries()) {
      if (pages.includes(first + i)) found.set(first + i, boxedWords(wordsOf(page)));
    }
    return found;
  });
}

const WORD = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<\/word>/gu;

function* wordsOf(page: string): Iterable<{ text: string; left: number; right: number; top: number; bottom: number }> {
  for (const [, left, top, right, bottom, text = ''] of page.matchAll(WORD)) {
    yield {
      text: unescaped(text),
      left: Number(left),
      right: Number(right),
      top: Number(top),
      bottom: Number(bottom),
    };
  }
}

function unescaped(text: string): string {
  return text.replace(/&(?:lt|gt|quot|apos|#39|amp);/gu, (entity) => ENTITIES[entity] ?? entity);
}

const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&amp;': '&',
};
