/** Where a citation stands in the document, and what it does there: carried out, basis, enclosing, or only mentioned. */
import type { Block, SourceDocument, Span } from '../source/document.js';
import { citationWords, phrasePattern } from './citation-words.js';
import type { Citation, Zones } from './plan.js';

const BETWEEN = `(?:\\s+(?:${phrasePattern(citationWords.between)}))*`;
const ROLE_WORDS = (['implements', 'basis', 'encloses'] as const).map((role) => ({
  role,
  before: new RegExp(`(?<![\\p{L}])(?:${phrasePattern(citationWords[role])})${BETWEEN}\\s*[:“"]?\\s*$`, 'iu'),
  within: new RegExp(`(?<![\\p{L}])(?:${phrasePattern(citationWords[role])})(?![\\p{L}])`, 'giu'),
}));
const FOOTNOTE = /^\s*(?:\[\d{1,2}\]|[¹²³⁴-⁹⁰]{1,2}|\(\d{1,2}\)\s+\p{Lu}\p{Ll}+\s+(?:thị|định|quyết|hoạch|tư)\s+số)/u;
const ANNEX_LINE = /^[\s(*_-]*(?:Ban\s+hành\s+)?Kèm\s+theo(?![\p{L}])/iu;
const FIRST_SECTION =
  /^\s*(?:(?:Phần|Chương)\s+(?:thứ\s+|[IVX\d])|[IVX]{1,4}\s?[.\-/:)]?\s+\p{Lu}|A\.\s|1\.\s|Điều\s+1(?!\d))/u;
const BASIS_SECTION = /^\s*(?:[IVX]{1,4}|A|1)\s?[.)]?\s*(?:CÁC\s+)?(?:CĂN\s+CỨ|CƠ\s+SỞ)/iu;
const JOINED = /^[\s,;]*(?:và|hoặc|cùng|;\s*và)?\s*(?:các\s+)?$/iu;
/** Farthest that the word of a clause is looked for. */
const CLAUSE_WINDOW = 400;

type Role = Citation['role'];

/** What the citation pass knows of one citation before its role is known. */
export interface Placed {
  span: Span;
  subjectSpan: Span | null;
}

/** Gives every citation its place. Citations have to be in the order of the text. */
export function placeCitations(
  document: SourceDocument,
  zones: Zones,
  citations: readonly Placed[],
): Citation['place'][] {
  const preambleEnd = endOfPreamble(document, zones);
  const blocks = new BlockCursor(document.blocks);
  return citations.map(({ span }) => {
    const block = blocks.at(span.start);
    const opening = block === null ? '' : document.text.slice(block.start, block.start + 40);
    if (block !== null && ANNEX_LINE.test(opening) && span.start - block.start < 60) return 'annex-line';
    if (span.start < zones.header.end) return 'title';
    if (block?.kind === 'footnote' || FOOTNOTE.test(opening)) return 'footnote';
    if (block?.cell != null) return 'table';
    return span.start < preambleEnd ? 'preamble' : 'body';
  });
}

/**
 * Gives every citation its role, and cuts the subject of a citation where a citation parallel to it begins. A citation inside the
 * subject of another ("Kế hoạch … về thực hiện Nghị quyết …") is only mentioned: it is what the other one carries out.
 */
export function giveRoles(
  document: SourceDocument,
  zones: Zones,
  citations: readonly Placed[],
): { roles: Role[]; subjects: (Span | null)[] } {
  const text = document.text.slice(0, zones.header.end).replace(/\n/gu, ' ') + document.text.slice(zones.header.end);
  const blocks = new BlockCursor(document.blocks);
  const subjects = citations.map(({ subjectSpan }) => subjectSpan);
  const roles: Role[] = [];
  let outer = -1;
  let previous = -1;
  let current: Block | null = null;
  citations.forEach(({ span }, i) => {
    // the lines of the header are one: a title runs over several
    const block = span.start < zones.header.end ? null : blocks.at(span.start);
    if (block !== current) [current, outer, previous] = [block, -1, -1];
    const before = text.slice(
      Math.max(block?.start ?? 0, span.start - CLAUSE_WINDOW, citations[previous]?.span.end ?? 0),
      span.start,
    );
    const outerSubject = subjects[outer] ?? null;
    const inside = outerSubject !== null && span.start < outerSubject.end && span.start >= outerSubject.start;
    if (inside && !isParallel(text, before, span.start, previous === outer)) {
      roles.push('mention');
    } else {
      if (inside) subjects[outer] = cut(text, outerSubject, span.start);
      const own = roleBefore(before);
      const carried =
        outer >= 0 && continues(before, previous === outer ? outerSubject !== null : true) ? roles[outer] : undefined;
      roles.push(own ?? carried ?? roleWithin(before) ?? 'mention');
      outer = i;
    }
    previous = i;
  });
  return { roles, subjects };
}

