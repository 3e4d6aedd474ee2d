import { buildIfNeeded } from './build.ts';
import { isChromiumNoise } from './chromiumNoise.ts';
import { runScript } from './console.ts';
import { prepareLaunch } from './launch.ts';
import { PROJECT_ROOT } from './projectPaths.ts';
import { runInForeground } from './runApp.ts';

// npm start [-- arguments for the app]
await runScript(async () => {
  await buildIfNeeded();
  const launch = await prepareLaunch({ tellsHowToLook: true });
  try {
    return await runInForeground({
      command: launch.runtime.executablePath,
      args: [...launch.args, PROJECT_ROOT, ...process.argv.slice(2)],
      cwd: PROJECT_ROOT,
      env: launch.env,
      hides: isChromiumNoise,
    });
  } finally {
    launch.dispose();
  }
});
