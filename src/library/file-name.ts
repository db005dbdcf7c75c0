/** Identity hints from file names: a draft's own number is often left blank in the text and stands only in the name of its file. */
import { isoDay } from '../plan/calendar.js';
import { documentTypes } from '../plan/document-types.js';
import { bareKey } from '../text/normal.js';

/** What a file name says of the document: "kh-2242-2026.md", "KH 56 (18.02.2026).md". Of lower trust than the text. */
export interface FileNameHints {
  type: string;
  number: string | null;
  year: number | null;
  date: string | null;
}

const TYPES = new Map(
  documentTypes
    .flatMap((type) => [...type.abbreviations, type.name].map((word): [string, string] => [bareKey(word), type.name]))
    .filter(([word]) => word.length > 1)
    .reverse(),
);
const TYPE_AND_NUMBER = new RegExp(
  `(?<![a-z0-9])(${[...TYPES.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/ /gu, '[-_ ]'))
    .join('|')})(?:[-_ .]{0,3}(?:so[-_ .]{0,3})?(\\d{1,6})(?!\\d))?(?![a-z0-9])`,
  'u',
);
const DAY = /(?<!\d)(\d{1,2})[-_. ](\d{1,2})[-_. ]((?:19|20)\d{2})(?!\d)/u;
const ISO_DAY = /(?<!\d)((?:19|20)\d{2})[-_. ]?(\d{2})[-_. ]?(\d{2})(?!\d)/u;
const YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d)/u;

/** Reads the hints of a path's last part; null where it names no kind of document. */
export function fileNameHints(path: string): FileNameHints | null {
  const base = bareKey(path.slice(path.lastIndexOf('/') + 1).replace(/\.[a-z]{2,4}$/iu, ''));
  const match = TYPE_AND_NUMBER.exec(base);
  const type = match?.[1] === undefined ? undefined : TYPES.get(match[1].replace(/[-_]/gu, ' '));
  if (match === null || type === undefined) return null;
  const written = match[2] ?? null;
  const rest = base.slice(match.index + match[0].length);
  // "kh-2026-…" without a further year names the year, not the number
  const isYear = written !== null && YEAR.test(written) && !YEAR.test(rest);
  const number = isYear ? null : written;
  const date = dayIn(rest);
  const year = date === null ? (YEAR.exec(isYear ? base : rest)?.[1] ?? null) : date.slice(0, 4);
  return { type, number, year: year === null ? null : Number(year), date };
}

function dayIn(text: string): string | null {
  const [, day, month, year] = DAY.exec(text) ?? [];
  if (day !== undefined) return isoDay(Number(year), Number(month), Number(day));
  const [, isoYear, isoMonth, isoDayOfMonth] = ISO_DAY.exec(text) ?? [];
  return isoYear === undefined ? null : isoDay(Number(isoYear), Number(isoMonth), Number(isoDayOfMonth));
}
