/** A result without the findings that a baseline knows. */
import { relative, resolve } from 'node:path';
import { type Baseline, type CheckedDocument, staleEntries } from '../engine/baseline.js';
import { isOff, type Rule } from '../engine/load.js';
import { countFindings } from './make.js';
import type { DocumentResult, LintResult } from './result.js';

/** Findings known before, and the absolute path of the folder that the paths of their documents are relative to. */
export interface KnownFindings {
  known: Baseline;
  folder: string;
}

/** What a run knows of paths and rules. */
interface Run {
  rules: readonly Rule[];
  /** Folder that the paths of the result are relative to; the working directory if absent. */
  cwd?: string;
}

/** Takes out the known findings and counts them. */
export function withBaseline(result: LintResult, { known: baseline, folder }: KnownFindings, run: Run): LintResult {
  const documents = result.documents.map((document): DocumentResult => {
    const entries = baseline.get(pathFrom(folder, document.path, run));
    const known = new Set(entries?.map(({ fingerprint }) => fingerprint));
    if (!document.findings.some(({ fingerprint }) => known.has(fingerprint))) return document;
    return {
      ...document,
      findings: document.findings.filter(({ fingerprint }) => !known.has(fingerprint)),
      baselined: document.findings.filter(({ fingerprint }) => known.has(fingerprint)),
    };
  });
  const stale = checkedDocuments(result, folder, run).flatMap((document) => staleEntries(baseline, document)).length;
  const summary = { ...result.summary, ...countFindings({ ...result, documents }), stale };
  return { ...result, documents, summary };
}

/** Whether a baseline knows a finding of a document, if there is one. */
export function isKnown(
  { fingerprint }: { fingerprint: string },
  path: string,
  { baseline, cwd }: { baseline?: KnownFindings; cwd?: string },
): boolean {
  const entries = baseline?.known.get(pathFrom(baseline.folder, path, { cwd }));
  return entries?.some((entry) => entry.fingerprint === fingerprint) ?? false;
}

/** The documents of a result that were checked, as a baseline sees them; what it knows already is among their findings. */
export function checkedDocuments({ documents }: LintResult, folder: string, run: Run): CheckedDocument[] {
  const off = new Set(run.rules.filter(isOff).map(({ id }) => id));
  return documents
    .filter(({ error }) => error === null)
    .map(({ path, findings, baselined = [], skipped }) => {
      const absent = new Set(skipped.map(({ rule }) => rule));
      return {
        path: pathFrom(folder, path, run),
        findings: [...findings, ...baselined],
        ran: (rule) => !absent.has(rule) && !off.has(rule),
      };
    });
}

function pathFrom(folder: string, path: string, { cwd = process.cwd() }: { cwd?: string | undefined }): string {
  return relative(folder, resolve(cwd, path)).replaceAll('\\', '/').normalize('NFC');
}
