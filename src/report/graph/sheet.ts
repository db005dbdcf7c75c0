/** What the parts of the text of `planlint graph` write with, and names of documents in it. */
import type { Bilingual, Language } from '../../errors.js';
import { type Page, run } from '../layout.js';
import type { GraphResult } from './result.js';
import { ABSENT, capital, fullName, type Index, shortName } from './words.js';

/** What the sections write with. */
export interface Sheet {
  page: Page;
  result: GraphResult;
  nodes: Index;
  lang: Language;
}

/** The title of a section, in capitals as in the other reports. */
export function heading({ page, lang }: Sheet, words: Bilingual, count?: number): void {
  page.blank();
  page.write(0, [run(`${words[lang].toUpperCase()}${count === undefined ? '' : ` (${count})`}`, 'bold')]);
}

/** The file of a document; the words that cite an absent one. */
export function pathOf({ nodes }: Sheet, id: string): string {
  const node = nodes.get(id);
  return node === undefined ? id : 'path' in node ? node.path : node.quote;
}

/** Kind, number and date, with the file or that there is none. */
export function nameOf({ nodes, lang }: Sheet, id: string): string {
  const node = nodes.get(id);
  if (node === undefined) return id;
  return 'path' in node ? `${shortName(node, lang)} (${node.path})` : `${fullName(node, lang)} (${ABSENT[lang]})`;
}

/** "Phường Hoa Lư, Kế hoạch số 12/KH-UBND ngày 05/02/2026 (hoa-lu.md)". */
export function describe(sheet: Sheet, id: string): string {
  const node = sheet.nodes.get(id);
  const unit = node !== undefined && 'unit' in node && node.unit !== null ? `${capital(node.unit)}, ` : '';
  return `${unit}${nameOf(sheet, id)}`;
}
