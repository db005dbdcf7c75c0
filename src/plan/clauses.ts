/** Clauses (ý, việc, câu): the pieces of a plan that can be answered one by one by another plan. */

import type { Block, SourceDocument, Span } from '../source/document.js';
import { wordsKey } from '../text/normal.js';
import type { Plan, Section } from './plan.js';

/** A sentence, a list item, or a row of a table. */
export interface Clause {
  span: Span;
  /** The words, without label; cells of a row are joined by " | ". */
  text: string;
  /** Words in comparable form, with the plan's own level made neutral ("thành phố", "phường" read alike). */
  words: string[];
  /** Section that it stands in; null before the first one. */
  section: Section | null;
  /** Canonical kinds of that section and those around it, innermost first. */
  kinds: string[];
  /** Titles of that section and those around it, innermost first; the clause's own item is left out. */
  titles: string[];
  /** True for a heading, which is answered by a heading. */
  heading: boolean;
  /** Cells of a table row in the order of columns; null elsewhere. */
  cells: { column: number; span: Span; text: string }[] | null;
}

/** What has to be known of a plan before it is cut into clauses. */
export type ClauseFacts = Pick<Plan, 'outline' | 'zones'>;

/** Shorter pieces say too little to be answered. */
const LEAST_WORDS = 4;

/**
 * The clauses of body and annexes in the order of the text; header, recipients and signature have none. Pieces of fewer words than
 * `leastWords` are left out, but for headings.
 */
export function clausesOf(document: SourceDocument, plan: ClauseFacts, leastWords = LEAST_WORDS): readonly Clause[] {
  if (leastWords !== LEAST_WORDS) return cutClauses(document, plan, leastWords);
  const clauses = cut.get(document) ?? cutClauses(document, plan, leastWords);
  cut.set(document, clauses);
  return clauses;
}

/** The clauses of documents cut before: each is compared several times, a parent with many children. */
const cut = new WeakMap<SourceDocument, Clause[]>();

function cutClauses(document: SourceDocument, plan: ClauseFacts, leastWords: number): Clause[] {
  const places = sectionPlaces(plan);
  const zones = [plan.zones.body, ...plan.zones.annexes];
  const clauses: Clause[] = [];
  let row: Block[] = [];
  const closeRow = (): void => {
    if (row.length > 0) clauses.push(...rowClause(document, row, places, leastWords));
    row = [];
  };
  for (const block of document.blocks) {
    if (!zones.some((zone) => block.start >= zone.start && block.end <= zone.end) || block.kind === 'footnote')
      continue;
    const first = row[0];
    if (block.cell === null || first?.cell?.table !== block.cell.table || first.cell.row !== block.cell.row) closeRow();
    if (block.cell !== null) row.push(block);
    else clauses.push(...textClauses(document, block, places, leastWords));
  }
  closeRow();
  return clauses;
}

interface SectionPlace {
  section: Section;
  kinds: string[];
  titles: string[];
}

/** Sections by start, each with the kinds around it. */
function sectionPlaces(plan: ClauseFacts): SectionPlace[] {
  const places: SectionPlace[] = [];
  const visit = (sections: readonly Section[], kindsAround: string[], titlesAround: string[]): void => {
    for (const section of sections) {
      const kinds = [...section.kinds, ...kindsAround];
      const titles = [section.title, ...titlesAround];
      places.push({ section, kinds, titles });
      visit(section.children, kinds, titles);
    }
  };
  visit(plan.outline, [], []);
  return places;
}

/** The innermost section at an offset: the last one that starts at or before it and still lasts (binary search, then a few steps back). */
function sectionAt(places: readonly SectionPlace[], offset: number): SectionPlace | null {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.section.range.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  for (let i = low - 1; i >= 0; i--) {
    const place = places[i];
    if (place !== undefined && offset < place.section.range.end) return place;
  }
  return null;
}

/** Sentence ends inside a paragraph: a full stop or semicolon before a new beginning. */
const SENTENCE_END = /[.;](?=\s+["“]?[\p{Lu}\p{Ll}-])/gu;

function textClauses(
  document: SourceDocument,
  block: Block,
  places: readonly SectionPlace[],
  leastWords: number,
): Clause[] {
  const place = sectionAt(places, block.start);
  const own = place?.section;
  const isHeading = own !== undefined && own.span.start === block.start && own.heading && own.span.end >= block.end - 2;
  const isItem = own !== undefined && own.span.start === block.start;
  const labelEnd = own !== undefined && own.labelSpan.start === block.start ? own.labelSpan.end : block.start;
  const text = document.text.slice(labelEnd, block.end);
  const ends = [...text.matchAll(SENTENCE_END)].map((match) => match.index + 1).filter((at) => !insideQuotes(text, at));
  const cuts = [0, ...ends, text.length];
  const clauses: Clause[] = [];
  for (const [i, from] of cuts.slice(0, -1).entries()) {
    const raw = text.slice(from, cuts[i + 1]);
    const lead = raw.length - raw.trimStart().length;
    const body = raw.trim().replace(/\.\/\.$|[.;]$/u, '');
    const words = comparableWords(body);
    if (words.length < leastWords && !isHeading) continue;
    const start = labelEnd + from + lead;
    clauses.push({
      span: { start, end: start + body.length },
      text: body,
      words,
      section: own ?? null,
      kinds: place?.kinds ?? [],
      titles: isItem ? (place?.titles.slice(1) ?? []) : (place?.titles ?? []),
      heading: isHeading,
      cells: null,
    });
  }
  return clauses;
}

/** Whether an offset stands between quotation marks: a theme or the name of a movement is never cut. */
function insideQuotes(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return before.lastIndexOf('“') > before.lastIndexOf('”') && text.indexOf('”', at) >= 0;
}

function rowClause(
  document: SourceDocument,
  row: Block[],
  places: readonly SectionPlace[],
  leastWords: number,
): Clause[] {
  const first = row[0];
  const last = row.at(-1);
  if (first === undefined || last === undefined) return [];
  const cells = row.map((block) => ({
    column: block.cell?.column ?? 0,
    span: { start: block.start, end: block.end },
    text: document.text.slice(block.start, block.end),
  }));
  const text = cells.map((cell) => cell.text).join(' | ');
  const words = comparableWords(text);
  if (words.length < leastWords) return [];
  const place = sectionAt(places, first.start);
  return [
    {
      span: { start: first.start, end: last.end },
      text,
      words,
      section: place?.section ?? null,
      kinds: place?.kinds ?? [],
      titles: place?.titles ?? [],
      heading: false,
      cells,
    },
  ];
}

/** The kinds of unit by which a plan names its own level; a copy for another level changes just these. */
const LEVEL_WORDS = /(?<![\p{L}])(?:thành phố|tỉnh|phường|xã|đặc khu|quận|huyện|thị xã|thị trấn)(?![\p{L}])/giu;

/** Words for comparing: lower case, tone placement one, punctuation gone, words of level neutral. */
export function comparableWords(text: string): string[] {
  return wordsKey(text.replace(LEVEL_WORDS, 'địa_bàn').replace(/địa_bàn/gu, 'địabàn'))
    .split(' ')
    .filter(Boolean);
}
