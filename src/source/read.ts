/** Reads a file into a `SourceDocument`, by the reader of its format. */

import { decodeText } from './decode.js';
import { READ_DEFAULTS, type ReadOptions, type SourceDocument } from './document.js';
import { isConvertedFile, isWordFile } from './endings.js';
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
  options: ReadOptions = READ_DEFAULTS,
): Promise<SourceDocument> {
  if (isWordFile(path)) return (await import('./docx/reader.js')).readDocx(path, bytes, options);
  if (isConvertedFile(path)) return readConverted(path, bytes, options);
  if (/\.pdf$/iu.test(path)) return (await import('./pdf/read-pdf.js')).readPdf(path, bytes, options);
  return sourceFromText(decodeText(path, bytes), path);
}

async function readConverted(path: string, bytes: Uint8Array, options: ReadOptions): Promise<SourceDocument> {
  // many a .docx was only renamed
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip && /\.doc$/iu.test(path)) return (await import('./docx/reader.js')).readDocx(path, bytes, options);
  const [{ readDocx }, { convertToDocx }] = await Promise.all([
    import('./docx/reader.js'),
    import('./docx/convert.js'),
  ]);
  return readDocx(path, await convertToDocx(path, bytes), options);
}
