/** Checks one document: from the cache where nothing changed that it depends on, else by running the rules. */
import { keepCase, keyOfCase, knownCase } from './cache/results.js';
import { readThrough, readWhole } from './cache/unread.js';
import type { Case } from './engine/check.js';
import { type RunResult, runRules } from './engine/run.js';
import type { ConfiguredWaiver } from './engine/waivers.js';
import type { Asked } from './library/evidence.js';
import type { LintRequest } from './lint.js';
import { documentResult } from './report/make.js';
import type { DocumentResult } from './report/result.js';

/** `holding`: the waivers of the configuration that hold for the document. */
export async function checkCase(
  kase: Case,
  holding: readonly ConfiguredWaiver[],
  { rules, lang = 'vi', waivers = [], cache = null }: LintRequest,
): Promise<RunResult & { result?: DocumentResult }> {
  if (cache === null) return runRules(kase, rules, holding);
  const key = keyOfCase(kase, holding, waivers, cache);
  const known = key === null ? null : knownCase(key, kase, waivers, cache);
  if (known !== null) return known;

  for (const each of [kase, ...kase.parents]) await readWhole(each);
  const run = await readThrough(() => {
    const asked: Asked[] = [];
    const { library } = kase;
    const heard: Case =
      library === undefined ? kase : { ...kase, library: { ...library, asked: (one) => asked.push(one) } };
    const found = runRules(heard, rules, holding);
    return { kase, asked, checked: { ...found, result: documentResult({ kase, ...found }, rules, lang) } };
  });
  if (key !== null) keepCase(key, run, waivers, cache);
  return run.checked;
}
