/** Finds administrative units with their names in text: "phường An Hải", "PHƯỜNG AN HẢI", "TP. Hải Phòng". */
import { isProvinceKind, unitKey, unitsNamed } from '../data/units.js';
import type { Span } from '../source/document.js';
import type { UnitKind } from './plan.js';

/** A unit with its name as it stands in the text. */
export interface UnitMention {
  kind: UnitKind;
  /** As written; a name in capitals with capitals only at the beginning of its words. */
  name: string;
  /** Kind and name. */
  span: Span;
}

const KINDS: readonly UnitKind[] = [
  'tỉnh',
  'thành phố',
  'quận',
  'huyện',
  'thị xã',
  'thị trấn',
  'phường',
  'xã',
  'đặc khu',
];

const KIND_PATTERN = `(?<![\\p{L}\\p{N}])(?:(${KINDS.join('|').replace(/ /gu, '\\s')})\\s|TP(?:\\.\\s?|\\s))`;
const NAME_START = /^[\p{Lu}\d]/u;
/** "hợp tác xã Tân Tiến", "Thông tấn xã Việt Nam", "CỘNG HÒA XÃ HỘI": words that end in the syllable of a kind. */
const OTHER_WORD = /(?:hợp tác|thông tấn|cộng h(?:òa|oà|õa|óa))\s$/iu;
const LONGEST_OTHER = 12;
const WORD = /\p{Lu}[\p{L}\p{M}]*(?:['’]\p{L}+)*|[1-9]\d?(?![\d/%]|[.,]\d)/uy;
const BETWEEN = /(?:\s|\s?[-–]\s?)(?=[\p{Lu}\d])/uy;

const LONGEST_NAME = 6;
/** Names that the gazetteer does not hold are believed up to this many syllables; of one syllable, none is. */
const LONGEST_UNKNOWN = 4;

/** What helps to tell where a name ends. */
export interface NameHints {
  /** A name that is right although the gazetteer may not hold it: the plan's own. */
  ownName: string | null;
  /** Words that follow a name in capitals, in lower case: "năm", "giai". */
  afterName: ReadonlySet<string>;
}

/** Units with names within a span of the text, in order. */
export function* unitMentions(text: string, within: Span, hints: NameHints): Generator<UnitMention> {
  const pattern = new RegExp(KIND_PATTERN, 'giu');
  // the part alone, else a part without any mention is searched to the end of the text; with the word before it
  const from = Math.max(0, within.start - LONGEST_OTHER);
  const part = text.slice(from, within.end);
  pattern.lastIndex = within.start - from;
  for (let match = pattern.exec(part); match !== null; match = pattern.exec(part)) {
    const at = from + match.index;
    if (OTHER_WORD.test(text.slice(Math.max(0, at - LONGEST_OTHER), at))) continue;
    const written = match[1] ?? 'thành phố';
    const start = at + match[0].length;
    if (!NAME_START.test(text.charAt(start))) continue;
    const end = nameEnd(text, start, within.end, written, hints);
    if (end === null) continue;
    pattern.lastIndex = end - from;
    yield { kind: asKind(written), name: asName(text.slice(start, end)), span: { start: at, end } };
  }
}

/** "THỊ XÃ" as the kind that it names. */
function asKind(written: string): UnitKind {
  const plain = written.toLowerCase().replace(/\s/gu, ' ');
  return KINDS.find((kind) => kind === plain) ?? 'thành phố';
}

/** A name in capitals with capitals only at the beginning of its words; any other as it is. */
function asName(written: string): string {
  if (written !== written.toUpperCase() || written.length < 3) return written;
  return written.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}

/** Where the name that begins at `start` ends: the longest known name, else the capitalised words there; null if there is none. */
function nameEnd(text: string, start: number, limit: number, kind: string, hints: NameHints): number | null {
  const ends = wordEnds(text, start, limit);
  const own = ownNameEnd(text, start, hints.ownName);
  const province = isProvinceKind(asKind(kind));
  const longest = ends.findLast((end) => isKnown(text.slice(start, end), province)) ?? null;
  if (own !== null || longest !== null) return Math.max(own ?? 0, longest ?? 0);
  return numberedNameEnd(text, start, ends, kind) ?? unknownNameEnd(text, start, ends, province, hints);
}

/** A province's name after "tỉnh" and "thành phố", a commune's after other kinds; a district-level city has a name of its own or of a ward. */
function isKnown(name: string, province: boolean): boolean {
  return unitsNamed(name).some((unit) => (unit.province === null) === province);
}

/** Ends of the capitalised words and small numbers from `start` on. */
function wordEnds(text: string, start: number, limit: number): number[] {
  const ends: number[] = [];
  let at = start;
  while (ends.length < LONGEST_NAME) {
    WORD.lastIndex = at;
    if (!WORD.test(text) || WORD.lastIndex > limit) break;
    ends.push(WORD.lastIndex);
    BETWEEN.lastIndex = WORD.lastIndex;
    if (!BETWEEN.test(text)) break;
    at = BETWEEN.lastIndex;
  }
  return ends;
}

/** The own name may be written in any case: "phường Thạch khôi". */
function ownNameEnd(text: string, start: number, ownName: string | null): number | null {
  if (ownName === null) return null;
  const end = start + ownName.length;
  if (/^\p{L}/u.test(text.slice(end, end + 1))) return null;
  return unitKey(text.slice(start, end)) === unitKey(ownName) ? end : null;
}

/** "Phường 1", "Quận 3": with a number the kind has a capital (NĐ 30/2020, PL II, III.1.b). */
function numberedNameEnd(text: string, start: number, ends: readonly number[], kind: string): number | null {
  const [end] = ends;
  return end !== undefined && /^\d+$/u.test(text.slice(start, end)) && /^\p{Lu}/u.test(kind) ? end : null;
}

/** A name that the gazetteer does not hold: two to four capitalised words; the dash of "Bà Rịa - Vũng Tàu" only in a province's. */
function unknownNameEnd(
  text: string,
  start: number,
  ends: readonly number[],
  province: boolean,
  hints: NameHints,
): number | null {
  const starts = [start, ...ends];
  const after = ends.findIndex((end, i) => !isNameWord(text.slice(starts[i], end), province, hints));
  const words = after < 0 ? ends : ends.slice(0, after);
  if (words.length < 2 || words.length > LONGEST_UNKNOWN) return null;
  const end = words.at(-1) ?? null;
  // the number of the own name, where the words before it are misspelt
  const number = /\s\d{1,2}$/u.exec(hints.ownName ?? '')?.[0];
  const hasNumber = end !== null && number !== undefined && text.startsWith(number, end);
  return hasNumber && !/\d/u.test(text.charAt(end + number.length)) ? end + number.length : end;
}

function isNameWord(written: string, province: boolean, hints: NameHints): boolean {
  if (/\d/u.test(written) || (/[-–]/u.test(written) && !province)) return false;
  return !hints.afterName.has(written.trim().toLowerCase());
}

/** Whether a word follows that could still belong to the name: where it ends is not sure then. */
export function nameMayGoOn(text: string, unit: Span, afterName: ReadonlySet<string>): boolean {
  const next = /^ (?:[-–] )?(\p{Lu}[\p{L}\p{M}]*)/u.exec(text.slice(unit.end, unit.end + 20))?.[1];
  return next !== undefined && !afterName.has(next.toLowerCase());
}
