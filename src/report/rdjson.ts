/**
 * reviewdog's diagnostic format (rdjson): one DiagnosticResult. Columns count bytes of UTF-8 from 1, the end of a range is not part of it,
 * a range without columns means whole lines: github.com/reviewdog/reviewdog, proto/rdf/reviewdog.proto.
 */
import type { Severity } from '../engine/severity.js';
import type { Point, SourceDocument } from '../source/document.js';
import type { ReportContext } from './formats.js';
import { safeJson } from './json.js';
import { failureLine, failures, filesOf, messageLine, relatedLines, suggestionLine } from './listing.js';
import type { FindingResult, LintResult, PlaceResult } from './result.js';
import { documentsByPath, type Rewording, rewordings } from './rewording.js';
import { WORDS, type Words } from './words.js';

const SEVERITIES: Record<Severity, string> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' };

type Documents = ReadonlyMap<string, SourceDocument>;

/** A diagnostic per finding, with the words proposed as suggestion; what could not be checked is an error without a place in the file. */
export function rdjsonReport(result: LintResult, { outcomes }: ReportContext): string {
  const words = WORDS[result.language];
  const documents = documentsByPath(outcomes);
  const failed = failures(result).map((failure) => ({
    message: failureLine(failure),
    location: { path: failure.path ?? '.' },
    severity: 'ERROR',
    code: { value: failure.code },
    original_output: failureLine(failure),
  }));
  const found = filesOf(result).flatMap(({ path, findings }, i) => {
    const proposed = rewordings(outcomes?.[i]);
    return findings.map((finding) => diagnostic(finding, path, proposed.get(finding.fingerprint), documents, words));
  });
  return safeJson({ source: { name: 'planlint' }, diagnostics: [...failed, ...found] });
}

function diagnostic(
  finding: FindingResult,
  path: string,
  rewording: Rewording | undefined,
  documents: Documents,
  words: Words,
): object {
  const { location, related, rule, severity } = finding;
  const message = messageLine(finding, words);
  const at = location.start === null ? path : `${path}:${location.start.line}:${location.start.column}`;
  return {
    message: [message, ...relatedLines(finding, path, words), ...suggestionLine(finding, words)].join('\n'),
    location: placeIn(path, location, documents),
    severity: SEVERITIES[severity],
    code: { value: rule },
    ...(rewording && { suggestions: [suggestion(rewording, documents.get(path))] }),
    ...(related.length > 0 && {
      related_locations: related.map((place) => ({
        message: `${place.path === path ? words.elsewhere : words.parent}: “${place.quote}”`,
        location: placeIn(place.path, place.location, documents),
      })),
    }),
    original_output: `${at}: ${words.severity[severity]}: ${message} (${rule})`,
  };
}

function placeIn(path: string, { start, end }: PlaceResult, documents: Documents): object {
  if (start === null) return { path };
  const document = documents.get(path);
  return { path, range: { start: position(start, document), end: position(end ?? start, document) } };
}

function suggestion({ start, end, text }: Rewording, document: SourceDocument | undefined): object {
  return { range: { start: position(start, document), end: position(end, document) }, text };
}

/** Without the text of the file the bytes cannot be counted, and the line is all that is told. */
function position({ line, column, offset }: Point, document: SourceDocument | undefined): object {
  if (document?.original === undefined) return { line };
  const before = document.original.slice(offset - (column - 1), offset);
  return { line, column: Buffer.byteLength(before, 'utf8') + 1 };
}
