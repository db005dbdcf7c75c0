/** Issuers (cơ quan, tổ chức ban hành): reading them from text and from symbols. Facts: rules/data/issuers.yaml. */
import { z } from 'zod';
import { loadData } from '../data/load.js';
import { unitsNamed } from '../data/units.js';
import type { Span } from '../source/document.js';
import { toneKey } from '../text/normal.js';
import { typeByAbbreviation } from './document-types.js';
import type { Issuer, Level, System, UnitKind, UnitRef } from './plan.js';

const systemSchema = z.enum(['state', 'party', 'mass']).nullable();
const levelSchema = z.enum(['central', 'province', 'district', 'commune', 'unit', 'unit-inside']).nullable();
const unitKindSchema = z.enum([
  'tỉnh',
  'thành phố',
  'quận',
  'huyện',
  'thị xã',
  'phường',
  'xã',
  'đặc khu',
  'thị trấn',
] satisfies UnitKind[]);
const bodySchema = z.strictObject({
  body: z.string(),
  names: z.array(z.string()).min(1),
  symbols: z.array(z.string()),
  system: systemSchema,
  level: levelSchema,
  unitKind: unitKindSchema.optional(),
});
const issuerDataSchema = z.strictObject({
  heads: z.array(z.string()),
  bodies: z.array(bodySchema),
  open: z.array(bodySchema),
  families: z.array(
    z.strictObject({
      word: z.string(),
      system: systemSchema,
      level: levelSchema,
      members: z.array(
        z.strictObject({ name: z.string(), symbols: z.array(z.string()), short: z.array(z.string()).default([]) }),
      ),
    }),
  ),
  partySymbols: z.array(z.string()),
  stateSymbols: z.array(z.string()),
  unitKinds: z.array(
    z.strictObject({
      kind: unitKindSchema,
      names: z.array(z.string()),
      level: z.enum(['province', 'district', 'commune']),
    }),
  ),
  centralCities: z.array(z.string()),
  formerProvinces: z.array(z.string()),
  unitAliases: z.record(z.string(), z.string()),
  provinces: z.array(z.string()),
  afterNames: z.array(z.string()),
});

/** `unit`: level of the unit named after it; `unit-inside`: a body inside an agency (đoàn, tổ, phòng). */
interface Body {
  body: string;
  system: System | null;
  level: Level | 'unit' | 'unit-inside' | null;
  unitKind: UnitKind | null;
  /** A body whose purpose follows its name ("Ban Chỉ đạo phát triển …"): its unit may stand further on. */
  open: boolean;
}

/** An issuer found at a place of a text. */
export interface IssuerMention extends Span {
  issuer: Issuer;
}

interface Token extends Span {
  key: string;
  text: string;
}

/** Words of names, by their keys, as a tree: the longest name that begins at a word is found in one walk. */
interface Branch<T> {
  next: Map<string, Branch<T>>;
  value: T | null;
}

const data = loadData('issuers.yaml', issuerDataSchema);
const unitLevels = new Map(data.unitKinds.map((entry) => [entry.kind, entry.level]));
const formerProvinces = new Set(data.formerProvinces.map(nameKey));
const centralCities = new Set(data.centralCities.map(nameKey));
const bodies = treeOf(allBodies());
const heads = treeOf(data.heads.map((name) => [name, true]));
const unitKinds = treeOf(
  data.unitKinds.flatMap((entry) => entry.names.map((name): [string, UnitKind] => [name, entry.kind])),
);
const provinces = treeOf([
  ...data.provinces.map((name): [string, string] => [name, name]),
  ...Object.entries(data.unitAliases),
]);
const afterNames = treeOf(data.afterNames.map((name) => [name, true]));
const symbolBodies = bodiesBySymbol();

/** Groups of a symbol that only a Party body, or only a state body, has. */
export const partySymbols: ReadonlySet<string> = new Set(data.partySymbols.map((symbol) => symbol.toLowerCase()));
export const stateSymbols: ReadonlySet<string> = new Set(data.stateSymbols.map((symbol) => symbol.toLowerCase()));

/** Longest stretch of text that one issuer may take. */
const WINDOW = 240;
const MAX_NAME_WORDS = 4;

