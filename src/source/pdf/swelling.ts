/** Streams of a PDF that unpack to more than any page can need: told before the library unpacks them, as it has no limit. */
import { constants, inflateSync } from 'node:zlib';

/** Most bytes of one stream. The text of a page has some hundred kilobytes, a font with all its letters some megabytes. */
const MOST_UNPACKED = 32 * 1024 * 1024;
/** Deflate packs no tighter than this. */
const BEST_RATIO = 1032;
/** The dictionary of a stream stands before it, within so many bytes. */
const DICTIONARY = 2048;
/** One filter after another; more than three is no work of a program that writes plans. */
const MOST_FILTERS = 3;

/** Whether some stream swells past the limit. Pictures do not count: they are never unpacked. */
export function swells(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue;
    const before = file.toString('latin1', Math.max(0, at - DICTIONARY), at);
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1);
    const filters = dictionary.match(/\/(?:FlateDecode|Fl)(?![A-Za-z])/gu)?.length ?? 0;
    if (filters === 0 || /\/Subtype\s*\/Image/u.test(dictionary)) continue;
    if (filters > MOST_FILTERS) return true;
    const end = file.indexOf('endstream', at);
    if (swellsTo(file.subarray(startOfData(file, at + 6), end < 0 ? file.length : end), filters)) return true;
  }
  return false;
}

function startOfData(file: Buffer, at: number): number {
  const lineEnd = file[at] === 0x0d && file[at + 1] === 0x0a ? 2 : file[at] === 0x0a || file[at] === 0x0d ? 1 : 0;
  return at + lineEnd;
}

function swellsTo(packed: Uint8Array, filters: number): boolean {
  if (packed.length * BEST_RATIO ** filters <= MOST_UNPACKED) return false;
  try {
    // streams that break off are read as far as they go, as the library does
    const unpacked = inflateSync(packed, { maxOutputLength: MOST_UNPACKED, finishFlush: constants.Z_SYNC_FLUSH });
    return filters > 1 && swellsTo(unpacked, filters - 1);
  } catch (error) {
    return error instanceof RangeError;
  }
}
