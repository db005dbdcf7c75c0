/** Loaded before the program that is measured: counts the plans that it reads, from the disk or from git, and says so with its peak of memory. */
import childProcess, { type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const STATUS = '/proc/self/status';

let read = 0;

const { readFile } = promises;
promises.readFile = new Proxy(readFile, {
  apply(target, self, args) {
    if (/\.md$/u.test(String(args[0]))) read++;
    return Reflect.apply(target, self, args);
  },
});

childProcess.spawn = new Proxy(childProcess.spawn, {
  apply(target, self, args) {
    const child: ChildProcess = Reflect.apply(target, self, args);
    const { stdin } = child;
    if (stdin !== null && [args[1]].flat().includes('cat-file')) {
      stdin.write = new Proxy(stdin.write, {
        apply(write, stream, given) {
          read++;
          return Reflect.apply(write, stream, given);
        },
      });
    }
    return child;
  },
});
syncBuiltinESMExports();

process.on('exit', () => {
  const status = existsSync(STATUS) ? readFileSync(STATUS, 'utf8') : '';
  const peak = Number(/^VmHWM:\s*(\d+)/mu.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
  writeFileSync(process.env.BENCH_PROBE ?? '', JSON.stringify({ read, megabytes: Math.round(peak / 1024) }));
});
