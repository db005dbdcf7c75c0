/** Whether two issuers are one: "UBND thành phố" in a ward's plan is the committee of the ward's own city. */
import { unitsNamed } from '../data/units.js';
import { kindsOfProvince, nameKey, unitLevel } from './issuer.js';
import type { Identity, Issuer, Level, OwnUnit, UnitRef } from './plan.js';

/** The place from which a document speaks: what "tỉnh", "thành phố", "phường" without a name mean in it. */
export interface Home {
  /** Province or centrally run city. */
  province: string | null;
  /** Commune, where the document is of one. */
  commune: string | null;
}

/** Two issuers compared. `differs` names what differs, `unknown` says that one of them tells too little. */
export type IssuerMatch =
  | { match: 'same' | 'unknown' }
  | { match: 'different'; differs: 'system' | 'level' | 'body' | 'unit' | 'kind' };

/** The place from which a document speaks, by its own unit and its issuer. */
export function homeOf(identity: Identity, ownUnit: OwnUnit | null): Home {
  const { issuer } = identity;
  const issuerName = (level: Level): string | null => (issuer?.level === level ? (issuer.unit?.name ?? null) : null);
  const provinceUnit = issuer?.unit?.kind === 'tỉnh' || issuer?.unit?.kind === 'thành phố' ? issuer.unit.name : null;
  return {
    province:
      (ownUnit?.level === 'province' ? ownUnit.name : ownUnit?.province) ?? issuerName('province') ?? provinceUnit,
    commune: ownUnit?.level === 'commune' ? ownUnit.name : issuerName('commune'),
  };
}

/** Compares two issuers, each as seen from its own document. What the symbol says may have filled in for what is not written. */
export function compareIssuers(a: Issuer | null, aHome: Home, b: Issuer | null, bHome: Home): IssuerMatch {
  if (a === null || b === null) return { match: 'unknown' };
  if (a.system !== null && b.system !== null && a.system !== b.system) return { match: 'different', differs: 'system' };
  const body = compareBodies(a.body, b.body);
  const unit = compareUnits(unitOf(a, nearest(aHome, bHome)), unitOf(b, nearest(bHome, aHome)));
  if (unit === 'kind' && body !== 'different') return { match: 'different', differs: 'kind' };
  if (a.level !== null && b.level !== null && a.level !== b.level) return { match: 'different', differs: 'level' };
  if (body === 'different') return { match: 'different', differs: 'body' };
  if (unit === 'different' || unit === 'kind')
    return { match: 'different', differs: unit === 'kind' ? 'kind' : 'unit' };
  return { match: body === 'same' && unit === 'same' ? 'same' : 'unknown' };
}

/** A commune whose name several provinces have, so that its province cannot be told, is taken for the one of that name in the other's. */
function nearest(home: Home, other: Home): Home {
  if (home.province !== null || home.commune === null || other.province === null) return home;
  const key = nameKey(other.province);
  const isThere = unitsNamed(home.commune).some(({ province }) => province !== null && nameKey(province.name) === key);
  return isThere ? { ...home, province: other.province } : home;
}

function compareBodies(a: string | null, b: string | null): 'same' | 'different' | 'unknown' {
  if (a === null || b === null) return 'unknown';
  if (a === b) return 'same';
  // "Bộ trưởng", "Giám đốc Sở" name no field; "tỉnh ủy" and "thành ủy" are told apart by their unit
  if (a.startsWith(`${b} `) || b.startsWith(`${a} `)) return 'unknown';
  const committees = ['tỉnh ủy', 'thành ủy'];
  return committees.includes(a) && committees.includes(b) ? 'unknown' : 'different';
}

function compareUnits(
  a: UnitRef | 'none' | null,
  b: UnitRef | 'none' | null,
): 'same' | 'different' | 'kind' | 'unknown' {
  if (a === null || b === null) return 'unknown';
  if (a === 'none' || b === 'none') return a === b ? 'same' : 'unknown';
  if (a.name === null || b.name === null) return a.kind === b.kind ? 'unknown' : 'different';
  if (nameKey(a.name) !== nameKey(b.name)) return 'different';
  if (a.kind === b.kind || changedKind(a)) return 'same';
  // a commune often bears the name of its former district; a province and a city of one name are meant for one
  return isProvinceOrCity(a) && isProvinceOrCity(b) ? 'kind' : 'different';
}

function isProvinceOrCity({ kind }: UnitRef): boolean {
  return kind === 'tỉnh' || kind === 'thành phố';
}

/** Provinces that became cities keep both kinds in the documents of their time. */
function changedKind(unit: UnitRef): boolean {
  return unitLevel(unit) === 'province' && unit.name !== null && kindsOfProvince(unit.name).length > 1;
}

/** The unit with the name that its document means; "none" for central bodies, which have no unit; null if it cannot be told. */
export function unitOf(issuer: Issuer, home: Home): UnitRef | 'none' | null {
  if (issuer.level === 'central') return 'none';
  const { unit } = issuer;
  if (unit === null) return issuer.level === 'province' && home.province !== null ? provinceRef(home.province) : null;
  if (unit.name !== null) return unit;
  // "UBND tỉnh" in a plan of a city means a province of before; whose name is not known
  if (issuer.level === 'province') {
    const own = home.province !== null && kindsOfProvince(home.province).includes(unit.kind);
    return { kind: unit.kind, name: own ? home.province : null };
  }
  if (issuer.level === 'commune') return { kind: unit.kind, name: home.commune };
  return unit;
}

function provinceRef(name: string): UnitRef {
  return { kind: kindsOfProvince(name)[0] ?? 'tỉnh', name };
}
