/** HTML comments of a .md or .txt file. They are no text of the plan; some of them speak to the program. */

/** A comment as it stands in the file. */
export interface RawComment {
  /** Offsets of `<!--` and of the end of `-->`. */
  start: number;
  end: number;
  /** What stands between the marks. */
  text: string;
}

/**
 * Blanks comments so that all offsets stay. A comment for planlint that has its lines for itself goes with them, so that it
 * can be put anywhere, also into a wrapped paragraph, without the text around it being read otherwise.
 */
export function maskComments(raw: string): { masked: string; comments: RawComment[] } {
  const comments = findComments(raw);
  if (comments.length === 0) return { masked: raw, comments };
  let masked = '';
  let at = 0;
  for (const comment of comments) {
    const { start, end } = isForPlanlint(comment) ? withLineBreak(raw, comment, at) : comment;
    masked += raw.slice(at, start);
    const hidden = raw.slice(start, end);
    masked += isForPlanlint(comment) ? ' '.repeat(hidden.length) : blank(hidden);
    at = end;
  }
  return { masked: masked + raw.slice(at), comments };
}

function findComments(raw: string): RawComment[] {
  const comments: RawComment[] = [];
  let at = 0;
  for (let start = raw.indexOf('<!--'); start >= 0; start = raw.indexOf('<!--', at)) {
    const close = raw.indexOf('-->', start + 2);
    at = close < 0 ? raw.length : close + 3;
    comments.push({ start, end: at, text: raw.slice(start + 4, close < 0 ? raw.length : close) });
  }
  return comments;
}

function isForPlanlint({ text }: RawComment): boolean {
  return /^\s*planlint-/u.test(text);
}

/** The comment with the line break before it, if nothing else stands on its lines; not before `from`. */
function withLineBreak(raw: string, { start, end }: RawComment, from: number): { start: number; end: number } {
  const before = /(?:\r\n|[\r\n])[ \t]*$/u.exec(raw.slice(Math.max(from, start - MOST_INDENT), start));
  const alone = /^[ \t]*(?:[\r\n]|$)/u.test(raw.slice(end, end + MOST_INDENT));
  return before === null || !alone ? { start, end } : { start: start - before[0].length, end };
}

/** Spaces that may stand beside a comment on a line of its own. */
const MOST_INDENT = 80;

function blank(text: string): string {
  return text.replace(/[^\r\n]/gu, (character) => ' '.repeat(character.length));
}
