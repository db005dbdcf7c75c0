/** Lines of text: words joined, marks of footnotes gone, letters in their normal form. */
import { foldLookalikes, isInvisible } from '../characters.js';
import type { Row, Word } from './words.js';

/** A line as it stands on a page, or the part of it that stands in one column. */
export interface Line {
  text: string;
  x: number;
  right: number;
  /** Baseline. */
  y: number;
  size: number;
  /** Letters, and letters in bold. */
  letters: number;
  boldLetters: number;
  /** Where the words after its label begin; null if it has no label. */
  afterLabel: number | null;
  /** Width of its first word. */
  firstWord: number;
  /** The number before a footnote, small and raised; null elsewhere. */
  mark: string | null;
  /** A space is drawn at its end: the line was not broken inside a word. */
  spaceAfter: boolean;
  /** Broken inside a word, as happens in narrow cells. */
  broken: boolean;
  /** Page, counted from 1. */
  page: number;
}

/** Bullets as they come from all kinds of fonts; those of Symbol and Wingdings have no letters of their own. */
const BULLET = /^(?:[•●▪◦○■□▫►➢➤✓✔❖◆♦·]|[\uf02d\uf06c-\uf077\uf0a7\uf0a8\uf0b7\uf0d8\uf0e0\uf0fc\uf0fe]|\*(?=\s))\s*/u;
/** A unit whose exponent belongs to the text. */
const UNIT = /(?:^|[^\p{L}])(?:[kcdm]?m|ha)$/u;
const EXPONENTS: Record<string, string> = { '2': '²', '3': '³' };

/** The text of words that stand in one row. */
export function lineOf(words: Row, page: number): Line {
  const line: Line = {
    text: '',
    x: words[0]?.x ?? 0,
    right: 0,
    y: 0,
    size: 0,
    letters: 0,
    boldLetters: 0,
    afterLabel: null,
    firstWord: 0,
    mark: null,
    spaceAfter: words.at(-1)?.spaceAfter ?? false,
    broken: false,
    page,
  };
  let largest = 0;
  for (const word of words) {
    line.right = Math.max(line.right, word.right);
    if (word.raised && isMark(word.text)) {
      if (line.text === '') line.mark = word.text.replace(/\D/gu, '');
      else if (UNIT.test(line.text)) line.text += EXPONENTS[word.text] ?? '';
      continue;
    }
    if (word.spaced && line.text !== '') line.text += ' ';
    line.text += clean(word);
    const letters = word.text.match(/\p{L}/gu)?.length ?? 0;
    line.letters += letters;
    if (word.bold) line.boldLetters += letters;
    if (word.text.length > largest) {
      largest = word.text.length;
      line.size = word.size;
      line.y = word.y;
    }
  }
  const [first, second] = words.filter((word, i) => i === 0 || word.spaced);
  const end = words.findIndex((word, i) => i > 0 && word.spaced);
  line.firstWord = (words.at(end < 0 ? -1 : end - 1)?.right ?? line.x) - line.x;
  line.text = normal(line.text, first);
  if (/^(?:[-–—+]|\(?(?:\d{1,3}|[\p{L}]{1,4})[.)])\s/u.test(line.text)) line.afterLabel = second?.x ?? null;
  return line;
}

/** What stands between a line and the next: a space, but for symbols broken at their hyphen or slash and for words that are broken. */
export function glue({ text, spaceAfter, broken }: Line): string {
  if (broken || text.endsWith('\u00ad')) return '';
  return !spaceAfter && /[\p{L}\p{N}][-/]$/u.test(text) ? '' : ' ';
}

/** Two lines as one. */
export function joinLines(first: Line, second: Line): Line {
  return {
    ...second,
    text: first.text.replace(/\u00ad$/u, '') + glue(first) + second.text,
    x: first.x,
    y: first.y,
    letters: first.letters + second.letters,
    boldLetters: first.boldLetters + second.boldLetters,
  };
}

/** A number or sign that refers to a footnote, alone or in brackets. */
function isMark(text: string): boolean {
  return /^[([]?(?:\d{1,3}(?:,\d{1,3})?|\*{1,3})[)\]]?$/u.test(text);
}

function clean({ text }: Word): string {
  return [...text].filter((character) => !isInvisible(character) || character === '\u00ad').join('');
}

function normal(text: string, first: Word | undefined): string {
  const written = foldLookalikes(text.normalize('NFC').replace(/\u00ad(?!$)/gu, '')).trim();
  // Word's bullet of the second level is the letter o of a typewriter font
  const bullet = /^o\s/u.test(written) && /courier/iu.test(first?.font ?? '') ? /^o\s/u : BULLET;
  return written.replace(bullet, '- ');
}
