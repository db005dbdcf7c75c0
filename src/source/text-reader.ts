/**
 * Reader of .md and .txt files as found in the wild: Markdown of any dialect, hard-wrapped text, crawled tables with one cell a line,
 * text layers with two columns on one line. It gives blocks of flow text; what the blocks mean is not its business.
 */
import { BlockBuilder } from './block-builder.js';
import { maskComments } from './comments.js';
import type { Location, Point, SourceDocument, SourceFormat, Span } from './document.js';
import type { FlowString } from './flow.js';
import { pipeTables } from './html-tables.js';
import { layOut } from './lay-out.js';
import { measureQuality } from './quality.js';
import { isHardWrapped, readLines } from './text-lines.js';

/** Reads text whose line ends, byte order mark and form are as in the file. */
export function readText(raw: string, path: string, format: SourceFormat): SourceDocument {
  const source = raw.startsWith('\ufeff') ? raw.slice(1) : raw;
  const { masked, comments } = maskComments(source);
  const rawLines = readLines(pipeTables(masked));
  const drafts = new BlockBuilder(isHardWrapped(rawLines)).build(rawLines);
  const { text, blocks, lines, flow } = layOut(drafts);
  const point = pointsOf(source);
  return {
    path,
    format,
    text,
    blocks,
    lines,
    quality: measureQuality(text),
    notes: [],
    original: source,
    comments: comments.map((comment) => ({ text: comment.text.trim(), location: between(point, comment) })),
    locate: locator(flow, point),
  };
}

/** Gives line and column of an offset in the file. */
function pointsOf(source: string): (offset: number) => Point {
  const lineStarts = [0];
  for (const match of source.matchAll(/\r\n|[\n\r]/gu)) lineStarts.push(match.index + match[0].length);
  return (offset) => {
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1, offset };
  };
}

/** Maps spans of the flow text back to lines and columns of the file. */
function locator(flow: FlowString, point: (offset: number) => Point): (span: Span) => Location {
  const starts = Int32Array.from(flow.starts);
  const ends = Int32Array.from(flow.ends);
  return (span) => {
    const start = starts[Math.min(span.start, starts.length - 1)] ?? 0;
    const end = span.end > span.start ? (ends[Math.min(span.end, ends.length) - 1] ?? start) : start;
    return between(point, { start, end: Math.max(start, end) });
  };
}

function between(point: (offset: number) => Point, { start, end }: Span): Location {
  return { start: point(start), end: point(end), page: null, paragraph: null };
}
