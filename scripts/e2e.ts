import { join } from 'node:path';
import { buildIfNeeded } from './build.ts';
import { runScript } from './console.ts';
import { prepareLaunch } from './launch.ts';
import { PLAYWRIGHT, PROJECT_ROOT } from './projectPaths.ts';
import { runInForeground } from './runApp.ts';

/** Runs the end-to-end tests on the real app; `args` go to Playwright (a spec's name, `--grep`, ...). Returns the exit code. */
export function runEndToEnd(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return runWithElectron([PLAYWRIGHT, 'test', '-c', join('e2e', 'playwright.config.ts'), ...args], env);
}

/** Runs a Node script that drives the built app: it finds the Electron to use in its environment. Returns the exit code. */
export async function runWithElectron(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  await buildIfNeeded();
  const launch = await prepareLaunch({ tellsHowToLook: false });
  try {
    return await runInForeground({
      command: process.execPath,
      args,
      cwd: PROJECT_ROOT,
      env: {
        ...launch.env,
        EDGEWRIGHT_ELECTRON: launch.runtime.executablePath,
        EDGEWRIGHT_ELECTRON_ARGS: JSON.stringify(launch.args),
        ...env,
      },
    });
  } finally {
    launch.dispose();
  }
}

if (import.meta.main) await runScript(() => runEndToEnd(process.argv.slice(2)));
