import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The repository's root folder. */
export const PROJECT_ROOT = resolve(import.meta.dirname, '..');

/** Where things are kept that are costly to fetch and safe to delete: one folder per user, by the platform's custom. */
export function cacheFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'edgewright');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'edgewright');
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'edgewright', 'cache');
  return join(homedir(), '.cache', 'edgewright');
}

const NODE_MODULES = join(PROJECT_ROOT, 'node_modules');

// Command-line tools as JavaScript files, to be run with `process.execPath`: the same on every platform, without a shell.
export const ELECTRON_VITE = join(NODE_MODULES, 'electron-vite', 'bin', 'electron-vite.js');
export const ELECTRON_BUILDER = join(NODE_MODULES, 'electron-builder', 'cli.js');
export const PLAYWRIGHT = join(NODE_MODULES, '@playwright', 'test', 'cli.js');
export const VITEST = join(NODE_MODULES, 'vitest', 'vitest.mjs');
