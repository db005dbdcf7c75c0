/** Writes a fixed file in place: as a whole or not at all. */
import { constants } from 'node:fs';
import { access, readFile, realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PlanlintError } from '../errors.js';
import { replaceFile } from '../replace-file.js';
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
  for (const { path, file, after } of documents) {
    await replaceFile(file, after).catch((cause: unknown) => {
      throw notWritten(path, cause);
    });
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
