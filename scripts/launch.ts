import { announce } from './console.ts';
import { ensureDisplay } from './display.ts';
import { ensureElectronRuntime, type ElectronRuntime } from './electronRuntime.ts';
import { sandboxFor } from './sandbox.ts';
import { ensureSystemPackages } from './systemPackages.ts';

/** All that is needed to start an Electron app on this machine. */
export interface Launch {
  readonly runtime: ElectronRuntime;
  /** Flags to put before the app's folder. */
  readonly args: readonly string[];
  /** The environment to start it with: has the display to use. */
  readonly env: NodeJS.ProcessEnv;
  /** Ends the virtual display, if one was made. */
  readonly dispose: () => void;
}

/** How to prepare a launch. */
export interface LaunchOptions {
  /** Whether someone wants to see the windows, and so should be told how to look at a virtual display. */
  readonly tellsHowToLook: boolean;
}

/** Gets the machine ready to run Electron: the runtime, the system packages, a display, the sandbox flags. */
export async function prepareLaunch(options: LaunchOptions): Promise<Launch> {
  const runtime = await ensureElectronRuntime();
  await ensureSystemPackages(runtime.executablePath);
  const sandbox = sandboxFor(runtime.executablePath);
  if (sandbox.notice) announce(sandbox.notice);
  if (runtime.origin === 'registry') {
    announce(
      `Running on the npm registry's Electron ${runtime.version}: for trying and testing (docs/electron-runtime.md).`,
    );
  }
  const display = await ensureDisplay();
  if (display.describe && options.tellsHowToLook) announce(display.describe);
  return { runtime, args: sandbox.args, env: withUtf8Locale(withoutNodeMode(display.env)), dispose: display.dispose };
}

function withoutNodeMode(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { ELECTRON_RUN_AS_NODE: _nodeMode, ...rest } = env;
  return rest;
}

/** Without a UTF-8 locale Chromium drops files whose path is not ASCII, and says nothing. */
function withUtf8Locale(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return process.platform !== 'linux' || /utf-?8/iu.test(locale) ? env : { ...env, LC_ALL: 'C.UTF-8' };
}
