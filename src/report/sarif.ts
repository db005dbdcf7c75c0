/** SARIF 2.1.0 (OASIS): one log with one run. Nothing in it depends on the machine or the time. */
import { version } from '../version.js';
import type { ReportContext } from './formats.js';
import { safeJson } from './json.js';
import { failureLine, failures, filesOf, messageLine } from './listing.js';
import type { FindingResult, LintResult, PlaceResult, WaivedResult } from './result.js';
import { type Rewording, rewordings } from './rewording.js';
import { descriptors, LEVELS } from './sarif-rules.js';
import { fileUri } from './uri.js';
import { judge } from './verdict.js';
import { WORDS, type Words } from './words.js';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
/** Name of the fingerprint: its number changes if the way to compute it does. */
export const FINGERPRINT = 'planlint/v1';

/** The result as a SARIF log. */
export function sarifReport(result: LintResult, context: ReportContext): string {
  const rules = descriptors(result, context.rules);
  const { exitCode } = judge(result, context);
  return safeJson(
    sarifLog({
      tool: {
        driver: {
          name: 'planlint',
          version: version(),
          semanticVersion: version(),
          language: result.language,
          rules,
        },
      },
      invocations: [
        {
          executionSuccessful: exitCode !== 2,
          exitCode,
          toolExecutionNotifications: notifications(result),
        },
      ],
      language: result.language,
      columnKind: 'utf16CodeUnits',
      artifacts: result.documents.map(({ path }) => ({ location: { uri: fileUri(path) }, roles: ['analysisTarget'] })),
      results: results(result, context, new Map(rules.map(({ id }, i) => [id, i]))),
      ...shardOf(result),
    }),
  );
}

/** Which part of a run this is, for `planlint merge`. */
function shardOf({ shard }: LintResult): object {
  if (shard === undefined) return {};
  const { index, count, order, waivers } = shard;
  return { properties: { shard: { index, count, order, waivers: waivers.findings.length } } };
}

/** A log of one run. */
export function sarifLog(run: object): object {
  return { $schema: SCHEMA, version: '2.1.0', runs: [run] };
}

function results(result: LintResult, { outcomes }: ReportContext, ruleIndex: ReadonlyMap<string, number>): object[] {
  const words = WORDS[result.language];
  // either all results say whether they are suppressed, or none (SARIF 2.1.0, 3.27.23)
  const none = result.summary.waived + result.summary.baselined > 0 ? { suppressions: [] } : {};
  return filesOf(result).flatMap(({ path, findings, waived = [], baselined = [] }, i) => {
    const proposed = rewordings(outcomes?.[i]);
    const all: [FindingResult, object][] = [
      ...findings.map((finding): [FindingResult, object] => [finding, none]),
      ...waived.map((finding): [FindingResult, object] => [finding, { suppressions: [waiverOf(finding, path)] }]),
      ...baselined.map((finding): [FindingResult, object] => [finding, { suppressions: [KNOWN] }]),
    ];
    return all.map(([finding, suppressed]) => ({
      ruleId: finding.rule,
      ruleIndex: ruleIndex.get(finding.rule) ?? -1,
      level: LEVELS[finding.severity],
      message: message(messageLine(finding, words)),
      locations: [{ ...location(path, finding.location), ...logical(finding.location) }],
      ...(finding.related.length > 0 && { relatedLocations: related(finding, path, words) }),
      partialFingerprints: { [FINGERPRINT]: finding.fingerprint },
      ...suppressed,
      ...fixes(finding, path, proposed.get(finding.fingerprint), words),
      properties: { messageId: finding.messageId, quote: finding.quote, ...pageOf(finding.location) },
    }));
  });
}

/** A finding of the baseline: somebody wrote it into a file of its own. */
const KNOWN = { kind: 'external', status: 'accepted', justification: 'baseline' };

/** A waiver as SARIF's suppression: in the document itself, or in the configuration. */
function waiverOf({ waiver: { reason, until, path: file, line } }: WaivedResult, path: string): object {
  return {
    kind: file === path ? 'inSource' : 'external',
    status: 'accepted',
    justification: reason,
    location: { physicalLocation: { artifactLocation: { uri: fileUri(file) }, region: { startLine: line } } },
    ...(until !== null && { properties: { until } }),
  };
}

function related(finding: FindingResult, path: string, words: Words): object[] {
  return finding.related.map((place, i) => ({
    id: i + 1,
    ...location(place.path, place.location),
    ...logical(place.location),
    message: message(`${place.path === path ? words.elsewhere : words.parent}: “${place.quote}”`),
    ...(place.location.start === null && { properties: pageOf(place.location) }),
  }));
}

function location(path: string, place: PlaceResult): object {
  return { physicalLocation: { artifactLocation: { uri: fileUri(path) }, ...regionOf(place) } };
}

/** Lines, columns and offsets count UTF-16 units, as `columnKind` says; a file without lines has no region. */
function regionOf({ start, end }: Pick<PlaceResult, 'start' | 'end'>): { region?: object } {
  if (start === null || end === null) return {};
  return {
    region: {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
      charOffset: start.offset,
      charLength: end.offset - start.offset,
    },
  };
}

/** The section, as the place in the document's own order. */
function logical({ section }: PlaceResult): object {
  return section === null ? {} : { logicalLocations: [{ fullyQualifiedName: section }] };
}

function pageOf({ page, paragraph }: PlaceResult): object {
  return { ...(page !== null && { page }), ...(paragraph !== null && { paragraph }) };
}

/** Only where the fix is certain: a viewer may apply it without asking. */
function fixes({ fix }: FindingResult, path: string, rewording: Rewording | undefined, words: Words): object {
  if (fix === null || !fix.safe || rewording === undefined) return {};
  const replacement = { deletedRegion: regionOf(rewording).region, insertedContent: { text: rewording.text } };
  const change = { artifactLocation: { uri: fileUri(path) }, replacements: [replacement] };
  return { fixes: [{ description: message(`${words.suggested}: “${fix.text}”`), artifactChanges: [change] }] };
}

/** What could not be done is an error; rules that did not run on a document are a note. */
function notifications(result: LintResult): object[] {
  const words = WORDS[result.language];
  const failed = failures(result).map((failure) => ({
    descriptor: { id: failure.code },
    level: 'error',
    message: message(failureLine(failure)),
    ...(failure.path !== null && { locations: [artifact(failure.path)] }),
  }));
  const skipped = result.documents.flatMap(({ path, skipped: rules }) =>
    [...new Set(rules.map(({ reason }) => reason))].map((reason) => {
      const ids = rules.filter((rule) => rule.reason === reason).map(({ rule }) => rule);
      return {
        descriptor: { id: 'rules-skipped' },
        level: 'note',
        message: message(words.skipped(ids.join(', '), reason)),
        locations: [artifact(path)],
        properties: { rules: ids },
      };
    }),
  );
  return [...failed, ...skipped];
}

function artifact(path: string): object {
  return { physicalLocation: { artifactLocation: { uri: fileUri(path) } } };
}

/** Words of documents must be neither a link ("[text](address)") nor a placeholder ("{0}") of SARIF's own. */
function message(text: string): { text: string } {
  return { text: text.replaceAll('](', '] (').replace(/\{(\d+)\}/gu, '{{$1}}') };
}
