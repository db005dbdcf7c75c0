/** Finds units that do not exist in the province that is meant, or no longer do since 1 July 2025. */
import { z } from 'zod';
import { once } from '../data/once.js';
import { describeUnit, isProvinceKind, type Unit } from '../data/units.js';
import { type Case, defineCheck, type RawFinding } from '../engine/check.js';
import { meaning } from '../engine/rule-options.js';
import { sectionsAt } from '../engine/section-at.js';
import { earliestIssueDay } from '../plan/deadlines.js';
import { homeProvince, isCommuneKind, type MisnamedUnit, misnamedUnits, unitTitleKey } from '../plan/misnamed-units.js';
import { clauseStories } from '../plan/own-phrases.js';
import type { PlaceMention } from '../plan/plan.js';
import { isAddress, mayBeNoUnit, namesThing, presenceBefore, tellsHistory, tellsPastTime } from '../plan/unit-words.js';
import type { Block, SourceDocument, Span } from '../source/document.js';
import { clauseAround } from '../text/clause.js';
import { compareKey } from '../text/normal.js';
import { itemBefore, itemsWithin } from '../text/spans.js';
import { placeName } from './place-name.js';

/** Since this day there are provinces and communes only. */
const TWO_LEVELS = '2025-07-01';

export const unknownUnit = defineCheck({
  name: 'unknown-unit',
  options: z.strictObject({
    mostDoubtful: z
      .number()
      .int()
      .min(0)
      .default(5)
      .meta(
        meaning({
          vi: 'Nhiều tên còn nghi ngờ hơn số này thì văn bản nói về địa bàn khác hoặc thời kỳ khác: không báo tên nào trong số đó.',
          en: 'With more doubtful names than this the document speaks of another area or another time: none of them is reported.',
        }),
      ),
  }),
  messages: {
    former: ['found', 'now'],
    'former-maybe': ['found', 'now'],
    'other-kind': ['found', 'known'],
    'other-kind-maybe': ['found', 'known'],
    elsewhere: ['found', 'known', 'province'],
    'elsewhere-maybe': ['found', 'known', 'province'],
    unknown: ['found', 'near'],
    'unknown-maybe': ['found'],
    district: ['found'],
  },
  *run(kase, { mostDoubtful }) {
    const day = earliestIssueDay(kase.plan.identity);
    if (day === null || day < TWO_LEVELS) return;
    const groups = groupByUnit(verdictsIn(kase, day));
    const doubtful = groups.filter(([{ sure, unit }]) => !sure && unit.standing.is !== 'district');
    for (const group of groups) {
      if (doubtful.length <= mostDoubtful || !doubtful.includes(group)) yield findingOf(kase, group);
    }
  },
});

/** A misnamed unit that is reported; `sure` if the words around it leave room for no other reading. */
interface Verdict {
  unit: MisnamedUnit;
  sure: boolean;
}

/** Mentions of one unit that are looked at: more of them say nothing new. */
const MOST_MENTIONS = 30;

function firstOfEach(units: readonly MisnamedUnit[]): MisnamedUnit[] {
  const counts = new Map<string, number>();
  return units.filter(({ mention }) => {
    const count = (counts.get(unitTitleKey(mention)) ?? 0) + 1;
    counts.set(unitTitleKey(mention), count);
    return count <= MOST_MENTIONS;
  });
}

function verdictsIn(kase: Case, day: string): Verdict[] {
  const { document, plan } = kase;
  const all = firstOfEach(misnamedUnits(document, plan, day));
  if (all.length === 0) return [];
  const past = new Set(all.filter(({ mention }) => isHistory(kase, mention)));
  const explained = new Set([...past].map(({ mention }) => unitTitleKey(mention)));
  const ofOwnUnit = new Set([...placeName.run(kase, {})].map(({ span }) => span.start));
  const astray = isAstray(all, kase);
  const textKey = once(() => compareKey(document.text));
  const isNamed = (province: Unit | null) => province !== null && textKey().includes(compareKey(province.name));
  return all.flatMap((unit) => {
    if (past.has(unit) || ofOwnUnit.has(unit.mention.span.start)) return [];
    if (unit.standing.is === 'elsewhere' && !unit.told) {
      // with its province named somewhere, a unit of another province may be meant
      if (astray || unit.standing.units.some(({ province }) => isNamed(province))) return [];
    }
    return judge(kase, unit, explained.has(unitTitleKey(unit.mention))) ?? [];
  });
}

