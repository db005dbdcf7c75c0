/** The results of the benchmark as a part of docs/accuracy.md, and the bars that they have to reach. */
import type { BenchmarkResult, KindResult } from './benchmark.js';

/** Share of the planted defects of an error-level kind that have to be found. */
const RECALL = 0.95;

/** The part of the page for one source. */
export function benchmarkPage({ clean, kinds, harmless }: BenchmarkResult): string {
  return [
    `${clean.pairs} clean plans with ${clean.errors.length} error-level findings: ${(clean.errors.length / clean.pairs).toFixed(2)} false errors per clean plan.`,
    '',
    '| planted defect | rules | level | found | of | recall |',
    '|---|---|---|---|---|---|',
    ...kinds.filter(({ planted }) => planted > 0).map(kindRow),
    '',
    '| no defect | changed plans | errors | milder findings |',
    '|---|---|---|---|',
    ...harmless
      .filter(({ made }) => made > 0)
      .map(({ harmless: { kind }, made, errors, milder }) => {
        const others = [...milder].map(([finding, count]) => `${finding} (${count})`).join(', ');
        return `| ${kind} | ${made} | ${errors.length} | ${others} |`;
      }),
  ].join('\n');
}

function kindRow({ mutation: { kind, rules, severity }, planted, found }: KindResult): string {
  return `| ${kind} | ${rules.join(', ')} | ${severity} | ${found} | ${planted} | ${percent(found / planted)} |`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

/** What the bars forbid, over all sources: false errors on clean plans and on harmless changes, error-level kinds with too little recall. */
export function belowBars(results: readonly BenchmarkResult[], recall = RECALL): string[] {
  const kinds = new Map<string, { found: number; planted: number }>();
  for (const { mutation, found, planted } of results.flatMap((result) => result.kinds)) {
    if (mutation.severity !== 'error') continue;
    const all = kinds.get(mutation.kind) ?? { found: 0, planted: 0 };
    kinds.set(mutation.kind, { found: all.found + found, planted: all.planted + planted });
  }
  return [
    ...results.flatMap(({ clean }) => clean.errors.map((error) => `false error on a clean plan: ${error}`)),
    ...results.flatMap(({ harmless }) =>
      harmless.flatMap(({ harmless: { kind }, errors }) =>
        errors.map((error) => `error on no defect: ${kind}: ${error}`),
      ),
    ),
    ...[...kinds]
      .filter(([, { found, planted }]) => planted === 0 || found < recall * planted)
      .map(([kind, { found, planted }]) => `recall: ${kind}: ${found} of ${planted}`),
  ];
}
