/** `--shard i/n` as typed. Light: read before anything is computed. */
import type { ShardOf } from '../shard.js';
import { usageError } from './usage.js';

/** More parts than this are a slip of the fingers. */
const MOST = 10_000;

interface Flags {
  shard?: string | undefined;
  updateBaseline?: boolean | undefined;
  pruneBaseline?: boolean | undefined;
  annotate?: string | undefined;
}

/** The part that is asked for; null for the whole. Throws `PlanlintError` for what is no part, or what only a whole run can do. */
export function shardOf(flags: Flags, mode: string | null): ShardOf | null {
  if (flags.shard === undefined) return null;
  const match = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/u.exec(flags.shard.trim());
  const [index, count] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || index > count || count > MOST) {
    throw usageError(
      { vi: `--shard ${flags.shard}: không phải là một phần`, en: `--shard ${flags.shard}: not a part` },
      {
        vi: 'Viết phần thứ mấy trên tổng số phần, ví dụ --shard 2/5.',
        en: 'Write which part of how many, for example --shard 2/5.',
      },
    );
  }
  const whole = [
    ...(flags.updateBaseline ? ['--update-baseline'] : []),
    ...(flags.pruneBaseline ? ['--prune-baseline'] : []),
    ...(flags.annotate === undefined ? [] : ['--annotate']),
    ...(mode === 'write' ? ['--fix'] : []),
    ...(mode === 'dry-run' ? ['--fix-dry-run'] : []),
  ];
  if (whole.length > 0) {
    throw usageError({
      vi: `--shard chỉ để kiểm tra, không dùng cùng ${whole.join(', ')}`,
      en: `--shard is for checking only and does not go with ${whole.join(', ')}`,
    });
  }
  return { index, count };
}
