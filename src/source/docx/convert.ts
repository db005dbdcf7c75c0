/** .doc and .odt files, converted to .docx by LibreOffice where the machine has it. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type Bilingual, PlanlintError } from '../../errors.js';

const run = promisify(execFile);

/** Its names on the systems that it runs on. */
const PROGRAMS = ['soffice', 'libreoffice'] as const;
const TIME_LIMIT = 120_000;

/** The same document as .docx. Rejects with `PlanlintError` if LibreOffice is not there or cannot read the file. */
export async function convertToDocx(path: string, bytes: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'planlint-'));
  try {
    const input = join(folder, `van-ban${extname(path).toLowerCase()}`);
    await writeFile(input, bytes);
    // a profile of its own: another LibreOffice that is open keeps the user's locked
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const args = [profile, '--headless', '--norestore', '--convert-to', 'docx', '--outdir', folder, input];
    await runFirst(path, args);
    return await readFile(join(folder, 'van-ban.docx')).catch((cause: unknown) => {
      throw notConverted(path, cause);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runFirst(path: string, args: readonly string[]): Promise<void> {
  for (const program of PROGRAMS) {
    try {
      await run(program, args, { timeout: TIME_LIMIT });
      return;
    } catch (cause) {
      const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
      if (!missing) throw notConverted(path, cause);
    }
  }
  throw withoutProgram(path);
}

/** What to type to convert the file by hand. */
function command(path: string): string {
  return `soffice --headless --convert-to docx "${basename(path)}"`;
}

function withoutProgram(path: string): PlanlintError {
  const ending = extname(path).toLowerCase();
  return new PlanlintError(
    'converter-missing',
    {
      vi: `${path}: tệp ${ending} cần LibreOffice để chuyển sang .docx, máy này chưa có`,
      en: `${path}: a ${ending} file needs LibreOffice to become .docx, which this machine does not have`,
    },
    next(path),
  );
}

function notConverted(path: string, cause: unknown): PlanlintError {
  return new PlanlintError(
    'file-damaged',
    {
      vi: `${path}: LibreOffice không chuyển được tệp này sang .docx, có thể tệp bị hỏng hoặc có mật khẩu`,
      en: `${path}: LibreOffice could not convert this file to .docx, it may be damaged or protected by a password`,
    },
    next(path),
    cause,
  );
}

function next(path: string): Bilingual {
  return {
    vi: `Mở bằng Word rồi lưu thành .docx, hoặc chạy: ${command(path)}`,
    en: `Open it in Word and save it as .docx, or run: ${command(path)}`,
  };
}
