/** Runs the real executable, as a user or a CI job does. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export const bin = resolve(import.meta.dirname, '../../dist/bin.js');

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
export function planlint(args: readonly string[], { cwd, input, env = {} }: RunOptions = {}): Promise<Ran> {
  const { NO_COLOR: _1, FORCE_COLOR: _2, PLANLINT_LANG: _3, PLANLINT_DEBUG: _4, ...inherited } = process.env;
  const child = spawn(process.execPath, [bin, ...args], { cwd, env: { ...inherited, ...env } });
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
