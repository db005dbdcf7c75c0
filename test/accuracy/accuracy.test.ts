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

test('planted defects', { timeout: 20 * MINUTES }, () => {
  const communes = readCommunes();
  const samples = runBenchmark([...samplePairs(), ...derivedFromSamples(communes)]);
  writePart('mutations-samples', benchmarkPage(samples));
  const results = [samples];
  if (corpus === undefined) console.log(`${ABSENT}: defects were planted in the samples only`);
  else {
    const real = runBenchmark([...seedPairs(corpus), ...derivedFromCorpus(corpus, communes)]);
    writePart('mutations-real', benchmarkPage(real));
    results.push(real);
  }
  for (const result of results) showMisses(result);
  expect(belowBars(results)).toEqual([]);
});

function showMisses({ kinds }: BenchmarkResult): void {
  for (const { mutation, misses } of kinds) for (const miss of misses) console.log(`missed: ${mutation.kind}: ${miss}`);
}
