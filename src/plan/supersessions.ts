/**
 * Which documents a plan says to be replaced, revoked or amended, by itself or by another one that it cites. Only what takes effect: in the
 * title, in an article of a decision, in a sentence on "Kế hoạch này", or told of a cited document. A task to amend something is none.
 */
import { z } from 'zod';
import { loadData } from '../data/load.js';
import type { Block, SourceDocument } from '../source/document.js';
import { BlockCursor } from './citation-roles.js';
import { citationWords } from './citation-words.js';
import { withSymbolBody } from './citations.js';
import { anyOf } from './deadline-words.js';
import { TYPE_PATTERN, typeByName } from './document-types.js';
import type { Citation, Level, Plan, Supersession } from './plan.js';

const words = z.array(z.string().min(1)).min(1);
const data = loadData(
  'supersession-words.yaml',
  z.strictObject({
    effects: z.strictObject({ replaces: words, revokes: words, amends: words }),
    whole: words,
    enclosed: words,
    ended: words,
    passive: words,
    agents: words,
    openings: words,
    operative: words,
    planned: words,
  }),
);

type Effect = Supersession['effect'];

const VERBS = [...data.effects.replaces, ...data.effects.revokes, ...data.effects.amends];
const EFFECT_OF = new Map(
  (['replaces', 'revokes', 'amends'] as const).flatMap((effect) => data.effects[effect].map((word) => [word, effect])),
);
const VERB = new RegExp(`(?<!\\p{L})(${anyOf(VERBS)})(?!\\p{L})`, 'giu');
const AT_START = new RegExp(`^[\\s“"(]{0,3}(?:${anyOf(data.openings)}[ ]{1,3}){0,4}(${anyOf(VERBS)})(?!\\p{L})`, 'iu');
const ONLY_WHOLE = new RegExp(`^(?:[ ]{1,3}${anyOf(data.whole)}){0,3}[ ]{0,3}$`, 'iu');
const ENCLOSED = new RegExp(`^[ ]{1,3}(?:${TYPE_PATTERN})(?!\\p{L}).*[ ]${anyOf(data.enclosed)}[ ]{0,3}$`, 'isu');
const PASSIVE = new RegExp(
  `[ ,(]${anyOf(data.passive)}[ ]{1,3}(${anyOf(VERBS)})(?!\\p{L})[^.;]{0,80}[ ]${anyOf(data.agents)}(?:[ ]các)?[ ]{0,3}$`,
  'iu',
);
const PASSIVE_BEFORE = new RegExp(`(?<!\\p{L})${anyOf(data.passive)}[ ]{1,3}$`, 'iu');
const ENDED = new RegExp(
  `^[^.;:]{0,60}?(?<!\\p{L})${anyOf(data.ended)}(?!\\p{L})[^.;:]{0,60}(?:${TYPE_PATTERN})[ ]này(?!\\p{L})`,
  'iu',
);
const PLANNED = new RegExp(`(?<!\\p{L})${anyOf(data.planned)}(?!\\p{L})`, 'iu');
/** "2.", "Điều 3.", "- ", "b)": what numbers an article or item. */
const LABEL = '(?:[\\s*–+-]{0,4}(?:Điều[ ]\\d{1,3}[a-zđ]?[.:]?|[\\dIVXa-zđ.]{1,8}[.)])?[\\s–-]{0,3})';
/** The sentence speaks of the document itself, up to the word: "Kế hoạch này có hiệu lực kể từ ngày ký và". */
const OWN_SUBJECT = new RegExp(
  `^${LABEL}(?:${TYPE_PATTERN})[ ]này(?:[ ](?:có|được|sẽ)[ ][^.]{0,200})?[\\s,;và]*$`,
  'iu',
);
const LABEL_ONLY = new RegExp(`^${LABEL}$`, 'iu');
/** "Ủy ban nhân dân thành phố ban hành Kế hoạch …, thay thế", "Ủy ban nhân dân thành phố điều chỉnh": in the preamble. */
const LAUNCHED =
  /(?<!\p{L})(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Chủ tịch)[^.;,]{0,80}(?:[ ](?:ban hành|xây dựng)[ ]Kế hoạch[^.;]{0,200}|[ ](?:quyết định|thống nhất)(?:[ ]ban hành[^.;]{0,60})?)?[ ,]*$/u;
