/** How a unit named in a plan relates to the plan's own unit, as far as the gazetteer knows. */
import {
  type FormerUnit,
  formerUnitsNamed,
  isProvinceKind,
  provinceNamed,
  type Unit,
  unitKey,
  unitsNamed,
} from '../data/units.js';
import { bareKey } from '../text/normal.js';
import type { OwnUnit, UnitKind } from './plan.js';

/**
 * - `merged`: a former unit that went into the own one
 * - `former`: another former unit of the same province
 * - `neighbour`: a unit in force of the same province
 * - `elsewhere`: in force in other provinces only
 * - `unknown`: in no table
 */
export type UnitRelation =
  | { is: 'merged' | 'former'; units: FormerUnit[] }
  | { is: 'neighbour' | 'elsewhere'; units: Unit[] }
  | { is: 'unknown' };

/** Of a commune to a commune. Without the own province a unit that exists anywhere may be a neighbour. */
export function communeRelation(own: OwnUnit, kind: UnitKind, name: string): UnitRelation {
  const communes = unitsNamed(name).filter((unit) => unit.province !== null);
  const near = communes.filter((unit) => own.province === null || isNamed(unit.province, own.province));
  const former = formerUnitsNamed(name).filter((unit) => unit.kind === kind);
  const merged = former.filter((unit) => unit.became.some((new_) => isOwn(new_, own)));
  if (merged.length > 0) return { is: 'merged', units: merged };
  if (near.length > 0) return { is: 'neighbour', units: near };
  const formerNear = former.filter((unit) => unit.became.some((new_) => isNamed(new_.province, own.province)));
  if (formerNear.length > 0) return { is: 'former', units: formerNear };
  return communes.length > 0 ? { is: 'elsewhere', units: communes } : { is: 'unknown' };
}

/** Of a province to the province that the own unit is or lies in. */
export function provinceRelation(own: OwnUnit, name: string): UnitRelation {
  const former = formerUnitsNamed(name).filter((unit) => isProvinceKind(unit.kind) && unit.became.length > 0);
  const merged = former.filter((unit) => unit.became.some((new_) => isNamed(new_.province ?? new_, own.province)));
  if (merged.length > 0) return { is: 'merged', units: merged };
  const province = provinceNamed(name);
  return province === null ? { is: 'unknown' } : { is: 'elsewhere', units: [province] };
}

/** Whether a unit of this kind and name is, or ever was, a province: "tỉnh Hải Phòng" never was one. */
export function wasProvince(kind: UnitKind, name: string): boolean {
  const province = provinceNamed(name);
  if (province?.kind === kind || province?.kindBefore === kind) return true;
  return formerUnitsNamed(name).some((unit) => unit.kind === kind);
}

/** Whether one name may be a slip for the other: only diacritics differ, or one syllable of two or more. */
export function similarNames(a: string, b: string): boolean {
  if (bareKey(a) === bareKey(b)) return true;
  const left = unitKey(a).split(' ');
  const right = unitKey(b).split(' ');
  if (left.length !== right.length || left.length < 2) return false;
  return left.filter((syllable, i) => syllable !== right[i]).length === 1;
}

function isOwn(unit: Unit, own: OwnUnit): boolean {
  return (
    unit.kind === own.kind && isNamed(unit, own.name) && (own.province === null || isNamed(unit.province, own.province))
  );
}

function isNamed(unit: Unit | null, name: string | null): boolean {
  return unit !== null && name !== null && unitKey(unit.name) === unitKey(name);
}
