/**
 * The mutation benchmark: clean pairs, one planted defect at a time, and changes that are no defect.
 * A defect counts as found if one of its rules gives, on its line and at its level, a finding that the clean plan does not have.
 */
import type { Finding } from '../../../src/engine/finding.js';
import { severityRank } from '../../../src/engine/severity.js';
import { HARMLESS } from './harmless.js';
import { atLevel, coversLine, lintChild, newFindings, rules, rulesFor, shown } from './lint.js';
import { CITATION_MUTATIONS } from './mutations-citation.js';
import { CONTENT_MUTATIONS } from './mutations-content.js';
import { NAME_MUTATIONS } from './mutations-names.js';
import { STRUCTURE_MUTATIONS } from './mutations-structure.js';
import { THEME_MUTATIONS } from './mutations-theme.js';
import { TIME_MUTATIONS } from './mutations-time.js';
import type { Pair } from './pair.js';
import type { Harmless, Mutation, Planted } from './plant.js';
import { randomOf } from './text.js';

const MUTATIONS: readonly Mutation[] = [
  ...THEME_MUTATIONS,
  ...TIME_MUTATIONS,
  ...STRUCTURE_MUTATIONS,
  ...NAME_MUTATIONS,
  ...CITATION_MUTATIONS,
  ...CONTENT_MUTATIONS,
];

/** What became of one kind of defect. */
export interface KindResult {
  mutation: Mutation;
  planted: number;
  found: number;
  /** Lines for a person: what was not found, and what was found instead. */
  misses: string[];
  /** Error-level findings that the defect called forth elsewhere. */
  others: string[];
}

/** What became of one kind of change that is no defect. */
export interface HarmlessResult {
  harmless: Harmless;
  made: number;
  errors: string[];
  /** Findings that came up below error: rule and level with their number. */
  milder: Map<string, number>;
}

export interface CleanResult {
  pairs: number;
  /** Error-level findings on clean plans. */
  errors: string[];
}

export interface BenchmarkResult {
  clean: CleanResult;
  kinds: KindResult[];
  harmless: HarmlessResult[];
}

/** A clean pair with its findings. */
interface Clean {
  pair: Pair;
  findings: Finding[];
}

/** How many instances of a kind are made on one pair at most. */
const PER_PAIR = 4;

export interface BenchmarkOptions {
  /** How many instances of a kind are made in one source. */
  instances: number;
  /** Kinds of which one of these words is a part; all if it is empty. */
  only: readonly string[];
}

export function runBenchmark(pairs: readonly Pair[], { instances, only }: BenchmarkOptions): BenchmarkResult {
  const chosen = ({ kind }: { kind: string }): boolean =>
    only.length === 0 || only.some((words) => kind.includes(words));
  const cleans = pairs.map((pair): Clean => ({ pair, findings: lintChild(pair, pair.child) }));
  const errors = cleans.flatMap(({ pair, findings }) =>
    atLevel(findings, 'error').map((finding) => `${pair.name}: ${shown(finding)}`),
  );
  return {
    clean: { pairs: pairs.length, errors },
    kinds: MUTATIONS.filter(chosen).map((mutation) => measure(mutation, cleans, instances)),
    harmless: HARMLESS.filter(chosen).map((harmless) => measureHarmless(harmless, cleans, instances)),
  };
}

/** Instances of a change over all pairs, round by round, each text once. */
function* instancesOf<T extends { child: string }>(
  kind: string,
  cleans: readonly Clean[],
  most: number,
  make: (clean: Clean, round: number) => T | null,
): Iterable<{ clean: Clean; made: T }> {
  const seen = new Set<string>();
  for (let round = 0; round < PER_PAIR; round++) {
    for (const clean of inRandomOrder(cleans, kind, round)) {
      if (seen.size >= most) return;
      const made = make(clean, round);
      if (made === null || made.child === clean.pair.child || seen.has(made.child)) continue;
      seen.add(made.child);
      yield { clean, made };
    }
  }
}

function inRandomOrder(cleans: readonly Clean[], kind: string, round: number): Clean[] {
  const random = randomOf('order', kind, round);
  return cleans
    .map((clean) => ({ clean, rank: random.below(1_000_000) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ clean }) => clean);
}

function measure(mutation: Mutation, cleans: readonly Clean[], most: number): KindResult {
  const chosen = rulesFor(mutation.rules);
  const result: KindResult = { mutation, planted: 0, found: 0, misses: [], others: [] };
  const plant = ({ pair }: Clean, round: number): Planted | null =>
    mutation.apply(pair, randomOf(mutation.kind, pair.name, round));
  for (const { clean, made } of instancesOf(mutation.kind, cleans, most, plant)) {
    const found = newFindings(clean.findings, lintChild(clean.pair, made.child, chosen));
    const right = found.filter((finding) => answers(finding, mutation, made));
    result.planted++;
    if (right.length > 0) result.found++;
    else result.misses.push(miss(clean.pair, made, found));
    const others = atLevel(found, 'error').filter((finding) => !right.includes(finding));
    result.others.push(...others.map((finding) => `${clean.pair.name}: ${shown(finding)}`));
  }
  return result;
}

function answers(finding: Finding, { rules: expected, severity }: Mutation, { lines, says }: Planted): boolean {
  if (!expected.includes(finding.rule) || severityRank(finding.severity) > severityRank(severity)) return false;
  if (lines.length > 0) return lines.some((line) => coversLine(finding, line));
  const words = `${finding.quote} ${JSON.stringify(finding.data)}`.toLowerCase();
  return says === undefined || words.includes(says.toLowerCase());
}

function miss(pair: Pair, { child, lines, says }: Planted, found: readonly Finding[]): string {
  const text = child.split('\n');
  const where = lines.map((line) => `${line}: ${(text[line - 1] ?? '').slice(0, 240)}`).join(' | ');
  const instead = found.map(shown).join(' ; ');
  return `${pair.name} ${where || (says ?? '')} => ${instead || 'nothing'}`;
}

function measureHarmless(harmless: Harmless, cleans: readonly Clean[], most: number): HarmlessResult {
  const result: HarmlessResult = { harmless, made: 0, errors: [], milder: new Map() };
  const make = ({ pair }: Clean, round: number): { child: string } | null => {
    const child = harmless.apply(pair, randomOf(harmless.kind, pair.name, round));
    return child === null ? null : { child };
  };
  for (const { clean, made } of instancesOf(harmless.kind, cleans, most, make)) {
    result.made++;
    const chosen = clean.pair.source === 'samples' ? rules : rulesFor([]);
    for (const finding of newFindings(clean.findings, lintChild(clean.pair, made.child, chosen))) {
      if (finding.severity === 'error') result.errors.push(`${clean.pair.name}: ${shown(finding)}`);
      else if (!saysTheSame(finding, clean.findings)) count(result.milder, `${finding.rule} ${finding.severity}`);
    }
  }
  return result;
}

/** A heading in other words carries the same finding as before: only its quotation differs. */
function saysTheSame({ rule, messageId, data }: Finding, clean: readonly Finding[]): boolean {
  const said = JSON.stringify(data);
  return clean.some((one) => one.rule === rule && one.messageId === messageId && JSON.stringify(one.data) === said);
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
