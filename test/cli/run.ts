/** Runs the real executable, as a user or a CI job does. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const bin = resolve(import.meta.dirname, '../../dist/bin.js');

/** What runs keep between them goes with the tests, not into the home of whoever runs them. */
const CACHE = mkdtempSync(join(tmpdir(), 'planlint-cache-'));
process.on('exit', () => rmSync(CACHE, { recursive: true, force: true }));

const GIT_ALONE = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Văn thư',
  GIT_AUTHOR_EMAIL: 'van-thu@example.vn',
  GIT_COMMITTER_NAME: 'Văn thư',
  GIT_COMMITTER_EMAIL: 'van-thu@example.vn',
};

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  cwd?: string;
  input?: string | Uint8Array;
  env?: Record<string, string>;
}

/** Runs `planlint` with arguments; the language is not set unless the test does it. */
export function planlint(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return run(process.execPath, [bin, ...args], options);
}

/** Runs a program in an environment that neither this terminal nor a git hook or configuration around the tests has a say in. */
export function run(program: string, args: readonly string[], { cwd, input, env = {} }: RunOptions = {}): Promise<Ran> {
  const ours = /^(?:NO_COLOR|FORCE_COLOR|PLANLINT_.*|GIT_.*|PRE_COMMIT.*)$/u;
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
  const child = spawn(program, args, { cwd, env: { ...inherited, ...GIT_ALONE, XDG_CACHE_HOME: CACHE, ...env } });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  child.stdin.on('error', () => {});
  child.stdin.end(input ?? '');
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) =>
      done({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
  });
}
