/** Kinds of documents (tên loại văn bản): finding them in text, and telling them from the symbol. Facts: rules/data/document-types.yaml. */
import { z } from 'zod';
import { loadData } from '../data/load.js';
import type { Span } from '../source/document.js';

const documentTypeSchema = z.strictObject({
  name: z.string(),
  abbreviations: z.array(z.string()),
  group: z.enum(['administrative', 'normative', 'party']),
  family: z.string().optional(),
  generic: z.boolean().default(false),
});

/** A kind of document with its abbreviations, as the data file describes it. */
export type DocumentType = z.infer<typeof documentTypeSchema>;

/** A kind found in a text. */
export interface TypeMention extends Span {
  type: DocumentType;
}

/** All kinds, in the order of the data file. */
export const documentTypes: readonly DocumentType[] = loadData('document-types.yaml', z.array(documentTypeSchema));

const byName = new Map(documentTypes.map((type) => [type.name, type]));
const byAbbreviation = new Map<string, DocumentType>();
for (const type of documentTypes) {
  for (const abbreviation of type.abbreviations) {
    const key = abbreviation.toLowerCase();
    if (!byAbbreviation.has(key)) byAbbreviation.set(key, type);
  }
}

/** Source of a regular expression for any kind, longest first, words apart by any space. */
export const TYPE_PATTERN = documentTypes
  .map((type) => type.name)
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replace(/ủy/gu, '(?:ủy|uỷ)').replace(/ỏa/gu, '(?:ỏa|oả)').replace(/ /gu, '\\s+'))
  .join('|');

/** All abbreviations of kinds, longest first. */
export const TYPE_ABBREVIATIONS: readonly string[] = [
  ...new Set(documentTypes.flatMap((type) => type.abbreviations)),
].sort((a, b) => b.length - a.length);

const ANYWHERE = new RegExp(`(?<![\\p{L}\\p{M}])(?:${TYPE_PATTERN})(?![\\p{L}\\p{M}])`, 'giu');
const AT_START = new RegExp(`^\\s*(${TYPE_PATTERN})(?![\\p{L}\\p{M}])`, 'iu');

/** The kind of a name in any case and spacing: "KẾ HOẠCH", "Kế  hoạch hành động". Null if it is none. */
export function typeByName(name: string): DocumentType | null {
  const key = name.toLowerCase().replace(/\s+/gu, ' ').replace(/uỷ/gu, 'ủy').replace(/oả/gu, 'ỏa').trim();
  return byName.get(key) ?? null;
}

/** The kind that a part of a symbol stands for: "KH", "CTr", "CTR". Null if it is none. */
export function typeByAbbreviation(abbreviation: string): DocumentType | null {
  return byAbbreviation.get(abbreviation.toLowerCase()) ?? null;
}

/** All kinds named in a text, longest match first, in order. */
export function findTypes(text: string): TypeMention[] {
  const found: TypeMention[] = [];
  for (const match of text.matchAll(ANYWHERE)) {
    const type = typeByName(match[0]);
    if (type !== null) found.push({ type, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** The kind with which a text begins (spaces before it allowed): a title "KẾ HOẠCH Phát động …". Null if it begins with none. */
export function typeAtStart(text: string): TypeMention | null {
  const match = AT_START.exec(text);
  const type = match?.[1] === undefined ? null : typeByName(match[1]);
  if (match === null || type === null) return null;
  const end = match[0].length;
  return { type, start: end - (match[1] ?? '').length, end };
}

/** Whether two kinds, by name, may be said of one document: equal, of one family, unknown, or "văn bản" for any. */
export function sameType(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return true;
  const left = typeByName(a);
  const right = typeByName(b);
  if (left === null || right === null) return a === b;
  if (left.generic || right.generic) return true;
  return (left.family ?? left.name) === (right.family ?? right.name);
}
