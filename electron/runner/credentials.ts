import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { RUNNER_PROFILE } from '../../shared/runnerProfile.ts';

/** Access keys for the local endpoint; good for nothing else. */
export interface RunnerKeys {
  /** 20 characters that no AWS key begins with, so that no scanner takes them for a leaked one. */
  accessKeyId: string;
  /** 40 characters, 240 random bits. */
  secretAccessKey: string;
}

const KEY_ID_PREFIX = 'EDGEWRIGHT';
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function newKeys(): RunnerKeys {
  const suffix = [...randomBytes(10)].map((byte) => BASE32[byte % BASE32.length]).join('');
  return { accessKeyId: KEY_ID_PREFIX + suffix, secretAccessKey: randomBytes(30).toString('base64url') };
}

function readKeys(file: string): RunnerKeys | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return null;
  }
  const accessKeyId = /^aws_access_key_id *= *(\S{16,128})$/mu.exec(text)?.[1];
  const secretAccessKey = /^aws_secret_access_key *= *(\S{32,128})$/mu.exec(text)?.[1];
  return accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : null;
}

/** Whole or not at all: a crash must not leave a file with half a key. */
function writePrivateFile(file: string, text: string): void {
  const staged = `${file}.new`;
  const handle = openSync(staged, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  chmodSync(staged, 0o600);
  renameSync(staged, file);
}

/**
 * The keys in the shared-credentials file `file`, made on the first start. The file is the one place where they are
 * kept; `AWS_SHARED_CREDENTIALS_FILE=file` lets any AWS client use them: as the default, and by the name of
 * {@link RUNNER_PROFILE}. A file without usable keys gets new ones.
 */
export function loadOrCreateKeys(file: string): RunnerKeys {
  const keys = readKeys(file) ?? newKeys();
  const lines = `aws_access_key_id = ${keys.accessKeyId}\naws_secret_access_key = ${keys.secretAccessKey}\n`;
  writePrivateFile(
    file,
    `# Keys for Edgewright's local runner on this machine; they open nothing else.\n[default]\n${lines}\n[${RUNNER_PROFILE}]\n${lines}`,
  );
  return keys;
}

/** Writes the shared-config file that tells AWS clients the region. */
export function writeConfigFile(file: string, region: string): void {
  writePrivateFile(file, `[default]\nregion = ${region}\noutput = json\n`);
}
