/** Reads a file into a `SourceDocument`, by the reader of its format. */
import { decodeText } from './decode.js';
import { READ_DEFAULTS, type ReadOptions, type SourceDocument } from './document.js';
import { readText } from './text-reader.js';

/** A document from text as it would stand in a file: for standard input, for examples of rules, for tests. */
export function sourceFromText(raw: string, path = 'van-ban.md'): SourceDocument {
  return readText(raw, path, /\.txt$/iu.test(path) ? 'txt' : 'md');
}

/**
 * Reads the bytes of a file; the format is told by the ending of its path. The readers of Word and PDF are loaded only when such a file comes.
 * Rejects with `PlanlintError` where it cannot be read.
 */
export async function readSource(
  path: string,
  bytes: Uint8Array,
  _options: ReadOptions = READ_DEFAULTS,
): Promise<SourceDocument> {
  return sourceFromText(decodeText(path, bytes), path);
}
