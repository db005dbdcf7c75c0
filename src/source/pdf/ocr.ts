/** Recognition of scanned pages (OCR) with tesseract, where it is installed with its Vietnamese data; poppler draws the pages. */
import { rm } from 'node:fs/promises';
import { boxedWords } from './boxed-words.js';
import { noRecognition, recognitionFailed } from './errors.js';
import type { Box, Glyph } from './page.js';
import { runProgram, withTemporaryPdf } from './programs.js';

/** Dots per inch: what the recognition was trained for. */
const RESOLUTION = 300;
const SECONDS_TO_DRAW = 60;
const SECONDS_TO_READ = 180;
/** Words that the recognition itself does not believe (0-100) are specks and stamps. */
const LEAST_CONFIDENCE = 20;

/** Recognises pages; gives their characters by page. Rejects with `PlanlintError` where the programs are absent or fail. */
export async function recognise(
  path: string,
  bytes: Uint8Array,
  pages: readonly number[],
): Promise<Map<number, Glyph[]>> {
  await needPrograms(path);
  return withTemporaryPdf(bytes, async (file, folder) => {
    const found = new Map<number, Glyph[]>();
    for (const page of pages) {
      const picture = `${folder}/page`;
      const drawing = [
        '-r',
        String(RESOLUTION),
        '-gray',
        '-png',
        '-singlefile',
        '-f',
        String(page),
        '-l',
        String(page),
      ];
      const drawn = await runProgram('pdftoppm', [...drawing, file, picture], SECONDS_TO_DRAW);
      if ('failed' in drawn) throw recognitionFailed(path, page, drawn.message);
      const read = await runProgram('tesseract', [`${picture}.png`, 'stdout', '-l', 'vie', 'tsv'], SECONDS_TO_READ);
      if ('failed' in read) throw recognitionFailed(path, page, read.message);
      await rm(`${picture}.png`, { force: true });
      found.set(page, boxedWords(wordsOf(read.output)));
    }
    return found;
  });
}

async function needPrograms(path: string): Promise<void> {
  const drawing = await runProgram('pdftoppm', ['-v'], 10);
  const languages = await runProgram('tesseract', ['--list-langs'], 10);
  const missing = [
    ...('failed' in drawing ? ['pdftoppm (poppler-utils)'] : []),
    ...('failed' in languages ? ['tesseract (tesseract-ocr)'] : []),
    ...('failed' in languages || /^vie$/mu.test(languages.output) ? [] : ['tesseract-ocr-vie']),
  ];
  if (missing.length > 0) throw noRecognition(path, missing);
}

/** Words of tesseract's table; each takes height and place from the line that it stands in, since its own box is that of its letters. */
function* wordsOf(table: string): Iterable<Box & { text: string }> {
  const scale = 72 / RESOLUTION;
  let line: Box | null = null;
  for (const row of table.split('\n').slice(1)) {
    const [level, , , , , , left, top, width, height, confidence, text = ''] = row.split('\t');
    const box = {
      left: Number(left) * scale,
      top: Number(top) * scale,
      right: (Number(left) + Number(width)) * scale,
      bottom: (Number(top) + Number(height)) * scale,
    };
    if (level === '4') line = box;
    else if (level === '5' && text.trim() !== '' && Number(confidence) >= LEAST_CONFIDENCE)
      yield { ...box, top: line?.top ?? box.top, bottom: line?.bottom ?? box.bottom, text: text.trim() };
  }
}