/**
 * The issuer that a text names: a line of a header ("UBND TỈNH LÀO CAI SỞ CÔNG THƯƠNG"), or words of a citation
 * ("Chủ tịch UBND phường An Bình"). Where several bodies follow each other, the last one issues and takes the unit of the
 * one above it. What is not recognised is null; the text is kept as written.
 */
export function parseIssuer(text: string): Issuer {
  const written = text.replace(/\s+/gu, ' ').trim();
  const found = findIssuers(written);
  const last = found.at(-1)?.issuer;
  if (last === undefined) return { text: written, body: null, system: null, level: null, unit: unitIn(written) };
  const above = found.at(-2)?.issuer;
  const unit =
    last.unit?.name == null && sameUnitKind(last.unit, above?.unit ?? null) ? (above?.unit ?? last.unit) : last.unit;
  return { ...last, text: written, unit };
}

/** All issuers named in a text, in order, none inside another. */
export function findIssuers(text: string): IssuerMention[] {
  const found: IssuerMention[] = [];
  const tokens = tokenize(text, 0, text.length);
  for (let i = 0; i < tokens.length; ) {
    const read = readIssuer(text, tokens, i);
    if (read === null) i++;
    else {
      found.push(read.mention);
      i = read.next;
    }
  }
  return found;
}

/** The issuer that begins exactly at an offset, spaces aside; null if none does. */
export function issuerAt(text: string, offset: number): IssuerMention | null {
  const tokens = tokenize(text, offset, Math.min(text.length, offset + WINDOW));
  const first = tokens[0];
  if (first === undefined || text.slice(offset, first.start).trim() !== '') return null;
  return readIssuer(text, tokens, 0)?.mention ?? null;
}

/**
 * What the symbol alone says of the issuer: "QĐ-TTg" is the Prime Minister's, "KH/TU" a province's Party committee's.
 * `party` tells the form "41-CT/…", in which BCT is the Politburo and not a ministry.
 */
export function issuerOfSymbol(symbol: string, party: boolean): Pick<Issuer, 'body' | 'system' | 'level'> | null {
  const groups = symbol.split(/[-/]/u).filter((group) => !/^\d{4}$/u.test(group));
  const body = groups.find((group) => typeByAbbreviation(group) === null) ?? groups.at(-1);
  if (body === undefined) return null;
  const known = symbolBodies.get(body.toLowerCase().replace(/\d+$/u, '')) ?? [];
  const fitting = known.find((candidate) => (candidate.system === 'party') === party);
  if (fitting === undefined) return null;
  const ambiguous = fitting.body === 'tỉnh ủy' || fitting.body === 'trung ương';
  return { body: ambiguous ? null : fitting.body, system: fitting.system, level: plainLevel(fitting.level, null) };
}

/** Level of a unit by its kind and, for a city, its name. */
export function unitLevel(unit: UnitRef): Level | null {
  if (unit.kind === 'thành phố' && unit.name !== null && !centralCities.has(nameKey(unit.name))) return 'district';
  return unitLevels.get(unit.kind) ?? null;
}

/** The key on which names of units are compared: case and tone placement do not matter. */
export function nameKey(name: string): string {
  return words(name).join(' ');
}

function readIssuer(text: string, tokens: Token[], from: number): { mention: IssuerMention; next: number } | null {
  const first = tokens[from];
  if (first === undefined) return null;
  const found = readBody(text, tokens, from);
  if (found === null) return null;
  const { value: body } = found;
  const unit = readUnit(text, tokens, found.next, body);
  const end = tokens[unit.next - 1]?.end ?? first.end;
  const issuer: Issuer = {
    text: text.slice(first.start, end),
    body: body.body,
    system: body.system,
    level: plainLevel(body.level, unit.unit),
    unit: unit.unit,
  };
  if (unit.central) issuer.level = 'central';
  return { mention: { issuer, start: first.start, end }, next: unit.next };
}

/** The body named from a word on, its head before it ("Bộ trưởng Bộ …") passed over; of both, the longer name counts. */
function readBody(text: string, tokens: Token[], from: number): { value: Body; next: number } | null {
  const body = walk(bodies, text, tokens, from);
  const head = walk(heads, text, tokens, from);
  if (head === null || (body !== null && body.next >= head.next)) return body;
  const before = tokens[head.next - 1];
  const after = tokens[head.next];
  const apart = before !== undefined && after !== undefined ? text.slice(before.end, after.start) : '';
  return (/^[\s,.–-]{0,3}$/u.test(apart) ? readBody(text, tokens, head.next) : null) ?? body;
}

