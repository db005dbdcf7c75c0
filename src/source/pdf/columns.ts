/**
 * Columns side by side: issuer and nation in the header, recipients and signature in the closing. They are read one after the other.
 * Other gaps inside a line (tabs, justified text) are no columns: lists of names with a tab are read line by line.
 */
import { isBlankToFill, isRecipientsLine, isTypeLine, startsBlock } from '../structure.js';
import { joinLines, type Line, lineOf } from './lines.js';
import type { Row } from './words.js';

/** A row cut at its wide gaps. */
export interface Strip {
  segments: Line[];
  /** All of it as one line. */
  whole: Line;
  y: number;
}

/** Columns side by side, one after the other; what belongs together in one of them is one line. */
export interface Columns {
  y: number;
  columns: Line[];
}

/** A gap so wide, in units of the font size, parts columns. */
const WIDE = 1.8;
/** A narrower one does if what stands after it was not drawn right after what stands before it. */
const NARROW = 0.9;
/** Header columns may nearly touch. */
const TOUCHING = 0.15;

const NATION = /^(?:CỘNG H[OÒÓÕ]\S{0,2} XÃ|Độc lập\s*[-–]|ĐẢNG CỘNG SẢN)/u;
const HEADER = /^(?:CỘNG H[OÒÓÕ]\S{0,2} XÃ|Độc lập\s*[-–]|ĐẢNG CỘNG SẢN|Số\s*:?\s*[\d./…_–-]|Số\s*:)/u;
const CLOSING = /^(?:Nơi nhận|T\/?M\.?\s|K\/?T\.?\s|T\/?L\.?\s|TUQ\.?\s)/u;

/** Cuts a row at its wide gaps. */
export function stripOf(row: Row, page: number): Strip {
  const parts: Row[] = [];
  for (const word of row) {
    const part = parts.at(-1);
    const before = part?.at(-1);
    if (part === undefined || before === undefined) {
      parts.push([word]);
      continue;
    }
    const gap = (word.x - before.right) / word.size;
    const jump = word.first !== before.last + 1;
    const apart = gap > WIDE || (jump && gap > NARROW) || (gap > TOUCHING && startsNation(row, word));
    if (apart && !isBlankToFill(wordsOf(part), wordsOf(row.slice(row.indexOf(word))))) parts.push([word]);
    else part.push(word);
  }
  const segments = parts.map((part) => lineOf(part, page));
  return { segments, whole: lineOf(row, page), y: Math.max(...segments.map(({ y }) => y)) };
}

function wordsOf(row: Row): string {
  return row.map(({ text, spaced }) => (spaced ? ` ${text}` : text)).join('');
}

/** Whether a line names the nation, its motto or the Party: the right side of a header. */
export function isNation(text: string): boolean {
  return NATION.test(text);
}

function startsNation(row: Row, word: Row[number]): boolean {
  return (
    /^(?:C|Đ)/u.test(word.text) &&
    NATION.test(
      wordsOf(row.slice(row.indexOf(word)))
        .normalize('NFC')
        .trim(),
    )
  );
}

/** The space between two columns. */
interface Gutter {
  left: number;
  right: number;
}

/** Finds the columns among the strips of a page; gives strips and columns from top to bottom. */
export function findColumns(strips: readonly Strip[]): (Strip | Columns)[] {
  const found: (Strip | Columns)[] = [];
  for (let at = 0; at < strips.length; ) {
    const columns = columnsFrom(strips, at);
    if (columns === null) {
      found.push(...strips.slice(at, at + 1));
      at++;
    } else {
      found.push({ y: strips[at]?.y ?? 0, columns: columns.lines });
      at = columns.end;
    }
  }
  return found;
}

/** Rows after a first one of a column among which the other column has to begin. */
const REACH = 4;

