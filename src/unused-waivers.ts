/** Which waivers of the configuration no longer hold or waive nothing. One that may be needed by a document that was not checked is let be. */
import { resolve } from 'node:path';
import { once } from './data/once.js';
import { configurationFindings } from './engine/configuration-findings.js';
import { type ConfiguredWaiver, holds, ranAll } from './engine/waivers.js';
import type { LintRequest } from './lint.js';
import type { Checked, Outcome } from './report/make.js';
import { expand } from './source/files.js';

type Run = Exclude<Outcome, { error: unknown }>;

/**
 * Findings about the waivers of the configuration, after the documents were checked. `others`: paths of documents that another part of the
 * run checks.
 */
export async function findingsOfWaivers(
  outcomes: readonly Outcome[],
  request: LintRequest,
  others: readonly string[] = [],
): Promise<NonNullable<Checked['configuration']>> {
  const { waivers = [], rules, today, cwd = process.cwd() } = request;
  const runs = outcomes.filter((outcome): outcome is Run => !('error' in outcome));
  const concerned = (waiver: ConfiguredWaiver): Run[] =>
    runs.filter(({ kase }) => waiver.concerns(resolve(cwd, kase.document.path)));
  const expired = waivers.filter((waiver) => !holds(waiver, today) && concerned(waiver).length > 0);
  const unused: ConfiguredWaiver[] = [];
  const needed: number[] = [];
  const leftOut = once(() => filesLeftOut([...outcomes.map(pathOf), ...others], request));
  for (const waiver of waivers) {
    const documents = concerned(waiver);
    const idle =
      holds(waiver, today) && documents.every(({ waived }) => !waived.some((each) => each.waiver === waiver));
    if (documents.length === 0) continue;
    const sure = idle && documents.every(({ skipped }) => ranAll(waiver.rule, rules, skipped));
    if (sure && !(await leftOut()).some(waiver.concerns)) unused.push(waiver);
    else needed.push(waiver.where.line);
  }
  return { path: waivers[0]?.where.path ?? '', findings: configurationFindings(rules, expired, unused), needed };
}

function pathOf(outcome: Outcome): string {
  return 'error' in outcome ? outcome.path : outcome.kase.document.path;
}

/** Plans below the folder of the configuration that were not checked; those apart that are only looked up as parents. */
async function filesLeftOut(checked: readonly string[], request: LintRequest): Promise<string[]> {
  const { cwd = process.cwd(), ignore = { folder: cwd, globs: [] }, library = [], store } = request;
  const files = async (base: string, name: string): Promise<string[]> =>
    (await expand(name, base, cwd, ignore, store)).paths.map((path) => resolve(cwd, path));
  const known = new Set(checked.map((path) => resolve(cwd, path)));
  for (const { base, names } of library) {
    for (const name of names) for (const file of await files(base, name)) known.add(file);
  }
  return (await files(ignore.folder, '.')).filter((file) => !known.has(file));
}
