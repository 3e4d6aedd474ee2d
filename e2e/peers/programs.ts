import { execFile, execFileSync } from 'node:child_process';
import type { NpmRunner } from './runnerWithNpm.ts';

/** How a program ended. */
export interface ProgramEnd {
  code: number;
  stdout: string;
  stderr: string;
}

/** Nothing of the machine's own AWS settings reaches the program: no profile, no certificate authority, no metadata. */
function peerEnvironment({ dataDirectory, credentialsFile }: NpmRunner): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_') && !name.startsWith('npm_'));
  return {
    ...Object.fromEntries(kept),
    AWS_SHARED_CREDENTIALS_FILE: credentialsFile,
    AWS_CONFIG_FILE: `${dataDirectory}/aws-config`,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_PAGER: '',
  };
}

/** A program's whole environment, and its working directory. */
export interface Surroundings {
  env: NodeJS.ProcessEnv;
  cwd?: string;
}

/** Runs a program to its end; one that fails or cannot be started has a code that is not 0. */
export function runProgramIn(surroundings: Surroundings, program: string, args: string[]): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    execFile(program, args, { ...surroundings, encoding: 'utf8' }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : 1, stdout, stderr });
    });
  });
}

/** Runs a program with the runner's credentials file and region. */
export const runProgram = (runner: NpmRunner, program: string, args: string[]): Promise<ProgramEnd> =>
  runProgramIn({ env: peerEnvironment(runner) }, program, args);

/** All that `program args` prints; null when it does not run. */
export function outputOf(program: string, args: string[]): string | null {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: Infinity });
  } catch {
    return null;
  }
}

/** First line that `program args` prints; null when it does not run. */
const firstLine = (program: string, args: string[]): string | null =>
  outputOf(program, args)?.trim().split('\n')[0] ?? null;

/** A program on this machine. */
export interface Peer {
  program: string;
  version: string;
}

/** The programs of these that run here, each version once: a name on PATH and a full path may be the same one. */
export function findPeers(programs: string[], versionArguments: string[]): Peer[] {
  const found = programs.flatMap((program): Peer[] => {
    const version = firstLine(program, versionArguments);
    return version === null ? [] : [{ program, version }];
  });
  return found.filter(({ version }, index) => found.findIndex((other) => other.version === version) === index);
}

/** AWS CLIs: Debian's, and the one on PATH where that is another. */
export const awsClis = findPeers(['/usr/bin/aws', 'aws'], ['--version']);

/** Pythons that have boto3; the version is boto3's. */
export const boto3Pythons = findPeers(
  ['python3', '/usr/bin/python3'],
  ['-c', 'import boto3; print("boto3", boto3.__version__)'],
);
