/** Finds wrong forms of set phrases in a text, in one pass over its words. */
import { toneKey } from './normal.js';

/** A phrase with its wrong forms and the words that have to stand, or may not stand, beside them. */
export interface ListedPhrase {
  right: string;
  wrong: string[];
  before: string[];
  after: string[];
  notBefore: string[];
  notAfter: string[];
}

export interface PhraseHit<P extends ListedPhrase = ListedPhrase> {
  phrase: P;
  /** Span of the wrong words, context not included. */
  span: { start: number; end: number };
  /** The words as written. */
  found: string;
  /** The wrong form as keys, the same for all ways to write it. */
  key: string;
  /** The right phrase with the case of the words found. */
  right: string;
}

export type PhraseFinder<P extends ListedPhrase = ListedPhrase> = (text: string) => PhraseHit<P>[];

interface Word {
  key: string;
  start: number;
  end: number;
}

/** A wrong form prepared for comparison: everything as keys. */
interface WrongForm<P> {
  phrase: P;
  words: string[];
  before: string[][];
  after: string[][];
  notBefore: string[][];
  notAfter: string[][];
}

const WORD = /[\p{L}\p{M}]+/gu;
/** Between two words of a phrase: spaces, also where a line was wrapped. */
const WITHIN = /^[ \t\u00a0]+$/u;
/** Between a phrase and its context: a comma, dash or quotation mark too. */
const BESIDE = /^[ \t\u00a0]*[,"“”–-]?[ \t\u00a0]*$/u;

/** Prepares a list once; the finder it gives takes time linear in the text. */
export function phraseFinder<P extends ListedPhrase>(phrases: readonly P[]): PhraseFinder<P> {
  const byFirstWord = new Map<string, WrongForm<P>[]>();
  for (const phrase of phrases) {
    for (const wrong of phrase.wrong) {
      const form = wrongForm(phrase, wrong);
      const first = form.words[0] ?? '';
      byFirstWord.set(
        first,
        [...(byFirstWord.get(first) ?? []), form].sort((a, b) => b.words.length - a.words.length),
      );
    }
  }
  return (text) => find(text, byFirstWord);
}

function wrongForm<P extends ListedPhrase>(phrase: P, wrong: string): WrongForm<P> {
  return {
    phrase,
    words: keys(wrong),
    before: phrase.before.map(keys),
    after: phrase.after.map(keys),
    notBefore: phrase.notBefore.map(keys),
    notAfter: phrase.notAfter.map(keys),
  };
}

function keys(phrase: string): string[] {
  return phrase.normalize('NFC').split(' ').map(toneKey);
}

function find<P extends ListedPhrase>(
  text: string,
  byFirstWord: ReadonlyMap<string, readonly WrongForm<P>[]>,
): PhraseHit<P>[] {
  const words = wordsOf(text);
  const hits: PhraseHit<P>[] = [];
  for (let i = 0; i < words.length; i++) {
    const candidates = byFirstWord.get(words[i]?.key ?? '');
    const form = candidates?.find((candidate) => standsAt(text, words, i, candidate));
    if (form === undefined) continue;
    const last = i + form.words.length - 1;
    const span = { start: words[i]?.start ?? 0, end: words[last]?.end ?? 0 };
    const found = text.slice(span.start, span.end);
    i = last;
    if (isName(found, form.phrase.right)) continue;
    hits.push({
      phrase: form.phrase,
      span,
      found,
      key: form.words.join(' '),
      right: inCaseOf(found, form.phrase.right),
    });
  }
  return hits;
}

/** The words of the texts searched last: several rules look through one text, and through its parents. */
const recent: { text: string; words: Word[] }[] = [];
const MOST_RECENT = 6;

function wordsOf(text: string): Word[] {
  const known = recent.find((one) => one.text === text);
  if (known !== undefined) return known.words;
  const words = splitWords(text);
  recent.unshift({ text, words });
  if (recent.length > MOST_RECENT) recent.pop();
  return words;
}

function splitWords(text: string): Word[] {
  const known = new Map<string, string>();
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    let key = known.get(word);
    if (key === undefined) {
      key = toneKey(word);
      known.set(word, key);
    }
    words.push({ key, start: match.index, end: match.index + word.length });
  }
  return words;
}

function standsAt(text: string, words: readonly Word[], at: number, form: WrongForm<unknown>): boolean {
  const end = at + form.words.length;
  if (!matches(text, words, at, form.words, WITHIN)) return false;
  const endsBefore = (phrase: string[]) =>
    matches(text, words, at - phrase.length, phrase, WITHIN) && beside(text, words, at - 1);
  const startsAfter = (phrase: string[]) => matches(text, words, end, phrase, WITHIN) && beside(text, words, end - 1);
  if (form.notBefore.some(endsBefore) || form.notAfter.some(startsAfter)) return false;
  return (
    (form.before.length === 0 || form.before.some(endsBefore)) &&
    (form.after.length === 0 || form.after.some(startsAfter))
  );
}

/** Whether the words from `at` on are those of the phrase. */
function matches(text: string, words: readonly Word[], at: number, phrase: readonly string[], gap: RegExp): boolean {
  return phrase.every(
    (key, i) => words[at + i]?.key === key && (i === 0 || gap.test(between(text, words, at + i - 1))),
  );
}

/** Whether the word at `i` and the next one belong to the same run of words. */
function beside(text: string, words: readonly Word[], i: number): boolean {
  return BESIDE.test(between(text, words, i));
}

function between(text: string, words: readonly Word[], i: number): string {
  return text.slice(words[i]?.end ?? 0, words[i + 1]?.start ?? text.length);
}

/**
 * A capital where the phrase has none, other than at its very start: rather the name of a person or place (huyện Văn Bàn,
 * để Nghị …) than a mistake. A single word may be a name already with a capital at its start.
 */
function isName(found: string, right: string): boolean {
  if (right !== right.toLowerCase()) return false;
  const words = found.split(WITHIN_GLOBAL);
  return (words.length === 1 ? words : words.slice(1)).some(isCapitalised);
}

const WITHIN_GLOBAL = /[ \t\u00a0]+/u;

function isCapitalised(word: string): boolean {
  return word.length > 1 && /^\p{Lu}/u.test(word) && word.slice(1) === word.slice(1).toLowerCase();
}

/** The right phrase in the case of the words found; a word that was right is kept as it is written ("hoà" stays "hoà"). */
function inCaseOf(found: string, right: string): string {
  const foundWords = found.split(WITHIN_GLOBAL);
  const rightWords = right.split(' ');
  const upper = found === found.toUpperCase() && found.length > 1;
  const aligned = foundWords.length === rightWords.length;
  let next = 0;
  return rightWords
    .map((word, i) => {
      const same = foundWords.findIndex((other, j) => j >= next && toneKey(other) === toneKey(word));
      if (same >= 0) {
        next = same + 1;
        return foundWords[same] ?? word;
      }
      if (upper) return word.toUpperCase();
      const model = aligned ? foundWords[i] : undefined;
      return model === undefined || !/^\p{Lu}/u.test(model) ? word : word.charAt(0).toUpperCase() + word.slice(1);
    })
    .join(' ');
}
