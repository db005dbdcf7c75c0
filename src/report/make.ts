/** Makes the result of a run, version 1 of the JSON report, from what the engine found. Words are made here, in one language. */
import type { Case } from '../engine/check.js';
import type { Finding } from '../engine/finding.js';
import type { Rule } from '../engine/load.js';
import { formatMessage } from '../engine/messages.js';
import { missingNeed } from '../engine/needs.js';
import type { RunResult, SkippedRule } from '../engine/run.js';
import { sectionsAt } from '../engine/section-at.js';
import type { WaivedFinding } from '../engine/waivers.js';
import type { Language, PlanlintError } from '../errors.js';
import { missingParents } from '../library/unresolved.js';
import type { Citation, Identity } from '../plan/plan.js';
import type { Failed } from '../shelf.js';
import type { Location } from '../source/document.js';
import { version } from '../version.js';
import type { DocumentResult, FindingResult, LintResult, ParentResult, PlaceResult, WaivedResult } from './result.js';

/** A quote of so many characters explains itself. */
const LONGEST_WITH_CONTEXT = 80;
const CONTEXT = 60;

/** What came of one document; `result` where that is known in the words of the run already. */
export type Outcome = Failed | ({ kase: Case; result?: DocumentResult } & RunResult);

/** What came of the documents, what else could not be done, and what was found in the configuration. */
export interface Checked {
  outcomes: Outcome[];
  problems: Failed[];
  /** `needed`: lines of the waivers that something needs, or may need. */
  configuration?: { path: string; findings: Finding[]; needed: number[] };
  /** Which part of the documents this is, and the place of each in the whole. */
  shard?: { index: number; count: number; order: number[] };
}

/** The result of a run. */
export function makeResult(
  { outcomes, problems, configuration, shard }: Checked,
  rules: readonly Rule[],
  lang: Language,
  fixed = 0,
): LintResult {
  const documents = outcomes.map(
    (outcome) => ('result' in outcome ? outcome.result : undefined) ?? documentResult(outcome, rules, lang),
  );
  const ofConfiguration = (configuration?.findings ?? []).map((finding) => findingResult(null, finding, rules, lang));
  const named = new Set(ofConfiguration.map(({ rule }) => rule));
  for (const { findings, waived = [], skipped } of documents) {
    for (const { rule } of [...findings, ...waived, ...skipped]) named.add(rule);
  }
  const waivers = configuration === undefined ? undefined : { path: configuration.path, findings: ofConfiguration };
  // a waiver that nothing of one part needs may be needed by another
  const isTold = waivers !== undefined && waivers.findings.length > 0 && shard === undefined;
  const counted = { documents, ...(isTold && { configuration: waivers }) };
  return {
    version: 1,
    tool: { name: 'planlint', version: version() },
    language: lang,
    ...counted,
    problems: problems.map(({ path, error }) => ({ path, ...failure(error, lang) })),
    ...(shard !== undefined && {
      shard: { ...shard, waivers: { path: '', findings: [], needed: configuration?.needed ?? [], ...waivers } },
    }),
    rules: rules
      .filter((rule) => named.has(rule.id))
      .map(({ id, title, why }) => ({ id, title: title[lang], why: why[lang].trim() })),
    summary: {
      documents: documents.length,
      failed: documents.filter(({ error }) => error !== null).length + problems.length,
      ...countFindings(counted),
      fixed,
      unresolved: documents.filter(({ error, parents }) => error === null && !parents.some(({ checked }) => checked))
        .length,
    },
  };
}

/** The counts of a summary that tell of findings. */
export function countFindings({
  documents,
  configuration,
}: Pick<LintResult, 'documents' | 'configuration'>): Pick<
  LintResult['summary'],
  'errors' | 'warnings' | 'infos' | 'waived' | 'baselined'
> {
  const count = { error: 0, warning: 0, info: 0 };
  for (const { severity } of configuration?.findings ?? []) count[severity]++;
  for (const { findings } of documents) for (const { severity } of findings) count[severity]++;
  return {
    errors: count.error,
    warnings: count.warning,
    infos: count.info,
    waived: documents.reduce((sum, { waived = [] }) => sum + waived.length, 0),
    baselined: documents.reduce((sum, { baselined = [] }) => sum + baselined.length, 0),
  };
}

/** An error in words. */
export function failure(
  { code, what, next }: PlanlintError,
  lang: Language,
): { code: string; message: string; next: string } {
  return { code, message: what[lang], next: next[lang] };
}

