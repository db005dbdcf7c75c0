/** Finds the own unit written as another's: a name or kind that differs in a phrase that can only mean the own unit. */
import { z } from 'zod';
import {
  describeUnit,
  formerUnitsNamed,
  isDistrictKind,
  isProvinceKind,
  provinceNamed,
  type Unit,
  unitKey,
  unitsNamed,
} from '../data/units.js';
import { type Case, defineCheck, type RawFinding } from '../engine/check.js';
import { clauseStories, isClosing, type PhraseStrength, phraseStrength, wordsAfterName } from '../plan/own-phrases.js';
import type { OwnUnit, PlaceMention, Plan, UnitKind, UnitRef } from '../plan/plan.js';
import { homeOf } from '../plan/same-issuer.js';
import { nameMayGoOn } from '../plan/unit-mentions.js';
import { communeRelation, provinceRelation, similarNames, wasProvince } from '../plan/unit-relation.js';
import type { SourceDocument, Span } from '../source/document.js';
import { clauseAround } from '../text/clause.js';
import { itemBefore, itemsWithin } from '../text/spans.js';

/** Since this day there are provinces and communes only, and most communes are new ones. */
const TWO_LEVELS = '2025-07-01';

export const placeName = defineCheck({
  name: 'place-name',
  options: z.strictObject({}),
  messages: {
    elsewhere: ['found', 'own', 'known', 'province'],
    neighbour: ['found', 'own', 'known'],
    unknown: ['found', 'own'],
    kind: ['found', 'own'],
    former: ['found', 'own'],
    doubtful: ['found', 'own'],
    'place-line': ['found', 'own'],
  },
  *run(kase) {
    const own = ownUnitOf(kase);
    if (own === null) return;
    yield* judgePlaceLine(kase, own);
    if (!own.certain) return;
    const isSaidOfOwn = phrasesOfOwn(kase, own);
    for (const mention of kase.plan.places) {
      if (mention.ownPhrase === null || !mayBeWrong(mention, own)) continue;
      const suspect = examine(kase, own, mention, isSaidOfOwn);
      const finding = suspect === null ? null : judge(suspect);
      if (finding !== null) yield finding;
    }
  },
});

/** The own unit; a commune whose name several provinces have lies in that of the parent that it carries out, if one of them does. */
function ownUnitOf({ plan, parents }: Case): OwnUnit | null {
  const own = plan.ownUnit;
  if (own === null || own.level !== 'commune' || own.province !== null) return own;
  const above = parents.flatMap((parent) => homeOf(parent.plan.identity, parent.plan.ownUnit).province ?? [])[0];
  const isThere = unitsNamed(own.name).some(
    ({ kind, province }) =>
      kind === own.kind && province !== null && above !== undefined && unitKey(province.name) === unitKey(above),
  );
  return isThere && above !== undefined ? { ...own, province: above } : own;
}

/** A mention with all that decides about it. */
interface Suspect {
  own: OwnUnit;
  /** The province that the own unit is or lies in; null if not known. */
  upper: UnitRef | null;
  unit: UnitRef & { name: string };
  span: Span;
  /** As it stands in the text. */
  written: string;
  strength: PhraseStrength;
  /** Whether it can be no neighbour: header, subject, closing and launching sentence, or the same phrase of the own unit elsewhere. */
  noNeighbour: boolean;
  /** Whether it is not sure which unit is named: the name may go on, or an annex speaks of other units. */
  unclear: boolean;
  /** Whether the words around bring in another unit on purpose: a list, a visit, a table of units. */
  excused: boolean;
  /** Whether the words around fit a neighbour: a joint project, the own unit beside it. */
  nearby: boolean;
  /** Whether the clause cites what is older than today's units: "Nghị quyết ngày 20/12/2024 của Hội đồng nhân dân phường …". */
  past: boolean;
  /** Whether the document is older than today's units, so that the gazetteer in force says little. */
  old: boolean;
}

function mayBeWrong({ unit, zone }: PlaceMention, own: OwnUnit): boolean {
  if (zone === 'recipients' || zone === 'signature' || isDistrictKind(unit.kind)) return false;
  return !isSame(unit, own) && !isSame(unit, upperUnit(own));
}

