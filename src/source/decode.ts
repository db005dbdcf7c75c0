/** From the bytes of a text file to its characters. */
import { PlanlintError } from '../errors.js';

/** Largest text file that is read, in bytes; plans are some tens of kilobytes, the longest annexes a few megabytes. */
export const MAX_TEXT_BYTES = 10 * 1024 * 1024;

/**
 * Decodes UTF-8 (with or without byte order mark) and UTF-16 with one; the mark is removed.
 * Throws `PlanlintError` for an empty, too large or binary file and for other encodings.
 */
export function decodeText(path: string, bytes: Uint8Array): string {
  if (bytes.length > MAX_TEXT_BYTES) throw tooLarge(path, bytes.length);
  const text =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? utf16(bytes, 'utf-16le')
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? utf16(bytes, 'utf-16be')
        : utf8(path, bytes);
  if (text.includes('\0')) throw binary(path);
  if (text.trim() === '') throw empty(path);
  return text;
}

/** Encodes text as the file that `like` was read from: the same encoding, with a byte order mark if it had one. */
export function encodeText(text: string, like: Uint8Array): Uint8Array {
  const utf16Mark = like[0] === 0xff && like[1] === 0xfe ? 'le' : like[0] === 0xfe && like[1] === 0xff ? 'be' : null;
  if (utf16Mark !== null) {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
    return utf16Mark === 'le' ? bytes : bytes.swap16();
  }
  return Buffer.from(hasUtf8Mark(like) ? `\ufeff${text}` : text, 'utf8');
}

function hasUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  return new TextDecoder(encoding).decode(bytes);
}

function utf8(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw bytes.includes(0) ? binary(path, cause) : notUtf8(path, cause);
  }
}

function tooLarge(path: string, size: number): PlanlintError {
  const mb = Math.round(size / 1024 / 1024);
  const limit = MAX_TEXT_BYTES / 1024 / 1024;
  return new PlanlintError(
    'file-too-large',
    {
      vi: `${path}: tệp quá lớn (${mb} MB), vượt giới hạn ${limit} MB cho một kế hoạch dạng văn bản`,
      en: `${path}: the file is too large (${mb} MB); the limit for a plan in text form is ${limit} MB`,
    },
    {
      vi: 'Kiểm tra lại có đúng là tệp kế hoạch không, hoặc tách riêng phần phụ lục.',
      en: 'Check that it is really a plan, or split off its annexes.',
    },
  );
}

function empty(path: string): PlanlintError {
  return new PlanlintError(
    'file-empty',
    {
      vi: `${path}: tệp rỗng, không có nội dung để kiểm tra`,
      en: `${path}: the file is empty, there is nothing to check`,
    },
    {
      vi: 'Kiểm tra lại tệp đã được lưu hoặc chuyển đổi đúng chưa.',
      en: 'Check that the file was saved or converted properly.',
    },
  );
}

function binary(path: string, cause?: unknown): PlanlintError {
  return new PlanlintError(
    'file-binary',
    { vi: `${path}: không phải tệp văn bản (nội dung nhị phân)`, en: `${path}: not a text file (binary content)` },
    { vi: 'Đưa vào tệp .md hoặc .txt mã hóa UTF-8.', en: 'Give a .md or .txt file in UTF-8.' },
    cause,
  );
}

function notUtf8(path: string, cause: unknown): PlanlintError {
  return new PlanlintError(
    'file-encoding',
    { vi: `${path}: không đọc được, tệp không ở dạng mã UTF-8`, en: `${path}: cannot be read, the file is not UTF-8` },
    {
      vi: 'Lưu lại tệp với mã UTF-8 (Unicode) rồi chạy lại; văn bản gõ bằng TCVN3 hoặc VNI phải được chuyển mã trước.',
      en: 'Save the file as UTF-8 (Unicode) and run again; texts typed in TCVN3 or VNI have to be converted first.',
    },
    cause,
  );
}