/** The part of the result that is about one document. */
export function documentResult(outcome: Outcome, rules: readonly Rule[], lang: Language): DocumentResult {
  if ('error' in outcome) {
    const error = failure(outcome.error, lang);
    return {
      path: outcome.path,
      error,
      identity: null,
      parents: [],
      findings: [],
      skipped: [],
      notes: [],
      quality: null,
    };
  }
  const { kase, findings, waived, skipped } = outcome;
  return {
    path: kase.document.path,
    error: null,
    identity: identityResult(kase.plan.identity),
    parents: parentResults(kase),
    findings: findings.map((finding) => findingResult(kase, finding, rules, lang)),
    ...(waived.length > 0 && { waived: waived.map((each) => waivedResult(kase, each, rules, lang)) }),
    skipped: skipped.map((rule) => skippedResult(kase, rule, rules, lang)),
    notes: kase.document.notes.map(({ code, text }) => ({ code, text: text[lang] })),
    quality: kase.document.quality,
  };
}

/** The identity of a document, with the issuer as written. */
export function identityResult(identity: Identity): NonNullable<DocumentResult['identity']> {
  const { type, number, symbol, code, issuer, date, subject, blanks } = identity;
  return { type, number, symbol, code, issuer: issuer?.text ?? null, date, subject, blanks };
}

/** The parents checked against, then those that the document says it carries out and that the library has not, or not for certain. */
function parentResults(kase: Case): ParentResult[] {
  const checked = kase.parents.map(
    (parent): ParentResult => ({
      citation: parent.link === null ? null : citationResult(kase, parent.link.citation),
      status: parent.given ? 'given' : (parent.link?.status ?? 'resolved'),
      path: parent.document.path,
      candidates: [],
      checked: true,
    }),
  );
  const cited = new Set(kase.parents.map((parent) => parent.link?.citation.code));
  const missing = missingParents(kase, kase.links ?? [])
    .filter(({ citation }) => !cited.has(citation.code))
    .map(
      ({ citation, status, paths }): ParentResult => ({
        citation: citationResult(kase, citation),
        status,
        path: null,
        candidates: paths,
        checked: false,
      }),
    );
  return [...checked, ...missing];
}

function citationResult(kase: Case, { span, code }: Citation): NonNullable<ParentResult['citation']> {
  const section = sectionsAt(kase.plan.outline, span.start).at(-1)?.path ?? null;
  const text = kase.document.text.slice(span.start, span.end);
  return { text, code, location: place(kase.document.locate(span), section) };
}

function skippedResult(
  kase: Case,
  { rule, reason }: SkippedRule,
  rules: readonly Rule[],
  lang: Language,
): DocumentResult['skipped'][number] {
  const needs = rules.find(({ id }) => id === rule)?.needs ?? [];
  const need = needs.find((each) => missingNeed(kase, each)?.en === reason.en) ?? null;
  return { rule, need, reason: reason[lang] };
}

function waivedResult(
  kase: Case,
  { finding, waiver: { rule, reason, until, where } }: WaivedFinding,
  rules: readonly Rule[],
  lang: Language,
): WaivedResult {
  return { ...findingResult(kase, finding, rules, lang), waiver: { rule, reason, until, ...where } };
}

/** `kase`: null for a finding that is about no document. */
function findingResult(kase: Case | null, finding: Finding, rules: readonly Rule[], lang: Language): FindingResult {
  const rule = rules.find(({ id }) => id === finding.rule) ?? { messages: {} };
  const { messageId, severity, quote, data, diff, fix, fingerprint } = finding;
  return {
    rule: finding.rule,
    messageId,
    severity,
    message: formatMessage(rule, messageId, data, lang),
    quote,
    context: kase === null ? null : contextOf(kase, finding),
    location: place(finding.location, finding.section),
    related: finding.related.map((related) => ({
      path: related.path,
      location: place(related.location, related.section),
      quote: related.quote,
    })),
    data,
    diff,
    fix,
    fingerprint,
  };
}

/** Words around a short quote: what lets a person find the place in a document without line numbers. */
function contextOf({ document }: Case, { span, quote }: Finding): FindingResult['context'] {
  if (span.end - span.start > LONGEST_WITH_CONTEXT || document.text.slice(span.start, span.end) !== quote) return null;
  const block = document.blocks.find(({ start, end }) => start <= span.start && span.end <= end);
  if (block === undefined) return null;
  return {
    before: lastWords(document.text.slice(block.start, span.start)),
    after: firstWords(document.text.slice(span.end, block.end)),
  };
}

function firstWords(text: string): string {
  if (text.length <= CONTEXT) return text;
  const cut = text.lastIndexOf(' ', CONTEXT);
  return `${text.slice(0, cut > 0 ? cut : CONTEXT)}…`;
}

function lastWords(text: string): string {
  if (text.length <= CONTEXT) return text;
  const cut = text.indexOf(' ', text.length - CONTEXT);
  return `…${text.slice(cut >= 0 ? cut + 1 : -CONTEXT)}`;
}

/** A place in a file, with its section. */
export function place({ start, end, page, paragraph }: Location, section: string | null): PlaceResult {
  return { start, end, section: section === '' ? null : section, page, paragraph };
}