/** The columns that begin at a strip; null if none do. */
function columnsFrom(strips: readonly Strip[], start: number): { lines: Line[]; end: number } | null {
  const near = strips.slice(start, start + REACH);
  if (endsColumns(near[0])) return null;
  const anchor = near.find(({ segments }) => segments.some(({ text }) => HEADER.test(text) || CLOSING.test(text)));
  if (anchor === undefined) return null;
  const closing = anchor.segments.some(({ text }) => CLOSING.test(text));
  const gutter = gutterOf(near);
  if (gutter === null) return null;
  const left: Line[] = [];
  const right: Line[] = [];
  let end = start;
  for (let strip = strips[end]; strip !== undefined; strip = strips[++end]) {
    if (endsColumns(strip)) break;
    const sides = strip.segments.map((segment) => sideOf(segment, gutter));
    if (sides.includes(null)) break;
    // the last lines of the text stand at the left above a closing; only the signature may begin before the recipients
    if (closing && sides.includes('left') && end < strips.indexOf(anchor)) return null;
    for (const [i, segment] of strip.segments.entries()) {
      const side = sides[i] === 'left' ? left : right;
      side.push(segment);
      if (sides[i] === 'left') gutter.left = Math.max(gutter.left, segment.right);
      else gutter.right = Math.min(gutter.right, segment.x);
    }
  }
  // what only looks so: the last lines of the text above
  if (left.length === 0 || right.length === 0 || !near.slice(0, end - start).includes(anchor)) return null;
  return { lines: [...joinColumn(left), ...joinColumn(right)], end };
}

/** The first gap among a few strips: inside one, or between one at the left and one at the right. */
function gutterOf(strips: readonly Strip[]): Gutter | null {
  for (const { segments } of strips) {
    const [first, second] = segments;
    if (first !== undefined && second !== undefined) return { left: first.right, right: second.x };
  }
  const segments = strips.flatMap((strip) => strip.segments);
  for (const one of segments) {
    const other = segments.find(({ x }) => x > one.right + one.size);
    if (other !== undefined) return { left: one.right, right: other.x };
  }
  return null;
}

function sideOf({ x, right }: Line, gutter: Gutter): 'left' | 'right' | null {
  const middle = (gutter.left + gutter.right) / 2;
  if (right <= gutter.right && (x + right) / 2 < middle) return 'left';
  return x >= gutter.left && (x + right) / 2 > middle ? 'right' : null;
}

/** What stands across the page below a header or closing, even if it is so short that it might belong to a column. */
function endsColumns(strip: Strip | undefined): boolean {
  const [only, more] = strip?.segments ?? [];
  if (only === undefined || more !== undefined) return false;
  return isTypeLine(only.text) || /^(?:Kính gửi|PHỤ LỤC)/iu.test(only.text);
}

/** Lines of a column stand by themselves, but for the subject of a letter, for items of recipients and for what found no room. */
function joinColumn(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    if (before !== undefined && goesOn(before.text, line.text)) joined[joined.length - 1] = joinLines(before, line);
    else joined.push(line);
  }
  return joined;
}

function goesOn(before: string, text: string): boolean {
  if (isCutShort(before)) return true;
  if (startsBlock(text) || isRecipientsLine(before)) return false;
  if (/^(?:V\/v|Về việc)/iu.test(before)) return true;
  return /^[-–]\s/u.test(before) && !/[;.]$/u.test(before);
}

/** Set lines that did not find room in a narrow column: the nation's name, the motto, place and date, the symbol. */
function isCutShort(text: string): boolean {
  if (/^CỘNG H[OÒÓÕ]/u.test(text)) return !/VIỆT NAM$/u.test(text);
  if (/^Độc lập/u.test(text)) return !/phúc$/iu.test(text);
  if (/^\p{Lu}[\p{L}\s.]{1,40},\s*ngày/u.test(text)) return /(?:ngày|tháng|năm|tháng\s*\d{1,2})$/u.test(text);
  return /^Số\s*:/u.test(text) && /[-/]$/u.test(text);
}
