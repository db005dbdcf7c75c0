/** A run whose memory is measured. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder } from './plans.js';
import { planlint, type Ran } from './run.js';

export const MOST_MEMORY_MIB = 300;

/** Checks a file of these bytes, and gives what was printed and the most memory held. */
export async function check(
  name: string,
  bytes: Uint8Array,
  args: string[] = [],
): Promise<Ran & { mebibytes: number }> {
  const cwd = folder({ [name]: bytes });
  const peak = join(cwd, 'peak');
  const env = { NODE_OPTIONS: `--import=${join(import.meta.dirname, 'peak-memory.mjs')}`, PEAK_MEMORY: peak };
  const ran = await planlint([name, ...args], { cwd, env });
  const mebibytes = Math.round(Number(readFileSync(peak, 'utf8')) / 1024);
  console.log(`${name}: ${mebibytes} MiB`);
  return { ...ran, mebibytes };
}
