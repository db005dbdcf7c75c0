/** Labels of headings and items (số thứ tự phần, mục, khoản, điểm): NĐ 30/2020, PL I, Mục II.6, and what real plans use beside it. */
import { letterOrdinal } from '../text/letters.js';
import { parseRoman } from '../text/roman.js';
import type { LabelSystem } from './plan.js';

/** A label at the start of a block. */
export interface LabelMatch {
  system: LabelSystem;
  text: string;
  ordinal: number | null;
  /** For decimals the numbers of all levels: "4.1." gives [4, 1]; else only the ordinal. */
  numbers: number[];
  /** UTF-16 units that the label and the space after it take. */
  length: number;
}

const ORDINAL_WORDS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

/** Reads the label with which a block begins; null if it has none. */
export function readLabel(line: string): LabelMatch | null {
  return (
    part(line) ??
    article(line) ??
    decimal(line) ??
    roman(line) ??
    upper(line) ??
    arabic(line) ??
    letter(line) ??
    paren(line) ??
    dash(line)
  );
}

function part(line: string): LabelMatch | null {
  const match =
    /^(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC)\s+(?:(?:thứ|THỨ)\s+(\p{L}+)|([IVX]{1,6}|\d{1,2}))(?=[\s.:)]|$)[.:)]?\s*/u.exec(
      line,
    );
  if (match === null) return null;
  const word = match[1]?.toLowerCase();
  const ordinal = word === undefined ? numeral(match[2] ?? '') : ORDINAL_WORDS.indexOf(word) + 1 || null;
  return ordinal === null ? null : label('part', match[0], ordinal);
}

function numeral(text: string): number | null {
  return /^\d+$/u.test(text) ? Number(text) : parseRoman(text);
}

function article(line: string): LabelMatch | null {
  const match = /^(?:Điều|ĐIỀU)\s+(\d{1,3})[a-zđ]?\s*[.:]\s*/u.exec(line);
  return match === null ? null : label('article', match[0], Number(match[1]));
}

function decimal(line: string): LabelMatch | null {
  const match = /^(\d{1,2}(?:\.\d{1,2}){1,3})(?:[.)]\s*|\s+)(?=[\p{L}"“(*])/u.exec(line);
  if (match === null) return null;
  const numbers = (match[1] ?? '').split('.').map(Number);
  return { ...label('decimal', match[0], numbers.at(-1) ?? null), numbers };
}

function roman(line: string): LabelMatch | null {
  const match = /^([IVX]{1,6})(?:\s*[.)/:]\s*|\s*[-–]\s+|\s+(?=\p{Lu}{2}))(?=[\p{L}"“(])/u.exec(line);
  const ordinal = match === null ? null : parseRoman(match[1] ?? '');
  return match === null || ordinal === null ? null : label('roman', match[0], ordinal);
}

function upper(line: string): LabelMatch | null {
  const match = /^([A-HĐ])[.)]\s+(?=[\p{L}"“(])/u.exec(line);
  const ordinal = match === null ? null : 'ABCDĐEGH'.indexOf(match[1] ?? '') + 1;
  return match === null || !ordinal ? null : label('upper', match[0], ordinal);
}

function arabic(line: string): LabelMatch | null {
  const match = /^(\d{1,3})(?:(?:\s*[.)/]\s*|\s*[-–]\s+)(?=[^\d\s.,;:)/%])|[.)]\s+(?=\d))/u.exec(line);
  return match === null ? null : label('arabic', match[0], Number(match[1]));
}

function letter(line: string): LabelMatch | null {
  const match = /^([a-zđ])\s*[.)/]\s*(?=[\p{L}\d"“(])/u.exec(line);
  // letters outside the Vietnamese order (f, j, w, z) still are labels, without a place in it
  return match === null ? null : label('letter', match[0], letterOrdinal(match[1] ?? ''));
}

function paren(line: string): LabelMatch | null {
  const match = /^\((\d{1,3})\)[.:]?\s*(?=\S)/u.exec(line);
  return match === null ? null : label('paren', match[0], Number(match[1]));
}

function dash(line: string): LabelMatch | null {
  const match = /^[-–—+•●▪◦*]\s*(?=[^\s\d-])|^[-–+]\s+(?=\d)/u.exec(line);
  return match === null ? null : label('dash', match[0], null);
}

function label(system: LabelSystem, matched: string, ordinal: number | null): LabelMatch {
  return { system, text: matched.trim(), ordinal, numbers: ordinal === null ? [] : [ordinal], length: matched.length };
}
