/** Finds the own unit written as another's: a name or kind that differs in a phrase that can only mean the own unit. */
import { z } from 'zod';
import {
  describeUnit,
  isDistrictKind,
  isProvinceKind,
  provinceNamed,
  type Unit,
  unitKey,
  unitsNamed,
} from '../data/units.js';
import { type Case, defineCheck, type RawFinding } from '../engine/check.js';
import { clauseStory, type PhraseStrength, phraseStrength, wordsAfterName } from '../plan/own-phrases.js';
import type { OwnUnit, PlaceMention, UnitRef } from '../plan/plan.js';
import { nameMayGoOn } from '../plan/unit-mentions.js';
import { communeRelation, provinceRelation, similarNames, wasProvince } from '../plan/unit-relation.js';
import type { SourceDocument, Span } from '../source/document.js';

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
    const own = kase.plan.ownUnit;
    if (own?.certain !== true) return;
    const ownPhrases = new Set(
      kase.plan.places.flatMap(({ unit, ownPhrase }) => (isSame(unit, own) ? [ownPhrase] : [])),
    );
    for (const [i, mention] of kase.plan.places.entries()) {
      if (mention.ownPhrase === null || !mayBeWrong(mention, own)) continue;
      const suspect = examine(kase, own, i, mention, ownPhrases.has(mention.ownPhrase));
      const finding = suspect === null ? null : judge(suspect);
      if (finding !== null) yield finding;
    }
    yield* judgePlaceLine(kase, own);
  },
});

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
  /** Whether the same phrase stands with the own name elsewhere in the plan. */
  elsewhereOwn: boolean;
  /** Whether the words around leave room for another meaning: a list, a neighbour, an annex, a name that may go on. */
  excused: boolean;
}

function mayBeWrong({ unit, zone }: PlaceMention, own: OwnUnit): boolean {
  if (zone === 'recipients' || zone === 'signature' || isDistrictKind(unit.kind)) return false;
  return !isSame(unit, own) && !isSame(unit, upperUnit(own));
}

/** What decides about a mention; null where the words around make it a story of the past or an address elsewhere. */
function examine(
  { document, plan }: Case,
  own: OwnUnit,
  index: number,
  { unit, zone, span, ownPhrase }: PlaceMention,
  elsewhereOwn: boolean,
): Suspect | null {
  const { text } = document;
  const clause = clauseAround(text, span);
  const story = clauseStory(text.slice(clause.start, clause.end));
  if (story === 'history' || isElsewhere(text, span, own)) return null;
  return {
    own,
    upper: upperUnit(own),
    unit,
    span,
    written: text.slice(span.start, span.end),
    // the header names whose plan it is, whatever the body
    strength: zone === 'header' ? 'certain' : (phraseStrength(ownPhrase ?? '') ?? 'likely'),
    elsewhereOwn,
    excused:
      story === 'others' ||
      zone === 'annex' ||
      isCell(document, span) ||
      nameMayGoOn(text, span, wordsAfterName()) ||
      isListed(text, plan.places, index, clause, own),
  };
}

function judge(suspect: Suspect): RawFinding | null {
  return isProvinceKind(suspect.unit.kind) ? judgeProvince(suspect) : judgeCommune(suspect);
}

function judgeCommune(suspect: Suspect): RawFinding | null {
  const { own, unit, strength, excused, upper } = suspect;
  const relation = communeRelation(own, unit.kind, unit.name);
  if (upper !== null && sameName(unit, upper) && relation.is !== 'neighbour' && relation.is !== 'merged') {
    return excused ? null : finding(suspect, 'kind', upper, own.level === 'province');
  }
  if (own.level !== 'commune') return null;
  if (relation.is === 'merged') return excused ? null : finding(suspect, 'former', own, false);
  if (sameName(unit, own)) {
    const hadKind = unitsNamed(own.name).some((one) => one.kind === own.kind && one.kindBefore === unit.kind);
    return hadKind || excused ? null : finding(suspect, 'kind', own, true);
  }
  const similar = similarNames(unit.name, own.name);
  if (excused) return similar && relation.is !== 'neighbour' ? finding(suspect, 'doubtful', own, false) : null;
  const sure = strength === 'certain';
  switch (relation.is) {
    case 'neighbour':
      if (!sure || !suspect.elsewhereOwn) return finding(suspect, 'doubtful', own, false);
      return finding(suspect, 'neighbour', own, true, { known: describeAll(relation.units) });
    case 'former':
      return finding(suspect, 'doubtful', own, false);
    case 'elsewhere':
      if (!sure && !similar) return finding(suspect, 'doubtful', own, false);
      return finding(suspect, 'elsewhere', own, true, {
        known: describeAll(relation.units),
        province: upper === null ? null : titleOf(upper),
      });
    case 'unknown':
      if (similar || (sure && suspect.elsewhereOwn)) return finding(suspect, 'unknown', own, true);
      return sure ? finding(suspect, 'doubtful', own, false) : null;
  }
}

