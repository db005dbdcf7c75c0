/** Whether a path lies in a folder, links aside: the folder of a repository is known by its real name only. */
import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';

/** The path itself if it lies in a folder, whatever links lead there; null if it does not. */
export function within(folder: string, path: string): string | null {
  if (isBelow(folder, path)) return path;
  for (let at = path; dirname(at) !== at; at = dirname(at)) {
    const real = realOf(dirname(at));
    if (real === null) continue;
    const own = join(real, relative(dirname(at), path));
    return isBelow(folder, own) ? own : null;
  }
  return null;
}

/** Whether a path is a folder or lies in it, by name. */
export function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}

function realOf(path: string): string | null {
  try {
    return realpathSync.native(path);
  } catch {
    return null;
  }
}
