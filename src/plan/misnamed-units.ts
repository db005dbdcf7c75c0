/** Units named in a plan that are not what they are called, as far as the gazetteer knows: gone, of another kind, elsewhere, unknown. */
import { isDistrictKind, isProvinceKind, provinceNamed, type Unit, unitKey } from '../data/units.js';
import type { SourceDocument, Span } from '../source/document.js';
import { isUpperCase } from '../source/structure.js';
import { clauseAround } from '../text/clause.js';
import { itemBefore, itemsWithin } from '../text/spans.js';
import { wordsAfterName } from './own-phrases.js';
import type { PlaceMention, Plan, UnitKind } from './plan.js';
import { nameMayGoOn } from './unit-mentions.js';
import { provinceMeant } from './unit-province.js';
import { type UnitStanding, unitStanding } from './unit-standing.js';

/** A mention with what it is instead, and the province in which it was looked up. */
export interface MisnamedUnit {
  mention: PlaceMention;
  standing: Exclude<UnitStanding, { is: 'there' }>;
  /** Null where no province is known: then the whole country was looked through. */
  province: Unit | null;
  /** Whether the text itself names the province: "xã …, tỉnh …". */
  told: boolean;
}

/** What a document says of units, looked up as of one day; the same name is looked up once. */
interface Lookup {
  document: SourceDocument;
  plan: Plan;
  home: Unit | null;
  standing: (mention: PlaceMention, province: Unit | null) => UnitStanding;
}

/**
 * The units of body and annexes, in order. Left out is whatever may not be the whole name, or the name of something else:
 * titles in capitals, citations, numbers, "phường, xã …", old addresses with a district, communes beside another province's name.
 */
export function misnamedUnits(document: SourceDocument, plan: Plan, day: string): MisnamedUnit[] {
  const known = new Map<string, UnitStanding>();
  const standing = (mention: PlaceMention, province: Unit | null): UnitStanding => {
    const key = `${unitTitleKey(mention)}, ${province?.code}`;
    const found = known.get(key) ?? unitStanding(mention.unit.kind, mention.unit.name, province, day);
    known.set(key, found);
    return found;
  };
  const lookup = { document, plan, home: homeProvince(plan), standing };
  return plan.places.flatMap((_, index) => misnamedAt(lookup, index) ?? []);
}

/** The province that a plan is of or lies in; null if that is not sure, or if a central body issues. */
export function homeProvince({ ownUnit }: Plan): Unit | null {
  if (ownUnit === null || !ownUnit.certain) return null;
  const name = ownUnit.level === 'province' ? ownUnit.name : ownUnit.province;
  return name === null ? null : provinceNamed(name);
}

/** Kind and name in comparable form. */
export function unitTitleKey({ unit }: PlaceMention): string {
  return `${unit.kind} ${unitKey(unit.name)}`;
}

function misnamedAt({ document, plan, home, standing }: Lookup, index: number): MisnamedUnit | null {
  const mention = plan.places[index];
  if (mention === undefined || !isOfText(document.text, mention)) return null;
  const commune = isCommuneKind(mention.unit.kind);
  const meant = commune ? provinceMeant(document.text, plan.places, index) : null;
  if (meant?.is === 'unclear') return null;
  const told = meant?.is === 'told';
  const province = told ? meant.province : home;
  const found = standing(mention, province);
  if (found.is === 'there' || !isOwnName(document.text, mention) || isCited(plan, mention.span)) return null;
  if (commune && !told) {
    const block = itemBefore(document.blocks, mention.span.start, (one) => one) ?? mention.span;
    const others = provincesWithin(plan.places, block).filter((other) => other !== home);
    if (others.some((other) => standing(mention, other).is === 'there')) return null;
    const beside = provincesWithin(plan.places, clauseAround(document.text, mention.span));
    if (beside.some((other) => other !== home)) return null;
  }
  return { mention, standing: found, province, told };
}

/** Body and annexes; titles in capitals, recipients and signatures name units for other ends. */
function isOfText(text: string, { zone, span }: PlaceMention): boolean {
  return (zone === 'body' || zone === 'annex') && !isUpperCase(text.slice(span.start, span.end));
}

/** "Xuân Quang 1", "Ea M’Droh": a number or an apostrophe after a name that is known without it. */
const GOES_ON = /^(?: \d|['’])/u;
const DISTRICT_NUMBER = /^\d{1,2}$/u;
/** "các phường, xã An Hải": the kind before counts as much. */
const KIND_BEFORE =
  /(?<!\p{L})(?:xã|phường|thị trấn|đặc khu|quận|huyện|thị xã|thành phố|tỉnh)\s?(?:[,/(-]|và|hoặc|hay)\s?(?:các\s)?$/iu;

/** Whether the name is sure to be whole, and of the kind before it. One syllable or a number says too little. */
function isOwnName(text: string, { unit, span }: PlaceMention): boolean {
  if (nameMayGoOn(text, span, wordsAfterName()) || GOES_ON.test(text.slice(span.end, span.end + 2))) return false;
  if (KIND_BEFORE.test(text.slice(Math.max(0, span.start - 20), span.start))) return false;
  if (isDistrictKind(unit.kind) && DISTRICT_NUMBER.test(unit.name)) return true;
  return /\s/u.test(unit.name) && !/\d/u.test(unit.name);
}

function isCited({ citations }: Plan, span: Span): boolean {
  return citations.some((one) => covers(one.span, span) || (one.subjectSpan !== null && covers(one.subjectSpan, span)));
}

function provincesWithin(places: readonly PlaceMention[], within: Span): Unit[] {
  const named = itemsWithin(places, within, ({ span }) => span).filter(({ unit }) => isProvinceKind(unit.kind));
  return named.flatMap(({ unit }) => provinceNamed(unit.name) ?? []);
}

/** Whether units of this kind lie in a province, today or before 1 July 2025. */
export function isCommuneKind(kind: UnitKind): boolean {
  return !isProvinceKind(kind) && !isDistrictKind(kind);
}

function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
