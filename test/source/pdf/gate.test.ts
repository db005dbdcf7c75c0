/** What is no sound text is never passed off as one: scans, broken fonts, and other programs asked for help. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PlanlintError } from '../../../src/errors.js';
import { READ_DEFAULTS, type ReadOptions, type SourceDocument } from '../../../src/source/document.js';
import { readSource } from '../../../src/source/read.js';
import { type Page, pdfFile } from './pdf-file.js';

const TEXT = [
  'Ủy ban nhân dân phường yêu cầu các tổ dân phố, các cơ quan, đơn vị trên địa bàn',
  'tổ chức dọn vệ sinh, trồng hoa hai bên đường, giữ gìn trật tự, bảo đảm mỹ quan,',
  'báo cáo kết quả về Phòng Văn hóa - Xã hội trước ngày 15 tháng 3 năm 2026 để tổng hợp.',
];
const WRITTEN: Page = { lines: TEXT.map((text, i) => ({ text, x: 60, y: 780 - 18 * i, size: 11 })) };
const SCANNED: Page = { picture: true };
/** A font that says of each letter that it is the one three further on. */
const scrambled = (letter: string): string =>
  /\p{L}/u.test(letter) ? String.fromCodePoint((letter.codePointAt(0) ?? 0) + 3) : letter;
/** A font of which nobody knows the letters. */
const nameless = (letter: string): string => (letter === ' ' ? ' ' : '\ue000');

/** Programs of the test in place of those of the machine; a folder on the path, first and alone. */
let folder = '';
const path = process.env.PATH;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'planlint-test-'));
  process.env.PATH = folder;
});
afterEach(() => {
  process.env.PATH = path;
  rmSync(folder, { recursive: true });
});

function install(name: string, script: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
}

async function outcome(bytes: Uint8Array, options: ReadOptions = READ_DEFAULTS): Promise<string | SourceDocument> {
  try {
    return await readSource('thu.pdf', bytes, options);
  } catch (error) {
    if (error instanceof PlanlintError) return error.code;
    throw error;
  }
}

const told = (document: string | SourceDocument): unknown =>
  typeof document === 'string' ? document : document.notes.map(({ code, unread }) => [code, unread !== undefined]);

describe('without other programs', () => {
  test('a sound text has nothing to be told', async () => {
    expect(told(await outcome(pdfFile([WRITTEN])))).toEqual([]);
  });

  test('a scan is refused', async () => {
    expect(await outcome(pdfFile([SCANNED, SCANNED]))).toBe('pdf-scanned');
  });

  test('one scanned page of three is named, as a part that was not read', async () => {
    const document = await outcome(pdfFile([WRITTEN, SCANNED, WRITTEN]));
    expect(told(document)).toEqual([['scanned-pages', true]]);
  });

  test.each([
    ['letters that mean others', scrambled],
    ['letters that mean nothing', nameless],
  ])('%s are refused', async (_name, meaning) => {
    expect(await outcome(pdfFile([WRITTEN], { meaning }))).toBe('pdf-broken-text');
  });

  test('a page without anything on it is no text', async () => {
    expect(await outcome(pdfFile([{}]))).toBe('pdf-empty');
  });

  test('recognition asked for where the programs are absent', async () => {
    expect(await outcome(pdfFile([SCANNED]), { ...READ_DEFAULTS, ocr: true })).toBe('ocr-unavailable');
  });
});

describe('pdftotext', () => {
  const bbox = (lines: readonly string[]): string => {
    const words = lines.flatMap((line, row) =>
      line.split(' ').map((word, i) => {
        const [x, y] = [60 + 30 * i, 60 + 18 * row];
        return `<word xMin="${x}" yMin="${y}" xMax="${x + 26}" yMax="${y + 12}">${word}</word>`;
      }),
    );
    return `<page width="595" height="842">\n${words.join('\n')}\n</page>`;
  };
  const printing = (text: string): string => `/bin/cat <<'END'\n${text}\nEND`;

  test('is asked where the letters are broken, and said', async () => {
    install('pdftotext', printing(bbox(TEXT)));
    const document = await outcome(pdfFile([WRITTEN], { meaning: scrambled }));
    expect(told(document)).toEqual([['pdftotext-pages', false]]);
    expect(document).toMatchObject({ text: expect.stringContaining('trước ngày 15 tháng 3 năm 2026') });
  });

  test('what it reads is judged too', async () => {
    install('pdftotext', printing(bbox(TEXT.map((line) => [...line].map(scrambled).join('')))));
    expect(await outcome(pdfFile([WRITTEN], { meaning: scrambled }))).toBe('pdf-broken-text');
  });

  test('one that fails changes nothing', async () => {
    install('pdftotext', 'exit 3');
    expect(await outcome(pdfFile([WRITTEN], { meaning: scrambled }))).toBe('pdf-broken-text');
  });
});

describe('recognition', () => {
  const table = TEXT.flatMap((line, row) => [
    `4\t1\t1\t1\t${row + 1}\t0\t250\t${250 + 80 * row}\t1800\t50\t-1\t`,
    ...line
      .split(' ')
      .map((word, i) => `5\t1\t1\t1\t${row + 1}\t${i + 1}\t${250 + 125 * i}\t${250 + 80 * row}\t100\t50\t95\t${word}`),
  ]).join('\n');

  test('reads scans when asked to, and the text is marked', async () => {
    install('pdftoppm', 'exit 0');
    install('tesseract', `if [ "$1" = --list-langs ]; then echo vie; else /bin/cat <<'END'\nlevel\n${table}\nEND\nfi`);
    expect(await outcome(pdfFile([SCANNED]))).toBe('pdf-scanned');
    const document = await outcome(pdfFile([SCANNED]), { ...READ_DEFAULTS, ocr: true });
    expect(told(document)).toEqual([['ocr-pages', false]]);
    expect(document).toMatchObject({
      quality: { verdict: 'ocr' },
      text: expect.stringContaining('trước ngày 15 tháng 3 năm 2026'),
    });
  });

  test('one without Vietnamese is said to be missing', async () => {
    install('pdftoppm', 'exit 0');
    install('tesseract', 'echo eng');
    expect(await outcome(pdfFile([SCANNED]), { ...READ_DEFAULTS, ocr: true })).toBe('ocr-unavailable');
  });
});