/** Inside a subject, a further citation is parallel to the outer one if only a comma or "và" brings it in, and not after a nested one. */
function isParallel(text: string, before: string, start: number, afterOuter: boolean): boolean {
  const named = /^\p{Lu}/u.test(text.slice(start, start + 1));
  if (!named || roleBefore(before) !== null) return false;
  if (/[,;]\s*(?:và\s+)?(?:các\s+)?$/u.test(before)) return !JOINED.test(before) || afterOuter;
  return /\svà\s+(?:các\s+)?$/u.test(before) && (afterOuter || !JOINED.test(before));
}

function continues(before: string, hasSubject: boolean): boolean {
  return (
    JOINED.test(before) ||
    /;\s*(?:và\s+)?$/u.test(before) ||
    (hasSubject && /(?:[,;]|\svà)\s*(?:và\s+)?(?:các\s+)?$/u.test(before))
  );
}

function cut(text: string, span: Span, end: number): Span | null {
  const kept = text.slice(span.start, end).replace(/[\s,;]*(?:(?<![\p{L}])và\s+)?(?:các\s+)?$/u, '');
  return kept === '' ? null : { start: span.start, end: span.start + kept.length };
}

/** Role by the word right before the citation. */
function roleBefore(before: string): Role | null {
  for (const { role, before: pattern } of [...ROLE_WORDS].reverse()) {
    if (pattern.test(before.slice(-80))) return role;
  }
  return null;
}

/** Role by the last word of role in the clause before the citation; for an item of a list, by the word that opens the list. */
function roleWithin(before: string): Role | null {
  const listed = /[,;]\s*(?:và\s+)?(?:các\s+)?$/u.test(before);
  const clauseStart = Math.max(before.lastIndexOf(';'), before.lastIndexOf('. ')) + 1;
  const words = ROLE_WORDS.flatMap(({ role, within }) =>
    [...(listed ? before : before.slice(clauseStart)).matchAll(within)].map(({ index }) => ({ role, index })),
  ).sort((a, b) => a.index - b.index);
  return (listed ? words[0] : words.at(-1))?.role ?? null;
}

/** The first section heading ends the preamble; a first section of legal bases ("I. CĂN CỨ …") belongs to it. */
function endOfPreamble(document: SourceDocument, zones: Zones): number {
  const { blocks, text } = document;
  let inBasis = false;
  for (const block of blocks) {
    if (block.start < zones.header.end) continue;
    if (block.start >= zones.body.end) return zones.body.end;
    const line = text.slice(block.start, Math.min(block.end, block.start + 60));
    if (!inBasis && BASIS_SECTION.test(line)) inBasis = true;
    else if (inBasis ? /^\s*(?:[IVX]{1,4}|B)\s?[.)]\s/u.test(line) : FIRST_SECTION.test(line)) return block.start;
  }
  return zones.body.end;
}

/** Walks through the blocks beside facts in the order of the text. */
export class BlockCursor {
  #index = 0;
  readonly #blocks: readonly Block[];

  constructor(blocks: readonly Block[]) {
    this.#blocks = blocks;
  }

  /** The block that holds an offset, which must not be before the last one asked for. */
  at(offset: number): Block | null {
    while ((this.#blocks[this.#index]?.end ?? Number.POSITIVE_INFINITY) < offset) this.#index++;
    const block = this.#blocks[this.#index];
    return block !== undefined && block.start <= offset ? block : null;
  }
}
