/** End of the text report: what was checked against which parent, what was not and why, counts, verdict. */
import { canBeFixed } from '../source/endings.js';
import { type Page, type Run, run, type Style } from './layout.js';
import { citationAndPlace } from './place.js';
import type { DocumentResult, LintResult, ParentResult } from './result.js';
import { judge, type Limits } from './verdict.js';
import type { Words } from './words.js';

const NAMED = 3;

/** Writes the summary onto the page. */
export function printSummary(page: Page, words: Words, result: LintResult, options: Limits & { quiet: boolean }): void {
  const { documents, failed, errors, warnings, infos, fixed } = result.summary;
  if (documents + failed === 0) {
    page.write(0, [run(words.nothing, 'green')]);
    return;
  }
  page.blank();
  page.write(0, [run(words.summary, 'bold')]);
  printChecked(page, words, result);
  printNotChecked(page, words, result, options.quiet);
  page.blank();
  const checked = documents - result.documents.filter((document) => document.error !== null).length;
  if (fixed > 0) page.write(0, [run(words.fixed(fixed), 'green')]);
  if (checked > 0) page.write(0, [run(`${words.documents(checked)}: ${words.counts(errors, warnings, infos)}.`)]);
  for (const line of knownFindings(words, result)) page.write(0, [run(line, 'dim')]);
  const changed = result.documents.filter(canBeFixed);
  const fixable = changed.flatMap(({ findings }) => findings).filter(({ fix }) => fix?.safe).length;
  if (fixable > 0 && fixed === 0) page.write(0, [run(words.fixable(fixable), 'dim')]);
  if (options.quiet && warnings + infos > 0) page.write(0, [run(words.hidden(warnings + infos), 'dim')]);
  const alone = failed === 0 ? result.documents.filter(isAlone).length : 0;
  const unknown = result.documents.filter(isUnknown).length;
  const passed = judge(result, options).exitCode === 0;
  page.write(0, [
    run(verdictSentence(words, result, options), passed ? 'green' : 'red'),
    run(alone === 0 ? '' : ` ${words.butAlone(alone)}`),
    run(unknown === 0 ? '' : ` ${words.butUnknown(unknown)}`),
  ]);
}

/** What is not counted: said always, so that nothing is let pass in silence. */
export function knownFindings(words: Words, { summary: { waived, baselined, stale = 0 } }: LintResult): string[] {
  const counts: [number, (count: number) => string][] = [
    [waived, words.waived],
    [baselined, words.baselined],
    [stale, words.stale],
  ];
  return counts.flatMap(([count, say]) => (count > 0 ? [say(count)] : []));
}

/** The verdict in one sentence. */
export function verdictSentence(words: Words, result: LintResult, limits: Limits): string {
  const { documents, failed, errors, warnings, infos, waived, baselined } = result.summary;
  if (documents + failed === 0) return words.nothing;
  const passed = waived + baselined > 0 ? words.passedKnown : words.passed;
  switch (judge(result, limits).reason) {
    case 'incomplete':
      return words.incomplete(failed);
    case 'findings':
      return errors > 0 ? words.foundErrors(errors) : words.foundBelow(words.counts(errors, warnings, infos));
    case 'too-many-warnings':
      return words.tooManyWarnings(warnings, limits.maxWarnings ?? 0);
    case 'passed':
      return warnings + infos > 0 ? words.passedWith(words.left(warnings, infos)) : passed;
  }
}

/** Nothing of a header was found: no kind, number, issuer or date. */
export function isUnknown({ identity }: DocumentResult): boolean {
  if (identity === null) return false;
  const { type, number, issuer, date } = identity;
  return type === null && number === null && issuer === null && date === null;
}

/** Checked without any parent. */
export function isAlone(document: DocumentResult): boolean {
  return document.error === null && !document.parents.some((parent) => parent.checked);
}

function item(page: Page, mark: string, style: Style, runs: Run[]): void {
  page.write(6, runs, [run(`    ${mark}`, style)]);
}

