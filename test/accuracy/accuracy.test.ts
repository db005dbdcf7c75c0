/**
 * `npm run accuracy`: measures and writes docs/accuracy.md. No figure of that page is written by hand.
 * A new error-level finding on a real document fails the run until somebody has read it and noted a verdict in verdicts.tsv.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ABSENT, corpus } from '../corpus/corpus.js';
import { measureRealDocuments } from './real-documents.js';

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'accuracy.md');

test('accuracy', { timeout: 600_000 }, async () => {
  if (corpus === undefined) {
    console.log(`${ABSENT}; docs/accuracy.md stays as it is`);
    return;
  }
  const real = await measureRealDocuments();
  const page = [
    '# Accuracy',
    '',
    'Written by `npm run accuracy` (test/accuracy/): every figure is measured. The real documents are not part of the project;',
    'the environment variable `PLANLINT_CORPUS` names the folder that holds them. A verdict (right or wrong) is given by a person who read the',
    'finding against the text; test/accuracy/verdicts.tsv keeps it by fingerprint, without the text.',
    '',
    '## Real documents',
    '',
    real.page,
    '',
  ].join('\n');
  writeFileSync(PAGE, page);
  for (const line of real.unreadErrors) console.log(`not read yet: ${line}`);
  for (const line of real.wrongErrors) console.log(`wrong: ${line}`);
  expect(real.unreadErrors, 'error-level findings that nobody has read').toEqual([]);
});
