import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildIfNeeded } from './build.ts';
import { run } from './childProcess.ts';
import { announce, formatDuration, PlainError, runScript } from './console.ts';
import { ensureElectronRuntime, type ElectronRuntime } from './electronRuntime.ts';
import { ELECTRON_BUILDER, PROJECT_ROOT } from './projectPaths.ts';

const CONFIG = join(PROJECT_ROOT, 'electron-builder.yml');
const TRIAL_WORK = join(PROJECT_ROOT, 'release', 'trial');
const TRIAL_CONFIG = join(TRIAL_WORK, 'electron-builder.yml');
const TRIAL_OUTPUT = join(PROJECT_ROOT, 'release', 'trial-linux-unpacked');
const TRIAL_NOTICE =
  'This package is for testing the packaging only, not for shipping: it contains an old, unmaintained Electron.';

// npm run package [-- arguments for electron-builder, e.g. --dir or --linux deb]
await runScript(async () => {
  const args = process.argv.slice(2);
  await buildIfNeeded();
  const runtime = await ensureElectronRuntime();
  return runtime.origin === 'registry' ? packageTrial(runtime, args) : packageToShip(runtime, args);
});

async function packageToShip(runtime: ElectronRuntime, args: readonly string[]): Promise<number> {
  // For another platform electron-builder has to fetch that platform's Electron itself.
  const isForThisMachine = !args.some((argument) =>
    /^(-[mwl]+|--(mac|win|linux|x64|arm64|universal).*)$/.test(argument),
  );
  const electron = isForThisMachine ? [`-c.electronDist=${runtime.distribution}`] : [];
  return build(CONFIG, [...args, ...electron]);
}

/** The registry's Electron must never be shipped, but it can show that the packaging itself is right. */
async function packageTrial(runtime: ElectronRuntime, args: readonly string[]): Promise<number> {
  if (args.length > 0) {
    throw new PlainError(
      'packages need the official Electron, which could not be fetched; npm run package without arguments makes a trial.',
    );
  }
  await mkdir(TRIAL_WORK, { recursive: true });
  await writeFile(TRIAL_CONFIG, trialConfig(await readFile(CONFIG, 'utf8')));
  const exitCode = await build(TRIAL_CONFIG, [
    '--linux',
    'dir',
    `-c.electronDist=${runtime.distribution}`,
    `-c.electronVersion=${runtime.version}`,
    `-c.directories.output=${TRIAL_WORK}`,
  ]);
  if (exitCode !== 0) return exitCode;

  await rm(TRIAL_OUTPUT, { recursive: true, force: true });
  await rename(join(TRIAL_WORK, 'linux-unpacked'), TRIAL_OUTPUT);
  await rm(TRIAL_WORK, { recursive: true, force: true });
  await writeFile(join(TRIAL_OUTPUT, 'TRIAL-NOT-FOR-SHIPPING.txt'), `${TRIAL_NOTICE}\n`);
  announce(`${TRIAL_NOTICE}\nIt is in ${TRIAL_OUTPUT}`);
  return 0;
}

/** The old Electron has no such fuse to flip, and electron-builder's configuration cannot take an entry back. */
function trialConfig(config: string): string {
  return config.replace(/^ *grantFileProtocolExtraPrivileges:.*$/m, '');
}

async function build(config: string, args: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  announce('Packaging the app ...');
  const command = [ELECTRON_BUILDER, '--config', config, '--publish', 'never', ...args];
  const result = await run(process.execPath, command, { cwd: PROJECT_ROOT, inheritOutput: true });
  if (result.exitCode === 0) announce(`The app is packaged (${formatDuration(startedAt)}).`);
  return result.exitCode;
}