function readUnit(
  text: string,
  tokens: Token[],
  from: number,
  body: Body,
): { unit: UnitRef | null; next: number; central: boolean } {
  const implied: UnitRef | null = body.unitKind === null ? null : { kind: body.unitKind, name: null };
  if (body.level === 'central') return { unit: null, next: from, central: true };
  if (tokens[from]?.key === toneKey('trung') && tokens[from + 1]?.key === toneKey('ương')) {
    return { unit: null, next: from + 2, central: true };
  }
  if (!adjacent(text, tokens, from)) return { unit: implied, next: from, central: false };
  const kind = walk(unitKinds, text, tokens, from);
  const nameFrom = kind?.next ?? from;
  const unitKind = kind?.value ?? body.unitKind;
  const name =
    unitKind === null && body.level !== 'province' ? null : readName(text, tokens, nameFrom, unitKind, kind === null);
  const resolved = unitKind ?? (name === null ? null : (kindsOfProvince(name.name)[0] ?? null));
  if (resolved === null) return { unit: implied, next: from, central: false };
  return { unit: { kind: resolved, name: name?.name ?? null }, next: name?.next ?? nameFrom, central: false };
}

/** A unit's name: a known province, else up to four capitalised words. Without the kind before it only a province is sure. */
function readName(
  text: string,
  tokens: Token[],
  from: number,
  unitKind: UnitKind | null,
  provinceOnly: boolean,
): { name: string; next: number } | null {
  if (!adjacent(text, tokens, from)) return null;
  const province = walk(provinces, text, tokens, from);
  if (province !== null && /^\p{Lu}/u.test(tokens[from]?.text ?? ''))
    return { name: province.value, next: province.next };
  if (provinceOnly) return null;
  let next = from;
  while (next < tokens.length && next - from < MAX_NAME_WORDS) {
    const token = tokens[next];
    if (token === undefined || !/^(?:\p{Lu}|\d{1,2}$)/u.test(token.text)) break;
    if (!adjacent(text, tokens, next)) break;
    if (next > from && (startsOther(text, tokens, next) || /^\d/u.test(token.text))) break;
    next++;
  }
  const start = tokens[from]?.start;
  if (next === from || start === undefined) return null;
  next = endInCapitals(text, tokens, from, next);
  // "xã Sơn Kim 1": a number belongs to the name only if there is such a unit
  const number = tokens[next];
  if (number !== undefined && /^\d{1,2}$/u.test(number.text) && adjacent(text, tokens, next)) {
    if (unitsNamed(text.slice(start, number.end).replace(/\s+/gu, ' ')).length > 0) next++;
  }
  const end = tokens[next - 1]?.end;
  if (end === undefined) return null;
  const name = text.slice(start, end).replace(/\s+/gu, ' ');
  // "UBND tỉnh Quy định", "ỦY BAN NHÂN DÂN TỈNH BAN HÀNH": no unit of that name, and none would be named so
  const oneWord = next === from + 1 && unitKind === 'tỉnh';
  if ((oneWord || startsOther(text, tokens, from)) && unitsNamed(name).length === 0) return null;
  return { name, next };
}

/** In capitals nothing shows where a name ends and the next line begins: the longest part that names a unit, if the whole does not. */
function endInCapitals(text: string, tokens: Token[], from: number, next: number): number {
  const upTo = (end: number): string => text.slice(tokens[from]?.start, tokens[end - 1]?.end).replace(/\s+/gu, ' ');
  if (/\p{Ll}/u.test(upTo(next)) || unitsNamed(upTo(next)).length > 0) return next;
  for (let end = next - 1; end - from >= 2; end--) if (unitsNamed(upTo(end)).length > 0) return end;
  return next;
}

function startsOther(text: string, tokens: Token[], at: number): boolean {
  return [bodies, heads, unitKinds, afterNames].some((tree) => walk<unknown>(tree, text, tokens, at) !== null);
}

/** Whether only a space, a dash or "." of an abbreviation stands before a word, on the same line. */
function adjacent(text: string, tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  const before = tokens[at - 1];
  return before === undefined || /^(?:[ \t\u00a0]*|\. ?| - ?)$/u.test(text.slice(before.end, token.start));
}

