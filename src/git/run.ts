/** Runs git: never through a shell, never with the hooks, filters or monitors that a repository may set up, and only to read. */
import { execFile } from 'node:child_process';
import { gitFailed, gitMissing } from './errors.js';

/** What a git command gave back. */
export interface GitOutput {
  code: number;
  stdout: Buffer;
  stderr: string;
}

/** Environment of a git command; `undefined` takes a variable away. */
export type GitEnvironment = Record<string, string | undefined>;

/** Lists of files of large repositories take some megabytes. */
const MOST_OUTPUT = 1024 * 1024 * 1024;

/** Options that keep git from running programs of the repository, from writing, and from reading names as patterns. */
const CAREFUL = [
  '--no-pager',
  '--no-optional-locks',
  '--literal-pathspecs',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
];

/** Arguments and environment of a careful git command. */
export function careful(args: readonly string[], env: GitEnvironment): { args: string[]; env: NodeJS.ProcessEnv } {
  // messages are told apart by their English words; nobody is there to type a password
  return { args: [...CAREFUL, ...args], env: { ...process.env, ...env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' } };
}

/** Runs a git command and gives what came of it, whatever its exit code. Rejects with `PlanlintError` where git is not installed. */
export function tryGit(args: readonly string[], cwd: string, env: GitEnvironment = {}): Promise<GitOutput> {
  const command = careful(args, env);
  return new Promise((done, fail) => {
    execFile(
      'git',
      command.args,
      { cwd, env: command.env, encoding: 'buffer', maxBuffer: MOST_OUTPUT, windowsHide: true },
      (error, stdout, stderr) => {
        if (error !== null && typeof error.code !== 'number') fail(gitMissing(error));
        else done({ code: error === null ? 0 : Number(error.code), stdout, stderr: stderr.toString() });
      },
    );
  });
}

/** Runs a git command and gives its output. Rejects with `PlanlintError` that says what is wrong where it fails. */
export async function git(args: readonly string[], cwd: string, env: GitEnvironment = {}): Promise<Buffer> {
  const { code, stdout, stderr } = await tryGit(args, cwd, env);
  if (code !== 0) throw gitFailed(args, stderr);
  return stdout;
}

/** The parts of output of `-z`. */
export function zeroSeparated(output: Buffer): string[] {
  const text = output.toString('utf8');
  return text === '' ? [] : text.replace(/\0$/u, '').split('\0');
}
