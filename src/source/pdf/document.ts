/** Blocks of a PDF as a `SourceDocument`: places are pages and paragraphs. */
import type { Block, FlowLine, Location, SourceDocument, SourceNote, Span } from '../document.js';
import { measureQuality } from '../quality.js';
import { isBold, type PdfBlock } from './blocks.js';
import { glue, type Line } from './lines.js';

/** Where a line stands: the page, and which paragraph of that page it belongs to, both counted from 1. */
interface Place {
  page: number;
  paragraph: number;
}

/** Puts blocks together. `recognised`: at least one page was read by recognition. */
export function documentOf(
  path: string,
  source: readonly PdfBlock[],
  notes: SourceNote[],
  recognised: boolean,
): SourceDocument {
  const parts: string[] = [];
  const blocks: Block[] = [];
  const lines: FlowLine[] = [];
  const places: Place[] = [];
  const paragraphs = new ParagraphCounter();
  let length = 0;
  for (const block of source) {
    if (length > 0) {
      parts.push('\n');
      length++;
    }
    const start = length;
    let before: Line | null = null;
    for (const line of block.lines) {
      if (line.text === '') continue;
      if (before !== null) {
        const between = glue(before);
        parts.push(between);
        length += between.length;
      }
      const text = line.text.replace(/\u00ad$/u, '');
      lines.push({ start: length, end: length + text.length, block: blocks.length });
      places.push({ page: line.page, paragraph: paragraphs.next(block, line.page) });
      parts.push(text);
      length += text.length;
      before = line;
    }
    if (length === start) {
      if (start > 0) {
        parts.pop();
        length--;
      }
      continue;
    }
    blocks.push({ kind: block.kind, start, end: length, depth: null, bold: isBold(block.lines), cell: block.cell });
  }
  const text = parts.join('');
  const measured = measureQuality(text);
  const quality = recognised && measured.verdict === 'good' ? { ...measured, verdict: 'ocr' as const } : measured;
  return { path, format: 'pdf', text, blocks, lines, quality, notes, locate: (span) => locate(span, lines, places) };
}

/** Counts the paragraphs of each page; a row of a table counts as one. */
class ParagraphCounter {
  private readonly counts = new Map<number, number>();
  private last: { key: unknown; page: number } | null = null;

  next(block: PdfBlock, page: number): number {
    const key = block.cell === null ? block : `${block.cell.table}:${block.cell.row}`;
    const count = this.counts.get(page) ?? 0;
    if (this.last?.key === key && this.last.page === page) return count;
    this.last = { key, page };
    this.counts.set(page, count + 1);
    return count + 1;
  }
}

function locate(span: Span, lines: readonly FlowLine[], places: readonly Place[]): Location {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= span.start) low = middle;
    else high = middle - 1;
  }
  const place = places[low];
  return { start: null, end: null, page: place?.page ?? null, paragraph: place?.paragraph ?? null };
}
