/** Themes (chủ đề) quoted in a plan, each with the level or event that it belongs to and its year. */
import type { Block, SourceDocument, Span } from '../source/document.js';
import { firstQuotationMark, type Quotation, quotationAt, quotationBefore } from '../text/quotation.js';
import { wordsAfterName } from './own-phrases.js';
import type { Level, OwnUnit, Theme, ThemeOwner, UnitKind } from './plan.js';
import { themeWords } from './theme-words.js';
import { unitMentions } from './unit-mentions.js';

const TRIGGER = /chủ\s+đề(?!\p{L})/giu;
/** Characters between "chủ đề" and its quotation, and of a theme, at most. */
const ATTRIBUTION = 200;
const LONGEST_THEME = 500;
/** Words before "chủ đề" that give it to what stands before them: "Tháng hành động năm 2026 với chủ đề", "thành phố xác định chủ đề". */
const GIVES = /(?<!\p{L})(?:với|có|mang|theo|lấy|xác định|lựa chọn|chọn|đề ra|đưa ra)\s+$/iu;
const CLAUSE_END = /[.;!?](?=\s)/u;

/** The words "chủ đề" somewhere in a block. */
interface Trigger extends Span {
  /** Index of the block. */
  block: number;
}

/** The words "chủ đề" in a document, in order. */
export function* attributions(document: SourceDocument): Generator<Trigger> {
  for (const [i, block] of document.blocks.entries()) {
    for (const match of document.text.slice(block.start, block.end).matchAll(TRIGGER)) {
      const start = block.start + match.index;
      yield { start, end: start + match[0].length, block: i };
    }
  }
}

/** All themes of the document, in order. Slogans named otherwise (phương châm, phong trào, Đề án …) are none. */
export function extractThemes(document: SourceDocument, facts: { ownUnit: OwnUnit | null }): Theme[] {
  const themes: Theme[] = [];
  for (const trigger of attributions(document)) {
    const theme = themeAfter(document, trigger, facts.ownUnit) ?? themeBefore(document, trigger, facts.ownUnit);
    if (theme !== null) themes.push(theme);
  }
  return themes;
}

/** "chủ đề năm 2026 của thành phố “…”", also with the quotation on the next line. */
function themeAfter({ text, blocks }: SourceDocument, trigger: Trigger, own: OwnUnit | null): Theme | null {
  const { block: index } = trigger;
  const block = blocks[index];
  const next = blocks[index + 1];
  if (block === undefined) return null;
  const reach = { start: trigger.end, end: Math.min(block.end, trigger.end + ATTRIBUTION) };
  const open = firstQuotationMark(text, reach) ?? openingOfNext(text, block, next, reach);
  if (open === null) return null;
  const words = text.slice(trigger.end, open);
  if (CLAUSE_END.test(words) || /chủ\s+đề/iu.test(words)) return null;
  const holder = open < block.end || next === undefined ? block : next;
  const quotation = quotationAcross(text, open, holder, blocks[holder === block ? index + 1 : index + 2]);
  if (quotation === null) return null;

  const before = clauseBefore(text, block.start, trigger.start);
  const given = GIVES.test(before) ? before : '';
  const after = wordsAfter(text, quotation.after, holder.end);
  const event = eventOf(words, given, after);
  if (isNamedOtherwise(words, event)) return null;
  const afterOwner = /^\s*(?:\(|,)?\s*(?:năm\s+\d{4}\s+)?(?:của|do)\s+([^,)]+)/iu.exec(after)?.[1] ?? '';
  return {
    span: { start: quotation.start, end: quotation.end },
    text: text.slice(quotation.start, quotation.end).replace(/\s+/gu, ' '),
    closed: quotation.closed,
    attribution: trimEnd(text, { start: trigger.start, end: open }),
    owner: themeOwner(words, own) ?? themeOwner(afterOwner, own) ?? themeOwner(given, own),
    event,
    ...timeIn(words, after, given),
  };
}

