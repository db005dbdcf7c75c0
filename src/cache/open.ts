/** Where the cache lies, and whether there can be one. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildName } from '../data/compiled.js';
import { Cache, type RunSettings } from './cache.js';
import { Entries } from './entries.js';

/** The cache of a run; null where the program runs from its source or its data were changed, so that nothing says which it is. */
export function openCache(location: string | undefined, settings: Omit<RunSettings, 'build'>): Cache | null {
  const build = buildName();
  if (build === null) return null;
  const folder = location === undefined ? userFolder(process.platform, process.env) : resolve(location);
  return folder === null ? null : new Cache(new Entries(folder), { ...settings, build });
}

/** The folder that the platform has for what can be made again, by user; null where nothing says where that is. */
export function userFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home = homedir()): string | null {
  if (platform === 'win32') return env.LOCALAPPDATA ? join(env.LOCALAPPDATA, 'planlint', 'Cache') : null;
  // a relative path is to be ignored, says the XDG specification
  if (env.XDG_CACHE_HOME?.startsWith('/')) return join(env.XDG_CACHE_HOME, 'planlint');
  if (!home.startsWith('/')) return null;
  return platform === 'darwin' ? join(home, 'Library', 'Caches', 'planlint') : join(home, '.cache', 'planlint');
}
