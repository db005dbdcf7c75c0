/**
 * One line of a .md or .txt file without its marks: emphasis, links, HTML tags, entities, footnote references, escapes.
 * Real files are Markdown only in part (crawled tables, indented text layers), so the line is read leniently and never as CommonMark code.
 */
import { foldLookalikes, isInvisible } from './characters.js';
import { FlowString } from './flow.js';

/** Emphasis that is open across lines of one paragraph: a sure sign that the next line goes on. */
export interface Emphasis {
  bold: boolean;
  italic: boolean;
}

export interface InlineText {
  flow: FlowString;
  /** Letters in bold, and letters at all. */
  boldLetters: number;
  letters: number;
  /** Offsets in `flow.text` after which the file leaves a gap of three spaces or more: columns side by side. */
  gaps: number[];
}

const TAG = /<\/?(?:a|b|big|br|center|del|div|em|font|i|ins|mark|p|small|span|strong|sub|u)(?:\s[^<>]{0,300})?\/?>/iuy;
const SUPERSCRIPT_TAG = /<sup>\s*\[?\(?\d{1,3}\)?\]?\s*<\/sup>|<\/?sup>/iuy;
const ENTITY = /&(nbsp|amp|lt|gt|quot|apos|#160|#39);/iuy;
const FOOTNOTE_REFERENCE = /\[\^[^\]\s]{1,12}\](?!:)/uy;
const IMAGE = /!\[[^\]]{0,200}\]\([^)\s]{0,500}\)/uy;
const LINK = /\[([^\]]{1,500})\]\([^)\s]{0,500}\)/uy;
const SUPERSCRIPT_DIGITS = /[⁰¹²³⁴-⁹]+/uy;
const ENTITIES: Record<string, string> = {
  nbsp: ' ',
  '#160': ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
};

