/** Contents by their name (blob id), from one `git cat-file --batch` that stays open as long as it is used. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { gitFailed, gitMissing } from './errors.js';
import type { Repository } from './repository.js';
import { careful } from './run.js';

/** A process that answers, and what it said that is not read yet. */
interface Answering {
  process: ChildProcessWithoutNullStreams;
  chunks: AsyncIterator<Buffer>;
  rest: Buffer[];
  errors: string[];
}

export class Blobs {
  private readonly repository: Repository;
  private answering: Answering | null = null;
  /** The reading before: one answer after the other. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(repository: Repository) {
    this.repository = repository;
  }

  /** The bytes of a blob; null if the repository lacks it. */
  read(id: string): Promise<Buffer | null> {
    const next = this.last.then(() => this.ask(id));
    this.last = next.catch(() => {});
    return next;
  }

  /** Ends the process; a further reading would start another. */
  close(): void {
    this.answering?.process.stdin.end();
    this.answering?.process.stdout.destroy();
    this.answering = null;
  }

  private async ask(id: string): Promise<Buffer | null> {
    this.answering ??= await start(this.repository);
    this.answering.process.stdin.write(`${id}\n`);
    const size = /^\S+ blob (\d+)$/u.exec(await readLine(this.answering))?.[1];
    if (size === undefined) return null;
    const content = await readBytes(this.answering, Number(size) + 1);
    return content.subarray(0, -1);
  }
}

async function start({ top, env }: Repository): Promise<Answering> {
  const command = careful(['cat-file', '--batch'], env);
  const process = spawn('git', command.args, { cwd: top, env: command.env, windowsHide: true });
  await once(process, 'spawn').catch((cause: Error) => {
    throw gitMissing(cause);
  });
  const errors: string[] = [];
  process.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString('utf8')));
  // that the process ended is seen where its answer is read
  process.stdin.on('error', () => {});
  return { process, chunks: process.stdout[Symbol.asyncIterator](), rest: [], errors };
}

/** Up to the next newline, which is taken away too. */
async function readLine(answering: Answering): Promise<string> {
  let before = 0;
  for (let i = 0; ; i++) {
    const chunk = answering.rest[i] ?? (await more(answering));
    const at = chunk.indexOf('\n');
    if (at >= 0)
      return take(answering, before + at + 1)
        .subarray(0, -1)
        .toString('utf8');
    before += chunk.length;
  }
}

async function readBytes(answering: Answering, size: number): Promise<Buffer> {
  let there = answering.rest.reduce((sum, chunk) => sum + chunk.length, 0);
  while (there < size) there += (await more(answering)).length;
  return take(answering, size);
}

async function more({ chunks, rest, errors }: Answering): Promise<Buffer> {
  const { value, done } = await chunks.next();
  if (done === true) throw gitFailed(['cat-file'], errors.join(''));
  rest.push(value);
  return value;
}

/** Takes so many bytes off the front of what was read. */
function take(answering: Answering, size: number): Buffer {
  const all = Buffer.concat(answering.rest);
  answering.rest = all.length === size ? [] : [all.subarray(size)];
  return all.subarray(0, size);
}
