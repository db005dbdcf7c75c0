/**
 * The gazetteer (danh mục đơn vị hành chính): provinces and communes in force, and those that ended on 1 July 2025.
 * Facts and their sources: rules/data/ADMIN-UNITS.md. A name that is not here is unknown, not wrong.
 */
import { readFileSync } from 'node:fs';
import { PlanlintError } from '../errors.js';
import type { UnitKind } from '../plan/plan.js';
import { compareKey } from '../text/normal.js';
import { once } from './once.js';
import { dataFile } from './root.js';

/** A province (tỉnh, thành phố) or a commune (xã, phường, đặc khu) in force. */
export interface Unit {
  code: string;
  kind: UnitKind;
  name: string;
  /** The province that a commune lies in; null for a province. */
  province: Unit | null;
  /** The kind it had until it changed after 1 July 2025 ("tỉnh" Đồng Nai); null if it never did. */
  kindBefore: UnitKind | null;
  /** The day since when it has its kind, as ISO date; null if it never changed. */
  kindSince: string | null;
}

/** A province, district or commune before 1 July 2025. */
export interface FormerUnit {
  kind: UnitKind;
  name: string;
  /** Name of the province before 1 July 2025. */
  province: string;
  /** The units in force that it went into, several where it was split. For a province: provinces, for others: communes. */
  became: Unit[];
}

const PROVINCE_KINDS: ReadonlySet<UnitKind> = new Set<UnitKind>(['tỉnh', 'thành phố']);
const DISTRICT_KINDS: ReadonlySet<UnitKind> = new Set<UnitKind>(['quận', 'huyện', 'thị xã']);
const ALL_KINDS: readonly UnitKind[] = [
  'tỉnh',
  'thành phố',
  'quận',
  'huyện',
  'thị xã',
  'phường',
  'xã',
  'đặc khu',
  'thị trấn',
];

/** Whether units of this kind are provinces or centrally run cities in today's two levels. */
export function isProvinceKind(kind: UnitKind): boolean {
  return PROVINCE_KINDS.has(kind);
}

/** Whether units of this kind were districts, a level that ended on 1 July 2025. */
export function isDistrictKind(kind: UnitKind): boolean {
  return DISTRICT_KINDS.has(kind);
}