function printChecked(page: Page, words: Words, result: LintResult): void {
  const pairs = result.documents.flatMap(({ path, parents }) =>
    parents.filter((parent) => parent.checked).map((parent) => ({ path, parent })),
  );
  if (pairs.length === 0) return;
  page.write(2, [run(`${words.checkedAgainst}:`)]);
  for (const { path, parent } of pairs) {
    const names = [run(path, 'bold'), run(' ↔ '), run(parent.path ?? ''), run(`, ${howFound(words, parent)}`, 'dim')];
    // a parent named by mistake makes findings that mean nothing
    if (parent.citation === null) item(page, '!', 'yellow', [...names, run(`, ${words.notCited}`, 'yellow')]);
    else item(page, '✓', 'green', names);
  }
}

/** By which citation a parent was found, or that it was given. */
export function howFound(words: Words, parent: ParentResult): string {
  const given = parent.status === 'given' ? words.given : null;
  const cited = parent.citation === null ? null : words.by(...citationAndPlace(parent.citation, words));
  return [given, cited, parent.status === 'mismatched' ? words.notExact : null].filter(Boolean).join(', ');
}

function printNotChecked(page: Page, words: Words, result: LintResult, quiet: boolean): void {
  const failures = [...result.documents.flatMap(({ error }) => error ?? []), ...result.problems];
  const alone = result.documents.filter(isAlone);
  const missing = result.documents.flatMap((document) => alsoCited(words, document));
  const skipped = quiet ? [] : skippedRules(words, result);
  if (failures.length + alone.length + missing.length + skipped.length === 0) return;

  page.write(2, [run(`${words.notChecked}:`)]);
  for (const { message, next } of failures) {
    item(page, '✗', 'red', [run(`${message}.`.replace(/\.\.$/u, '.'), 'red'), run(' '), run(next)]);
  }
  for (const document of alone) {
    item(page, '!', 'yellow', [run(document.path, 'bold'), run(': '), run(words.alone, 'yellow')]);
    for (const reason of whyAlone(words, document)) page.write(8, [run(reason)]);
  }
  for (const line of missing) item(page, '-', 'dim', line);
  for (const line of skipped) item(page, '-', 'dim', line);
}

/** The parents that were cited but not found; if many, the first ones: they stand in the preamble. */
export function whyAlone(words: Words, { parents }: DocumentResult): string[] {
  if (parents.length === 0) return [words.noParentCited];
  const reasons = parents.slice(0, NAMED).flatMap(({ citation, status, candidates }) => {
    if (citation === null) return [];
    const [text, place] = citationAndPlace(citation, words);
    return [
      status === 'ambiguous' ? words.ambiguous(text, place, candidates.join(', ')) : words.unresolved(text, place),
    ];
  });
  return parents.length > NAMED ? [...reasons, words.andMoreCitations(parents.length - NAMED)] : reasons;
}

/** For a document that has a parent: the other ones that it implements and that are not at hand. */
function alsoCited(words: Words, document: DocumentResult): Run[][] {
  if (document.error !== null || isAlone(document)) return [];
  const missing = document.parents.flatMap(({ checked, citation }) => (checked || citation === null ? [] : [citation]));
  if (missing.length === 0) return [];
  const names = missing.map((citation) => `“${citation.code ?? citationAndPlace(citation, words)[0]}”`);
  return [[run(`${document.path}: ${words.alsoCites([...new Set(names)].join(', '))}`, 'dim')]];
}

/** Skipped rules, documents with the same ones for the same reason taken together. */
function skippedRules(words: Words, result: LintResult): Run[][] {
  const groups = new Map<string, string[]>();
  for (const { path, skipped } of result.documents) {
    const reasons = skipped.map(({ need, reason }) => (need === 'parent' ? words.noParent : reason));
    for (const reason of new Set(reasons)) {
      const rules = skipped.filter((_, i) => reasons[i] === reason).map(({ rule }) => rule);
      const text = words.skipped(rules.join(', '), reason);
      groups.set(text, [...(groups.get(text) ?? []), path]);
    }
  }
  return [...groups].map(([text, paths]) => {
    const more = paths.length > NAMED ? ` ${words.andMore(paths.length - NAMED)}` : '';
    return [run(`${text}. ${paths.slice(0, NAMED).join(', ')}${more}`, 'dim')];
  });
}
