import { join } from 'node:path';
import { digestSources, isBuiltFrom, removeBuildStamp, writeBuildStamp } from './buildStamp.ts';
import { run } from './childProcess.ts';
import { announce, formatDuration, PlainError, runScript } from './console.ts';
import { withFileLock } from './fileLock.ts';
import { prepareSamples } from './prepareSamples.ts';
import { ELECTRON_VITE, PROJECT_ROOT } from './projectPaths.ts';

/** Builds the app into `out/`, unless it was built from these very sources before. */
export async function buildIfNeeded(options: { force?: boolean } = {}): Promise<void> {
  const lockFile = join(PROJECT_ROOT, 'node_modules', '.cache', 'edgewright', 'build.lock');
  await withFileLock(lockFile, async () => {
    await prepareSamples();
    const digest = await digestSources(PROJECT_ROOT);
    if (!options.force && (await isBuiltFrom(PROJECT_ROOT, digest))) return;

    const startedAt = performance.now();
    announce('Building the app ...');
    await removeBuildStamp(PROJECT_ROOT);
    const result = await run(process.execPath, [ELECTRON_VITE, 'build', '--logLevel', 'warn'], { cwd: PROJECT_ROOT });
    if (result.exitCode !== 0) throw new PlainError(`the build failed.\n${result.output.trim()}`);
    if (result.output.trim()) announce(result.output.trim());
    await writeBuildStamp(PROJECT_ROOT, digest);
    announce(`The app is built (${formatDuration(startedAt)}).`);
  });
}

if (import.meta.main) {
  await runScript(async () => {
    await buildIfNeeded({ force: process.argv.includes('--force') });
    return 0;
  });
}