/** Cleans the raw range `[from, to)` of `raw` (one line or a part of it); `emphasis` goes on from the line before and is updated. */
export function readInline(raw: string, from: number, to: number, emphasis: Emphasis): InlineText {
  const flow = new FlowString();
  const gaps: number[] = [];
  let boldLetters = 0;
  let letters = 0;
  let at = from;

  const emit = (characters: string, start: number, end: number) => {
    if (characters === ' ' && (flow.last === '' || flow.last.endsWith(' '))) return;
    flow.push(characters, start, end);
    if (characters !== ' ' && /\p{L}/u.test(characters)) {
      letters++;
      if (emphasis.bold) boldLetters++;
    }
  };

  while (at < to) {
    const character = raw.charAt(at);
    if (character === '<') {
      const tag = matchAt(TAG, raw, at);
      if (tag !== null) {
        if (/^<\/?(?:b|strong)\b/iu.test(tag)) emphasis.bold = !tag.startsWith('</');
        if (/^<br/iu.test(tag)) emit(' ', at, at + tag.length);
        at += tag.length;
        continue;
      }
      const superscript = matchAt(SUPERSCRIPT_TAG, raw, at);
      if (superscript !== null) {
        at += superscript.length;
        continue;
      }
    } else if (character === '&') {
      const entity = matchAt(ENTITY, raw, at);
      if (entity !== null) {
        emit(ENTITIES[entity.slice(1, -1).toLowerCase()] ?? entity, at, at + entity.length);
        at += entity.length;
        continue;
      }
    } else if (character === '[') {
      const reference = matchAt(FOOTNOTE_REFERENCE, raw, at);
      if (reference !== null) {
        at += reference.length;
        continue;
      }
      const link = matchAt(LINK, raw, at);
      if (link !== null) {
        const label = link.slice(1, link.indexOf(']'));
        const inner = readInline(raw, at + 1, at + 1 + label.length, emphasis);
        flow.append(inner.flow);
        letters += inner.letters;
        boldLetters += inner.boldLetters;
        at += link.length;
        continue;
      }
    } else if (character === '!') {
      const image = matchAt(IMAGE, raw, at);
      if (image !== null) {
        at += image.length;
        continue;
      }
    } else if (character === '\\' && /[!-/:-@[-`{-~]/u.test(raw.charAt(at + 1))) {
      emit(raw.charAt(at + 1), at, at + 2);
      at += 2;
      continue;
    } else if (character === '*') {
      const length = runLength(raw, at, to, '*');
      if (isEmphasis(raw, at, length)) {
        if (length >= 2) emphasis.bold = !emphasis.bold;
        if (length === 1 || length === 3) emphasis.italic = !emphasis.italic;
      } else emit('*'.repeat(length), at, at + length);
      at += length;
      continue;
    } else if (character === '_') {
      const length = runLength(raw, at, to, '_');
      if (length > 3 || isInsideWord(raw, at, length) || isBlank(raw, at, length))
        emit('_'.repeat(length), at, at + length);
      at += length;
      continue;
    } else if (character === '`') {
      at++;
      continue;
    } else if (/[⁰¹²³⁴-⁹]/u.test(character)) {
      const digits = matchAt(SUPERSCRIPT_DIGITS, raw, at) ?? character;
      if (/(?:^|[^\p{L}])(?:[kcdm]?m|ha)$/u.test(flow.text) && /^[²³]$/u.test(digits))
        emit(digits, at, at + digits.length);
      at += digits.length;
      continue;
    }
    at = emitCluster(raw, at, to, flow, gaps, emit);
  }
  const folded = foldLookalikes(flow.text);
  if (folded !== flow.text) flow.text = folded;
  return { flow, boldLetters, letters, gaps };
}

/**
 * Reads the range `[from, to)` of a text that has no marks, as Word and PDF have it. `isBold` tells of each offset whether it is set in bold;
 * places in the flow text are shifted by `base`, where the text stands among others.
 */
export function readPlain(
  raw: string,
  from: number,
  to: number,
  isBold: (offset: number) => boolean,
  base: number,
): InlineText {
  const flow = new FlowString();
  const gaps: number[] = [];
  let boldLetters = 0;
  let letters = 0;
  const emit = (characters: string, start: number, end: number) => {
    if (characters === ' ' && (flow.last === '' || flow.last.endsWith(' '))) return;
    flow.push(characters, base + start, base + end);
    if (characters === ' ' || !/\p{L}/u.test(characters)) return;
    letters++;
    if (isBold(start)) boldLetters++;
  };
  for (let at = from; at < to; ) at = emitCluster(raw, at, to, flow, gaps, emit);
  const folded = foldLookalikes(flow.text);
  if (folded !== flow.text) flow.text = folded;
  return { flow, boldLetters, letters, gaps };
}

/** Emits one letter with its combining marks as NFC, or one space for any run of white space; returns where to go on. */
function emitCluster(
  raw: string,
  at: number,
  to: number,
  flow: FlowString,
  gaps: number[],
  emit: (characters: string, start: number, end: number) => void,
): number {
  if (/[\s\u00a0]/u.test(raw.charAt(at))) {
    let end = at;
    while (end < to && /[\s\u00a0]/u.test(raw.charAt(end))) end++;
    const wide = end - at >= 3 || raw.slice(at, end).includes('\t');
    if (wide && flow.last !== '' && end < to) gaps.push(flow.starts.length);
    emit(' ', at, end);
    return end;
  }
  let end = at + ((raw.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  while (end < to && /\p{M}/u.test(raw.charAt(end))) end++;
  const characters = raw.slice(at, end);
  if (isInvisible(characters)) return end;
  emit(characters.normalize('NFC'), at, end);
  return end;
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function runLength(raw: string, at: number, to: number, character: string): number {
  let end = at;
  while (end < to && raw.charAt(end) === character) end++;
  return end - at;
}

/** A run of asterisks marks emphasis unless it stands alone between spaces or in brackets, as a reference mark "(*)". */
function isEmphasis(raw: string, at: number, length: number): boolean {
  const before = raw.charAt(at - 1);
  const after = raw.charAt(at + length);
  if (before === '(' && after === ')') return false;
  return !(length === 1 && /^\s?$/u.test(before) && /^\s?$/u.test(after));
}

function isInsideWord(raw: string, at: number, length: number): boolean {
  return /[\p{L}\p{N}]/u.test(raw.charAt(at - 1)) && /[\p{L}\p{N}]/u.test(raw.charAt(at + length));
}

/** "gồm ___ thành viên": between spaces nothing is emphasised, it is a blank to be filled in. */
function isBlank(raw: string, at: number, length: number): boolean {
  return length > 1 && raw.charAt(at - 1) === ' ' && raw.charAt(at + length) === ' ';
}