/** What decides about a mention; null where the words around make it a story of the past or an address elsewhere. */
function examine(
  { document, plan }: Case,
  own: OwnUnit,
  mention: PlaceMention,
  isSaidOfOwn: (phrase: string) => boolean,
): Suspect | null {
  const { text } = document;
  const { unit, zone, span } = mention;
  const ownPhrase = mention.ownPhrase ?? '';
  const clause = clauseAround(text, span);
  const stories = clauseStories(text.slice(clause.start, clause.end));
  if (stories.history || isElsewhere(text, span, own)) return null;
  const ofPlan = isSaidOfPlan(document, plan, mention);
  const beside = besides(text, plan.places, mention, clause, own);
  return {
    own,
    upper: upperUnit(own),
    unit,
    span,
    written: text.slice(span.start, span.end),
    // the header names whose plan it is, whatever the body
    strength: zone === 'header' || ofPlan ? 'certain' : (phraseStrength(ownPhrase) ?? 'likely'),
    noNeighbour: ofPlan || isSaidOfOwn(ownPhrase) || speaksForPlan(text, mention),
    unclear: zone === 'annex' || nameMayGoOn(text, span, wordsAfterName()),
    excused: stories.others || beside.listed || isCell(document, span),
    nearby: !ofPlan && (stories.nearby || beside.own),
    past: tellsOfFormerUnits(plan, clause),
    old: plan.identity.date !== null && plan.identity.date < TWO_LEVELS,
  };
}

function judge(suspect: Suspect): RawFinding | null {
  if (suspect.old) return judgeOld(suspect);
  return isProvinceKind(suspect.unit.kind) ? judgeProvince(suspect) : judgeCommune(suspect);
}

function judgeOld(suspect: Suspect): RawFinding | null {
  const { own, unit, strength, noNeighbour } = suspect;
  if (suspect.unclear || suspect.excused || isProvinceKind(unit.kind) || own.level !== 'commune') return null;
  const near = similarNames(unit.name, own.name) && !sameName(unit, own);
  return near && strength === 'certain' && noNeighbour ? finding(suspect, 'doubtful', own, false) : null;
}

function judgeCommune(suspect: Suspect): RawFinding | null {
  const { own, unit, strength, upper, unclear, excused } = suspect;
  const relation = communeRelation(own, unit.kind, unit.name);
  if (suspect.past && relation.is !== 'elsewhere' && relation.is !== 'unknown') return null;
  if (upper !== null && sameName(unit, upper) && relation.is !== 'neighbour' && relation.is !== 'merged') {
    return unclear ? null : finding(suspect, 'kind', upper, own.level === 'province');
  }
  if (own.level !== 'commune') return null;
  if (relation.is === 'merged') return unclear || excused ? null : finding(suspect, 'former', own, false);
  if (sameName(unit, own)) {
    const hadKind = unitsNamed(own.name).some((one) => one.kind === own.kind && one.kindBefore === unit.kind);
    return hadKind || unclear ? null : finding(suspect, 'kind', own, true);
  }
  const similar = similarNames(unit.name, own.name);
  const plausible = relation.is === 'neighbour' || relation.is === 'former';
  if (unclear || excused) return similar && !plausible ? finding(suspect, 'doubtful', own, false) : null;
  const sure = strength === 'certain';
  switch (relation.is) {
    case 'neighbour':
      if (suspect.nearby && !sure) return null;
      if (suspect.nearby || !sure || !suspect.noNeighbour) return finding(suspect, 'doubtful', own, false);
      return finding(suspect, 'neighbour', own, true, { known: describeAll(relation.units) });
    case 'former':
      return suspect.nearby ? null : finding(suspect, 'doubtful', own, false);
    case 'elsewhere':
      if (!sure && !similar) return finding(suspect, 'doubtful', own, false);
      return finding(suspect, 'elsewhere', own, true, {
        known: describeAll(relation.units),
        province: upper === null ? null : titleOf(upper),
      });
    case 'unknown':
      if (similar || (sure && suspect.noNeighbour)) return finding(suspect, 'unknown', own, true);
      return sure ? finding(suspect, 'doubtful', own, false) : null;
  }
}

