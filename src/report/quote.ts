/** Quotations for people: shortened in the middle, and with the words marked in which two of them differ. */
import { printable } from '../text/printable.js';
import { type DiffPart, wordDiff } from '../text/worddiff.js';
import { type Run, run } from './layout.js';
import { fullPlace } from './place.js';
import type { FindingResult } from './result.js';
import type { Words } from './words.js';

const ELLIPSIS = ' … ';
const QUOTE_LIMIT = 220;

export interface LabelledQuote {
  label: string;
  runs: Run[];
}

/** The document's words, and the words that they are compared with, each with its place. */
export function quotesOf(finding: FindingResult, path: string, words: Words, colour: boolean): LabelledQuote[] {
  const places = finding.related.map((place) => ({
    label: place.path === path ? words.elsewhere : words.parent,
    at: run(`  (${fullPlace(place.path === path ? null : place.path, place.location, words)})`, 'dim'),
    quote: place.quote,
  }));
  const plain = places.map(({ label, at, quote }) => ({ label, runs: [...quoted(quote), at] }));
  if (finding.diff === null) return [{ label: words.own, runs: inContext(finding) }, ...plain];

  const { own, other } = markedPair(finding.diff.own, finding.diff.other, colour, QUOTE_LIMIT);
  const [first] = places;
  return [
    { label: words.own, runs: inQuotes(own) },
    first === undefined
      ? { label: words.suggested, runs: inQuotes(other) }
      : { label: first.label, runs: [...inQuotes(other), first.at] },
    ...plain.slice(1),
  ];
}

function quoted(text: string): Run[] {
  return inQuotes([run(shorten(text, QUOTE_LIMIT))]);
}

/** A short quote among its neighbours. */
function inContext({ quote, context }: FindingResult): Run[] {
  if (context === null) return quoted(quote);
  return inQuotes([run(context.before, 'dim'), run(quote), run(context.after, 'dim')]);
}

/** In quotation marks, unless the words bring their own. */
function inQuotes(runs: Run[]): Run[] {
  const text = runs.map((part) => part.text).join('');
  return /^[“"].*[”"]$/su.test(text) ? runs : [run('“'), ...runs, run('”')];
}

/** A text of at most about `limit` characters: its start and its end, cut between words. */
export function shorten(text: string, limit: number): string {
  const clean = printable(text).trim();
  if (clean.length <= limit) return clean;
  return head(clean, limit / 2) + ELLIPSIS.trimEnd() + tail(clean, limit / 2);
}

/** Two wordings, each with the words marked that the other has not; equal stretches are shortened around the differences. */
export function markedPair(own: string, other: string, colour: boolean, limit: number): { own: Run[]; other: Run[] } {
  const parts = wordDiff(printable(own), printable(other));
  const around = Math.max(24, limit / (parts.length + 1));
  const shortened = parts.map((part, i) => ({ ...part, text: shortenSame(part, i, parts.length, around) }));
  return {
    own: shortened.filter((part) => part.kind !== 'other').flatMap((part) => marked(part, colour)),
    other: shortened.filter((part) => part.kind !== 'own').flatMap((part) => marked(part, colour)),
  };
}

/** What the document has is marked as taken away, what the other has as put in: read as a correction. */
function marked(part: DiffPart, colour: boolean): Run[] {
  if (part.kind === 'same') return [run(part.text)];
  // Spaces stay outside the marks, so that lines can still break there.
  const [, before = '', core = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(part.text) ?? [];
  if (core === '') return [run(part.text)];
  const [open, close] = part.kind === 'own' ? ['[-', '-]'] : ['{+', '+}'];
  const words = colour ? core : `${open}${core}${close}`;
  return [run(before), run(words, part.kind === 'own' ? 'red' : 'green'), run(after)];
}

function shortenSame(part: DiffPart, index: number, count: number, limit: number): string {
  if (part.kind !== 'same' || part.text.length <= limit * 2) return part.text;
  const start = head(part.text, limit);
  const end = tail(part.text, limit);
  if (index === 0) return `…${end.trimStart()}`;
  return index === count - 1 ? `${start}…` : `${start} …${end}`;
}

function head(text: string, length: number): string {
  const cut = text.lastIndexOf(' ', length);
  return text.slice(0, cut > length / 2 ? cut : safeCut(text, Math.floor(length)));
}

function tail(text: string, length: number): string {
  const from = Math.ceil(text.length - length);
  const cut = text.indexOf(' ', from);
  return text.slice(cut >= 0 && cut < text.length - length / 2 ? cut : safeCut(text, from));
}

/** A place to cut that does not split a surrogate pair. */
function safeCut(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}