function judgeProvince(suspect: Suspect): RawFinding | null {
  const { own, unit, strength, upper } = suspect;
  if (upper === null || suspect.excused) return null;
  if (sameName(unit, upper)) return wasProvince(unit.kind, unit.name) ? null : finding(suspect, 'kind', upper, true);
  const relation = provinceRelation(own, unit.name);
  if (strength !== 'certain' || relation.is !== 'elsewhere') return null;
  if (own.level !== 'province' || !suspect.elsewhereOwn) return finding(suspect, 'doubtful', upper, false);
  return finding(suspect, 'neighbour', upper, true, { known: describeAll(relation.units) });
}

/** The place line names the unit where the issuer sits (NĐ 30/2020, PL I, II.4.a): for a commune itself, by habit its province. */
function* judgePlaceLine({ plan }: Case, own: OwnUnit): Generator<RawFinding> {
  const { place, spans } = plan.identity;
  if (own.level !== 'commune' || place === null || spans.place === null) return;
  if (own.evidence.some(({ source }) => source === 'place')) return;
  const name = place.replace(/^(?:tỉnh|thành phố|phường|xã|đặc khu|thị trấn)\s+/iu, '');
  if (provinceNamed(name) !== null) return;
  if (!similarNames(name, own.name) && unitsNamed(name).length === 0) return;
  const span = { start: spans.place.end - name.length, end: spans.place.end };
  yield { message: 'place-line', span, data: { found: name, own: titleOf(own) }, fix: { text: own.name, safe: false } };
}

function finding(
  { unit, span, written }: Suspect,
  message: string,
  right: UnitRef,
  safe: boolean,
  more: RawFinding['data'] = {},
): RawFinding {
  const title = titleOf(right);
  const capitals = written === written.toUpperCase();
  const data = { found: titleOf(unit), own: title, ...more };
  return { message, span, data, fix: { text: capitals ? title.toUpperCase() : title, safe } };
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

/** Characters to each side that are looked at for the ends of a clause. */
const REACH = 500;

/** From one full stop, semicolon or line end to the next. */
function clauseAround(text: string, span: Span): Span {
  const before = text.slice(Math.max(0, span.start - REACH), span.start);
  const after = text.slice(span.end, span.end + REACH);
  const from = Math.max(...['. ', '; ', '\n'].map((end) => before.lastIndexOf(end)));
  const to = after.search(/[.;](?:\s|$)|\n/u);
  return { start: span.start - before.length + from + 1, end: span.end + (to < 0 ? after.length : to) };
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
  return document.blocks.some((block) => block.cell !== null && block.start <= span.start && span.end <= block.end);
}

/** Whether other communes stand in the same clause, or the own one right beside it: then units are listed. */
function isListed(text: string, places: readonly PlaceMention[], index: number, clause: Span, own: OwnUnit): boolean {
  const mention = places[index];
  if (mention === undefined) return false;
  for (const step of [-1, 1]) {
    for (let i = index + step; ; i += step) {
      const other = places[i];
      if (other === undefined || other.span.start < clause.start || other.span.end > clause.end) break;
      if (isProvinceKind(other.unit.kind) !== isProvinceKind(mention.unit.kind) || sameName(other.unit, mention.unit))
        continue;
      if (!isSame(other.unit, own)) return true;
      const gap =
        step > 0 ? text.slice(mention.span.end, other.span.start) : text.slice(other.span.end, mention.span.start);
      if (/^\s?(?:,|và|với|-|\/)\s?$/u.test(gap)) return true;
    }
  }
  return false;
}