/** "bổ sung kinh phí thực hiện Kế hoạch số …": not the document is changed but what carries it out. */
const CARRIED_OUT = new RegExp(
  `(?<!\\p{L})(?:${anyOf([...citationWords.implements, 'căn cứ', 'trên cơ sở'])}|(?<!kèm[ ])theo)(?:[ ]{1,3}${anyOf(citationWords.between)}){0,3}[ ]{0,3}$`,
  'iu',
);
const JOINED = /^[\s,;]*(?:và|hoặc|cùng)?\s*(?:các\s+)?$/iu;

const LEVELS: readonly Level[] = ['unit', 'commune', 'district', 'province', 'central'];
/** Farthest that the word of an effect, and the beginning of its sentence, are looked for. */
const REACH = 600;
/** Longest description of a part between the word and the document. */
const LONGEST_PART = 260;

/** What has to be known of a plan before. */
export type SupersessionFacts = Pick<Plan, 'identity' | 'zones' | 'citations'>;

/** In the order of the citations. */
export function extractSupersessions(document: SourceDocument, facts: SupersessionFacts): Supersession[] {
  const found: Supersession[] = [];
  const blocks = new BlockCursor(document.blocks);
  facts.citations.forEach((citation, index) => {
    if (citation.self || citation.number === null || citation.place === 'table') return;
    const block = blocks.at(citation.span.start);
    const said =
      inSubject(document, facts, index) ??
      passive(document, facts.citations, index) ??
      inTitle(document, facts, index) ??
      inSentence(document, facts, index, block) ??
      ended(document, citation) ??
      continued(document, facts.citations, index, found.at(-1));
    if (said !== null && (said.by !== null || !isOfHigherLevel(citation, facts)))
      found.push({ ...said, citation: index });
  });
  return found;
}

type Said = Omit<Supersession, 'citation'>;

/** "Quyết định số 8/QĐ-UBND … về việc sửa đổi Kế hoạch số 5/KH-UBND": told of the document in whose subject it stands. */
function inSubject({ text }: SourceDocument, { citations }: SupersessionFacts, index: number): Said | null {
  const own = citations[index];
  const outer = citations[index - 1];
  const subject = outer?.subjectSpan ?? null;
  if (own === undefined || outer === undefined || subject === null || outer.number === null) return null;
  if (own.span.start < subject.start || own.span.end > subject.end + own.span.end - own.span.start) return null;
  const before = flat(text.slice(subject.start, own.span.start));
  const opening = AT_START.exec(before);
  const verb = opening?.[1];
  if (opening === null || verb === undefined) return null;
  const start = subject.start + opening[0].length - verb.length;
  return said(text, start, verb, own, index - 1);
}

/** "Kế hoạch số 5/KH-UBND … được thay thế bởi Kế hoạch số 9/KH-UBND". */
function passive({ text }: SourceDocument, citations: readonly Citation[], index: number): Said | null {
  const [own, agent] = [citations[index], citations[index + 1]];
  if (own === undefined || agent === undefined || agent.span.start - own.span.end > REACH) return null;
  const between = text.slice(own.span.end, agent.span.start);
  const match = PASSIVE.exec(between);
  if (match?.[1] === undefined || /[.;]\s/u.test(between.slice(0, match.index))) return null;
  const effect = effectOf(match[1]);
  return { span: { start: own.span.start, end: agent.span.end }, effect, by: agent.self ? null : index + 1 };
}

