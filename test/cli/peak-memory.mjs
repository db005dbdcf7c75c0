/** Loaded before the program: writes the most memory that it held, in KiB, into the file that PEAK_MEMORY names. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const STATUS = '/proc/self/status';

/** Where the system tells it, the peak of this program alone; `maxRSS` begins with what the process held that started it. */
function peak() {
  const status = existsSync(STATUS) ? readFileSync(STATUS, 'utf8') : '';
  return /^VmHWM:\s*(\d+)/mu.exec(status)?.[1] ?? String(process.resourceUsage().maxRSS);
}

process.on('exit', () => writeFileSync(process.env.PEAK_MEMORY ?? '', peak()));