function judgeProvince(suspect: Suspect): RawFinding | null {
  const { own, unit, strength, upper } = suspect;
  if (upper === null || suspect.unclear) return null;
  if (sameName(unit, upper)) return wasProvince(unit.kind, unit.name) ? null : finding(suspect, 'kind', upper, true);
  const relation = provinceRelation(own, unit.name);
  if (strength !== 'certain' || relation.is !== 'elsewhere' || suspect.excused) return null;
  if (own.level !== 'province' || suspect.nearby || !suspect.noNeighbour)
    return finding(suspect, 'doubtful', upper, false);
  return finding(suspect, 'neighbour', upper, true, { known: describeAll(relation.units) });
}

/**
 * The place line names the unit where the issuer sits (NĐ 30/2020, PL I, II.4.a): for a commune itself, by habit its province or
 * former district. The name of another commune, or for a province that of another province, cannot be right.
 */
function* judgePlaceLine({ plan }: Case, own: OwnUnit): Generator<RawFinding> {
  const { place, spans } = plan.identity;
  if (place === null || spans.place === null) return;
  const name = place.replace(/^(?:tỉnh|thành phố|phường|xã|đặc khu|thị trấn)\s+/iu, '');
  if (unitKey(name) === unitKey(own.name) || !namesItself(plan, own) || !cannotBePlaceOf(own, name)) return;
  const span = { start: spans.place.end - name.length, end: spans.place.end };
  const fix = own.certain ? { fix: { text: own.name, safe: false } } : {};
  yield { message: 'place-line', span, data: { found: name, own: titleOf(own) }, ...fix };
}

/** Whether the own unit is sure, or said by the header or by the launching sentence, although another place says otherwise. */
function namesItself({ places }: Plan, own: OwnUnit): boolean {
  if (own.certain || own.evidence.some(({ source }) => source === 'header')) return true;
  return places.some(({ unit, ownPhrase }) => isSame(unit, own) && ownPhrase?.endsWith('{unit} ban hành') === true);
}

function cannotBePlaceOf(own: OwnUnit, name: string): boolean {
  if (own.level === 'province') return provinceNamed(name) !== null;
  if (own.level !== 'commune' || provinceNamed(name) !== null) return false;
  if (similarNames(name, own.name)) return true;
  const wasLarger = formerUnitsNamed(name).some(({ kind }) => isDistrictKind(kind) || isProvinceKind(kind));
  return !wasLarger && unitsNamed(name).length > 0;
}

function finding(
  { unit, span, written }: Suspect,
  message: string,
  right: UnitRef,
  safe: boolean,
  more: RawFinding['data'] = {},
): RawFinding {
  const title = titleOf(right);
  const data = { found: titleOf(unit), own: title, ...more };
  return { message, span, data, fix: { text: inCaseOf(written, title), safe } };
}

/** In capitals, or with a capital at the start, as the words that it is written for. */
function inCaseOf(written: string, title: string): string {
  if (written === written.toUpperCase()) return title.toUpperCase();
  return /^\p{Lu}/u.test(written) ? title.charAt(0).toUpperCase() + title.slice(1) : title;
}

function titleOf({ kind, name }: UnitRef): string {
  return `${kind} ${name ?? ''}`;
}

/** Two units are enough to tell; "…" says that there are more. */
function describeAll(units: readonly Unit[]): string {
  const shown = units.slice(0, 2).map(describeUnit).join('; ');
  return units.length > 2 ? `${shown}; …` : shown;
}

function upperUnit(own: OwnUnit): UnitRef | null {
  if (own.level === 'province') return own;
  const province = own.province === null ? null : provinceNamed(own.province);
  return province === null ? null : { kind: province.kind, name: province.name };
}

function isSame(a: UnitRef, b: UnitRef | null): boolean {
  return b !== null && a.kind === b.kind && sameName(a, b);
}

function sameName(a: UnitRef, b: UnitRef): boolean {
  return a.name !== null && b.name !== null && unitKey(a.name) === unitKey(b.name);
}

