import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './childProcess.ts';
import { announce, formatDuration } from './console.ts';
import { withFileLock } from './fileLock.ts';
import { cacheFolder, PROJECT_ROOT } from './projectPaths.ts';

const ELECTRON_PACKAGE = join(PROJECT_ROOT, 'node_modules', 'electron');
const STALL_SECONDS = 30;
const FAILURE_REMEMBERED_HOURS = 6;
const ERROR_CLASS = /^[A-Za-z]*Error( \[\w+\])?: /;

/** The official Electron's distribution folder inside `node_modules`. */
export const OFFICIAL_DISTRIBUTION = join(ELECTRON_PACKAGE, 'dist');

/** The Electron version that package.json pins. */
export function pinnedElectronVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(ELECTRON_PACKAGE, 'package.json'), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
  throw new Error('node_modules/electron/package.json names no version');
}

/** The executable's place inside an Electron distribution. */
export function executableIn(distribution: string, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'darwin') return join(distribution, 'Electron.app', 'Contents', 'MacOS', 'Electron');
  return join(distribution, platform === 'win32' ? 'electron.exe' : 'electron');
}

/** Whether the official binary of the pinned version is unpacked and complete. */
export function isOfficialElectronInstalled(): boolean {
  // The installer writes path.txt last.
  if (!existsSync(join(ELECTRON_PACKAGE, 'path.txt')) || !existsSync(executableIn(OFFICIAL_DISTRIBUTION))) return false;
  return distributionVersion(OFFICIAL_DISTRIBUTION) === pinnedElectronVersion();
}

/** The version that an Electron distribution says it has, or null. */
export function distributionVersion(distribution: string): string | null {
  try {
    return readFileSync(join(distribution, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return null;
  }
}

/** Fetches the official binary with the electron package's own installer; returns why not, or null when it is there. */
export async function installOfficialElectron(): Promise<string | null> {
  return withFileLock(join(cacheFolder(), 'electron', 'official.lock'), async () => {
    if (isOfficialElectronInstalled()) return null;
    const version = pinnedElectronVersion();
    const startedAt = performance.now();
    announce(`Fetching Electron ${version} (about 120 MB, once) ...`);
    // The installer downloads into the temporary folder: one of our own lets us see whether anything arrives.
    const temporary = await mkdtemp(join(tmpdir(), 'edgewright-electron-'));
    try {
      const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary, NODE_USE_ENV_PROXY: '1' };
      const result = await run(process.execPath, [join(ELECTRON_PACKAGE, 'install.js')], {
        env,
        stallWatch: { folders: [temporary, OFFICIAL_DISTRIBUTION], seconds: STALL_SECONDS },
      });
      if (isOfficialElectronInstalled()) {
        announce(`Electron ${version} is ready (${formatDuration(startedAt)}).`);
        return null;
      }
      return result.stalled ? `nothing arrived for ${STALL_SECONDS} s` : firstErrorLine(result.output);
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  });
}

/** The line of an installer's output that names the error, without the error's class. */
export function firstErrorLine(output: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  const line = lines.find((each) => ERROR_CLASS.test(each)) ?? lines.find((each) => each !== '');
  return line?.replace(ERROR_CLASS, '') ?? 'no reason given';
}

/** Remembers that the official binary could not be had, so that the next starts do not wait for it again. */
export async function rememberOfficialFailure(): Promise<void> {
  const stamp = failureStamp();
  await mkdir(join(stamp, '..'), { recursive: true });
  await writeFile(stamp, '');
}

/** Forgets a remembered failure. */
export async function forgetOfficialFailure(): Promise<void> {
  await rm(failureStamp(), { force: true });
}

/** Whether the official binary could not be had within the last hours. */
export async function officialFailedRecently(): Promise<boolean> {
  try {
    return Date.now() - (await stat(failureStamp())).mtimeMs < FAILURE_REMEMBERED_HOURS * 3_600_000;
  } catch {
    return false;
  }
}

function failureStamp(): string {
  return join(cacheFolder(), 'electron', `official-${pinnedElectronVersion()}-unreachable`);
}
