/** Which province a commune named in the text lies in, as far as the words around it say. */
import { isDistrictKind, isProvinceKind, provinceNamed, type Unit } from '../data/units.js';
import type { Span } from '../text/span.js';
import type { PlaceMention } from './plan.js';

/** `told`: the text names it; `unclear`: it may be one that the gazetteer does not hold, or another one; `unsaid`: nothing is said. */
export type ProvinceMeant = { is: 'told'; province: Unit } | { is: 'unclear' | 'unsaid' };

const UNCLEAR: ProvinceMeant = { is: 'unclear' };

/** Longest way from one unit of a list to the next. */
const LONGEST_GAP = 150;
/** What stands between the units of a list: marks, names without a kind. */
const LIST = /^(?:[\s,;(–-]|(?:và|thuộc|của|tại|ở|các)(?!\p{L})|\p{Lu}[\p{L}\p{M}'’]*|\d{1,2})*$/u;
/** What joins a province or district as one more item, and not as the place of those before it. */
const JOINS = /(?:;|và|các)\s?$/u;
const NAME_AFTER = /^\s?[,(–-]\s?(\p{Lu}[\p{L}\p{M}]*(?:\s\p{Lu}[\p{L}\p{M}]*){0,3})/u;

/** The province that follows a commune, right after it or at the end of its list: "xã A, xã B và phường C, tỉnh D". */
export function provinceMeant(text: string, places: readonly PlaceMention[], index: number): ProvinceMeant {
  const mention = places[index];
  if (mention === undefined) return UNCLEAR;
  let last = mention;
  for (const next of places.slice(index + 1, index + 40)) {
    if (next.span.start - last.span.end > LONGEST_GAP) break;
    const gap = text.slice(last.span.end, next.span.start);
    if (!LIST.test(gap)) break;
    const larger = isDistrictKind(next.unit.kind) || isProvinceKind(next.unit.kind);
    if (larger && JOINS.test(gap)) break;
    // "xã A, huyện B": the address of before 1 July 2025
    if (isDistrictKind(next.unit.kind)) return UNCLEAR;
    if (isProvinceKind(next.unit.kind)) {
      const province = provinceNamed(next.unit.name);
      return province === null ? UNCLEAR : { is: 'told', province };
    }
    last = next;
  }
  const bare = provinceAfter(text, mention.span);
  return bare === null ? { is: 'unsaid' } : { is: 'told', province: bare };
}

/** "phường An Hải, Hải Phòng": a province without its kind. */
function provinceAfter(text: string, span: Span): Unit | null {
  const words = NAME_AFTER.exec(text.slice(span.end, span.end + 40))?.[1]?.split(' ') ?? [];
  for (let count = words.length; count > 0; count--) {
    const province = provinceNamed(words.slice(0, count).join(' '));
    if (province !== null) return province;
  }
  return null;
}
