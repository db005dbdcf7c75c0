/** Other programs of the machine, run where they are installed: each for one file in a temporary folder, with a time limit, never through a shell. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Most that a program may print, in bytes. */
const MOST_OUTPUT = 256 * 1024 * 1024;

export type Ran = { output: string } | { failed: 'absent' | 'timeout' | 'error'; message: string };

/** Runs a program and gives what it prints. Never rejects. */
export function runProgram(name: string, args: readonly string[], seconds: number): Promise<Ran> {
  return new Promise((done) => {
    const options = {
      timeout: seconds * 1000,
      killSignal: 'SIGKILL',
      maxBuffer: MOST_OUTPUT,
      windowsHide: true,
    } as const;
    execFile(name, [...args], options, (error, output, errors) => {
      if (error === null) return done({ output });
      const failed = error.code === 'ENOENT' ? 'absent' : error.killed === true ? 'timeout' : 'error';
      done({ failed, message: (errors.trim() || error.message).slice(0, 300) });
    });
  });
}

/** Puts a PDF into a temporary folder, does something with it, and removes the folder. */
export async function withTemporaryPdf<T>(
  bytes: Uint8Array,
  use: (file: string, folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'planlint-'));
  try {
    const file = join(folder, 'document.pdf');
    await writeFile(file, bytes, { mode: 0o600 });
    return await use(file, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
