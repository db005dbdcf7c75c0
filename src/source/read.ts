/** Reads a file into a `SourceDocument`, by the reader of its format. */
import { decodeText } from './decode.js';
import type { SourceDocument } from './document.js';
import { readText } from './text-reader.js';

/** A document from text as it would stand in a file: for standard input, for examples of rules, for tests. */
export function sourceFromText(raw: string, path = 'van-ban.md'): SourceDocument {
  return readText(raw, path, /\.txt$/iu.test(path) ? 'txt' : 'md');
}

/** Reads the bytes of a file; the format is told by the ending of its path. Throws `PlanlintError` where it cannot be read. */
export function readSource(path: string, bytes: Uint8Array): SourceDocument {
  return sourceFromText(decodeText(path, bytes), path);
}
