import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The repository's root folder. */
export const PROJECT_ROOT = resolve(import.meta.dirname, '..');

/** Where things are kept that are costly to fetch and safe to delete: one folder per user, by the platform's custom. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'edgewright');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'edgewright');
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'edgewright', 'cache');
  return join(homedir(), '.cache', 'edgewright');
}

/** A command-line tool's JavaScript entry inside `node_modules`, to be run with `process.execPath` on every platform. */
export function toolEntry(pathInNodeModules: string): string {
  return join(PROJECT_ROOT, 'node_modules', pathInNodeModules);
}