/** The key on which names of units are compared: letter case, tone placement, kinds of dash and apostrophe do not count. */
export function unitKey(name: string): string {
  return compareKey(name)
    .replace(/\s*-\s*/gu, ' - ')
    .replace(/'\s+/gu, "'");
}

/** Units in force with this name, of any kind and level; empty if none. */
export function unitsNamed(name: string): readonly Unit[] {
  return current().byName.get(unitKey(name)) ?? [];
}

/** The province or centrally run city in force with this name; null if none. */
export function provinceNamed(name: string): Unit | null {
  return unitsNamed(name).find((unit) => unit.province === null) ?? null;
}

/** All communes in force in a province, or all provinces for null. */
export function unitsWithin(province: Unit | null): Unit[] {
  return [...current().byCode.values()].filter((unit) => unit.province === province);
}

/** Units of before 1 July 2025 with this name; empty if none. Reads a second, larger file at the first call. */
export function formerUnitsNamed(name: string): readonly FormerUnit[] {
  const rows = former().get(unitKey(name));
  return rows === undefined ? [] : formerUnits(rows);
}

/** Whether any unit, in force or former, has this name. */
export function isUnitName(name: string): boolean {
  return unitsNamed(name).length > 0 || former().has(unitKey(name));
}

/** "phường An Hải, thành phố Hải Phòng"; for a province "thành phố Hải Phòng". */
export function describeUnit(unit: Unit): string {
  const own = `${unit.kind} ${unit.name}`;
  return unit.province === null ? own : `${own}, ${describeUnit(unit.province)}`;
}

interface CurrentUnits {
  byName: Map<string, Unit[]>;
  byCode: Map<string, Unit>;
}

const current = once((): CurrentUnits => {
  const units: CurrentUnits = { byName: new Map(), byCode: new Map() };
  const keyOf = wordByWord(unitKey);
  for (const row of readRows('admin-units.csv')) {
    const unit = unitOf(row, units.byCode);
    if (unit === null) continue;
    units.byCode.set(unit.code, unit);
    append(units.byName, keyOf(unit.name), unit);
    const laterName = row[2] ?? '';
    if (laterName !== unit.name && keyOf(laterName) !== keyOf(unit.name)) append(units.byName, keyOf(laterName), unit);
  }
  return units;
});

/** `code,kind,name,province_code,province,kind_before,kind_since,name_2025` */
function unitOf(row: readonly string[], byCode: Map<string, Unit>): Unit | null {
  const kind = asKind(row[1]);
  if (kind === null) return null;
  return {
    code: row[0] ?? '',
    kind,
    // Documents write the tone marks as the release of July 2025 did, far more often than as the later one does.
    name: row[7] || row[2] || '',
    province: byCode.get(row[3] ?? '') ?? null,
    kindBefore: asKind(row[5]),
    kindSince: row[6] || null,
  };
}

/** What the table tells of one former name. */
interface FormerRows {
  communes: string[][];
  /** Rows of the communes of a district or province of this name, by its title: "quận Ba Đình, thành phố Hà Nội", "tỉnh Hải Dương". */
  larger: Map<string, string[][]>;
}

/** Rows of the former units by the key of their name; a `FormerUnit` is made of them only when it is asked for. */
const former = once((): Map<string, FormerRows> => {
  const byName = new Map<string, FormerRows>();
  const byTitle = new Map<string, string[][]>();
  const keyOf = wordByWord(unitKey);
  const named = (name: string): FormerRows => {
    const key = keyOf(name);
    const rows = byName.get(key) ?? { communes: [], larger: new Map() };
    byName.set(key, rows);
    return rows;
  };
  for (const row of readRows('admin-units-pre2025.csv')) {
    const [, name = '', district = '', province = ''] = row;
    if (name !== '') named(name).communes.push(row);
    append(byTitle, `${district}, ${province}`, row);
    append(byTitle, province, row);
  }
  for (const [title, rows] of byTitle) named(splitKind(unitPart(title)).name).larger.set(title, rows);
  return byName;
});

function formerUnits(rows: FormerRows): FormerUnit[] {
  const communes = rows.communes.map((row) => formerUnit(`${row[0]} ${row[1]}`, [row]));
  const larger = [...rows.larger].map(([title, within]) => {
    const unit = formerUnit(unitPart(title), within);
    const isProvince = unitPart(title) === title;
    return isProvince ? { ...unit, became: [...new Set(unit.became.flatMap(({ province }) => province ?? []))] } : unit;
  });
  return [...larger, ...communes];
}

/** From rows `kind,name,district,province,new_codes`. */
function formerUnit(title: string, rows: readonly string[][]): FormerUnit {
  const codes = new Set(rows.flatMap((row) => row[4]?.split(';') ?? []));
  return {
    ...splitKind(title),
    province: splitKind(rows[0]?.[3] ?? '').name,
    became: [...codes].flatMap((code) => current().byCode.get(code) ?? []),
  };
}

/** "quận Ba Đình" of "quận Ba Đình, thành phố Hà Nội". */
function unitPart(title: string): string {
  return title.split(',')[0] ?? title;
}

function splitKind(text: string): { kind: UnitKind; name: string } {
  const kind = ALL_KINDS.find((candidate) => text.startsWith(`${candidate} `)) ?? 'huyện';
  return { kind, name: text.slice(kind.length + 1) };
}

function asKind(text: string | undefined): UnitKind | null {
  return ALL_KINDS.find((kind) => kind === text) ?? null;
}

/** Cells of one of our own tables, without its header; no cell holds a comma or a quotation mark. */
function readRows(file: string): string[][] {
  const rows = readTable(file).trimEnd().split('\n').slice(1);
  return rows.map((row) => row.split(','));
}

/** The same function of a name, worked out once per word: two thousand words make up all names. */
function wordByWord(ofName: (name: string) => string): (name: string) => string {
  const known = new Map<string, string>();
  const ofWord = (word: string): string => {
    const done = known.get(word) ?? ofName(word);
    known.set(word, done);
    return done;
  };
  return (name) => (name.includes('-') || name.includes("'") ? ofName(name) : name.split(' ').map(ofWord).join(' '));
}

function readTable(file: string): string {
  try {
    return readFileSync(dataFile(file), 'utf8');
  } catch (cause) {
    throw new PlanlintError(
      'data-missing',
      {
        vi: `Không đọc được danh mục đơn vị hành chính ${file}.`,
        en: `The table of administrative units ${file} cannot be read.`,
      },
      { vi: 'Hãy cài đặt lại planlint.', en: 'Install planlint again.' },
      cause,
    );
  }
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
