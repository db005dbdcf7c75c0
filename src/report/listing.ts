/** What the formats that list findings have in common: the findings with their documents, what could not be done, and short words about them. */
import { createHash } from 'node:crypto';
import { fullPlace, shortPlace } from './place.js';
import { shorten } from './quote.js';
import type { DocumentResult, FindingResult, LintResult } from './result.js';
import type { Words } from './words.js';

/** A finding, and the path of the document that it is about. */
export interface Listed {
  path: string;
  finding: FindingResult;
}

/** Something that could not be done: a document that was not read, a parent that is missing. */
export interface Failure {
  /** The file that it is about; null if it is about none. */
  path: string | null;
  code: string;
  message: string;
  next: string;
}

const QUOTE_LIMIT = 220;

/** The files that findings are about: the documents in their order, then the configuration if anything was found in it. */
export function filesOf({ documents, configuration }: LintResult): DocumentResult[] {
  if (configuration === undefined) return documents;
  const nothing = { error: null, identity: null, parents: [], skipped: [], notes: [], quality: null };
  return [...documents, { ...configuration, ...nothing }];
}

/** All findings, file by file, in the order of the text. */
export function listed(result: LintResult): Listed[] {
  return filesOf(result).flatMap(({ path, findings }) => findings.map((finding) => ({ path, finding })));
}

/** All that could not be done: first the documents that were not checked. */
export function failures({ documents, problems }: LintResult): Failure[] {
  const unread = documents.flatMap(({ path, error }) => (error === null ? [] : [{ path, ...error }]));
  return [...unread, ...problems];
}

/** The message in one line; where the format of the document has no lines, its page and paragraph stand before it. */
export function messageLine({ message, location }: FindingResult, words: Words): string {
  const place = location.start === null ? shortPlace(location, words) : '';
  return place === '' ? message : `${capital(place)}: ${message}`;
}

/** Message and next step of a failure in one line. */
export function failureLine({ message, next }: Failure): string {
  return `${message.replace(/[.:;]$/u, '')}. ${next}`;
}

/** "Cấp trên: “…” (thanh-pho.md:88:5, mục IV.1)" for each related place. `path` is that of the document. */
export function relatedLines({ related }: FindingResult, path: string, words: Words): string[] {
  return related.map((place) => {
    const own = place.path === path;
    const at = fullPlace(own ? null : place.path, place.location, words);
    return `${own ? words.elsewhere : words.parent}: “${shorten(place.quote, QUOTE_LIMIT)}” (${at})`;
  });
}

/** "Nên viết: “…”", where the finding proposes words and no related place has them. */
export function suggestionLine({ fix, related }: FindingResult, words: Words): string[] {
  return fix === null || fix.text === '' || related.some(({ quote }) => quote === fix.text)
    ? []
    : [`${words.suggested}: “${shorten(fix.text, QUOTE_LIMIT)}”`];
}

/** A name for a finding that no other one has, even in another document of the same wording. */
export function globalFingerprint({ path, finding }: Listed): string {
  return createHash('sha256').update(`${path}\n${finding.fingerprint}`).digest('hex');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
