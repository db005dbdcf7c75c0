/** Places and names in words: "12:5", "thanh-pho.md:88:5, mục IV.1", "Kế hoạch số 56/KH-UBND ngày 18/02/2026 của …". */
import type { DocumentResult, ParentResult, PlaceResult } from './result.js';
import type { Words } from './words.js';

/** "12:5"; for formats without lines "trang 3, đoạn 4". */
export function shortPlace({ start, page, paragraph }: PlaceResult, words: Words): string {
  if (start !== null) return `${start.line}:${start.column}`;
  return pageAndParagraph(page, paragraph, words);
}

/** "thanh-pho.md:88:5, mục IV.1"; without path "dòng 88, mục IV.1". */
export function fullPlace(path: string | null, place: PlaceResult, words: Words): string {
  const { start, page, paragraph, section } = place;
  const point = pageAndParagraph(page, paragraph, words);
  const parts =
    start === null ? [path, point] : [path === null ? words.line(start.line) : `${path}:${shortPlace(place, words)}`];
  if (section !== null) parts.push(words.section(section));
  return parts.filter(Boolean).join(', ');
}

function pageAndParagraph(page: number | null, paragraph: number | null, words: Words): string {
  const parts = [page === null ? null : words.page(page), paragraph === null ? null : words.paragraph(paragraph)];
  return parts.filter(Boolean).join(', ');
}

/** Kind, number, date and issuer in one line; null if nothing of them is known. */
export function identityLine(identity: NonNullable<DocumentResult['identity']>, words: Words): string | null {
  const { type, number, symbol, code, date, issuer } = identity;
  if (type === null && number === null && symbol === null && date === null) return null;
  const blank = symbol === null ? number : `…${symbol.includes('/') ? '-' : '/'}${symbol}`;
  const line = words.identity({ type, code: code ?? blank, date, issuer });
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** The words of a citation, shortened, and the line that it stands on. */
export function citationAndPlace(citation: NonNullable<ParentResult['citation']>, words: Words): [string, string] {
  const text = citation.text;
  const short = text.length > 110 ? `${text.slice(0, text.lastIndexOf(' ', 110))} …` : text;
  return [short, fullPlace(null, citation.location, words)];
}
