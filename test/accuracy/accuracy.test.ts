/**
 * `npm run accuracy`: measures and writes docs/accuracy.md. No figure of that page is written by hand.
 * A new error-level finding on a real document fails the run until somebody has read it and noted a verdict in verdicts.tsv.
 */
import { expect, test } from 'vitest';
import { ABSENT, corpus } from '../corpus/corpus.js';
import { type BenchmarkResult, runBenchmark } from './benchmark/benchmark.js';
import { readCommunes } from './benchmark/derived.js';
import { belowBars, benchmarkPage } from './benchmark/page.js';
import { derivedFromCorpus, seedPairs } from './benchmark/real.js';
import { derivedFromSamples, samplePairs } from './benchmark/samples.js';
import { officeFiles } from './office-files.js';
import { measureRealDocuments } from './real-documents.js';
import { writePart } from './sections.js';

const MINUTES = 60_000;

test('real documents', { timeout: 10 * MINUTES }, async () => {
  if (corpus === undefined) {
    console.log(`${ABSENT}; their part of docs/accuracy.md stays as it is`);
    return;
  }
  const real = await measureRealDocuments();
  writePart('real-documents', real.page);
  for (const line of real.unreadErrors) console.log(`not read yet: ${line}`);
  for (const line of real.wrongErrors) console.log(`wrong: ${line}`);
  expect(real.unreadErrors, 'error-level findings that nobody has read').toEqual([]);
});

test('Word and PDF files', { timeout: 10 * MINUTES }, async () => {
  if (corpus !== undefined) writePart('office-files', await officeFiles(corpus));
});

/** For work on single kinds: `PLANLINT_KINDS="theme:|period"` plants only what has one of these words in its name, and writes no page. */
const only = (process.env.PLANLINT_KINDS ?? '').split('|').filter(Boolean);

/** Instances of a kind in one source. */
const options = { instances: 24, only };

test('planted defects', { timeout: 30 * MINUTES }, () => {
  const communes = readCommunes();
  const samples = runBenchmark([...samplePairs(), ...derivedFromSamples(communes)], options);
  const results = [samples];
  if (corpus === undefined) console.log(`${ABSENT}: defects were planted in the samples only`);
  else results.push(runBenchmark([...seedPairs(corpus), ...derivedFromCorpus(corpus, communes)], options));
  for (const result of results) showMisses(result);
  if (only.length > 0) {
    for (const result of results) console.log(benchmarkPage(result));
    return;
  }
  for (const [i, part] of (['mutations-samples', 'mutations-real'] as const).entries()) {
    const result = results[i];
    if (result !== undefined) writePart(part, benchmarkPage(result));
  }
  expect(belowBars(results)).toEqual([]);
});

function showMisses({ kinds }: BenchmarkResult): void {
  for (const { mutation, misses } of kinds) for (const miss of misses) console.log(`missed: ${mutation.kind}: ${miss}`);
}
