/** Where results go: standard output or a file; colours and width of the terminal. */
import { PlanlintError } from '../errors.js';

const DEFAULT_WIDTH = 100;
const MAX_WIDTH = 120;

/** Whether to use colour: --color or --no-color, then NO_COLOR and FORCE_COLOR, then whether a terminal listens. */
export function wantsColour(flag: boolean | undefined, env: NodeJS.ProcessEnv, terminal: boolean): boolean {
  if (flag !== undefined) return flag;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return terminal && env.TERM !== 'dumb';
}

/** Columns to write in: those of the terminal, within what reads well. */
export function textWidth(): number {
  return process.stdout.isTTY ? Math.min(process.stdout.columns, MAX_WIDTH) : DEFAULT_WIDTH;
}

/** Writes a result to a file, whole or not at all, or to standard output. Rejects with `PlanlintError` where the file cannot be written. */
export async function writeResult(text: string, file: string | undefined): Promise<void> {
  if (file === undefined) process.stdout.write(text);
  else await writeFileWhole(file, text);
}

/** Writes a file, whole or not at all. Rejects with `PlanlintError` where it cannot be written. */
export async function writeFileWhole(file: string, content: string | Uint8Array): Promise<void> {
  try {
    const { replaceFile } = await import('../replace-file.js');
    await replaceFile(file, content);
  } catch (cause) {
    throw new PlanlintError(
      'output-unwritable',
      { vi: `không ghi được kết quả vào ${file}`, en: `cannot write the result to ${file}` },
      {
        vi: 'Kiểm tra đường dẫn, quyền ghi và dung lượng đĩa.',
        en: 'Check the path, that it may be written to, and the space left.',
      },
      cause,
    );
  }
}