/** What the words around a unit say of it. */
interface Wording {
  /** A body that acts there, or a place that is spoken of as one of today. */
  presence: 'actor' | 'place' | null;
  /** A project, a school, a bridge before it, which may bear the name. */
  thing: boolean;
  /** The clause tells of a time before the reform. */
  past: boolean;
  /** The clause tells of what has been done. */
  done: boolean;
  /** Another unit is brought in on purpose: a neighbour, a partner, a visit. */
  others: boolean;
  /** In an annex, a table or a footnote. */
  listed: boolean;
}

const DONE = /(?<!\p{L})(?:đã|từng)(?!\p{L})/iu;

function wordingOf({ document, plan }: Case, { span, zone }: PlaceMention): Wording | null {
  const clause = clauseAround(document.text, span);
  const words = document.text.slice(clause.start, clause.end);
  const before = document.text.slice(clause.start, span.start);
  if (isAddress(before)) return null;
  const block = itemBefore(document.blocks, span.start, (one) => one);
  const dates = itemsWithin(plan.dates, clause, (date) => date.span);
  return {
    presence: presenceBefore(before),
    thing: namesThing(before),
    past: tellsPastTime(words) || dates.some(({ iso }) => iso !== null && iso < TWO_LEVELS),
    done: DONE.test(words),
    others: clauseStories(words).others,
    listed: zone === 'annex' || block?.kind === 'cell' || block?.kind === 'footnote',
  };
}

/** Null where the words around excuse the name. */
function judge(kase: Case, unit: MisnamedUnit, explained: boolean): Verdict | null {
  const wording = wordingOf(kase, unit.mention);
  if (wording === null) return null;
  const { presence, thing, past, done, others, listed } = wording;
  const plain = !thing && !listed;
  switch (unit.standing.is) {
    case 'former': {
      if (past || (thing && presence === null)) return null;
      const known = unit.province !== null || isProvinceKind(unit.mention.unit.kind);
      return { unit, sure: plain && presence !== null && !done && !explained && known };
    }
    case 'district':
      return plain && presence !== null && !past && !done && !explained ? { unit, sure: false } : null;
    case 'other-kind':
      return past ? null : judgeKind(unit, wording);
    case 'elsewhere':
      if (others || past) return null;
      return { unit, sure: plain && (presence !== null || unit.told) };
    case 'unknown':
      return judgeUnknown(unit, wording);
  }
}

/** A kind that was right until a change after 1 July 2025 is wrong only of what acts today. */
function judgeKind(unit: MisnamedUnit, { presence, thing, done, listed }: Wording): Verdict | null {
  const { standing, mention } = unit;
  const was = standing.is === 'other-kind' && standing.units.some(({ kindBefore }) => kindBefore === mention.unit.kind);
  if (was && (presence !== 'actor' || done)) return null;
  return { unit, sure: !thing && !listed };
}

/** A name in no table: sure if only a diacritic parts it from one that is, else perhaps no name of a unit at all. */
function judgeUnknown(unit: MisnamedUnit, { presence, thing, past, others, listed }: Wording): Verdict | null {
  const { standing, mention } = unit;
  if (standing.is !== 'unknown') return null;
  if (standing.slip) return { unit, sure: !thing && !listed };
  if (isProvinceKind(mention.unit.kind) || unit.province === null || presence === null) return null;
  return thing || past || others || listed || mayBeNoUnit(mention.unit.name) ? null : { unit, sure: false };
}

/** Whether more units lie in other provinces than in the plan's own: it speaks of another area. */
function isAstray(misnamed: readonly MisnamedUnit[], { plan }: Case): boolean {
  const named = new Map(plan.places.map((mention) => [mention, unitTitleKey(mention)]));
  const titlesOf = (mentions: Iterable<PlaceMention>) => new Set([...mentions].map((one) => named.get(one)));
  const elsewhere = titlesOf(misnamed.flatMap(({ mention, standing }) => (standing.is === 'elsewhere' ? mention : [])));
  const wrong = titlesOf(misnamed.map(({ mention }) => mention));
  const right = titlesOf(plan.places.filter(({ unit }) => isCommuneKind(unit.kind)));
  return elsewhere.size >= 3 && elsewhere.size > right.size - wrong.size;
}

/** Characters of a paragraph to each side that may tell the story of a unit. */
const STORY = 800;
/** Characters that are gone back to the lead-in of a list or the head of a table. */
const LEAD_REACH = 5000;

