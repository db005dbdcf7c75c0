/** The unit that a plan belongs to (đơn vị của chính văn bản): what header, place line, launching sentence, subject and closing agree on. */
import { isProvinceKind, provinceNamed, type Unit, unitKey, unitsNamed } from '../data/units.js';
import type { SourceDocument, Span } from '../source/document.js';
import { unitLevel } from './issuer.js';
import { ownPhraseAround, wordsAfterName } from './own-phrases.js';
import { closingSpan } from './places.js';
import type { Identity, OwnUnit, UnitKind, Zones } from './plan.js';
import { type UnitMention, unitMentions } from './unit-mentions.js';

/** What one place of the document says of the own unit: its kind, its name, or both. */
interface Claim {
  source: OwnUnit['evidence'][number]['source'];
  span: Span;
  kind: UnitKind | null;
  name: string | null;
}

/** The launching sentence stands in the preamble, which is not longer than this. */
const PREAMBLE = 8000;
/** "Ủy ban nhân dân phường An Hải ban hành Kế hoạch", with the unit's name or only with its kind; not "… do Ủy ban nhân dân … ban hành". */
const LAUNCHER =
  /(?<!(?:của|do|thuộc|với)\s(?:Chủ tịch\s)?)(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Đảng ủy|Đảng uỷ)\s/giu;
const LAUNCHES = /^\s(?:đã\s)?(?:ban hành|xây dựng|triển khai|tổ chức|phát động|thông báo|đề ra)(?!\p{L})/iu;
const CITES = /^[^.;]{0,60}\ssố\s*:?\s*\d/iu;
/** "Ủy ban nhân dân xã" with no name after it. */
const BARE_COMMUNE =
  /(?:nhân dân|UBND|HĐND|Đảng bộ|Đảng (?:ủy|uỷ)|địa bàn)\s(xã|phường|đặc khu|thị trấn)(?!\s[\p{Lu}\d]|,\s(?:xã|phường)|\p{L})/gu;
const KINDS: readonly UnitKind[] = [
  'tỉnh',
  'thành phố',
  'phường',
  'xã',
  'đặc khu',
  'thị trấn',
  'huyện',
  'quận',
  'thị xã',
];
const BARE_KIND = /^(tỉnh|thành phố|phường|xã|đặc khu|thị trấn|huyện|quận|thị xã)(?!\p{L})/iu;

/**
 * The own unit, or null where nothing tells, or where a central body issues.
 * It is certain if its name is said in two kinds of places that agree, and no other name in as many.
 */
export function findOwnUnit(document: SourceDocument, facts: { identity: Identity; zones: Zones }): OwnUnit | null {
  if (facts.identity.issuer?.level === 'central') return null;
  const said = [...headerClaims(facts), ...launchClaims(document, facts.zones)];
  const repeated = [...subjectClaims(document, facts.identity), ...closingClaims(document, facts.zones)];
  // subject and closing may speak of the upper unit ("chủ đề của thành phố …"): they confirm a name, and count alone only if nothing else tells
  const claims = said.some((claim) => claim.name !== null) ? said : repeated;
  const name = mostSaid(claims);
  if (name === null) return null;
  const decided = kindOf(document, facts.zones, name, [...said, ...repeated]);
  if (decided === null) return null;
  const { kind, sure } = decided;
  const agreeing = [...said, ...repeated].filter((claim) => agrees(claim, name));
  const sources = countSources(agreeing);
  const rivals = said.flatMap((claim) => (claim.name === null || sameName(claim, name) ? [] : [claim.name]));
  return {
    kind,
    name: inRunningText(name, agreeing),
    level: unitLevel({ kind, name }) ?? 'commune',
    province: provinceOf(document, facts.zones, kind, name),
    evidence: agreeing.map(({ source, span }) => ({ source, span })),
    certain:
      sure &&
      sources >= 2 &&
      rivals.every((rival) => countSources(said.filter((claim) => sameName(claim, rival))) < sources),
  };
}

function headerClaims({ identity, zones }: { identity: Identity; zones: Zones }): Claim[] {
  const claims: Claim[] = [];
  const { issuer, place, spans } = identity;
  // an issuer that was read from the launching sentence is no second witness
  if (issuer?.unit != null && spans.issuer !== null && spans.issuer.start < zones.header.end) {
    claims.push({ source: 'header', span: spans.issuer, kind: issuer.unit.kind, name: issuer.unit.name });
  }
  if (place !== null && spans.place !== null) {
    const kind = BARE_KIND.exec(place)?.[1] ?? null;
    const name = kind === null ? place : place.slice(kind.length).trim();
    claims.push({ source: 'place', span: spans.place, kind: kind === null ? null : asKind(kind), name });
  }
  return claims;
}

function launchClaims(document: SourceDocument, zones: Zones): Claim[] {
  const { text } = document;
  const end = Math.min(zones.body.end, zones.body.start + PREAMBLE);
  const mentions = new Map(mentionsIn(text, { start: zones.body.start, end }).map((one) => [one.span.start, one]));
  const claims: Claim[] = [];
  for (const match of text.slice(zones.body.start, end).matchAll(LAUNCHER)) {
    const start = zones.body.start + match.index + match[0].length;
    const mention = mentions.get(start);
    const kind = mention?.kind ?? asKind(BARE_KIND.exec(text.slice(start, start + 10))?.[1] ?? '');
    if (kind === null) continue;
    const unitEnd = mention?.span.end ?? start + kind.length;
    const rest = text.slice(unitEnd, unitEnd + 90);
    if (!LAUNCHES.test(rest) || CITES.test(rest)) continue;
    claims.push({ source: 'launch', span: { start, end: unitEnd }, kind, name: mention?.name ?? null });
  }
  return claims;
}

