/** Files that are no sound Word documents: each refused with its own reason. */
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { PlanlintError } from '../../../src/errors.js';
import { READ_DEFAULTS } from '../../../src/source/document.js';
import { readDocx } from '../../../src/source/docx/reader.js';
import { MAX_PART_BYTES, makeEntry, writeZip, type ZipEntry } from '../../../src/source/docx/zip.js';
import { p, part, wordFile } from './word-file.js';

function codeOf(bytes: Uint8Array): string {
  try {
    readDocx('a.docx', bytes, READ_DEFAULTS);
  } catch (error) {
    if (error instanceof PlanlintError) return error.code;
    throw error;
  }
  return 'read';
}

const OLE = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

function withMain(entry: ZipEntry): Uint8Array {
  return writeZip([entry]);
}

function text(xml: string): Uint8Array {
  return new TextEncoder().encode(xml);
}

/** A part that swells to some gigabytes, and says in the directory that it is small. */
function bomb(claimed: number): ZipEntry {
  const inflated = Buffer.alloc(MAX_PART_BYTES + 1, ' ');
  return {
    name: 'word/document.xml',
    method: 8,
    size: claimed,
    crc: 0,
    compressed: deflateRawSync(inflated),
    encrypted: false,
  };
}

describe('refused', () => {
  test.each<[string, Uint8Array, string]>([
    ['empty', new Uint8Array(), 'file-empty'],
    ['no container at all', text('KẾ HOẠCH'), 'file-damaged'],
    ['cut off', wordFile(p('Một')).subarray(0, 300), 'file-damaged'],
    ['a letter changed', wordFile(p('Một')).map((byte, i) => (i === 400 ? byte ^ 0xff : byte)), 'file-damaged'],
    ['a .doc named .docx', OLE, 'file-doc'],
    ['encrypted', Buffer.concat([OLE, Buffer.from('EncryptedPackage', 'utf16le')]), 'file-encrypted'],
    [
      'encrypted container',
      withMain({ ...makeEntry('word/document.xml', text('<a/>')), encrypted: true }),
      'file-encrypted',
    ],
    ['zip bomb', withMain(bomb(MAX_PART_BYTES + 1)), 'file-too-large'],
    ['zip bomb that says it is small', withMain(bomb(10)), 'file-too-large'],
    ['another kind of Office file', writeZip([makeEntry('xl/workbook.xml', text('<workbook/>'))]), 'file-not-word'],
    ['not well-formed', withMain(makeEntry('word/document.xml', text('<w:document>'))), 'file-damaged'],
    [
      'external entity',
      withMain(
        makeEntry(
          'word/document.xml',
          text(
            `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${part('document', '<w:body>&e;</w:body>').slice(38)}`,
          ),
        ),
      ),
      'file-doctype',
    ],
    ['without text', wordFile('<w:p/>'), 'file-empty'],
  ])('%s', (_name, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });
});

test('a file written from the entries of another is the same document', () => {
  expect(codeOf(wordFile(p('Một')))).toBe('read');
});
