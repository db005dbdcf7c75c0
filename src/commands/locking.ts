/** Writes the lock, or says which plans are out of date with it. Loaded only when `planlint lock` runs. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../engine/check.js';
import { PlanlintError } from '../errors.js';
import { missingParents } from '../library/unresolved.js';
import { linkDocuments } from '../lint.js';
import { changesSince } from '../lock/changes.js';
import { formatLock, type LockedPlans } from '../lock/lock-file.js';
import { type LockedParent, lockedParents, lockParent } from '../lock/locked.js';
import { replaceFile } from '../replace-file.js';
import { type LockedPlan, lockText } from '../report/lock.js';
import type { Failed } from '../shelf.js';
import { failureText } from './failure.js';
import { type LockPlace, lockPlace, readLock } from './lock-file.js';
import { type DocumentFlags, parentsOf, type SetupFlags, setUp, today } from './setup.js';

/** Locks the plans named, or all below the folder of the configuration; with `check` only says which are out of date. Gives the exit code. */
export async function lockPlans(
  flags: SetupFlags & DocumentFlags & { check?: boolean | undefined },
  files: readonly string[],
): Promise<number> {
  const setup = setUp(flags, files);
  const place = lockPlace(setup.config);
  const known: LockedPlans = readLock(place) ?? new Map();
  const all = files.length === 0;
  const { outcomes, problems } = await linkDocuments({
    ...parentsOf(setup, flags),
    files: all ? [shownFolder(place)] : files,
    lock: { plans: known, folder: place.folder },
    today: today(),
  });
  const failed = [...outcomes.flatMap((outcome): Failed[] => ('error' in outcome ? [outcome] : [])), ...problems];
  for (const { error } of failed) process.stderr.write(failureText(error, setup.lang));

  const cases = outcomes.flatMap((outcome) => ('kase' in outcome ? [outcome.kase] : []));
  const lost = all ? [...known.keys()].filter((path) => !existsSync(join(place.folder, path))) : [];
  const plans = cases.map(statusOf);
  if (!flags.check) await save(place, updated(known, cases, lost));
  process.stdout.write(lockText({ file: place.file, plans, lost }, flags.check ?? false, setup.lang));
  if (failed.length > 0) return 2;
  const unknown = cases.some((kase) => kase.parents.length === 0 && isKnown(kase));
  return flags.check && (lost.length > 0 || unknown || plans.some(isOutdated)) ? 1 : 0;
}

/** The folder as a name that files in it are shown with. */
function shownFolder({ folder }: LockPlace): string {
  return folder === process.cwd() ? '.' : folder;
}

/** What changed in the parents of a plan since it was locked. */
function statusOf(kase: Case): LockedPlan {
  const parents = kase.lock === undefined ? [] : lockedParents(kase, kase.lock);
  return {
    path: kase.document.path,
    parents: parents.map(({ parent, locked }) => ({
      path: parent.document.path,
      changes: locked === undefined ? null : changesSince(locked, parent),
    })),
    lacksParent: parents.length === 0 && (isKnown(kase) || missingParents(kase, kase.links ?? []).length > 0),
  };
}

function isKnown({ lock }: Case): boolean {
  return lock !== undefined && lock.parents.length > 0;
}

/** Whether a plan has to be read again, or was never read, as far as its parents are at hand. */
function isOutdated({ parents }: LockedPlan): boolean {
  return parents.some(({ changes }) => changes === null || changes.length > 0);
}

/** The lock with the plans as they are now. A plan without a parent at hand keeps what is known of it. */
function updated(known: LockedPlans, cases: readonly Case[], lost: readonly string[]): LockedPlans {
  const plans = new Map<string, readonly LockedParent[]>(known);
  for (const path of lost) plans.delete(path);
  for (const { document, parents, lock } of cases) {
    if (lock === undefined || parents.length === 0) continue;
    const locked = parents.map((parent) => lockParent(parent, lock.pathOf(parent.document.path)));
    plans.set(lock.pathOf(document.path), locked);
  }
  return plans;
}

async function save({ path, file }: LockPlace, plans: LockedPlans): Promise<void> {
  try {
    await replaceFile(path, formatLock(plans));
  } catch (cause) {
    throw new PlanlintError(
      'lock-unwritable',
      { vi: `không ghi được ${file}`, en: `cannot write ${file}` },
      { vi: 'Kiểm tra quyền ghi ở thư mục này.', en: 'Check that you may write to this folder.' },
      cause,
    );
  }
}
