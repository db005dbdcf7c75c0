/** The bars of docs/accuracy.md on the samples, with a few instances of each kind, so that no change falls below them unseen. */
import { expect, test } from 'vitest';
import { runBenchmark } from './benchmark/benchmark.js';
import { readCommunes } from './benchmark/derived.js';
import { belowBars } from './benchmark/page.js';
import { derivedFromSamples, samplePairs } from './benchmark/samples.js';

/** Of so few instances one may be missed; `npm run accuracy` plants enough of them to measure a share. */
const INSTANCES = 4;
const ALL_BUT_ONE = (INSTANCES - 1) / INSTANCES;

test('no error on clean plans and harmless changes, planted errors found', { timeout: 10 * 60_000 }, () => {
  const pairs = [...samplePairs(), ...derivedFromSamples(readCommunes())];
  const result = runBenchmark(pairs, { instances: INSTANCES, only: [] });
  expect(result.kinds.filter(({ planted }) => planted === 0).map(({ mutation }) => mutation.kind)).toEqual([]);
  expect(belowBars([result], ALL_BUT_ONE)).toEqual([]);
});
