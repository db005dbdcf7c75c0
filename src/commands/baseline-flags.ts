/** `--baseline`, `--update-baseline` and `--prune-baseline` as typed. Light: read before anything is computed. */
import type { PlanlintError } from '../errors.js';
import { usageError } from './usage.js';

export interface BaselineFlags {
  /** `false` for --no-baseline. */
  baseline?: string | false | undefined;
  updateBaseline?: boolean | undefined;
  pruneBaseline?: boolean | undefined;
}

/** Refuses flags that do not go together: what is not in the files as they lie there cannot be what a baseline knows. */
export function rejectBaselineFlags(
  flags: BaselineFlags & { fixDryRun?: boolean | undefined; staged?: boolean | undefined },
): void {
  const { updateBaseline, pruneBaseline, fixDryRun, staged } = flags;
  if (!updateBaseline && !pruneBaseline) return;
  const given = [
    ...(updateBaseline ? ['--update-baseline'] : []),
    ...(pruneBaseline ? ['--prune-baseline'] : []),
    ...(fixDryRun ? ['--fix-dry-run'] : []),
    ...(staged ? ['--staged'] : []),
  ];
  if (given.length === 1) return;
  throw usageError({
    vi: `${given.join(' và ')} không dùng cùng nhau`,
    en: `${given.join(' and ')} do not go together`,
  });
}

/** The flags ask for a change, but neither they nor the configuration name a file. */
export function noFileNamed(change: 'update' | 'prune'): PlanlintError {
  return usageError(
    {
      vi: `--${change}-baseline: chưa ghi tệp baseline`,
      en: `--${change}-baseline: no baseline file was named`,
    },
    {
      vi: 'Thêm --baseline TỆP, hoặc ghi baseline: TỆP trong planlint.yaml.',
      en: 'Add --baseline FILE, or write baseline: FILE in planlint.yaml.',
    },
  );
}
