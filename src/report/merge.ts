/** Results of the parts of a run (`--shard`) put together to the result of the whole. */
import { fingerprints } from '../engine/fingerprint.js';
import { PlanlintError } from '../errors.js';
import { countFindings } from './make.js';
import { completeParts } from './merge-parts.js';
import type { FindingResult, LintResult, ShardResult } from './result.js';

/** A result and the file that it was read from. */
export interface Part {
  file: string;
  result: LintResult;
}

type Sharded = Part & { shard: ShardResult; of: string };

/** The result of the whole run. Throws `PlanlintError` where parts are missing, there twice, or of different runs. */
export function mergeResults(parts: readonly Part[]): LintResult {
  const shards = completeParts(parts.map(shardOf));
  const [first] = shards;
  if (first === undefined) throw noParts();
  const documents = shards
    .flatMap(({ result, shard }) => result.documents.map((document, i) => ({ document, at: shard.order[i] ?? 0 })))
    .sort((a, b) => a.at - b.at)
    .map(({ document }) => document);
  const problems = distinct(shards.flatMap(({ result }) => result.problems));
  const configuration = configurationOf(shards);
  const counted = { documents, ...(configuration !== undefined && { configuration }) };
  const named = new Map(shards.flatMap(({ result }) => result.rules.map((rule) => [rule.id, rule] as const)));
  const sum = (of: (summary: LintResult['summary']) => number): number =>
    shards.reduce((total, { result }) => total + of(result.summary), 0);
  const { version, tool, language } = first.result;
  return {
    version,
    tool,
    language,
    ...counted,
    problems,
    rules: [...named.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    summary: {
      documents: documents.length,
      failed: documents.filter(({ error }) => error !== null).length + problems.length,
      ...countFindings(counted),
      fixed: sum(({ fixed }) => fixed),
      ...(first.result.summary.stale !== undefined && { stale: sum(({ stale }) => stale ?? 0) }),
      unresolved: sum(({ unresolved }) => unresolved),
    },
  };
}

/** Findings about the waivers of the configuration. One that is unused in a part is so in the whole if no other part needs it. */
function configurationOf(shards: readonly Sharded[]): LintResult['configuration'] {
  const needed = new Set(shards.flatMap(({ shard }) => shard.waivers.needed));
  const all = distinct(
    shards.flatMap(({ shard }) => shard.waivers.findings.map(({ fingerprint: _, ...rest }) => rest)),
  );
  const line = ({ location }: Pick<FindingResult, 'location'>): number => location.start?.line ?? 0;
  const found = all.filter((each) => each.messageId !== 'unused' || !needed.has(line(each)));
  if (found.length === 0) return undefined;
  const path = shards.find(({ shard }) => shard.waivers.findings.length > 0)?.shard.waivers.path ?? '';
  const byPlace = found.sort((a, b) => (a.location.start?.offset ?? 0) - (b.location.start?.offset ?? 0));
  const names = fingerprints(byPlace.map(({ rule, quote }) => ({ rule, quote, sections: [] })));
  return { path, findings: byPlace.map((each, i) => ({ ...each, fingerprint: names[i] ?? '' })) };
}

function shardOf({ file, result }: Part): Sharded {
  const { shard } = result;
  if (shard !== undefined) return { file, result, shard, of: `${result.tool.version} ${result.language}` };
  throw new PlanlintError(
    'merge-whole',
    {
      vi: `${file} là kết quả của cả lần chạy, không phải một phần (--shard)`,
      en: `${file} is the result of a whole run, not of a part (--shard)`,
    },
    {
      vi: 'Chỉ ghép kết quả của planlint check … --shard i/n -f json=TỆP.',
      en: 'Only results of planlint check … --shard i/n -f json=FILE are merged.',
    },
  );
}

function noParts(): PlanlintError {
  return new PlanlintError(
    'usage',
    { vi: 'chưa có kết quả nào để ghép', en: 'there is no result to merge' },
    { vi: 'Ví dụ: planlint merge phan-*.json', en: 'For example: planlint merge part-*.json' },
  );
}

/** Each of equal values once, in the order in which they first come. */
function distinct<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
