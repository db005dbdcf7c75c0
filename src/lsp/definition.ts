/** From a marked place to the clause of the parent that explains it, and from a citation to the document that it means. */

import { resolve } from 'node:path';
import type { Location, Position, Range } from 'vscode-languageserver/node';
import type { LoadedPlan } from '../engine/check.js';
import type { CitationLink } from '../library/link.js';
import { isTextFile } from '../source/endings.js';
import type { Checked } from './checked.js';
import { rangeOfFinding } from './diagnostics.js';
import { hasMark, rangeOf, rangeOfSpan, touches, uriOf } from './places.js';

/** Files of which editors show the text. */

/** Where the words of the parent stand that a finding is about, else the head of the document cited; empty if neither is there. */
export function definitionsAt(
  checked: Checked,
  position: Position,
  documentAt: (path: string) => LoadedPlan | null,
): Location[] {
  const at = { start: position, end: position };
  const related = checked.findings
    .filter((finding) => touches(rangeOfFinding(checked, finding), at))
    .flatMap((finding) => finding.related)
    .filter(({ path }) => isTextFile(path));
  if (related.length > 0) {
    return related.map(({ path, location }) => {
      const own = path === checked.kase.document.path;
      const uri = own ? checked.uri : uriOf(resolve(checked.folder, path));
      return { uri, range: rangeOf(location, own && hasMark(checked.text)) };
    });
  }
  const cited = citationAt(checked, position)?.link.paths ?? [];
  return cited
    .filter((path) => isTextFile(path))
    .map((path) => ({ uri: uriOf(resolve(checked.folder, path)), range: headOf(documentAt(path)) }));
}

/** The citation at a position, with what it resolved to. */
export function citationAt({ kase, text }: Checked, position: Position): { link: CitationLink; range: Range } | null {
  const at = { start: position, end: position };
  for (const link of kase.links ?? []) {
    const range = rangeOfSpan(kase.document, link.citation.span, hasMark(text));
    if (touches(range, at)) return { link, range };
  }
  return null;
}

/** The kind and subject in the head of a document. */
function headOf(loaded: LoadedPlan | null): Range {
  const { type, subject, number } = loaded?.plan.identity.spans ?? { type: null, subject: null, number: null };
  const span = type ?? subject ?? number;
  return loaded === null || span === null ? rangeOf({ start: null, end: null }) : rangeOf(loaded.document.locate(span));
}
