/** Which document is the parent of which, and which only looks like it: PAIRS.tsv, with all documents of the corpus as the library. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildLibrary } from '../../src/library/library.js';
import { linkCitations } from '../../src/library/resolve.js';
import { parsePlan } from '../../src/plan/parse.js';
import { readSource } from '../../src/source/read.js';
import { ABSENT, corpus, readTable } from './corpus.js';

if (corpus === undefined) console.log(`test/corpus/pairs.test.ts: ${ABSENT}`);

test.runIf(corpus !== undefined)('every cited parent is found, and no document that only has its number', async () => {
  const slugs = readTable('corpus', 'INDEX.tsv').map(({ slug = '' }) => slug);
  const documents = await Promise.all(
    slugs.map(async (slug) => {
      const bytes = readFileSync(join(corpus ?? '', 'corpus', 'docs', `${slug}.md`));
      const document = await readSource(`${slug}.md`, bytes);
      return { document, plan: parsePlan(document) };
    }),
  );
  const library = buildLibrary(documents);
  const resolved = new Map(
    documents.map((loaded) => [
      loaded.document.path,
      linkCitations(loaded, library)
        .filter(({ status }) => status === 'resolved' || status === 'mismatched')
        .flatMap(({ paths }) => paths),
    ]),
  );
  const pairs = readTable('corpus', 'PAIRS.tsv');
  const finds = ({ child = '', parent = '' }: (typeof pairs)[number]): boolean =>
    resolved.get(`${child}.md`)?.includes(`${parent}.md`) ?? false;
  const cited = pairs.filter(({ kind }) => kind === 'trích dẫn');
  const traps = pairs.filter(({ kind = '' }) => kind.startsWith('KHÔNG PHẢI CHA'));
  console.log(
    `parents found: ${cited.filter(finds).length} of ${cited.length}; traps taken: ${traps.filter(finds).length} of ${traps.length}`,
  );
  expect(cited.length).toBeGreaterThan(0);
  expect(cited.filter((pair) => !finds(pair))).toEqual([]);
  expect(traps.length).toBeGreaterThan(0);
  expect(traps.filter(finds)).toEqual([]);
});