function subjectClaims({ text }: SourceDocument, { spans }: Identity): Claim[] {
  if (spans.subject === null) return [];
  return titleMentions(text, spans.subject).map(({ kind, name, span }) => ({ source: 'subject', span, kind, name }));
}

function closingClaims(document: SourceDocument, zones: Zones): Claim[] {
  const closing = closingSpan(document, zones.body);
  if (closing === null) return [];
  return titleMentions(document.text, closing).map(({ kind, name, span }) => ({ source: 'closing', span, kind, name }));
}

function titleMentions(text: string, span: Span): UnitMention[] {
  return mentionsIn(text, span).filter((mention) => ownPhraseAround(text, mention.span, 'title') !== null);
}

function mentionsIn(text: string, span: Span): UnitMention[] {
  return [...unitMentions(text, span, { ownName: null, afterName: wordsAfterName() })];
}

/** The name said in most kinds of places; among equals one that is said with its kind, the header's first. */
function mostSaid(claims: readonly Claim[]): string | null {
  let best: string | null = null;
  let most = 0;
  const withKindFirst = claims.toSorted((a, b) => Number(a.kind === null) - Number(b.kind === null));
  for (const { name } of withKindFirst) {
    if (name === null) continue;
    const count = countSources(claims.filter((claim) => sameName(claim, name)));
    if (count > most) [best, most] = [name, count];
  }
  return best;
}

/**
 * The kind for which most speaks: the places that give it with the name, the launching sentence that gives it without, the gazetteer
 * if it has one kind for the name, and the kind that the text itself mostly says ("Ủy ban nhân dân xã"). Null if no place gives one.
 */
function kindOf(
  document: SourceDocument,
  zones: Zones,
  name: string,
  claims: readonly Claim[],
): { kind: UnitKind; sure: boolean } | null {
  const known = new Set(unitsNamed(name).map(({ kind }) => kind));
  const giving = claims.filter(
    (claim) => claim.kind !== null && (claim.name === null ? known.has(claim.kind) : sameName(claim, name)),
  );
  const votes = new Map<UnitKind, number>();
  const vote = (kind: UnitKind) => votes.set(kind, (votes.get(kind) ?? 0) + 1);
  for (const kind of KINDS) {
    for (let i = countSources(giving.filter((claim) => claim.kind === kind)); i > 0; i--) vote(kind);
  }
  if (votes.size === 0) return null;
  const [onlyKnown] = known;
  if (onlyKnown !== undefined && known.size === 1) vote(onlyKnown);
  const mostly = mostSaidKind(document.text.slice(zones.body.start, zones.body.end));
  if (mostly !== null && ![...votes.keys()].some(isProvinceKind)) vote(mostly);
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1]);
  return first === undefined ? null : { kind: first[0], sure: first[1] > (second?.[1] ?? 0) };
}

/** The commune kind that a text says most often without a name: "Ủy ban nhân dân xã", "trên địa bàn phường". */
function mostSaidKind(text: string): UnitKind | null {
  const counts = new Map<UnitKind, number>();
  for (const [, written = ''] of text.matchAll(BARE_COMMUNE)) {
    const kind = asKind(written);
    if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first !== undefined && first[1] >= 2 && first[1] > 2 * (second?.[1] ?? 0) ? first[0] : null;
}

/** A claim without a name agrees if there is a unit of its kind with the name. */
function agrees(claim: Claim, name: string): boolean {
  if (claim.name !== null) return sameName(claim, name);
  return unitsNamed(name).some((unit) => unit.kind === claim.kind);
}

/** The name as it is written outside headers in capitals. */
function inRunningText(name: string, claims: readonly Claim[]): string {
  const written = claims.flatMap((claim) =>
    claim.name !== null && claim.name !== claim.name.toUpperCase() ? [claim.name] : [],
  );
  return written[0] ?? unitsNamed(name)[0]?.name ?? name;
}

/** Name of the province that the unit lies in: the one that the text names and that has such a unit, else the only one that has. */
function provinceOf({ text }: SourceDocument, zones: Zones, kind: UnitKind, name: string): string | null {
  if (unitLevel({ kind, name }) === 'province') return provinceNamed(name)?.name ?? name;
  const homes = unitsNamed(name).flatMap((unit) => (unit.kind === kind ? (unit.province ?? []) : []));
  const [only, second] = homes;
  if (only !== undefined && second === undefined) return only.name;
  const named = namedProvinces(text, {
    start: zones.header.start,
    end: Math.min(zones.body.end, zones.body.start + PREAMBLE),
  });
  const fitting = homes.length === 0 ? named : named.filter((province) => homes.includes(province));
  return mostFrequent(fitting)?.name ?? null;
}

function namedProvinces(text: string, span: Span): Unit[] {
  const units = mentionsIn(text, span).filter(({ kind }) => isProvinceKind(kind));
  const party = [
    ...text.slice(span.start, span.end).matchAll(/(?:Thành|Tỉnh) (?:ủy|uỷ) (\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,2})/gu),
  ];
  return [...units.map(({ name }) => name), ...party.map(([, name = '']) => name)].flatMap(
    (name) => provinceNamed(name) ?? [],
  );
}

function mostFrequent(units: readonly Unit[]): Unit | null {
  const counts = new Map<Unit, number>();
  for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function asKind(written: string): UnitKind | null {
  return KINDS.find((kind) => kind === written.toLowerCase()) ?? null;
}

function countSources(claims: readonly Claim[]): number {
  return new Set(claims.map(({ source }) => source)).size;
}

function sameName(claim: Claim, name: string): boolean {
  return claim.name !== null && unitKey(claim.name) === unitKey(name);
}