function unitIn(text: string): UnitRef | null {
  const tokens = tokenize(text, 0, text.length);
  for (let i = 0; i < tokens.length; i++) {
    const kind = walk(unitKinds, text, tokens, i);
    const name = kind === null ? null : readName(text, tokens, kind.next, kind.value, false);
    if (kind !== null && name !== null) return { kind: kind.value, name: name.name };
  }
  return null;
}

function plainLevel(level: Body['level'], unit: UnitRef | null): Level | null {
  if (level === 'unit-inside') return 'unit';
  if (level !== 'unit' && level !== 'province') return level;
  if (unit !== null) return unitLevel(unit);
  return level === 'province' ? 'province' : null;
}

/** Kinds that a province bears or bore since 2025, the present one first. */
export function kindsOfProvince(name: string): UnitKind[] {
  const key = nameKey(name);
  if (!centralCities.has(key)) return ['tỉnh'];
  return formerProvinces.has(key) ? ['thành phố', 'tỉnh'] : ['thành phố'];
}

function sameUnitKind(own: UnitRef | null, above: UnitRef | null): boolean {
  return above !== null && (own === null || own.kind === above.kind);
}

function allBodies(): [string, Body][] {
  const entries: [string, Body][] = [];
  for (const [list, open] of [
    [data.bodies, false],
    [data.open, true],
  ] as const) {
    for (const { names, body, system, level, unitKind } of list) {
      for (const name of names) entries.push([name, { body, system, level, unitKind: unitKind ?? null, open }]);
    }
  }
  for (const family of data.families) {
    const body = { system: family.system, level: family.level, unitKind: null, open: false };
    entries.push([family.word, { ...body, body: family.word }]);
    for (const member of family.members) {
      const named = { ...body, body: `${family.word} ${member.name}` };
      for (const name of [member.name, ...member.short]) entries.push([`${family.word} ${name}`, named]);
    }
  }
  return entries;
}

function bodiesBySymbol(): Map<string, Body[]> {
  const found = new Map<string, Body[]>();
  const add = (symbol: string, body: Body): void => {
    const key = symbol.toLowerCase();
    found.set(key, [...(found.get(key) ?? []), body]);
  };
  for (const list of [data.bodies, data.open]) {
    for (const { symbols, body, system, level, unitKind } of list) {
      for (const symbol of symbols) add(symbol, { body, system, level, unitKind: unitKind ?? null, open: false });
    }
  }
  for (const { word, system, level, members } of data.families) {
    for (const { name, symbols } of members) {
      for (const symbol of symbols)
        add(symbol, { body: `${word} ${name}`, system, level, unitKind: null, open: false });
    }
  }
  return found;
}

function tokenize(text: string, from: number, to: number): Token[] {
  return [...text.slice(from, to).matchAll(/[\p{L}\p{M}\p{Nd}&]+/gu)].map((match) => ({
    text: match[0],
    key: toneKey(match[0]),
    start: from + match.index,
    end: from + match.index + match[0].length,
  }));
}

function words(name: string): string[] {
  return [...name.matchAll(/[\p{L}\p{M}\p{Nd}&]+/gu)].map((match) => toneKey(match[0]));
}

function treeOf<T>(entries: [string, T][]): Branch<T> {
  const root: Branch<T> = { next: new Map(), value: null };
  for (const [name, value] of entries) {
    let branch = root;
    for (const word of words(name)) {
      let next = branch.next.get(word);
      if (next === undefined) {
        next = { next: new Map(), value: null };
        branch.next.set(word, next);
      }
      branch = next;
    }
    branch.value ??= value;
  }
  return root;
}

/** The longest name of a tree that begins at a word; its words may be apart by a space, comma or dash of the name. */
function walk<T>(tree: Branch<T>, text: string, tokens: Token[], from: number): { value: T; next: number } | null {
  let branch: Branch<T> | undefined = tree;
  let best: { value: T; next: number } | null = null;
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i];
    const before = tokens[i - 1];
    if (token === undefined) break;
    if (i > from && before !== undefined && !/^[\s,.–-]{1,3}$/u.test(text.slice(before.end, token.start))) break;
    branch = branch?.next.get(token.key);
    if (branch === undefined) break;
    if (branch.value !== null) best = { value: branch.value, next: i + 1 };
  }
  return best;
}
