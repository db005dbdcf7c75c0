/** The errors really in the corpus: KNOWN_ERRORS.tsv, all entries of the kinds that rules are there for. */
import { beforeAll, describe, expect, test } from 'vitest';
import { ABSENT, corpus, lintCorpus, readTable } from './corpus.js';
import { type KnownError, knownErrors } from './known-errors.js';

/** Kinds of which every entry has to be found. */
const REQUIRED = new Set([
  'ngày viện dẫn sai năm',
  'số/năm viện dẫn lệch',
  'ngày viện dẫn hỏng',
  'ngày tự dẫn trong phụ lục ≠ ngày ban hành',
  'đánh số mục',
]);

if (corpus === undefined) console.log(`test/corpus/known-errors.test.ts: ${ABSENT}`);

describe.runIf(corpus !== undefined)('known errors of the corpus', () => {
  let errors: KnownError[];
  beforeAll(async () => {
    errors = knownErrors(await lintCorpus());
  }, 120_000);

  const rows = corpus === undefined ? [] : readTable('corpus', 'KNOWN_ERRORS.tsv').entries();
  for (const [i, { slug = '', kind = '', quote = '' }] of rows) {
    if (!REQUIRED.has(kind)) continue;
    test(`${kind}: ${slug.slice(0, 30)} “${quote}”`, () => {
      expect(errors[i]?.foundBy).not.toBeNull();
    });
  }
});
