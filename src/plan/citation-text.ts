/** Citations in words: how a message names them, and which stretch of the text a finding quotes. */
import type { Span } from '../source/document.js';
import { formatDay } from './calendar.js';
import type { Citation } from './plan.js';

/** "Kế hoạch số 56/KH-UBND"; what is not known is left out. */
export function citationName({ type, code, number }: Pick<Citation, 'type' | 'code' | 'number'>): string {
  const kind = type === null ? '' : `${type.charAt(0).toUpperCase()}${type.slice(1)} số `;
  return `${kind}${code ?? number ?? ''}`;
}

/** From the number to the date: "23/2015/NĐ-CP ngày 16/02/2015", or the whole citation where the date stands before. */
export function codeAndDate({ codeSpan, dateMention, span }: Citation): Span {
  const start = codeSpan?.start ?? span.start;
  const end = Math.max(codeSpan?.end ?? start, dateMention?.span.end ?? 0);
  return dateMention !== null && dateMention.span.start < start ? span : { start, end };
}

/** From the kind to the date: "Kế hoạch số 56/KH-UBND ngày 18/02/2026". */
export function nameAndDate(citation: Citation): Span {
  return { start: citation.span.start, end: Math.max(codeAndDate(citation).end, citation.codeSpan?.end ?? 0) };
}

/**
 * A day in the form in which a citation writes its own: "18/02/2026", "18-2-2026", "ngày 18 tháng 02 năm 2026". Parts that are the same
 * stay as they are written; others get the leading zero that custom asks for: days and, in figures, months below 10; in words January and February.
 */
export function dayLike(written: string, iso: string): string {
  const parts = iso.split('-').reverse();
  const inWords = /tháng/iu.test(written);
  const figures = written.match(/\d+/gu) ?? [];
  if (figures.length !== 3) return inWords ? `ngày ${parts[0]} tháng ${parts[1]} năm ${parts[2]}` : formatDay(iso);
  let at = -1;
  return written.replace(/\d+/gu, (figure) => {
    at++;
    const right = parts[at] ?? '';
    if (Number(figure) === Number(right)) return figure;
    return inWords && at === 1 && !figure.startsWith('0') && Number(right) > 2 ? String(Number(right)) : right;
  });
}
