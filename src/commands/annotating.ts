/** `check --annotate OUT.docx`: the draft with a comment at the words of each finding. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Rule } from '../engine/load.js';
import type { LintRequest } from '../lint.js';
import type { Outcome } from '../report/make.js';
import { fullPlace } from '../report/place.js';
import type { DocumentResult, FindingResult, LintResult } from '../report/result.js';
import { WORDS } from '../report/words.js';
import { wordPlaces } from '../source/docx/reader.js';
import { readSource } from '../source/read.js';
import { type Annotation, annotate } from '../word/annotate.js';
import { writeFileWhole } from './output.js';
import { usageError } from './usage.js';

/** Writes the file. Rejects with `PlanlintError` unless one Word file was checked, and it is still as it was. */
export async function annotateDraft(
  output: string,
  result: LintResult,
  outcomes: readonly Outcome[],
  rules: readonly Rule[],
  { reading, cwd = process.cwd() }: LintRequest,
): Promise<void> {
  const [outcome] = outcomes;
  const [document] = result.documents;
  if (outcomes.length !== 1 || outcome === undefined || document === undefined) throw notOneWordFile();
  // why it could not be read is in the report
  if ('error' in outcome) return;
  const { path } = document;
  if (!/\.docx$/iu.test(path)) throw notOneWordFile();
  const bytes = await readFile(resolve(cwd, path));
  const read = await readSource(path, bytes, reading);
  const places = wordPlaces(read);
  if (places === null || read.text !== outcome.kase.document.text) throw notOneWordFile();
  const spans = new Map(outcome.findings.map(({ fingerprint, span }) => [fingerprint, span]));
  const annotations = document.findings.flatMap((finding): Annotation[] => {
    const span = spans.get(finding.fingerprint);
    return span === undefined ? [] : [{ span, lines: linesOf(finding, document, rules, result.language) }];
  });
  await writeFileWhole(output, annotate(path, bytes, places, annotations));
}

/** What a comment says: severity and rule, what is wrong, what stands elsewhere, why and what to do. */
function linesOf(
  { severity, rule, message, related, fix }: FindingResult,
  { path }: DocumentResult,
  rules: readonly Rule[],
  language: LintResult['language'],
): string[] {
  const words = WORDS[language];
  const why = rules
    .find(({ id }) => id === rule)
    ?.why[language].trim()
    .replace(/\s+/gu, ' ');
  return [
    `${words.severity[severity]} · ${rule}`,
    message,
    ...related.map((place) => {
      const where = fullPlace(place.path === path ? null : place.path, place.location, words);
      return `${place.path === path ? words.elsewhere : words.parent}: “${place.quote}” (${where})`;
    }),
    ...(fix === null ? [] : [`${words.suggested}: “${fix.text}”`]),
    ...(why === undefined || why === '' ? [] : [`${words.why}: ${why}`]),
  ];
}

function notOneWordFile() {
  return usageError({
    vi: '--annotate cần đúng một tệp .docx để kiểm tra',
    en: '--annotate needs just one .docx file to check',
  });
}
