/** Blocks of text as they grow from the lines of pages. */
import type { Block, BlockKind } from '../document.js';
import { startsBlock } from '../structure.js';
import type { Line } from './lines.js';

export interface PdfBlock {
  kind: BlockKind;
  lines: Line[];
  cell: Block['cell'];
}

/** A block of its first line. */
export function textBlock(...lines: Line[]): PdfBlock {
  return { kind: startsBlock(lines[0]?.text ?? '') ? 'list-item' : 'paragraph', lines, cell: null };
}

/** Whether (nearly) all letters of a block are bold. */
export function isBold(lines: readonly Line[]): boolean {
  const letters = lines.reduce((sum, line) => sum + line.letters, 0);
  const bold = lines.reduce((sum, line) => sum + line.boldLetters, 0);
  return letters > 0 && bold > 0.9 * letters;
}
