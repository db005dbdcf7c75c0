/** Word files that are not read, through the real process: exit code 2, what is wrong, what to do next, and little memory. */
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { MAX_PART_BYTES, makeEntry, writeZip } from '../../src/source/docx/zip.js';
import { p, part, wordFile } from '../source/docx/word-file.js';
import { check, MOST_MEMORY_MIB } from './measured.js';

const GOOD = p('KẾ HOẠCH');
const SECTOR = 512;

/** A compound file, as Word 97-2003 and protected files are, with the names of its streams in the directory sector with this number. */
function compoundFile(names: readonly string[], directory: number): Uint8Array {
  const bytes = Buffer.alloc((directory + 2) * SECTOR);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.writeUInt32LE(directory, 48);
  for (const [i, name] of names.entries()) bytes.write(name, (directory + 1) * SECTOR + i * 128, 'utf16le');
  return bytes;
}

/** A Word file whose main part is this XML as it stands. */
function withMain(xml: string): Uint8Array {
  return writeZip([makeEntry('word/document.xml', new TextEncoder().encode(xml))]);
}

/** What keeps a part from being packed tighter than text is. */
function noise(bytes: number): string {
  return `<!--${randomBytes(bytes).toString('hex')}-->`;
}

const declared = (declaration: string, text: string): Uint8Array =>
  withMain(`<!DOCTYPE w [${declaration}]>${part('document', `<w:body>${p(text)}</w:body>`).slice(38)}`);

const ENTITIES = Array.from({ length: 12 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');

const REFUSED: [string, () => Uint8Array, { says: RegExp; next: RegExp }][] = [
  ['an empty file', () => new Uint8Array(), { says: /tệp rỗng/u, next: /đã được lưu đúng chưa/u }],
  ['one that is cut off', () => wordFile(GOOD).subarray(0, 300), { says: /bị hỏng/u, next: /lưu lại thành \.docx/u }],
  [
    'one with a letter changed',
    () => wordFile(GOOD).map((byte, i) => (i === 400 ? byte ^ 0xff : byte)),
    { says: /bị hỏng/u, next: /lưu lại thành \.docx/u },
  ],
  [
    'one with a password',
    () => compoundFile(['Root Entry', 'EncryptionInfo', 'EncryptedPackage'], 0),
    { says: /bảo vệ bằng mật khẩu/u, next: /bỏ mật khẩu/u },
  ],
  [
    'one with a password whose directory stands far behind',
    () => compoundFile(['Root Entry', 'EncryptionInfo', 'EncryptedPackage'], 300),
    { says: /bảo vệ bằng mật khẩu/u, next: /bỏ mật khẩu/u },
  ],
  [
    'a .doc named .docx',
    () => compoundFile(['Root Entry', 'WordDocument', '1Table'], 3),
    { says: /Word 97-2003/u, next: /Đổi đuôi tên tệp thành \.doc/u },
  ],
  [
    'a document type that names a file',
    () => declared('<!ENTITY e SYSTEM "file:///etc/hostname">', '&e;'),
    { says: /DOCTYPE/u, next: /nguồn gốc/u },
  ],
  [
    'entities that swell',
    () => declared(`<!ENTITY e0 "aaaaaaaaaa">${ENTITIES}`, '&e12;'),
    { says: /DOCTYPE/u, next: /nguồn gốc/u },
  ],
  [
    'a zip bomb',
    () => writeZip([makeEntry('word/document.xml', Buffer.alloc(20 * MAX_PART_BYTES, ' '))]),
    { says: /quá lớn/u, next: /nguồn gốc/u },
  ],
  [
    'many small elements',
    () => withMain(part('document', `<w:body>${GOOD}${'<w:p/>'.repeat(3_000_000)}${noise(100_000)}</w:body>`)),
    { says: /quá lớn/u, next: /tách riêng phụ lục/u },
  ],
  [
    'an element of many attributes',
    () => {
      const attributes = Array.from({ length: 500_000 }, (_, i) => `a${i}=""`).join(' ');
      return withMain(part('document', `<w:body>${GOOD}<w:p ${attributes}/></w:body>`));
    },
    { says: /quá lớn/u, next: /tách riêng phụ lục/u },
  ],
  [
    'parts that are too large only together',
    () => {
      const styles = `${'<w:style/>'.repeat(100_000)}${noise(20_000)}`;
      const parts = ['styles', 'numbering', 'footnotes', 'endnotes'].map((name) => [name, part(name, styles)]);
      return wordFile(GOOD, Object.fromEntries(parts));
    },
    { says: /quá lớn/u, next: /tách riêng phụ lục/u },
  ],
  [
    'elements nested without end',
    () => {
      const [open, close] = ['<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>'];
      return withMain(
        part('document', `<w:body>${open.repeat(20_000)}${GOOD}${close.repeat(20_000)}${noise(40_000)}</w:body>`),
      );
    },
    { says: /bị hỏng/u, next: /lưu lại thành \.docx/u },
  ],
];

describe('refused with code 2, in less than 300 MB', () => {
  test.each(REFUSED)('%s', async (_name, make, { says, next }) => {
    const { code, stdout, stderr, mebibytes } = await check('thu.docx', make());
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    const report = stdout.replace(/\s+/gu, ' ');
    expect(report).toMatch(/✗ thu\.docx: /u);
    expect(report).toMatch(says);
    expect(report).toMatch(next);
    expect(report).not.toMatch(/(?<!CHƯA )ĐẠT/u);
    expect(mebibytes).toBeLessThan(MOST_MEMORY_MIB);
  });
});
