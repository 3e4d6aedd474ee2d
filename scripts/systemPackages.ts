import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { findProgram, run } from './childProcess.ts';
import { announce, formatDuration, PlainError } from './console.ts';

/** The Debian packages whose libraries Electron links to. Newer releases renamed some: the first available name is taken. */
const LIBRARY_PACKAGES: readonly (readonly string[])[] = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libxss1'],
  ['libxtst6'],
];
const DISPLAY_PACKAGES = [['xvfb']];
const FONT_PACKAGES = [['fonts-dejavu-core'], ['fonts-liberation']];

/** What this machine lacks to run Electron. */
export interface Lack {
  readonly libraries: readonly string[];
  readonly virtualDisplay: boolean;
  readonly fonts: boolean;
}

/**
 * Makes sure that the Linux machine has what Electron needs from its system: as root on Debian and its kin the packages
 * are installed, elsewhere the error says what to run.
 */
export async function ensureSystemPackages(executablePath: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const lack = await findLack(executablePath);
  const wanted = packagesFor(lack);
  if (wanted.length === 0) return;

  if (!findProgram('apt-get')) {
    const debianNames = wanted.map((names) => names.at(-1)).join(' ');
    throw new PlainError(
      `Electron cannot run here: ${describeLack(lack)}; Debian's packages for it are: ${debianNames}`,
    );
  }
  const isRoot = process.getuid?.() === 0;
  if (!isRoot) {
    const names = await chooseAvailable(wanted, isAptCandidate);
    throw new PlainError(
      `Electron cannot run here: ${describeLack(lack)}. Run: sudo apt-get install -y ${names.join(' ')}`,
    );
  }
  await aptInstall(wanted);
  const still = await findLack(executablePath);
  if (packagesFor(still).length > 0) throw new PlainError(`Electron still cannot run here: ${describeLack(still)}.`);
}

/** The libraries that `ldd` could not find. */
export function parseMissingLibraries(lddOutput: string): string[] {
  const missing = lddOutput.matchAll(/^\s*(\S+) => not found$/gm);
  return [...new Set([...missing].map((match) => match[1] ?? ''))];
}

/** The packages that make up for a lack, each as its possible names. */
export function packagesFor(lack: Lack): (readonly string[])[] {
  return [
    ...(lack.libraries.length > 0 ? LIBRARY_PACKAGES : []),
    ...(lack.virtualDisplay ? DISPLAY_PACKAGES : []),
    ...(lack.fonts ? FONT_PACKAGES : []),
  ];
}

/** Of each package's possible names the first that the distribution has; the last one when it seems to have none. */
export async function chooseAvailable(
  packages: readonly (readonly string[])[],
  isAvailable: (name: string) => Promise<boolean>,
): Promise<string[]> {
  const chosen: string[] = [];
  for (const names of packages) {
    let choice = names.at(-1);
    for (const name of names.slice(0, -1)) {
      if (await isAvailable(name)) {
        choice = name;
        break;
      }
    }
    if (choice) chosen.push(choice);
  }
  return chosen;
}

/** A lack in words: the middle of a sentence. */
export function describeLack(lack: Lack): string {
  const parts: string[] = [];
  if (lack.libraries.length > 0) parts.push(`the system libraries ${lack.libraries.join(', ')}`);
  if (lack.virtualDisplay) parts.push('a display (or Xvfb, to make a virtual one)');
  if (lack.fonts) parts.push('fonts');
  return `it lacks ${parts.join(' and ')}`;
}

/** Whether this session has a screen to show windows on. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  return process.platform !== 'linux' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
}

async function findLack(executablePath: string): Promise<Lack> {
  const ldd = await run('ldd', [executablePath]);
  return {
    libraries: parseMissingLibraries(ldd.output),
    virtualDisplay: !hasDisplay() && !findProgram('Xvfb'),
    fonts: !hasFonts(),
  };
}

function hasFonts(): boolean {
  const folders = [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(homedir(), '.local', 'share', 'fonts'),
    join(homedir(), '.fonts'),
  ];
  return folders.some(
    (folder) =>
      existsSync(folder) &&
      readdirSync(folder, { recursive: true }).some((name) => /\.(ttf|otf|ttc)$/i.test(String(name))),
  );
}

async function aptInstall(packages: readonly (readonly string[])[]): Promise<void> {
  const startedAt = performance.now();
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  announce('Updating the list of system packages (apt-get update) ...');
  // One unreachable source among several is no reason to stop: the installation will tell.
  const update = await run('apt-get', ['update', '-qq'], { env });
  const names = await chooseAvailable(packages, isAptCandidate);
  announce(`Installing what Electron needs from the system (apt-get install): ${names.join(' ')} ...`);
  const options = ['-y', '-qq', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300'];
  const install = await run('apt-get', ['install', ...options, ...names], { env });
  if (install.exitCode !== 0) {
    const reason = lastLine(install.output) || lastLine(update.output);
    throw new PlainError(`apt-get could not install ${names.join(' ')}: ${reason}`);
  }
  announce(`System packages are installed (${formatDuration(startedAt)}).`);
}

async function isAptCandidate(name: string): Promise<boolean> {
  const policy = await run('apt-cache', ['policy', name]);
  return /^ +Candidate: (?!\(none\))/m.test(policy.output);
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? '';
}
