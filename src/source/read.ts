/** Reads a file into a `SourceDocument`, by the reader of its format. */
import type { SourceDocument } from './document.js';

/** A document from text as it would stand in a file: for standard input, for examples of rules, for tests. */
export function sourceFromText(raw: string, path = 'van-ban.md'): SourceDocument {
  // First version: blocks are runs of lines between blank lines. To be replaced by the real reader.
  const blocks: SourceDocument['blocks'] = [];
  const lines: SourceDocument['lines'] = [];
  let text = '';
  for (const run of raw.normalize('NFC').split(/\n[ \t]*\n+/u)) {
    const body = run.trim();
    if (body === '') continue;
    if (text !== '') text += '\n';
    const start = text.length;
    for (const line of body.split('\n')) {
      if (text.length > start) text += ' ';
      const from = text.length;
      text += line.trim();
      lines.push({ start: from, end: text.length, block: blocks.length });
    }
    blocks.push({ kind: 'paragraph', start, end: text.length, depth: null, bold: false, cell: null });
  }
  const point = (offset: number) => ({ line: 1, column: offset + 1, offset });
  return {
    path,
    format: path.endsWith('.txt') ? 'txt' : 'md',
    text,
    blocks,
    lines,
    quality: { validSyllables: 1, verdict: 'good' },
    locate: (span) => ({ start: point(span.start), end: point(span.end), page: null, paragraph: null }),
  };
}

/** Reads the bytes of a file; the format is told by the ending of its path. Throws `PlanlintError` where it cannot be read. */
export function readSource(path: string, bytes: Uint8Array): SourceDocument {
  return sourceFromText(new TextDecoder('utf-8').decode(bytes), path);
}