/** Whether a mention stands where a plan names itself: in header or subject, in the closing or the launching sentence. */
function isSaidOfPlan(
  { text, blocks }: SourceDocument,
  { identity }: Plan,
  { span, zone, ownPhrase }: PlaceMention,
): boolean {
  const { subject } = identity.spans;
  if (zone === 'header' || (subject !== null && span.start >= subject.start && span.end <= subject.end)) return true;
  const block = itemBefore(blocks, span.start, (one) => one);
  if (block !== null && isClosing(text.slice(block.start, block.end))) return true;
  const lead = text.slice(Math.max(0, span.start - 50), span.start);
  return ownPhrase?.endsWith('{unit} ban hành') === true && !/(?<!\p{L})(?:do|của|được)\s[^.;,]*$/iu.test(lead);
}

/**
 * Whether the words around say what no plan says of a neighbour: a congress of the Party with its number or term, or an order given at the
 * head of a sentence.
 */
function speaksForPlan(text: string, { span, ownPhrase }: PlaceMention): boolean {
  if (ownPhrase?.includes('Đại hội') === true || ownPhrase?.includes('Đảng bộ') === true)
    return /^[ ]?(?:,[ ]?)?(?:lần thứ|nhiệm kỳ|khóa|khoá)(?!\p{L})/iu.test(text.slice(span.end, span.end + 12));
  if (ownPhrase === null || !/ (?:yêu cầu|đề nghị)$/u.test(ownPhrase)) return false;
  return /(?:^|[.;:\n][ ]?)(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)[ ]$/u.test(
    text.slice(Math.max(0, span.start - 20), span.start),
  );
}

/** Tells whether a phrase is also said of the own unit, with its name or by its kind alone: "Đại hội Đảng bộ phường lần thứ nhất". */
function phrasesOfOwn({ document, plan }: Case, own: OwnUnit): (phrase: string) => boolean {
  const named = plan.places.filter(({ unit }) => isSame(unit, own)).flatMap(({ ownPhrase }) => ownPhrase ?? []);
  const known = new Map(named.map((phrase) => [phrase, true]));
  return (phrase) => {
    const said = known.get(phrase) ?? bareUse(phrase, own.kind).test(document.text);
    known.set(phrase, said);
    return said;
  };
}

function bareUse(phrase: string, kind: UnitKind): RegExp {
  const words = phrase.replace('{unit}', `${kind}(?!\\p{L}|\\s[\\p{Lu}\\d])`).replace(/ /gu, '\\s');
  return new RegExp(words, 'u');
}

/** "phường …, thành phố Hà Nội" in a plan of another province, or within a former district. */
function isElsewhere(text: string, span: Span, own: OwnUnit): boolean {
  const after = text.slice(span.end, span.end + 60);
  if (/^\s?[,(]\s?(?:quận|huyện|thị xã)\s\p{Lu}/u.test(after)) return true;
  const match = /^\s?[,(]\s?(tỉnh\s|[Tt]hành phố\s|TP\.?\s?)?(\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+){0,3})/u.exec(after);
  const [, kind, name] = match ?? [];
  if (name === undefined || (kind === undefined && provinceNamed(name) === null)) return false;
  return own.province === null || unitKey(name) !== unitKey(own.province);
}

function isCell(document: SourceDocument, span: Span): boolean {
  return itemBefore(document.blocks, span.start, (block) => block)?.cell != null;
}

/** Which units stand in the same clause: others, or the own one right beside it, are a list; the own one further off may be a partner. */
function besides(
  text: string,
  places: readonly PlaceMention[],
  { unit, span }: PlaceMention,
  clause: Span,
  own: OwnUnit,
): { listed: boolean; own: boolean } {
  const found = { listed: false, own: false };
  for (const other of itemsWithin(places, clause, (place) => place.span)) {
    if (isProvinceKind(other.unit.kind) !== isProvinceKind(unit.kind) || sameName(other.unit, unit)) continue;
    const gap =
      other.span.start > span.end ? text.slice(span.end, other.span.start) : text.slice(other.span.end, span.start);
    if (isSame(other.unit, own)) found.own = true;
    if (!isSame(other.unit, own) || /^\s?(?:,|và|với|-|\/)\s?$/u.test(gap)) found.listed = true;
  }
  return found;
}

/** Whether a date in a clause lies before today's units. */
function tellsOfFormerUnits(plan: Plan, clause: Span): boolean {
  const dates = itemsWithin(plan.dates, clause, ({ span }) => span);
  return dates.some(({ iso }) => iso !== null && iso < TWO_LEVELS);
}
