/** Which rules find which kind of the corpus's known errors, and whether they do. */
import type { LintResult } from '../../src/report/result.js';
import { type Row, readTable, slugOf, wordsOf } from './corpus.js';

/** Kinds of KNOWN_ERRORS.tsv and the rules that have to find them; kinds without a rule need facts from outside the documents. */
export const RULES_OF_KIND: Record<string, string[]> = {
  'ngày viện dẫn sai năm': ['citation/year-mismatch', 'citation/future'],
  'số/năm viện dẫn lệch': ['citation/year-mismatch'],
  'ngày viện dẫn hỏng': ['date/impossible', 'citation/malformed'],
  'ngày tự dẫn trong phụ lục ≠ ngày ban hành': ['citation/self-mismatch'],
  'đánh số mục': ['section/numbering'],
  'chính tả': ['spelling/set-phrase'],
  'thiếu chữ': ['spelling/set-phrase'],
  'chính tả quốc hiệu': ['spelling/set-phrase', 'form/header'],
  'ngày viện dẫn': ['citation/inconsistent'],
  'nghi sai số/ngày viện dẫn': ['citation/inconsistent'],
};

/** A known error and the rule that found it, or null. */
export interface KnownError {
  row: Row;
  kind: string;
  foundBy: string | null;
}

/** Looks up every known error in a result of the whole corpus. */
export function knownErrors(result: LintResult): KnownError[] {
  return readTable('corpus', 'KNOWN_ERRORS.tsv').map((row) => {
    const kind = row.kind ?? '';
    const document = result.documents.find((candidate) => slugOf(candidate) === row.slug);
    const wanted = key(row.quote ?? '');
    const hit = document?.findings.find(
      (finding) =>
        (RULES_OF_KIND[kind] ?? []).includes(finding.rule) &&
        overlaps(key(wordsOf(finding)), key(finding.quote), wanted),
    );
    return { row, kind, foundBy: hit?.rule ?? null };
  });
}

/** A quotation of the table may be longer or shorter than the finding's own. */
function overlaps(words: string, quote: string, wanted: string): boolean {
  return words.includes(wanted) || (quote.length > 1 && wanted.includes(quote));
}

function key(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s*|_]+/gu, ' ')
    .trim();
}
