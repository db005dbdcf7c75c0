/** The main job: read, parse, link, run, and give the result as data. Prints nothing and ends nothing. */
import { relative, resolve } from 'node:path';
import type { Cache } from './cache/cache.js';
import { readThrough } from './cache/unread.js';
import { checkCase } from './check-case.js';
import type { Case, LoadedPlan } from './engine/check.js';
import type { Rule } from './engine/load.js';
import { type ConfiguredWaiver, holds } from './engine/waivers.js';
import { type Language, PlanlintError } from './errors.js';
import { concernedBy } from './library/concerned.js';
import { buildLibrary } from './library/library.js';
import { linkCase } from './library/parents.js';
import type { LockedPlans } from './lock/lock-file.js';
import type { Lock } from './lock/locked.js';
import { type KnownFindings, withBaseline } from './report/baselined.js';
import { type Checked, makeResult, type Outcome } from './report/make.js';
import type { LintResult } from './report/result.js';
import { partOf, type ShardOf } from './shard.js';
import { type Failed, type Names, Shelf, type Taken, unique } from './shelf.js';
import type { ReadOptions } from './source/document.js';
import type { Ignore } from './source/files.js';
import type { FileStore } from './source/store.js';
import { findingsOfWaivers } from './unused-waivers.js';

/** What changed in a repository. The documents that this concerns are checked too, though they did not change. */
export interface Changed {
  /** Where these documents lie; all that lies there belongs to the library. */
  among: readonly Names[];
  /** The files that changed or came. */
  paths: readonly string[];
  /** What the files that changed or went were before. */
  before: readonly { path: string; bytes: Uint8Array }[];
  /** Whether a document that is concerned is to be checked. */
  wanted(path: string): boolean;
}

export interface LintRequest {
  /** Files, folders and globs to check. */
  files: readonly string[];
  /** A document that is not in a file, checked after the files: standard input. */
  stdin?: { path: string; bytes: Uint8Array };
  /** Parents named by the user; every document is checked against them. */
  parents?: readonly string[];
  /** Where cited parents are looked for. The documents checked belong to the library in any case. */
  library?: readonly Names[];
  ignore?: Ignore;
  changed?: Changed;
  /** Where files are read from; the working copy if absent. */
  store?: FileStore;
  /** How Word and PDF files are read; `READ_DEFAULTS` if absent. */
  reading?: ReadOptions;
  /** Rules to run, as `rulesOf` gives them. */
  rules: readonly Rule[];
  /** ISO date. */
  today: string;
  lang?: Language;
  /** A document checked without any parent is a problem. */
  requireParent?: boolean;
  /** Waivers of the configuration, as `waiversOf` gives them. */
  waivers?: readonly ConfiguredWaiver[];
  /** What the documents were read against, by their paths relative to a folder. */
  lock?: { plans: LockedPlans; folder: string };
  /** Findings known before. */
  baseline?: KnownFindings;
  /** Only this part of the documents is checked; all of them belong to the library. */
  shard?: ShardOf;
  /** Folder that relative paths start from; the working directory if absent. */
  cwd?: string;
  /** What earlier runs found out, made for the same settings; nothing if absent. Results are the same. */
  cache?: Cache | null;
}

/**
 * Checks documents. What cannot be read is in the result, as a document with an `error` or as a problem, and the rest is checked all the same.
 * Rejects with `PlanlintError` only for faults of the rules themselves.
 */
export async function lint(request: LintRequest): Promise<LintResult> {
  return resultOf(await checkDocuments(request), request);
}

/** Checks documents, without words. Documents that stand on the shelf already are taken from there. */
export async function checkDocuments(request: LintRequest, shelf?: Shelf): Promise<Checked> {
  const linked = await linkDocuments(request, shelf);
  const { today, cwd = process.cwd(), waivers = [] } = request;
  const outcomes: Outcome[] = [];
  for (const outcome of linked.outcomes) {
    if ('error' in outcome) outcomes.push(outcome);
    else {
      const file = resolve(cwd, outcome.kase.document.path);
      const holding = waivers.filter((waiver) => holds(waiver, today) && waiver.concerns(file));
      outcomes.push({ ...outcome, ...(await checkCase(outcome.kase, holding, request)) });
    }
  }
  request.cache?.entries.tidy();
  const missing = request.requireParent ? outcomes.flatMap(withoutParent) : [];
  const problems = [...linked.problems, ...outcomes.flatMap(withBrokenText), ...withUnreadPages(outcomes), ...missing];
  const configuration = await findingsOfWaivers(outcomes, request, linked.elsewhere);
  return { outcomes, problems, configuration, ...(linked.shard !== undefined && { shard: linked.shard }) };
}

/** The result in words. `fixed`: how many findings were corrected before. */
export function resultOf(checked: Checked, request: LintRequest, fixed = 0): LintResult {
  const { rules, lang = 'vi', baseline } = request;
  const result = makeResult(checked, rules, lang, fixed);
  return baseline === undefined ? result : withBaseline(result, baseline, request);
}

/** An empty shelf for the documents of a request. */
export function shelfFor({
  cwd = process.cwd(),
  ignore = { folder: cwd, globs: [] },
  reading,
  store,
  cache,
}: Omit<LintRequest, 'rules'>): Shelf {
  return new Shelf(cwd, ignore, reading, store, cache);
}

