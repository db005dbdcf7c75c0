/**
 * The ZIP container of a .docx file: its directory, and its entries inflated under a limit that holds while inflating.
 * Entries keep their compressed bytes, so that a file written anew has all that did not change as it was.
 * Format: PKWARE APPNOTE 6.3, sections 4.3.7 (local header), 4.3.12 (directory), 4.3.16 (end of directory).
 */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  /** As in the directory; a claim, not a fact. */
  size: number;
  crc: number;
  compressed: Uint8Array;
  encrypted: boolean;
}

/** What is wrong with a container. */
export class ZipError extends Error {
  constructor(
    readonly reason: 'damaged' | 'bomb' | 'encrypted',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'ZipError';
  }
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const DIRECTORY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 0xffff;
const MOST_ENTRIES = 10_000;

/** The largest part of a document that is read, in bytes; the text of a plan of 500 pages has some 10 MB of XML. */
export const MAX_PART_BYTES = 24 * 1024 * 1024;
/** Text compresses by 10 to 40; what is packed tighter than this is no text. Small parts may be. */
const MAX_RATIO = 200;
const SMALL = 512 * 1024;

/** Reads the directory of a container. Throws `ZipError` if there is none, or if it is cut off. */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = findEnd(view);
    const count = view.getUint16(end + 10, true);
    if (count > MOST_ENTRIES) throw new ZipError('bomb', `${count} entries`);
    let at = view.getUint32(end + 16, true);
    const entries: ZipEntry[] = [];
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== DIRECTORY) throw new ZipError('damaged', 'directory entry expected');
      const nameLength = view.getUint16(at + 28, true);
      entries.push(readEntry(bytes, view, at, nameLength));
      at += DIRECTORY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return entries;
  } catch (cause) {
    if (cause instanceof ZipError) throw cause;
    throw new ZipError('damaged', 'the container is cut off', { cause });
  }
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= lowest; at--) if (view.getUint32(at, true) === END) return at;
  throw new ZipError('damaged', 'no end of directory');
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, nameLength: number): ZipEntry {
  const name = new TextDecoder().decode(bytes.subarray(at + DIRECTORY_LENGTH, at + DIRECTORY_LENGTH + nameLength));
  const length = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  if (view.getUint32(local, true) !== LOCAL) throw new ZipError('damaged', `${name}: local header expected`);
  const start = local + LOCAL_LENGTH + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + length > bytes.length) throw new ZipError('damaged', `${name}: cut off`);
  return {
    name,
    method: view.getUint16(at + 10, true),
    size: view.getUint32(at + 24, true),
    crc: view.getUint32(at + 16, true),
    compressed: bytes.subarray(start, start + length),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
  };
}

/** The content of an entry. Throws `ZipError` for one that is encrypted, damaged, or larger than a document can be. */
export function contentOf({ name, method, compressed, crc, encrypted }: ZipEntry): Uint8Array {
  if (encrypted) throw new ZipError('encrypted', name);
  const content = inflated(name, method, compressed);
  if (crc32(content) !== crc) throw new ZipError('damaged', `${name}: wrong checksum`);
  return content;
}

function inflated(name: string, method: number, compressed: Uint8Array): Uint8Array {
  const most = Math.min(MAX_PART_BYTES, Math.max(SMALL, compressed.length * MAX_RATIO));
  if (method === 0 && compressed.length <= MAX_PART_BYTES) return compressed;
  if (method === 0) throw new ZipError('bomb', name);
  if (method !== 8) throw new ZipError('damaged', `${name}: unknown compression`);
  try {
    return inflateRawSync(compressed, { maxOutputLength: most });
  } catch (cause) {
    const tooLarge = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    throw new ZipError(tooLarge ? 'bomb' : 'damaged', name, { cause });
  }
}

/** An entry of new content. */
export function makeEntry(name: string, content: Uint8Array): ZipEntry {
  const compressed = deflateRawSync(content, { level: 9 });
  return { name, method: 8, size: content.length, crc: crc32(content), compressed, encrypted: false };
}

/** 1/1/1980, the first day that the format knows: the same input always gives the same file. */
const FIXED_DATE = 0x0021;
/** Names are UTF-8. */
const UTF8 = 0x0800;

/** Writes a container; entries that were read and not changed keep their compressed bytes. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  const encoder = new TextEncoder();
  for (const entry of entries) {
    const name = encoder.encode(entry.name);
    const local = headerOf(entry, name, LOCAL_LENGTH, LOCAL, 4);
    parts.push(local, entry.compressed);
    const record = headerOf(entry, name, DIRECTORY_LENGTH, DIRECTORY, 6);
    const view = new DataView(record.buffer);
    view.setUint16(4, 20, true);
    view.setUint32(42, at, true);
    directory.push(record);
    at += local.length + entry.compressed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = new Uint8Array(END_LENGTH);
  const view = new DataView(end.buffer);
  view.setUint32(0, END, true);
  view.setUint16(8, entries.length, true);
  view.setUint16(10, entries.length, true);
  view.setUint32(12, size, true);
  view.setUint32(16, at, true);
  return Buffer.concat([...parts, ...directory, end]);
}

/** A local header or a record of the directory: the same fields, from `fields` on. */
function headerOf(entry: ZipEntry, name: Uint8Array, length: number, signature: number, fields: number): Uint8Array {
  const header = new Uint8Array(length + name.length);
  const view = new DataView(header.buffer);
  view.setUint32(0, signature, true);
  view.setUint16(fields, 20, true);
  view.setUint16(fields + 2, entry.encrypted ? UTF8 | 1 : UTF8, true);
  view.setUint16(fields + 4, entry.method, true);
  view.setUint16(fields + 8, FIXED_DATE, true);
  view.setUint32(fields + 10, entry.crc, true);
  view.setUint32(fields + 14, entry.compressed.length, true);
  view.setUint32(fields + 18, entry.size, true);
  view.setUint16(fields + 22, name.length, true);
  header.set(name, length);
  return header;
}
