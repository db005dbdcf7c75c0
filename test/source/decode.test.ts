import { describe, expect, test } from 'vitest';
import { PlanlintError } from '../../src/errors.js';
import { MAX_TEXT_BYTES } from '../../src/source/decode.js';
import { readSource } from '../../src/source/read.js';

async function codeOf(bytes: Uint8Array): Promise<string> {
  try {
    await readSource('a.md', bytes);
  } catch (error) {
    if (error instanceof PlanlintError) return error.code;
    throw error;
  }
  return 'read';
}

describe('bytes of a text file', () => {
  test('UTF-16 with a byte order mark is read', async () => {
    const text = '\ufeffKẾ HOẠCH năm 2026';
    const bytes = new Uint8Array(Buffer.from(text, 'utf16le'));
    expect((await readSource('a.txt', bytes)).text).toBe('KẾ HOẠCH năm 2026');
  });

  test.each([
    ['empty', new Uint8Array(), 'file-empty'],
    ['only white space', new TextEncoder().encode(' \r\n\t '), 'file-empty'],
    ['binary', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xfe, 0]), 'file-binary'],
    ['legacy encoding', new Uint8Array([0x4b, 0xd5, 0x20, 0x68, 0xb9]), 'file-encoding'],
    ['too large', new Uint8Array(MAX_TEXT_BYTES + 1).fill(97), 'file-too-large'],
  ])('%s is refused with a reason', async (_name, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });
});