/** Whether paragraph, lead-in, column head, headings above or subject tell of how units were before. */
function isHistory({ document, plan }: Case, { span }: PlaceMention): boolean {
  const { text, blocks } = document;
  const block = itemBefore(blocks, span.start, (one) => one) ?? span;
  const paragraph = text.slice(Math.max(block.start, span.start - STORY), Math.min(block.end, span.end + STORY));
  const headings = sectionsAt(plan.outline, span.start).map(({ title }) => title);
  return [paragraph, ...headings, plan.identity.subject ?? '', ...leadIn(document, block)].some(tellsHistory);
}

/** The sentence with ":" that brings in the list of which a paragraph is an item, or the head of a cell's column. */
function leadIn({ text, blocks }: SourceDocument, block: Block | Span): string[] {
  const before = itemsWithin(blocks, { start: block.start - LEAD_REACH, end: block.start }, (one) => one);
  const wordsOf = ({ start, end }: Span) => text.slice(start, end);
  if ('cell' in block && block.cell !== null) {
    const { table, column } = block.cell;
    return before.filter(({ cell }) => cell?.table === table && cell.row === 0 && cell.column === column).map(wordsOf);
  }
  const lead = before.findLastIndex((one) => wordsOf(one).endsWith(':'));
  const isList = before.slice(lead + 1).every((one) => /^[-+*•]|[;,]$/u.test(wordsOf(one)));
  return lead >= 0 && isList ? before.slice(lead, lead + 1).map(wordsOf) : [];
}

type Group = [first: Verdict, ...others: Verdict[]];

/** The mentions of each unit together, a sure one first; all districts are one matter. */
function groupByUnit(verdicts: readonly Verdict[]): Group[] {
  const groups = new Map<string, Group>();
  for (const verdict of verdicts) {
    const { standing, mention } = verdict.unit;
    const key = standing.is === 'district' ? standing.is : `${standing.is} ${unitTitleKey(mention)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [verdict]);
    else if (verdict.sure && !group[0].sure) group.unshift(verdict);
    else group.push(verdict);
  }
  return [...groups.values()];
}

/** More places than these say nothing new. */
const MOST_RELATED = 5;

function findingOf(kase: Case, [{ unit, sure }, ...others]: Group): RawFinding {
  const { mention, standing } = unit;
  const related = others.slice(0, MOST_RELATED).map((one) => ({ of: kase, span: one.unit.mention.span }));
  const right = meantUnit(unit);
  return {
    message: sure || standing.is === 'district' ? standing.is : `${standing.is}-maybe`,
    span: mention.span,
    data: { found: `${mention.unit.kind} ${mention.unit.name}`, ...dataOf(kase, unit) },
    ...(related.length > 0 ? { related } : {}),
    ...(right === null
      ? {}
      : { fix: { text: inCaseOf(kase.document.text.charAt(mention.span.start), right), safe: false } }),
  };
}

function dataOf({ plan }: Case, { standing, province }: MisnamedUnit): RawFinding['data'] {
  const home = homeProvince(plan);
  switch (standing.is) {
    case 'former':
      return { now: describeAll(standing.units, home) };
    case 'other-kind':
      return { known: describeAll(standing.units, home) };
    case 'elsewhere':
      return { known: describeAll(standing.units, home), province: province === null ? null : describeUnit(province) };
    case 'unknown':
      return standing.near === null ? {} : { near: describeUnit(standing.near) };
    case 'district':
      return {};
  }
}

/** The unit that has to stand there instead, where only one can be meant. */
function meantUnit({ standing }: MisnamedUnit): Unit | null {
  if (standing.is === 'unknown') return standing.near;
  if (standing.is !== 'former' && standing.is !== 'other-kind') return null;
  const [only, second] = standing.units;
  return only !== undefined && second === undefined ? only : null;
}

function inCaseOf(firstLetter: string, { kind, name }: Unit): string {
  const title = `${kind} ${name}`;
  return firstLetter === firstLetter.toUpperCase() ? title.charAt(0).toUpperCase() + title.slice(1) : title;
}

/** Three units are enough to tell; "…" says that there are more. The home province goes without saying. */
function describeAll(units: readonly Unit[], home: Unit | null): string {
  const titles = units.map((unit) =>
    unit.province === home && home !== null ? `${unit.kind} ${unit.name}` : describeUnit(unit),
  );
  return titles.length > 3 ? `${titles.slice(0, 3).join('; ')}; …` : titles.join('; ');
}
