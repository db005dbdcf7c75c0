/** Plain work on the raw text of a plan: the benchmark finds its places by its own simple patterns, not by what planlint extracts. */

/** A stretch of raw text. */
export interface Match {
  start: number;
  end: number;
  text: string;
  /** The capture groups. */
  groups: string[];
}

/** Choices that are random but the same in every run. */
export interface Random {
  /** 0 ≤ result < n. */
  below(n: number): number;
  /** Of a list that is not empty. */
  pick<T>(items: readonly T[]): T;
  /** Null of an empty list. */
  choose<T>(items: readonly T[]): T | null;
}

/** A generator (mulberry32) whose seed is made of words. */
export function randomOf(...seed: (string | number)[]): Random {
  let state = hash(seed.join('/'));
  const below = (n: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * n);
  };
  return {
    below,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
    choose: (items) => (items.length === 0 ? null : (items[below(items.length)] ?? null)),
  };
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return value;
}

/** A pattern in which a space stands for any white space, as lines are wrapped anywhere, and " ?" for any or none. */
export function pattern(source: string, flags = ''): RegExp {
  return new RegExp(source.replaceAll(' ?', '\\s*').replaceAll(' ', '\\s+'), `gu${flags}`);
}

/** Words as a pattern. */
export function literal(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}

/** All places of a pattern; `words` as they stand, but for white space. */
export function findAll(text: string, words: string | RegExp): Match[] {
  const regex = typeof words === 'string' ? pattern(literal(words)) : words;
  return [...text.matchAll(regex)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    text: found[0],
    groups: found.slice(1).map((group) => group ?? ''),
  }));
}

/** The one stretch of a match that a word group covers: the first place of `words` inside it. */
export function within(text: string, outer: Match, words: string | RegExp): Match | null {
  const inner = findAll(text.slice(outer.start, outer.end), words)[0];
  return inner === undefined ? null : { ...inner, start: outer.start + inner.start, end: outer.start + inner.end };
}

export function replaceAt(text: string, { start, end }: Pick<Match, 'start' | 'end'>, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

/** 1-based. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Puts a paragraph of its own at the start of a line; says on which line it stands. */
export function insertAt(text: string, lineStart: number, paragraph: string): { text: string; line: number } {
  const head = text.slice(0, lineStart).replace(/\n*$/u, '\n\n');
  return { text: `${head}${paragraph}\n\n${text.slice(lineStart)}`, line: lineOf(head, head.length) };
}

/** Start of the paragraph that holds the offset. Where paragraphs are not set apart by blank lines, a line that begins with a capital starts one. */
export function paragraphStart(text: string, offset: number): number {
  const blank = text.lastIndexOf('\n\n', offset - 1);
  const body = bodyStart(text);
  if (blank > body) return blank + 2;
  const lines = findAll(text.slice(0, offset), /^[*_ ]*[\p{Lu}\d-]/gmu);
  return lines.at(-1)?.start ?? 0;
}

/** Where the body ends: the last "./." before the recipients, or the recipients. */
export function bodyEnd(text: string): number {
  const recipients = findAll(text, pattern('N[ơƠ][iI] nh[ậẬ]n ?:')).at(-1)?.start ?? text.length;
  const end = text.lastIndexOf('./.', recipients);
  return end < 0 ? recipients : end;
}

/** Start of the first numbered heading. */
export function bodyStart(text: string): number {
  return /^\W{0,6}(?:I|A)\. ?\p{L}/mu.exec(text)?.index ?? 0;
}

/** ISO date moved by days. */
export function addDays(iso: string, days: number): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

export interface DayParts {
  day: number;
  month: number;
  year: number;
}

export function partsOf(iso: string): DayParts {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return { day, month, year };
}

/** "05/3/2026", with zeros as the decree has them. */
export function slashed(iso: string): string {
  const { day, month, year } = partsOf(iso);
  return `${pad(day)}/${month < 3 ? pad(month) : month}/${year}`;
}

/** "05 tháng 3 năm 2026". */
export function inWords(iso: string): string {
  const { day, month, year } = partsOf(iso);
  return `${pad(day)} tháng ${month < 3 ? pad(month) : month} năm ${year}`;
}

export function pad(n: number): string {
  return String(n).padStart(2, '0');
}

/** Last day of the month of an ISO date. */
export function endOfMonth(iso: string): string {
  const { month, year } = partsOf(iso);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** ISO date of "15/12/2026" or "15 tháng 12 năm 2026" inside words; null if there is none. */
export function dateIn(words: string): string | null {
  const found = /(\d{1,2})(?:\/|\s+tháng\s+)(\d{1,2})(?:\/|\s+năm\s+)(\d{4})/u.exec(words);
  if (found === null) return null;
  const [, day, month, year] = found;
  return `${year}-${pad(Number(month))}-${pad(Number(day))}`;
}
