import type { App } from 'electron';
import { join } from 'node:path';
import type { AppPaths } from '../services/ports.ts';

/** Every place in the file system that the shell knows, absolute. */
export interface ShellPaths extends AppPaths {
  logs: string;
  windowState: string;
  /** The built page. */
  renderer: string;
  preload: string;
  /** The bundles of main and of the processes that it forks. */
  mainBundles: string;
}

/** `--user-data-dir` (as Chromium spells it) moves everything that the app writes. */
export function shellPaths(app: App): ShellPaths {
  const chosen = app.commandLine.getSwitchValue('user-data-dir');
  if (chosen) app.setPath('userData', chosen);
  const userData = app.getPath('userData');
  const root = app.getAppPath();
  return {
    userData,
    runnerData: join(userData, 'runner'),
    samples: app.isPackaged ? join(process.resourcesPath, 'samples') : join(root, 'resources', 'samples'),
    logs: join(userData, 'logs'),
    windowState: join(userData, 'window.json'),
    renderer: join(root, 'out', 'renderer'),
    preload: join(root, 'out', 'preload', 'index.cjs'),
    mainBundles: join(root, 'out', 'main'),
  };
}
