/** Footnotes: small print at the foot of a page, under a short line or with a small raised number. */
import type { PageLayout } from './layout.js';
import { type Line, lineOf } from './lines.js';
import type { Row } from './words.js';

/** Small print is at most so large, compared with the text. */
const SMALL = 0.93;
/** The line over footnotes is no longer than this share of the page. */
const SHORT_LINE = 0.5;

/** Takes the footnotes of a page out of its rows; each is the lines of one note, without its number. `size`: that of the text. */
export function takeFootnotes(page: PageLayout, size: number): Line[][] {
  const { rows, grids } = page;
  const lowest = Math.max(0, ...grids.map(({ bottom }) => bottom));
  let start = rows.length;
  while (start > 0 && isSmall(rows[start - 1], size) && topOf(rows[start - 1]) > lowest) start--;
  if (start === rows.length) return [];
  const line = separator(page, topOf(rows[start]));
  const lines = rows.slice(start).map((row) => lineOf(row, page.number));
  const first = lines.findIndex((each) => each.mark !== null || (line !== null && startsWithNumber(each)));
  if (first < 0 || (first > 0 && line === null)) return [];
  rows.splice(start + first);
  return notesOf(lines.slice(first), line !== null);
}

function isSmall(row: Row | undefined, size: number): boolean {
  return row?.every((word) => word.size <= SMALL * size) ?? false;
}

function topOf(row: Row | undefined): number {
  const [word] = row ?? [];
  return word === undefined ? 0 : word.y - 0.8 * word.size;
}

/** The short line at the left between the text and its footnotes. */
function separator({ rulings, rows, width }: PageLayout, top: number): number | null {
  const above = Math.max(0, ...rows.map((row) => row[0]?.y ?? 0).filter((y) => y < top));
  const line = rulings.find(
    ({ left, right, top: y, bottom }) =>
      y === bottom && y > above - 2 && y < top + 4 && right - left < SHORT_LINE * width && left < 0.3 * width,
  );
  return line?.top ?? null;
}

function startsWithNumber({ text }: Line): boolean {
  return /^(?:\d{1,3}|\*)[.)]?\s+["“(]?\p{Lu}/u.test(text);
}

function notesOf(lines: readonly Line[], ruled: boolean): Line[][] {
  const notes: Line[][] = [];
  for (const line of lines) {
    const begins = line.mark !== null || (ruled && startsWithNumber(line) && isNext(notes, line));
    const text = line.mark === null && begins ? line.text.replace(/^(?:\d{1,3}|\*)[.)]?\s+/u, '') : line.text;
    if (begins || notes.length === 0) notes.push([{ ...line, text, mark: numberOf(line) }]);
    else notes.at(-1)?.push(line);
  }
  return notes;
}

function numberOf({ mark, text }: Line): string {
  return mark ?? /^\d{1,3}/u.exec(text)?.[0] ?? '';
}

/** A number of ordinary size begins a note only if it comes after that of the note before. */
function isNext(notes: readonly Line[][], line: Line): boolean {
  const before = notes.at(-1)?.[0]?.mark ?? null;
  return before === null || Number(numberOf(line)) === Number(before) + 1;
}
