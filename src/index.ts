/**
 * The public API: what the command line uses.
 *
 * ```ts
 * import { judge, lint, loadConfig, rulesOf, textReport } from 'planlint';
 *
 * const config = loadConfig({ nearest: ['ke-hoach'] }, process.cwd());
 * const result = await lint({ files: ['ke-hoach/phuong.md'], parents: ['thanh-pho.md'], rules: rulesOf(config, []), today: '2026-11-20' });
 * console.log(textReport(result, { failOn: 'error', maxWarnings: null, colour: false, width: 100, quiet: false }));
 * process.exitCode = judge(result, { failOn: 'error', maxWarnings: null }).exitCode;
 * ```
 */
export { type ConfigChoice, type LoadedConfig, loadConfig } from './config/load.js';
export { rulesOf } from './config/rules.js';
export type { Config } from './config/schema.js';
export { waiversOf } from './config/waivers.js';
export { type Baseline, formatBaseline, parseBaseline } from './engine/baseline.js';
export type { Case, LoadedPlan } from './engine/check.js';
export type { Rule } from './engine/load.js';
export type { Severity, SeveritySetting } from './engine/severity.js';
export type { ConfiguredWaiver } from './engine/waivers.js';
export { type Bilingual, type Language, PlanlintError } from './errors.js';
export { type FixedDocument, type FixRun, fixDocuments } from './fix/fix-documents.js';
export { buildGraph } from './graph/build.js';
export type { CitationLink, LinkedParent } from './library/link.js';
export { type LintRequest, linkDocuments, lint } from './lint.js';
export { parsePlan } from './plan/parse.js';
export type * from './plan/plan.js';
export type { KnownFindings } from './report/baselined.js';
export { makeGraphResult } from './report/graph/make.js';
export { type GraphResult, GraphSchema } from './report/graph/result.js';
export { type GraphTextOptions, graphText } from './report/graph/text.js';
export { jsonReport } from './report/json.js';
export { planText } from './report/plan.js';
export {
  type DocumentResult,
  type FindingResult,
  type LintResult,
  type ParentResult,
  type PlaceResult,
  ReportSchema,
} from './report/result.js';
export { type TextOptions, textReport } from './report/text.js';
export { judge, type Limits, type Verdict } from './report/verdict.js';
export { type RepositoryRequest, readRepository } from './repository.js';
export type { Failed, Names } from './shelf.js';
export type { Location, Point, SourceDocument, Span } from './source/document.js';
export { readSource, sourceFromText } from './source/read.js';
