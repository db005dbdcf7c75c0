/** `check --annotate OUT.docx`: the draft with a comment at the words of each finding. */
import { readFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import type { Rule } from '../engine/load.js';
import type { LintRequest } from '../lint.js';
import type { Outcome } from '../report/make.js';
import { fullPlace } from '../report/place.js';
import type { DocumentResult, FindingResult, LintResult } from '../report/result.js';
import { shortWhy } from '../report/short-why.js';
import { WORDS } from '../report/words.js';
import { wordPlaces } from '../source/docx/reader.js';
import { isWordFile } from '../source/endings.js';
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
  if (!isWordFile(path)) throw notOneWordFile();
  // Word opens no file whose ending does not tell what is in it
  if (extname(path).toLowerCase() !== extname(output).toLowerCase()) throw otherEnding(path);
  const bytes = await readFile(resolve(cwd, path));
  const read = await readSource(path, bytes, reading);
  const places = wordPlaces(read);
  if (places === null || read.text !== outcome.kase.document.text) throw notOneWordFile();
  const spans = new Map(outcome.findings.map(({ fingerprint, span }) => [fingerprint, span]));
  const { language } = result;
  const explained = new Set<string>();
  const annotations = document.findings.flatMap((finding): Annotation[] => {
    const span = spans.get(finding.fingerprint);
    if (span === undefined) return [];
    const rule = rules.find(({ id }) => id === finding.rule);
    const why = explained.has(finding.rule) ? null : (rule?.why[language] ?? null);
    explained.add(finding.rule);
    const about = { title: rule?.title[language] ?? finding.rule, why };
    return [{ span, lines: linesOf(finding, document, about, language) }];
  });
  await writeFileWhole(output, annotate(path, bytes, places, annotations));
}

/**
 * What a comment says: what is wrong, what stands elsewhere, what to write, why, and the rule. What the message quotes already is not quoted
 * again, and why a rule matters stands once in a file: beside its first finding.
 */
function linesOf(
  { severity, rule, message, related, fix }: FindingResult,
  { path }: DocumentResult,
  { title, why }: { title: string; why: string | null },
  language: LintResult['language'],
): string[] {
  const words = WORDS[language];
  const name = words.severity[severity];
  return [
    `${name.charAt(0).toUpperCase()}${name.slice(1)} · ${title}`,
    message,
    ...related.map((place) => {
      const own = place.path === path;
      const where = fullPlace(own ? null : basename(place.path), place.location, words);
      const quote = message.includes(place.quote) ? '' : `“${place.quote}”, `;
      return `${own ? words.elsewhere : words.parent}: ${quote}${where}`;
    }),
    ...(fix === null || message.includes(fix.text) ? [] : [`${words.suggested}: “${fix.text}”`]),
    ...(why === null ? [] : [`${words.why}: ${shortWhy(why)}`]),
    rule,
  ];
}

function otherEnding(path: string) {
  const ending = extname(path);
  return usageError({
    vi: `--annotate cần tên kết thúc bằng ${ending} như tệp được kiểm tra`,
    en: `--annotate needs a name that ends with ${ending}, as the file that is checked`,
  });
}

function notOneWordFile() {
  return usageError({
    vi: '--annotate cần đúng một tệp .docx để kiểm tra',
    en: '--annotate needs just one .docx file to check',
  });
}
