/** What `planlint lock` says: which plans were acknowledged, and which have to be read again. */
import type { Language } from '../errors.js';
import type { ClauseChange } from '../lock/changes.js';
import { printable } from '../text/printable.js';

/** A plan and the parents that it is held against. */
export interface LockedPlan {
  path: string;
  /** `changes` null: the plan was never locked against this parent. */
  parents: { path: string; changes: ClauseChange[] | null }[];
  /** Whether there should be a parent: one is cited that is not at hand, or the lock knows one. */
  lacksParent: boolean;
}

export interface LockReport {
  /** The lock as shown. */
  file: string;
  plans: LockedPlan[];
  /** Plans that the lock knows and that are no longer there. */
  lost: string[];
}

interface Words {
  locked(count: number, file: string): string;
  upToDate(count: number): string;
  none: string;
  toRead: string;
  wasRead: string;
  unlocked: string;
  lost: string;
  alone: string;
  unknown: string;
  fresh: string;
  next: string;
  counts(changed: number, added: number, removed: number): string;
  section(path: string): string;
  kinds: Record<ClauseChange['kind'], string>;
}

const WORDS: Record<Language, Words> = {
  vi: {
    locked: (count, file) => `${file}: đã ghi nhận ${count} kế hoạch được rà soát theo văn bản cấp trên hiện có.`,
    upToDate: (count) => `Cả ${count} kế hoạch đều đã được rà soát theo văn bản cấp trên hiện có.`,
    none: 'Không có kế hoạch nào tìm được văn bản cấp trên, nên không có gì để ghi nhận.',
    toRead: 'Văn bản cấp trên đã thay đổi, và kế hoạch phải đọc lại (→):',
    wasRead: 'Văn bản cấp trên đã thay đổi từ lần trước, nay ghi nhận kế hoạch (→) đã được đọc lại:',
    unlocked: 'Chưa ghi nhận lần nào:',
    lost: 'Tệp không còn, nên bỏ khỏi danh sách:',
    alone: 'Không tìm thấy văn bản cấp trên được viện dẫn, nên không ghi nhận:',
    unknown: 'Không tìm thấy văn bản cấp trên được viện dẫn, nên chưa biết có phải đọc lại không:',
    fresh: 'Ghi nhận lần đầu:',
    next: 'Đọc lại xong thì ghi nhận bằng lệnh: planlint lock TỆP',
    counts: (changed, added, removed) => `${changed} ý được sửa, ${added} ý thêm mới, ${removed} ý bị bỏ`,
    section: (path) => `mục ${path}`,
    kinds: { changed: 'sửa', added: 'thêm', removed: 'bỏ' },
  },
  en: {
    locked: (count, file) => `${file}: ${count} plan(s) locked to their parents as they are now.`,
    upToDate: (count) => `All ${count} plans were read against their parents as they are now.`,
    none: 'No plan has a parent at hand, so there is nothing to lock.',
    toRead: 'Parents that changed, and the plans to read again (→):',
    wasRead: 'Parents that changed since the last time, and the plans (→) now acknowledged as read again:',
    unlocked: 'Never locked:',
    lost: 'No longer there, so dropped:',
    alone: 'The parent cited is not at hand, so not locked:',
    unknown: 'The parent cited is not at hand, so it is not known whether they have to be read again:',
    fresh: 'Locked for the first time:',
    next: 'When they are read, acknowledge it with: planlint lock FILE',
    counts: (changed, added, removed) => `${changed} clauses changed, ${added} added, ${removed} removed`,
    section: (path) => `section ${path}`,
    kinds: { changed: 'changed', added: 'added', removed: 'removed' },
  },
};

/** The report for people. `check`: nothing was written, and what has to be read again is named clause by clause. */
export function lockText({ file, plans, lost }: LockReport, check: boolean, lang: Language): string {
  const words = WORDS[lang];
  const withParents = plans.filter(({ parents }) => parents.length > 0);
  const pairs = withParents.flatMap(({ path, parents }) => parents.map((parent) => ({ plan: path, ...parent })));
  const changed = changedTogether(pairs).flatMap(({ parent, changes, children }) => [
    `${parent}: ${countsOf(changes, words)}`,
    ...(check ? changes.map((change) => clauseLine(change, words)) : []),
    `  → ${children.join(', ')}`,
  ]);
  const fresh = pairs.filter(({ changes }) => changes === null).map(({ plan, path }) => `${plan} ↔ ${path}`);
  const alone = plans.filter(({ lacksParent }) => lacksParent).map(({ path }) => path);
  const upToDate = changed.length + fresh.length + lost.length + alone.length === 0;
  return [
    ...(withParents.length === 0 ? [words.none] : check ? [] : [words.locked(withParents.length, file)]),
    ...(check && upToDate && withParents.length > 0 ? [words.upToDate(withParents.length)] : []),
    ...list(check ? words.toRead : words.wasRead, changed),
    ...list(check ? words.unlocked : words.fresh, fresh),
    ...list(words.lost, lost),
    ...list(check ? words.unknown : words.alone, alone),
    ...(check && changed.length + fresh.length > 0 ? [words.next] : []),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

interface Together {
  parent: string;
  changes: ClauseChange[];
  children: string[];
}

/** Plans that were read against the same text of a parent have the same to read again. */
function changedTogether(pairs: readonly { plan: string; path: string; changes: ClauseChange[] | null }[]): Together[] {
  const groups = new Map<string, Together>();
  for (const { plan, path, changes } of pairs) {
    if (changes === null || changes.length === 0) continue;
    const hashes = changes.map((change) => [
      change.kind,
      change.kind === 'added' ? '' : change.before.hash,
      change.kind === 'removed' ? '' : change.now.hash,
    ]);
    const key = JSON.stringify([path, hashes]);
    const group = groups.get(key) ?? { parent: path, changes, children: [] };
    group.children.push(plan);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function list(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [heading, ...lines.map((line) => `  ${printable(line)}`)];
}

function countsOf(changes: readonly ClauseChange[], words: Words): string {
  const count = (kind: ClauseChange['kind']): number => changes.filter((change) => change.kind === kind).length;
  return words.counts(count('changed'), count('added'), count('removed'));
}

/** "  sửa, mục II.1: “…”" */
function clauseLine(change: ClauseChange, words: Words): string {
  const { at, words: text } = change.kind === 'removed' ? change.before : change.now;
  const place = at === null || at === '' ? '' : `, ${words.section(at)}`;
  return `  ${words.kinds[change.kind]}${place}: “${text}”`;
}