/** The title says it: "KẾ HOẠCH Sửa đổi, bổ sung Kế hoạch số 5/KH-UBND …". */
function inTitle({ text }: SourceDocument, { identity, citations }: SupersessionFacts, index: number): Said | null {
  const own = citations[index];
  const subject = identity.spans.subject;
  if (own === undefined || subject === null || own.place !== 'title') return null;
  if (own.span.start < subject.start || own.span.start >= subject.end) return null;
  const previous = citations[index - 1];
  if (previous !== undefined && previous.span.start >= subject.start) return null;
  const before = flat(text.slice(subject.start, own.span.start));
  const opening = AT_START.exec(before);
  if (opening?.[1] !== undefined)
    return said(text, subject.start + opening[0].length - opening[1].length, opening[1], own, null);
  // "… năm 2026 (thay thế Kế hoạch số …)"
  const verb = lastVerb(before);
  if (verb === null || !ONLY_WHOLE.test(before.slice(verb.end)) || !/\($/u.test(before.slice(0, verb.start)))
    return null;
  return said(text, subject.start + verb.start, verb.word, own, null);
}

function inSentence(
  { text }: SourceDocument,
  { identity, zones, citations }: SupersessionFacts,
  index: number,
  block: Block | null,
): Said | null {
  const own = citations[index];
  if (own === undefined || block === null || own.place === 'title') return null;
  const previous = citations[index - 1];
  const from = Math.max(block.start, own.span.start - REACH);
  const sentence = from + sentenceStart(text.slice(from, own.span.start));
  const before = text.slice(sentence, own.span.start);
  const verb = lastVerb(before);
  if (verb === null || before.length - verb.end > LONGEST_PART || /[;:]/u.test(before.slice(verb.end))) return null;
  if (PASSIVE_BEFORE.test(before.slice(0, verb.start))) return null;
  if (previous !== undefined && previous.span.end > sentence + verb.end) return null;
  const head = before.slice(0, verb.start);
  if (PLANNED.test(head.slice(head.lastIndexOf(';') + 1).slice(-120))) return null;
  const inBody = own.span.start >= zones.body.start && own.span.start < zones.body.end;
  const takesEffect =
    OWN_SUBJECT.test(head) ||
    (isOperative(identity.type) && inBody && (LABEL_ONLY.test(head) || /;\s*$/u.test(head))) ||
    (own.place === 'preamble' && LAUNCHED.test(head));
  return takesEffect ? said(text, sentence + verb.start, verb.word, own, null) : null;
}

/** "Kế hoạch số 5/KH-UBND … hết hiệu lực kể từ ngày Kế hoạch này được ban hành". */
function ended({ text }: SourceDocument, own: Citation): Said | null {
  const end = own.subjectSpan?.end ?? own.span.end;
  // the words may have been taken for the end of the subject
  for (const from of [own.span.end, end]) {
    const match = ENDED.exec(text.slice(from, from + 260));
    if (match !== null && !PLANNED.test(match[0]))
      return { span: { start: own.span.start, end: from + match[0].length }, effect: 'revokes', by: null };
  }
  return null;
}

/** "… thay thế Kế hoạch số 5/KH-UBND … và Kế hoạch số 6/KH-UBND": the next of a list. */
function continued(
  { text }: SourceDocument,
  citations: readonly Citation[],
  index: number,
  last: Supersession | undefined,
): Said | null {
  const [own, previous] = [citations[index], citations[index - 1]];
  if (own === undefined || previous === undefined || last?.citation !== index - 1) return null;
  const end = Math.max(previous.span.end, previous.subjectSpan?.end ?? 0);
  if (own.span.start < end || !JOINED.test(text.slice(end, own.span.start))) return null;
  return { span: own.span, effect: last.effect, by: last.by };
}

/** The effect that a word has on a citation after it; on a part of it, it amends it. */
function said(text: string, start: number, verb: string, own: Citation, by: number | null): Said | null {
  const between = flat(text.slice(start + verb.length, own.span.start));
  if (between.length > LONGEST_PART || CARRIED_OUT.test(between)) return null;
  const whole = ONLY_WHOLE.test(between) || ENCLOSED.test(between);
  return { span: { start, end: own.span.end }, effect: whole ? effectOf(verb) : 'amends', by };
}

/** A province changes no decision of the Prime Minister: what looks like it speaks of something else. */
function isOfHigherLevel(citation: Citation, { identity }: SupersessionFacts): boolean {
  const [own, theirs] = [identity.issuer?.level ?? null, withSymbolBody(citation)?.level ?? null];
  return own !== null && theirs !== null && LEVELS.indexOf(theirs) > LEVELS.indexOf(own);
}

function effectOf(verb: string): Effect {
  return EFFECT_OF.get(flat(verb).toLowerCase().replace(/ +/gu, ' ')) ?? 'amends';
}

function lastVerb(text: string): { word: string; start: number; end: number } | null {
  let last: { word: string; start: number; end: number } | null = null;
  for (const match of text.matchAll(VERB))
    last = { word: match[0], start: match.index, end: match.index + match[0].length };
  return last;
}

/** Where the last sentence of a text begins. */
function sentenceStart(text: string): number {
  let start = 0;
  for (const match of text.matchAll(/(?<!(?:Điều[ ]\d{1,3}|TP|Tp|^[\s\dIVX-]{0,6}))\.\s{1,3}(?=\p{Lu})/gu))
    start = match.index + match[0].length;
  return start;
}

function isOperative(type: string | null): boolean {
  const known = type === null ? null : typeByName(type);
  return known !== null && data.operative.includes(known.family ?? known.name);
}

function flat(text: string): string {
  return text.replace(/[\s\u00a0]/gu, ' ');
}