/** Reads the documents and finds their parents, without checking anything. */
export async function linkDocuments(
  request: Omit<LintRequest, 'rules'>,
  shelf = shelfFor(request),
): Promise<{
  outcomes: (Failed | { kase: Case })[];
  problems: Failed[];
  shard?: Checked['shard'];
  elsewhere: string[];
}> {
  const { cwd = process.cwd(), today } = request;
  const named = await shelf.take({ base: cwd, names: request.files });
  if (request.stdin !== undefined) named.push(await shelf.put(request.stdin));
  const parents = await shelf.take({ base: cwd, names: request.parents ?? [] });
  const others: Taken[] = [];
  for (const names of request.library ?? []) others.push(...(await shelf.take(names)));
  if (request.changed !== undefined) named.push(...(await concernedDocuments(request.changed, shelf)));

  const library = buildLibrary(shelf.plans());
  const given = parents.flatMap((parent) => ('plan' in parent ? [parent.plan] : []));
  const { shard } = request;
  const all = unique(named);
  const order = shard === undefined ? all.map((_, i) => i) : partOf(all, shard);
  const outcomes: (Failed | { kase: Case })[] = [];
  for (const taken of order.flatMap((i) => all[i] ?? [])) {
    if ('error' in taken) outcomes.push(taken);
    else {
      const kase = await readThrough(() => linkCase(taken.plan, library, given, today));
      outcomes.push({ kase: { ...kase, ...lockOf(taken.path, request) } });
    }
  }
  const problems = unique([...parents, ...others]).flatMap((taken) => ('error' in taken ? [taken] : []));
  const own = new Set(order);
  const elsewhere = all.flatMap(({ path }, i) => (own.has(i) ? [] : [path]));
  return { outcomes, problems, elsewhere, ...(shard !== undefined && { shard: { ...shard, order } }) };
}

function lockOf(path: string, { lock, cwd = process.cwd() }: Omit<LintRequest, 'rules'>): { lock?: Lock } {
  if (lock === undefined) return {};
  const pathOf = (shown: string): string => relative(lock.folder, resolve(cwd, shown)).replaceAll('\\', '/');
  return { lock: { parents: lock.plans.get(pathOf(path)) ?? [], pathOf } };
}

/** The documents that did not change but are concerned by what did. One that cannot be read cites nothing. */
async function concernedDocuments({ among, paths, before, wanted }: Changed, shelf: Shelf): Promise<Taken[]> {
  for (const names of among) await shelf.take(names);
  const earlier: LoadedPlan[] = [];
  for (const version of before) {
    const taken = await shelf.understand(version);
    if ('plan' in taken) earlier.push(taken.plan);
  }
  const now = new Set(paths.flatMap((path) => shelf.find(path)?.path ?? []));
  const concerned = await readThrough(() => concernedBy({ paths: now, before: earlier }, shelf.plans()));
  return concerned.filter(wanted).flatMap((path) => shelf.find(path) ?? []);
}

/** No rule runs on a text whose letters are scrambled: that is nothing checked, not nothing found. */
function withBrokenText(outcome: Outcome): Failed[] {
  if ('error' in outcome || outcome.kase.document.quality.verdict !== 'broken') return [];
  const { path } = outcome.kase.document;
  const what = {
    vi: `${path}: chữ trong tệp bị hỏng hoặc không phải tiếng Việt, không quy tắc nào chạy được`,
    en: `${path}: its text is broken or not Vietnamese, no rule could run`,
  };
  const next = {
    vi: 'Chuyển đổi lại từ bản gốc (hoặc nhận dạng lại bản quét). Nếu tệp không phải là kế hoạch, thêm vào mục ignore của planlint.yaml.',
    en: 'Convert it again from the original (or scan it anew). If it is no plan, add it to ignore in planlint.yaml.',
  };
  return [{ path, error: new PlanlintError('text-broken', what, next) }];
}

/** Parts of documents and of their parents that could not be read: what was not read is not checked. */
function withUnreadPages(outcomes: readonly Outcome[]): Failed[] {
  const read = outcomes.flatMap((outcome) => ('error' in outcome ? [] : [outcome.kase]));
  const documents = new Set(
    read.flatMap(({ document, parents }) => [document, ...parents.map((parent) => parent.document)]),
  );
  return [...documents].flatMap(({ path, notes }) =>
    notes.flatMap(({ code, text, unread }) => {
      if (unread === undefined) return [];
      const after = (words: string): string => `${path}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
      return [{ path, error: new PlanlintError(code, { vi: after(text.vi), en: after(text.en) }, unread) }];
    }),
  );
}

function withoutParent(outcome: Outcome): Failed[] {
  if ('error' in outcome || outcome.kase.parents.length > 0) return [];
  const { path } = outcome.kase.document;
  const what = {
    vi: `${path}: chưa đối chiếu được với văn bản cấp trên nào (--require-parent)`,
    en: `${path}: was not checked against any parent (--require-parent)`,
  };
  const next = {
    vi: 'Chỉ định văn bản cấp trên bằng --parent, hoặc thêm nơi lưu vào --library.',
    en: 'Name the parent with --parent, or say where it lies with --library.',
  };
  return [{ path, error: new PlanlintError('parent-required', what, next) }];
}
