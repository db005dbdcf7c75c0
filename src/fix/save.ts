/** Writes a fixed file in place: as a whole or not at all. */
import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chown, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PlanlintError } from '../errors.js';
import { changedMeanwhile, type FixedDocument } from './fix-documents.js';

/**
 * Replaces the files of fixed documents: each is written beside itself and then renamed, and keeps its mode; a link stays a link.
 * Throws `PlanlintError` before anything is written if one of them may not be written or has changed since it was read.
 */
export async function saveFixed(documents: readonly FixedDocument[]): Promise<void> {
  for (const { path, file, before } of documents) {
    try {
      await access(file, constants.W_OK);
      await access(dirname(await realpath(file)), constants.W_OK);
      if (Buffer.from(before).equals(await readFile(file))) continue;
    } catch (cause) {
      throw notWritten(path, cause);
    }
    throw changedMeanwhile(path);
  }
  for (const document of documents) await replaceFile(document);
}

async function replaceFile({ path, file: link, after }: FixedDocument): Promise<void> {
  const target = await realpath(link);
  const temporary = join(dirname(target), `.planlint-${randomUUID()}.tmp`);
  try {
    const { mode, uid, gid } = await stat(target);
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(after);
      await file.chmod(mode & 0o7777);
      await file.sync();
    } finally {
      await file.close();
    }
    // only root may give a file away; the owner writes as himself
    await chown(temporary, uid, gid).catch(() => {});
    await rename(temporary, target);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw notWritten(path, cause);
  }
}

function notWritten(path: string, cause: unknown): PlanlintError {
  return new PlanlintError(
    'fix-unwritable',
    { vi: `${path}: không ghi được bản đã sửa`, en: `${path}: cannot write the fixed file` },
    {
      vi: 'Kiểm tra quyền ghi của tệp và thư mục, dung lượng đĩa; xem trước các chỗ sửa bằng --fix-dry-run.',
      en: 'Check that file and folder may be written to and the space on the disk; see the fixes with --fix-dry-run.',
    },
    cause,
  );
}
