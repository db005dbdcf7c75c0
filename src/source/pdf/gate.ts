/** Whether a page can be read at all: a scan has no text, and text whose fonts do not say which letters they draw is no text. */
import { measureQuality } from '../quality.js';
import { unionArea } from './area.js';
import type { Glyph, PageContent } from './page.js';
import { type Row, rowsOf } from './words.js';

/**
 * `text`: sound. `blank`: nothing stands on it. `recognised`: a scan with the text of a recognition under it.
 * `scan`: a picture, or letters drawn as shapes. `broken`: letters that are none, or not Vietnamese. `damaged`: the content breaks off.
 */
export type PageState = 'text' | 'blank' | 'recognised' | 'scan' | 'broken' | 'damaged';

/** Words of a page that is mostly a picture: a stamp, a page number. */
const FEW_WORDS = 30;
/** So much of a page is covered by the picture of a scan. */
const COVERED = 0.4;
/** So many shapes on a page without any text are letters turned to outlines. */
const MANY_SHAPES = 100;
/** Share of characters that no font has a letter for; from there on figures may be lost. */
const MOST_UNKNOWN = 0.01;

/** Judges a page, and gives the characters to read. */
export function judgePage(content: PageContent): { state: PageState; glyphs: Glyph[] } {
  const { glyphs, hidden, images, shapes } = content;
  const words = countWords(glyphs);
  const covered = unionArea(images) / (content.width * content.height) >= COVERED;
  if (content.cut) return { state: 'damaged', glyphs: [] };
  if (words < FEW_WORDS && (covered || (words === 0 && images.length > 0))) {
    return countWords(hidden) >= FEW_WORDS ? judgeText(hidden, 'recognised') : { state: 'scan', glyphs: [] };
  }
  if (words === 0) return { state: shapes >= MANY_SHAPES ? 'scan' : 'blank', glyphs: [] };
  return judgeText(glyphs, 'text');
}

/** Judges characters that another program read. */
export function judgeText(glyphs: Glyph[], sound: PageState): { state: PageState; glyphs: Glyph[] } {
  const rows = rowsOf(glyphs);
  const text = rows.map(wordsIn).join('\n').normalize('NFC');
  const broken = shareUnknown(rows) > MOST_UNKNOWN || measureQuality(text).verdict === 'broken';
  return { state: broken ? 'broken' : sound, glyphs };
}

function countWords(glyphs: readonly Glyph[]): number {
  return rowsOf(glyphs).reduce((sum, row) => sum + row.length, 0);
}

function wordsIn(row: Row): string {
  return row.map(({ text, spaced }) => (spaced ? ` ${text}` : text)).join('');
}

/** Characters without meaning; the first of a row may be a bullet of Symbol or Wingdings, which has none either. */
function shareUnknown(rows: readonly Row[]): number {
  let all = 0;
  let unknown = 0;
  for (const row of rows) {
    for (const [i, { text }] of row.entries()) {
      all += text.length;
      const characters = i === 0 ? text.slice(1) : text;
      unknown += characters.match(/[\ufffd\ue000-\uf8ff]/gu)?.length ?? 0;
    }
  }
  return all === 0 ? 0 : unknown / all;
}
