/**
 * Reads a waiver (miễn trừ) written as a comment in a .md or .txt file:
 *
 *     <!-- planlint-disable-next-line theme/mismatch, section/* -- lý do; đến 30/6/2026 -->
 *
 * Also `-line`, `-file`, and from `planlint-disable RULES -- reason` to `planlint-enable RULES`.
 */
import { isoDay } from '../plan/calendar.js';
import { nearest } from '../text/similarity.js';

export type WaiverScope = 'line' | 'next-line' | 'range' | 'file';

/**
 * Why a comment for planlint is not honoured.
 * - `form`: no such order; `no-rule`, `no-reason`: one of them is missing; `bad-date`: the day after "đến" is none
 * - `unknown-rule`: no rule of that name; `own-rule`: rules on waivers cannot be waived
 * - `not-open`: ends a waiver that was not begun
 */
export type WaiverFault = 'form' | 'no-rule' | 'no-reason' | 'bad-date' | 'unknown-rule' | 'own-rule' | 'not-open';

export type WaiverOrder =
  | { order: 'waive'; scope: WaiverScope; rules: string[]; reason: string; until: string | null }
  /** Ends the ranges of these rules; all that are open if none is named. */
  | { order: 'end'; rules: string[] }
  /** Not honoured. `begins`: rules of a range, whose end is no fault of its own. */
  | { order: 'none'; fault: WaiverFault; word: string; near: string | null; begins: string[] };

const SCOPES: Record<string, WaiverScope | 'end'> = {
  'planlint-disable-next-line': 'next-line',
  'planlint-disable-line': 'line',
  'planlint-disable-file': 'file',
  'planlint-disable': 'range',
  'planlint-enable': 'end',
};

/** Word processors make one dash of two. */
const BEFORE_REASON = /(?:^|\s)(?:-{2,}|[–—])(?:\s|$)/u;
const UNTIL = /^\s*(?:đến|tới|until)\s+(?:hết\s+)?(?:ngày\s+)?(\S.*?)[\s.]*$/iu;

/** What a comment orders; null if it does not speak to planlint. */
export function readWaiverComment(comment: string): WaiverOrder | null {
  const text = comment.normalize('NFC').trim();
  const name = /^planlint-\S*/u.exec(text)?.[0];
  if (name === undefined) return null;
  const scope = SCOPES[name];
  if (scope === undefined) return none('form', name, [], nearest(name, Object.keys(SCOPES)));
  const rest = text.slice(name.length);
  const cut = BEFORE_REASON.exec(rest);
  const rules = (cut === null ? rest : rest.slice(0, cut.index)).split(/[\s,;]+/u).filter(Boolean);
  if (scope === 'end') return { order: 'end', rules };
  const begins = scope === 'range' ? rules : [];
  if (rules.length === 0) return none('no-rule', name, begins);
  const { reason, until } = readReason(cut === null ? '' : rest.slice(cut.index + cut[0].length));
  if (!/\p{L}/u.test(reason)) return none('no-reason', rules.join(', '), begins);
  const day = until === null ? null : readDay(until);
  if (until !== null && day === null) return none('bad-date', until, begins);
  return { order: 'waive', scope, rules, reason, until: day };
}

function none(fault: WaiverFault, word: string, begins: string[], near: string | null = null): WaiverOrder {
  return { order: 'none', fault, word, near, begins };
}

/** "lý do; đến 30/6/2026": the reason, and the words after the last semicolon if they name an end. */
function readReason(text: string): { reason: string; until: string | null } {
  const words = text.replace(/\s+/gu, ' ').trim();
  const cut = words.lastIndexOf(';');
  const until = cut < 0 ? undefined : UNTIL.exec(words.slice(cut + 1))?.[1];
  return until === undefined ? { reason: words, until: null } : { reason: words.slice(0, cut).trim(), until };
}

/** ISO day of "30/6/2026", "30-06-2026" or "2026-06-30"; null if there is no such day. */
export function readDay(text: string): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text) ?? [];
  if (year !== undefined) return isoDay(Number(year), Number(month), Number(day));
  const [, dayFirst, monthSecond, yearLast] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/u.exec(text) ?? [];
  return dayFirst === undefined ? null : isoDay(Number(yearLast), Number(monthSecond), Number(dayFirst));
}
