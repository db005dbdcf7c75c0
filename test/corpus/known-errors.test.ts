/** The errors really in the corpus: KNOWN_ERRORS.tsv, all entries of the kinds that rules are there for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ABSENT, corpus, lintCorpus, readTable } from './corpus.js';
import { type KnownError, knownErrors } from './known-errors.js';

/** Kinds of which every entry has to be found: those of a date or number as far as the corpus has another place to compare with. */
const REQUIRED = new Set([
  'ngày viện dẫn sai năm',
  'số/năm viện dẫn lệch',
  'ngày viện dẫn hỏng',
  'ngày tự dẫn trong phụ lục ≠ ngày ban hành',
  'đánh số mục',
  'ngày viện dẫn',
  'nghi sai số/ngày viện dẫn',
]);

/** Whether the document in a quotation is cited nowhere else in the corpus, so that nothing there can tell that it is cited wrongly. */
function isCitedOnce(quote: string, texts: readonly string[]): boolean {
  const code = /\d+\/[\p{L}\d/-]+/u.exec(quote)?.[0];
  return code !== undefined && texts.reduce((times, text) => times + text.split(code).length - 1, 0) === 1;
}

if (corpus === undefined) console.log(`test/corpus/known-errors.test.ts: ${ABSENT}`);

describe.runIf(corpus !== undefined)('known errors of the corpus', () => {
  let errors: KnownError[];
  beforeAll(async () => {
    errors = knownErrors(await lintCorpus());
  }, 120_000);

  const docs = join(corpus ?? '', 'corpus', 'docs');
  const texts = corpus === undefined ? [] : readdirSync(docs).map((file) => readFileSync(join(docs, file), 'utf8'));
  const rows = corpus === undefined ? [] : readTable('corpus', 'KNOWN_ERRORS.tsv').entries();
  for (const [i, { slug = '', kind = '', quote = '' }] of rows) {
    if (!REQUIRED.has(kind)) continue;
    if (kind === 'ngày viện dẫn' && isCitedOnce(quote, texts)) {
      console.log(`known-errors.test.ts: not required, the corpus has nothing to compare it with: “${quote}”`);
      continue;
    }
    test(`${kind}: ${slug.slice(0, 30)} “${quote}”`, () => {
      expect(errors[i]?.foundBy).not.toBeNull();
    });
  }
});
