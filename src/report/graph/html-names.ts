/** Names of documents on the page of the citation graph, as links to the row in which each is listed. */
import type { Language } from '../../errors.js';
import { type Html, html } from '../html/escape.js';
import { fullPlace } from '../place.js';
import type { PlaceResult } from '../result.js';
import { WORDS } from '../words.js';
import type { GraphResult } from './result.js';
import { ABSENT, capital, DRAFT, fullName, type Index, shortName } from './words.js';

/** What the parts of the page are made from. */
export interface GraphPage {
  result: GraphResult;
  lang: Language;
  nodes: Index;
}

/** How a document is named: by unit and number, with its issuer, or by its file. */
type Names = 'unit' | 'full' | 'path';

/** A document by its id; an absent one says so. */
export function documentLink({ nodes, lang }: GraphPage, id: string, as: Names = 'unit'): Html | string {
  const node = nodes.get(id);
  if (node === undefined) return id;
  if (!('path' in node)) {
    // only those that are listed have a row
    const name = fullName(node, lang);
    return html`${node.kind === 'mention' ? name : html`<a href="#${id}">${name}</a>`} <em class="absent">(${ABSENT[lang]})</em>`;
  }
  const unit = node.level === 'commune' && node.unit !== null ? `${capital(node.unit)}, ` : '';
  const name =
    as === 'path' ? node.path : as === 'full' || unit === '' ? fullName(node, lang) : `${unit}${shortName(node, lang)}`;
  return html`<a href="#${id}" title="${node.path}">${name}</a>${node.draft && as !== 'path' ? html` <em class="draft">${DRAFT[lang]}</em>` : null}`;
}

/** "dòng 12, mục IV.1". */
export function placeText(place: PlaceResult, lang: Language): string {
  return fullPlace(null, place, WORDS[lang]);
}
