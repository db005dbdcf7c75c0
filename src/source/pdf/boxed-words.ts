/** Words with the boxes around them, as other programs give them, in the form of characters. */
import type { Box, Glyph } from './page.js';

/** Of the box around a line so much is above the baseline, and so much is the size of the font. */
const BASELINE = 0.79;
const SIZE = 0.88;

/** One character for each word; words stand apart. */
export function boxedWords(words: Iterable<Box & { text: string }>): Glyph[] {
  const glyphs: Glyph[] = [];
  let order = 0;
  for (const { text, left, right, top, bottom } of words) {
    const height = bottom - top;
    const place = { y: top + BASELINE * height, size: SIZE * height, bold: false, font: '', order: ++order };
    glyphs.push({ ...place, text, x: left, width: right - left }, { ...place, text: ' ', x: right, width: 0 });
  }
  return glyphs;
}