/** "“…” là chủ đề năm 2026 của thành phố". */
function themeBefore({ text, blocks }: SourceDocument, trigger: Trigger, own: OwnUnit | null): Theme | null {
  const block = blocks[trigger.block];
  if (block === undefined) return null;
  const lead = /(?:\s+là|\s*\(|\s*,\s*là|\s+[-–])\s*$/iu.exec(
    text.slice(Math.max(block.start, trigger.start - 12), trigger.start),
  );
  if (lead === null) return null;
  const end = trigger.start - lead[0].length;
  const quotation = quotationBefore(text, end, Math.max(block.start, end - LONGEST_THEME));
  if (quotation === null) return null;
  const words = text.slice(trigger.end, Math.min(block.end, trigger.end + 100)).split(/[.;,)“”"]/u)[0] ?? '';
  const owner = themeOwner(words, own);
  const time = timeIn(words, '', '');
  if (owner === null && time.year === null && time.period === null) return null;
  return {
    span: { start: quotation.start, end: quotation.end },
    text: text.slice(quotation.start, quotation.end).replace(/\s+/gu, ' '),
    closed: true,
    attribution: trimEnd(text, { start: trigger.start, end: trigger.end + words.length }),
    owner,
    event: eventOf(words, '', ''),
    ...time,
  };
}

/** The next block opens a quotation and this one ends with the attribution: "1. Chủ đề thi đua giai đoạn 2026 - 2030" / "“…”". */
function openingOfNext(text: string, block: Block, next: Block | undefined, reach: Span): number | null {
  if (next === undefined || reach.end < block.end || /[.;!?]$/u.test(text.slice(reach.start, block.end))) return null;
  const open = firstQuotationMark(text, next);
  return open === next.start ? open : null;
}

/** A quotation that a page break cuts goes on in the next block. */
function quotationAcross(text: string, open: number, block: Block, next: Block | undefined): Quotation | null {
  const within = quotationAt(text, open, Math.min(block.end, open + LONGEST_THEME));
  if (within === null || within.closed || within.end < block.end || next === undefined) return within;
  if (!/^\p{Ll}/u.test(text.slice(next.start, next.start + 2))) return within;
  const across = quotationAt(text, open, Math.min(next.end, open + LONGEST_THEME));
  return across?.closed === true ? across : within;
}

/** The clause before a place of a block, as far as it may tell of an event. */
function clauseBefore(text: string, from: number, to: number): string {
  return (
    text
      .slice(Math.max(from, to - 160), to)
      .split(/[.;:“”"]\s/u)
      .at(-1) ?? ''
  );
}

/** What is said of a quotation right after it: "của thành phố", "năm 2026", "được phát động tại Đại hội …"; empty for anything else. */
function wordsAfter(text: string, from: number, limit: number): string {
  const words = text.slice(from, Math.min(limit, from + 120)).split(/[.;“”"]|(?:\s+và)?\s+chủ\s+đề/iu)[0] ?? '';
  return /^\s*[(,]?\s*(?:năm|giai đoạn|nhiệm kỳ|của|do|được|tại)(?!\p{L})/iu.test(words) ? words : '';
}

/** The congress, movement or campaign whose theme it is; null for the theme of a year of a level of government. */
function eventOf(words: string, given: string, after: string): string | null {
  const { events } = themeWords();
  // "chủ đề Tháng hành động năm 2026", "chủ đề của phong trào thi đua"
  const named = [...words.matchAll(events)].find(({ index }) =>
    /^\s*(?:của|cho)?\s*(?:các\s+)?$/iu.test(words.slice(0, index)),
  );
  if (named !== undefined) return eventWords(words.slice(named.index));
  // "được phát động tại Đại hội thi đua yêu nước"
  const place = /(?:^|\s)tại\s+(.+)$/iu.exec(after)?.[1] ?? /(?:^|\s)tại\s+(.+)$/iu.exec(words)?.[1] ?? '';
  if ([...place.matchAll(events)][0]?.index === 0) return eventWords(place);
  const last = [...given.matchAll(events)].at(-1);
  return last === undefined ? null : eventWords(given.slice(last.index).replace(GIVES, ''));
}

function eventWords(words: string): string {
  return (words.split(/[,:(]|\s+(?:là|với)\s/u)[0] ?? words).replace(/\s+/gu, ' ').trim();
}

/** "chủ đề năm 2026 và phương châm “…”": the nearest name before the quotation is another than "chủ đề". */
function isNamedOtherwise(words: string, event: string | null): boolean {
  const rest = event === null ? words : words.slice(words.indexOf(event) + event.length);
  return [...rest.matchAll(themeWords().others)].length > 0;
}

/** Whose theme words like "năm 2026 của thành phố" speak of; null if of nobody's, or of several levels'. */
export function themeOwner(words: string, own: OwnUnit | null): ThemeOwner {
  const levels = themeWords().owners.flatMap(([level, pattern]) => {
    const found = [...words.matchAll(pattern)][0];
    return found === undefined ? [] : [{ level, word: found[0] }];
  });
  const [only, second] = levels;
  if (only === undefined || second !== undefined) return null;
  if (only.level === 'own') {
    return own === null ? null : { level: own.level, unit: { kind: own.kind, name: own.name }, own: true };
  }
  const unit = unitIn(words, only.level, only.word);
  const isOwn = own?.level === only.level && (unit?.name == null || unit.name === own.name);
  return { level: only.level, unit, own: isOwn };
}

function unitIn(words: string, level: Level, word: string): { kind: UnitKind; name: string | null } | null {
  const hints = { ownName: null, afterName: wordsAfterName() };
  for (const { kind, name } of unitMentions(words, { start: 0, end: words.length }, hints)) return { kind, name };
  if (level === 'central') return null;
  const plain = word.toLowerCase().replace(/\s+/gu, ' ');
  if (plain.startsWith('thành')) return { kind: 'thành phố', name: null };
  if (plain.startsWith('tỉnh')) return { kind: 'tỉnh', name: null };
  const kinds: readonly UnitKind[] = ['quận', 'huyện', 'thị xã', 'phường', 'xã', 'đặc khu', 'thị trấn'];
  const kind = kinds.find((candidate) => candidate === plain);
  return kind === undefined ? null : { kind, name: null };
}

/** Year or period, from the attribution, else from after the quotation, else from before. */
function timeIn(...places: string[]): Pick<Theme, 'year' | 'period'> {
  for (const words of places) {
    const period = /(\d{4})\s*[-–]\s*(\d{4})/u.exec(words);
    if (period !== null) return { year: null, period: { from: Number(period[1]), to: Number(period[2]) } };
    const year = /(?<!\p{L})năm\s+(\d{4})(?!\d)/iu.exec(words);
    if (year !== null) return { year: Number(year[1]), period: null };
  }
  return { year: null, period: null };
}

function trimEnd(text: string, span: Span): Span {
  return { start: span.start, end: span.start + text.slice(span.start, span.end).trimEnd().length };
}
