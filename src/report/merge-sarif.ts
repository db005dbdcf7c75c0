/** SARIF logs of the parts of a run (`--shard`) put together to the log of the whole: one run, as code scanning wants it. */
import { z } from 'zod';
import { PlanlintError } from '../errors.js';
import { completeParts } from './merge-parts.js';
import type { LintResult } from './result.js';
import { sarifLog } from './sarif.js';

const Artifact = z.looseObject({ location: z.looseObject({ uri: z.string() }) });
const Result = z.looseObject({
  ruleId: z.string(),
  ruleIndex: z.int(),
  level: z.enum(['error', 'warning', 'note', 'none']),
  locations: z.array(
    z.looseObject({ physicalLocation: z.looseObject({ artifactLocation: z.looseObject({ uri: z.string() }) }) }),
  ),
  suppressions: z.array(z.unknown()).optional(),
});
const Run = z.looseObject({
  tool: z.looseObject({
    driver: z.looseObject({ version: z.string(), rules: z.array(z.looseObject({ id: z.string() })) }),
  }),
  invocations: z
    .array(
      z.looseObject({
        toolExecutionNotifications: z.array(z.looseObject({ level: z.string() })),
      }),
    )
    .length(1),
  language: z.string(),
  artifacts: z.array(Artifact),
  results: z.array(Result),
  properties: z.looseObject({
    shard: z.strictObject({
      index: z.int().min(1),
      count: z.int().min(1),
      order: z.array(z.int().min(0)),
      // findings about waivers of the configuration, which only JSON holds
      waivers: z.int().min(0),
    }),
  }),
});

/** A log that planlint wrote of a part. */
const SarifLog = z.looseObject({ version: z.literal('2.1.0'), runs: z.array(Run).length(1) });

export interface SarifPart {
  file: string;
  log: z.infer<typeof SarifLog>;
}

/** Whether a value read from a file is the log of a part. What is not looked at stays as it was written. */
export function isSarifPart(value: unknown): value is SarifPart['log'] {
  return SarifLog.safeParse(value).success;
}

type OneRun = z.infer<typeof Run>;

/** The log of the whole for its exit code, and the counts that it is judged by. Throws `PlanlintError` where parts are missing. */
export function mergeSarif(parts: readonly SarifPart[]): {
  log: (exitCode: number) => object;
  counted: Pick<LintResult['summary'], 'failed' | 'errors' | 'warnings' | 'infos'>;
} {
  const runs = completeParts(
    parts.map(({ file, log: { runs: all } }) => {
      const [run] = all;
      if (run === undefined) throw new PlanlintError('merge-no-result', NO_RUN(file), NEXT);
      return { file, run, shard: run.properties.shard, of: `${run.tool.driver.version} ${run.language}` };
    }),
  ).map(({ run }) => run);
  const [first] = runs;
  if (first === undefined) throw new PlanlintError('merge-no-result', NO_RUN(''), NEXT);
  if (runs.some(({ properties }) => properties.shard.waivers > 0)) throw needsJson();
  const rules = [
    ...new Map(runs.flatMap(({ tool }) => tool.driver.rules).map((rule) => [rule.id, rule])).values(),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
  const indexOf = new Map(rules.map(({ id }, i) => [id, i]));
  const artifacts = runs
    .flatMap((run) => run.artifacts.map((artifact, i) => ({ artifact, at: run.properties.shard.order[i] ?? 0 })))
    .sort((a, b) => a.at - b.at)
    .map(({ artifact }) => artifact);
  const place = new Map(artifacts.map(({ location: { uri } }, i) => [uri, i]));
  const suppressed = runs.some(({ results }) => results.some(({ suppressions }) => suppressions !== undefined));
  const results = runs
    .flatMap((run) => run.results)
    .map((result) => ({
      result: inOrder({ ...result, ruleIndex: indexOf.get(result.ruleId) ?? -1 }, suppressed),
      at: place.get(result.locations[0]?.physicalLocation.artifactLocation.uri ?? '') ?? artifacts.length,
    }))
    .sort((a, b) => a.at - b.at)
    .map(({ result }) => result);
  const notifications = notificationsOf(runs, place);
  const open = results.filter(({ suppressions = [] }) => suppressions.length === 0);
  const count = (level: string): number => open.filter((result) => result.level === level).length;
  const { properties: _, ...rest } = first;
  return {
    log: (exitCode) =>
      sarifLog({
        ...rest,
        tool: { driver: { ...first.tool.driver, rules } },
        invocations: [{ executionSuccessful: exitCode !== 2, exitCode, toolExecutionNotifications: notifications }],
        artifacts,
        results,
      }),
    counted: {
      failed: notifications.filter(({ level }) => level === 'error').length,
      errors: count('error'),
      warnings: count('warning'),
      infos: count('note'),
    },
  };
}

/** Either all results of a log say whether they are suppressed, or none; the keys in the order in which `sarif.ts` writes them. */
function inOrder(result: z.infer<typeof Result>, suppressed: boolean): z.infer<typeof Result> {
  if (!suppressed || result.suppressions !== undefined) return result;
  const { fixes, properties, ...head } = result;
  return { ...head, suppressions: [], ...(fixes !== undefined && { fixes }), properties };
}

function needsJson(): PlanlintError {
  return new PlanlintError(
    'merge-needs-json',
    {
      vi: 'có phát hiện về miễn trừ trong cấu hình, mà chỉ ghép từ JSON mới biết là của cả lần chạy hay không',
      en: 'there are findings about waivers of the configuration, and only JSON tells whether they are of the whole run',
    },
    {
      vi: 'Lưu kết quả từng phần bằng -f json=TỆP, rồi planlint merge … -f sarif=TỆP.',
      en: 'Save the result of each part with -f json=FILE, then planlint merge … -f sarif=FILE.',
    },
  );
}

/** Failures first, then the rest, each in the order of the documents; what all parts say of the library once. */
function notificationsOf(runs: readonly OneRun[], place: ReadonlyMap<string, number>) {
  const all = runs.flatMap(({ invocations }) => invocations.flatMap((each) => each.toolExecutionNotifications));
  const distinct = [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
  const at = (notification: object): number => {
    const uri = /"uri":"([^"]*)"/u.exec(JSON.stringify(notification))?.[1] ?? '';
    return place.get(uri) ?? place.size;
  };
  const isError = ({ level }: { level: string }): number => (level === 'error' ? 0 : 1);
  return distinct.sort((a, b) => isError(a) - isError(b) || at(a) - at(b));
}

const NO_RUN = (file: string) => ({
  vi: `${file}: không có lần chạy nào trong tệp SARIF`,
  en: `${file}: there is no run in the SARIF log`,
});
const NEXT = {
  vi: 'Lưu kết quả từng phần bằng: planlint check … --shard i/n -f sarif=TỆP.',
  en: 'Save the result of each part with: planlint check … --shard i/n -f sarif=FILE.',
};
