import { removeBuildStamp } from './buildStamp.ts';
import { isChromiumNoise } from './chromiumNoise.ts';
import { runScript } from './console.ts';
import { prepareLaunch } from './launch.ts';
import { prepareSamples } from './prepareSamples.ts';
import { ELECTRON_VITE, PROJECT_ROOT } from './projectPaths.ts';
import { runInForeground } from './runApp.ts';

// npm run dev [-- arguments for the app] — hot reload; main and preload changes restart the app.
await runScript(async () => {
  await prepareSamples();
  const launch = await prepareLaunch({ tellsHowToLook: true });
  // electron-vite writes its development build into out/: a later `npm start` must not take it for its own.
  await removeBuildStamp(PROJECT_ROOT);
  try {
    return await runInForeground({
      command: process.execPath,
      // What follows `--` goes to Electron, behind the app's folder: Chromium reads its flags there as well.
      args: [ELECTRON_VITE, 'dev', '--watch', '--', ...launch.args, ...process.argv.slice(2)],
      cwd: PROJECT_ROOT,
      env: { ...launch.env, ELECTRON_EXEC_PATH: launch.runtime.executablePath },
      hides: isChromiumNoise,
    });
  } finally {
    launch.dispose();
  }
});
