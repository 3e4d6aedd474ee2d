import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ensureElectronRuntime, parseSource } from './electronRuntime.ts';
import { executableIn, firstErrorLine } from './officialElectron.ts';
import { npmReason, registryElectronFits } from './registryElectron.ts';

describe('ensureElectronRuntime', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'edgewright-runtime-'));
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
  });

  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  it("takes the person's own Electron before any other", async () => {
    const executablePath = executableIn(folder, 'linux');
    vi.spyOn(process, 'platform', 'get').mockReturnValue('linux');
    writeFileSync(executablePath, '');
    writeFileSync(join(folder, 'version'), 'v45.0.1\n');
    await expect(ensureElectronRuntime()).resolves.toEqual({
      executablePath,
      distribution: folder,
      version: '45.0.1',
      origin: 'override',
    });
  });

  it('says where it looked when there is none', async () => {
    await expect(ensureElectronRuntime()).rejects.toThrow(executableIn(folder));
  });
});

describe('parseSource', () => {
  it('is automatic unless told otherwise', () => {
    expect(parseSource(undefined)).toBe('auto');
    expect(parseSource('')).toBe('auto');
    expect(parseSource('registry')).toBe('registry');
  });

  it('refuses what it does not know', () => {
    expect(() => parseSource('offical')).toThrow('it can be auto, official or registry');
  });
});

describe('executableIn', () => {
  it("knows each platform's place", () => {
    expect(executableIn('dist', 'linux')).toBe(join('dist', 'electron'));
    expect(executableIn('dist', 'win32')).toBe(join('dist', 'electron.exe'));
    expect(executableIn('dist', 'darwin')).toBe(join('dist', 'Electron.app', 'Contents', 'MacOS', 'Electron'));
  });
});

describe('registryElectronFits', () => {
  it('is linux-x64 only', () => {
    expect(registryElectronFits('linux', 'x64')).toBe(true);
    expect(registryElectronFits('linux', 'arm64')).toBe(false);
    expect(registryElectronFits('darwin', 'x64')).toBe(false);
  });
});

describe('reasons for people', () => {
  it("takes the line that names the installer's error, without the error's class", () => {
    expect(firstErrorLine('\nTypeError: fetch failed\n    at node:internal\n')).toBe('fetch failed');
    expect(firstErrorLine('node:internal:77\n  throw err;\nAssertionError [ERR_X]: false\n')).toBe('false');
    expect(firstErrorLine('Killed\n')).toBe('Killed');
    expect(firstErrorLine('')).toBe('no reason given');
  });

  it("takes npm's error code", () => {
    expect(npmReason('npm error code E404\nnpm error 404 Not Found')).toBe(' (E404)');
    expect(npmReason('npm ERR! code ECONNREFUSED\n')).toBe(' (ECONNREFUSED)');
    expect(npmReason('Killed')).toBe('');
  });
});
