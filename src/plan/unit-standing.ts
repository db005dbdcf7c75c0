/** What a named administrative unit is on a given day, as far as the gazetteer knows: there, gone, of another kind, elsewhere, unknown. */
import {
  type FormerUnit,
  formerUnitsNamed,
  isDistrictKind,
  isProvinceKind,
  provinceNamed,
  type Unit,
  unitsNamed,
  unitsWithin,
} from '../data/units.js';
import { bareKey, compareKey } from '../text/normal.js';
import { editDistance } from '../text/similarity.js';
import { isSyllable } from '../text/syllable.js';
import type { UnitKind } from './plan.js';

/**
 * - `there`: in force, or nothing speaks against it
 * - `former`: ended on 1 July 2025; `now` are the units that it went into
 * - `district`: of the level that ended on 1 July 2025
 * - `other-kind`: the name is of a unit of another kind
 * - `elsewhere`: not in the province, but in others
 * - `unknown`: in no table; `near` is the one unit for which it may be a slip, `slip` whether only a diacritic differs
 */
export type UnitStanding =
  | { is: 'there' }
  | { is: 'district' }
  | { is: 'former' | 'other-kind' | 'elsewhere'; units: Unit[] }
  | { is: 'unknown'; near: Unit | null; slip: boolean };

const THERE: UnitStanding = { is: 'there' };
const UNKNOWN: UnitStanding = { is: 'unknown', near: null, slip: false };

/** Standing of a unit in a province, or in the whole country where it is not known which province is meant. */
export function unitStanding(kind: UnitKind, name: string, province: Unit | null, day: string): UnitStanding {
  if (isDistrictKind(kind)) return wasDistrict(kind, name, province) ? { is: 'district' } : THERE;
  if (isProvinceKind(kind)) return provinceStanding(kind, name, province, day);
  return province === null ? communeAnywhere(kind, name) : communeStanding(kind, name, province, day);
}

function provinceStanding(kind: UnitKind, name: string, within: Unit | null, day: string): UnitStanding {
  const province = spellings(name).flatMap((one) => provinceNamed(one) ?? [])[0];
  if (province !== undefined && hasKind(province, kind, day)) return THERE;
  // "thành phố Thái Nguyên" in a plan of another province: a city that was a district there
  if (wasDistrict(kind, name, null)) return wasDistrict(kind, name, within) ? { is: 'district' } : THERE;
  if (province !== undefined) return { is: 'other-kind', units: [province] };
  const former = formerNamed(name, kind).flatMap(({ became }) => became.filter((unit) => unit.province === null));
  if (former.length > 0) return { is: 'former', units: unique(former) };
  return formerNamed(name, kind).length > 0 ? THERE : unknownIn(unitsWithin(null), name);
}

function communeStanding(kind: UnitKind, name: string, province: Unit, day: string): UnitStanding {
  const named = spellings(name).flatMap((one) => unitsNamed(one).filter((unit) => unit.province !== null));
  const within = named.filter((unit) => unit.province === province);
  if (within.some((unit) => hasKind(unit, kind, day))) return THERE;
  const became = formerNamed(name, kind).flatMap((former) => former.became);
  const now = became.filter((unit) => unit.province === province);
  if (now.length > 0) return { is: 'former', units: unique(now) };
  if (within.length > 0) return { is: 'other-kind', units: within };
  const communes = unitsWithin(province);
  if (communes.some((unit) => isShortFor(name, unit))) return THERE;
  const unknown = unknownIn(communes, name);
  if (unknown.is === 'unknown' && unknown.slip) return unknown;
  return named.length > 0 ? { is: 'elsewhere', units: named } : unknown;
}

/** Where no province is known, a unit of this kind and name anywhere will do, and one that ended has to be the only one of its name. */
function communeAnywhere(kind: UnitKind, name: string): UnitStanding {
  if (spellings(name).some((one) => unitsNamed(one).some((unit) => unit.province !== null))) return THERE;
  const [only, second] = formerNamed(name, kind);
  if (only === undefined || second !== undefined || only.became.length === 0) return THERE;
  return { is: 'former', units: unique(only.became) };
}

/** Whether a unit has a kind on a day. For the time before a change both kinds do: a draft may be ahead of its day. */
function hasKind(unit: Unit, kind: UnitKind, day: string): boolean {
  return unit.kind === kind || (unit.kindBefore === kind && unit.kindSince !== null && day < unit.kindSince);
}

/** Former units of a kind that are not gone for other reasons than the reform. */
function formerNamed(name: string, kind: UnitKind): FormerUnit[] {
  return spellings(name).flatMap((one) => formerUnitsNamed(one).filter((unit) => unit.kind === kind));
}

/** Districts went into communes: that tells "thành phố Hải Dương" from a province. */
function wasDistrict(kind: UnitKind, name: string, province: Unit | null): boolean {
  return formerNamed(name, kind).some(({ became }) =>
    became.some((unit) => unit.province !== null && (province === null || unit.province === province)),
  );
}

/** "Lâm Viên" for "Lâm Viên - Đà Lạt", "Ea Hleo" for "Ea H'leo". */
function isShortFor(name: string, unit: Unit): boolean {
  const key = lettersKey(name);
  return lettersKey(unit.name) === key || unit.name.split(' - ').some((part) => lettersKey(part) === key);
}

/** The one unit for which a name that is in no table may be a slip; none if two come into question. */
function unknownIn(units: readonly Unit[], name: string): UnitStanding {
  const sameLetters = units.filter((unit) => bareLetters(unit.name) === bareLetters(name));
  const near = sameLetters.length > 0 ? sameLetters : units.filter((unit) => isOneSyllableOff(name, unit.name));
  const [only, second] = near;
  if (only === undefined || second !== undefined) return UNKNOWN;
  // names of other languages ("Đắk", "Ea") are written in many ways
  const vietnamese = only.name.split(/[\s-]+/u).every(isSyllable);
  return { is: 'unknown', near: only, slip: sameLetters.length > 0 && vietnamese };
}

/** "Thạch Khê" for "Thạch Khôi"; in bare letters only one may differ, else too many names are alike. */
function isOneSyllableOff(a: string, b: string): boolean {
  const pair = syllableApart(bareKey(a).split(' '), bareKey(b).split(' '));
  return pair !== null && editDistance(pair.left, pair.right) <= 2;
}

/** The one syllable in which two names of two or more syllables differ; null if they differ in more. */
function syllableApart(left: readonly string[], right: readonly string[]): { left: string; right: string } | null {
  if (left.length !== right.length || left.length < 2) return null;
  const apart = left.flatMap((syllable, i) => (syllable === right[i] ? [] : [i]));
  const [only, second] = apart;
  if (only === undefined || second !== undefined) return null;
  return { left: left[only] ?? '', right: right[only] ?? '' };
}

/** A name as written, and with i for y and y for i at the end of its syllables ("Mỹ An", "Mĩ An"), which is no difference. */
function spellings(name: string): string[] {
  const other = name.normalize('NFD').replace(/(?<=[hklmst]|qu)[iy](?=[\u0300-\u0323]*(?!\p{L}|\p{M}))/giu, swapI);
  const swapped = other.normalize('NFC');
  return swapped === name.normalize('NFC') ? [name] : [name, swapped];
}

function swapI(letter: string): string {
  return letter.toLowerCase() === 'i' ? 'y' : 'i';
}

function lettersKey(name: string): string {
  return compareKey(name).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

function bareLetters(name: string): string {
  return bareKey(name).replace(/[^\p{L}\p{N}]/gu, '');
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
