/** Writes files whole or not at all. */
import { randomUUID } from 'node:crypto';
import { chown, mkdir, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Puts content in place of a file, or makes the file: written beside it, then renamed. An existing file keeps its mode and owner, and a link
 * stays a link; what is no regular file (/dev/null, a pipe) is written to as it is. Folders are made as needed. Rejects as node:fs does.
 */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const before = await stat(target).catch(() => null);
  if (before !== null && !before.isFile()) {
    await writeFile(target, content);
    return;
  }
  await mkdir(dirname(target), { recursive: true });
  const temporary = join(dirname(target), `.planlint-${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, 'wx', before === null ? 0o666 : 0o600);
    try {
      await file.writeFile(content);
      if (before !== null) await file.chmod(before.mode & 0o7777);
      await file.sync();
    } finally {
      await file.close();
    }
    // only root may give a file away; the owner writes as himself
    if (before !== null) await chown(temporary, before.uid, before.gid).catch(() => {});
    await rename(temporary, target);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw cause;
  }
}
