import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What decides whether Chromium's sandbox can work on a Linux machine. */
export interface SandboxFacts {
  readonly isRoot: boolean;
  readonly hasUserNamespaces: boolean;
  readonly hasSetuidHelper: boolean;
}

/** The flags that an Electron needs here, and what to tell the person about them. */
export interface SandboxDecision {
  readonly args: readonly string[];
  readonly notice: string | null;
}

/** Keeps the sandbox wherever the machine lets it work. */
export function sandboxFor(executablePath: string): SandboxDecision {
  if (process.platform !== 'linux') return { args: [], notice: null };
  const helper = join(dirname(executablePath), 'chrome-sandbox');
  const facts = {
    isRoot: process.getuid?.() === 0,
    hasUserNamespaces: userNamespacesAllowed(),
    hasSetuidHelper: isSetuidRoot(helper),
  };
  return decideSandbox(facts, helper);
}

/** See `sandboxFor`; the decision alone. */
export function decideSandbox(facts: SandboxFacts, helper: string): SandboxDecision {
  // Chromium refuses to start sandboxed as root.
  if (facts.isRoot) return { args: ['--no-sandbox'], notice: null };
  if (facts.hasUserNamespaces || facts.hasSetuidHelper) return { args: [], notice: null };
  return {
    args: ['--no-sandbox'],
    notice:
      'This system forbids unprivileged user namespaces, so Electron starts without its sandbox; to have it: ' +
      `sudo chown root ${helper} && sudo chmod 4755 ${helper}`,
  };
}

function userNamespacesAllowed(): boolean {
  const restrictedByAppArmor = readSetting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1';
  const switchedOff = readSetting('/proc/sys/kernel/unprivileged_userns_clone') === '0';
  const noneLeft = readSetting('/proc/sys/user/max_user_namespaces') === '0';
  return !restrictedByAppArmor && !switchedOff && !noneLeft;
}

function isSetuidRoot(file: string): boolean {
  try {
    const { uid, mode } = statSync(file);
    return uid === 0 && (mode & 0o4000) !== 0;
  } catch {
    return false;
  }
}

function readSetting(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}
