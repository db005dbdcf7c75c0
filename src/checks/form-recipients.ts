/** The list of recipients (nơi nhận): there at all, with its line of filing (lưu), each receiver with ";" and the last with ".". */
import { z } from 'zod';
import { defineCheck, type LoadedPlan } from '../engine/check.js';
import type { Span } from '../source/document.js';
import { isUpperCase } from '../source/structure.js';

interface Line extends Span {
  text: string;
}

/** A receiver with the lines on which it goes on. */
interface Item extends Span {
  text: string;
}

const MOST_LINES = 60;
const FILING = /(?<!\p{L})Lưu(?!\p{L})/iu;
/** "(để báo cáo)", "]" after the mark, as columns and braces leave it. */
const AFTER_MARK = /\s*(?:\([^()]*\)|[\])}])\s*$/u;
const NAME = /^\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}*){1,4}$/u;

export const formRecipients = defineCheck({
  name: 'form-recipients',
  options: z.strictObject({}),
  messages: { absent: ['signed'], 'no-filing': ['last'], punctuation: ['count', 'first', 'mark'] },
  *run(kase) {
    const { zones, signature, identity } = kase.plan;
    if (identity.issuer?.system !== 'state') return;
    if (zones.recipients === null) {
      // only of a whole document, which shows by its signature with a name
      if (signature?.name == null) return;
      yield { message: 'absent', span: signature.span, data: { signed: signature.name } };
      return;
    }
    const lines = linesOf(kase, zones.recipients);
    const items = itemsOf(lines);
    const last = items.at(-1);
    if (last === undefined) return;
    if (!lines.some(({ text }) => FILING.test(text))) {
      // one line alone may be all that a conversion left
      if (items.length > 1) yield { message: 'no-filing', span: last, data: { last: last.text } };
      return;
    }
    const wrong = items.filter((item) => !endsWell(item, item === last));
    const [first] = wrong;
    if (first === undefined) return;
    yield {
      message: 'punctuation',
      span: first,
      data: { count: wrong.length, first: first.text, mark: first === last ? '.' : ';' },
    };
  },
});

function linesOf({ document }: LoadedPlan, zone: Span): Line[] {
  return document.lines
    .filter(({ start, end }) => start >= zone.start && end <= zone.end)
    .slice(0, MOST_LINES)
    .map(({ start, end }) => ({ start, end, text: document.text.slice(start, end).trim() }));
}

/** Lines that begin with a dash, up to the line of filing; lines of a signature in another column between them left out. */
function itemsOf(lines: readonly Line[]): Item[] {
  const items: Item[] = [];
  for (const { start, end, text } of lines) {
    const current = items.at(-1);
    if (/^[-–—]/u.test(text)) items.push({ start, end, text });
    else if (current === undefined || isSignature(text)) continue;
    else if (FILING.test(current.text)) break;
    else items[items.length - 1] = { start: current.start, end, text: `${current.text} ${text}` };
  }
  const filing = items.findIndex(({ text }) => /^[-–—]\s*Lưu(?!\p{L})/iu.test(text));
  return filing < 0 ? items : items.slice(0, filing + 1);
}

/** "CHỦ TỊCH", "Trần Bá …": not "TH, KTTH, NN;", which goes on a list of abbreviations. */
function isSignature(text: string): boolean {
  return (isUpperCase(text) && !/[,;.]$/u.test(text)) || NAME.test(text);
}

function endsWell({ text }: Item, last: boolean): boolean {
  const ends = [text, text.replace(AFTER_MARK, ''), text.replace(AFTER_MARK, '').replace(AFTER_MARK, '')];
  // after the full stop of the last line typists put their initials
  return ends.some((words) => (last ? /\.\s*\p{L}{0,12}\d*$/u : /[;.]\s*$/u).test(words));
}
