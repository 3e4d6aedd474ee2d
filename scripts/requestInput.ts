import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** A command line that cannot be used; the message is for its author. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Somewhat above what `importRequest` reads, in bytes: what comes after it is not needed to say that it is too much. */
const MAX_BYTES = 8 * 2 ** 20;
const UTF16_MARK = Buffer.from([0xff, 0xfe]);

/** Reads options as `node:util` does. @throws {UsageError} in one sentence */
export function readOptions<Config extends ParseArgsConfig>(config: Config): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (thrown) {
    // Behind the first sentence Node explains how to pass a file whose name begins with a hyphen.
    const [sentence = ''] = (thrown instanceof Error ? thrown.message : String(thrown)).split(/\n|\. /u);
    throw new UsageError(sentence.replace(/\.?$/u, '.'));
  }
}

/** Why a file cannot be read, in words where the system has only a code. */
const REASONS: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder',
  ENOENT: 'there is no such file',
  EACCES: 'you may not read it',
};

function reasonOf(thrown: unknown): string {
  const { code = '', message } = thrown as NodeJS.ErrnoException;
  return REASONS[code] ?? message;
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = chunk as Buffer;
    chunks.push(bytes);
    size += bytes.length;
    if (size > MAX_BYTES) break;
  }
  const bytes = Buffer.concat(chunks);
  // Windows PowerShell's `>` writes UTF-16.
  return bytes.subarray(0, 2).equals(UTF16_MARK) ? bytes.toString('utf16le') : bytes.toString('utf8');
}

/**
 * The text that a command is about: a file's, or standard input without a file or for `-`. npm starts scripts in the
 * project's folder and says in INIT_CWD where the person is.
 * @throws {UsageError} when the file cannot be read, or more than one is named
 */
export async function readInput(files: readonly string[]): Promise<string> {
  const [file = '-', second] = files;
  if (second !== undefined) throw new UsageError(`One file at a time: ${second} is the second.`);
  if (file === '-') return await textOf(process.stdin);
  let handle: FileHandle | undefined;
  try {
    handle = await open(path.resolve(process.env['INIT_CWD'] ?? process.cwd(), file));
    return await textOf(handle.createReadStream({ autoClose: false }));
  } catch (thrown) {
    throw new UsageError(`${file} cannot be read: ${reasonOf(thrown)}.`);
  } finally {
    await handle?.close();
  }
}

/**
 * Runs a command: writes what it returns and sets the exit code, 2 with one sentence for a {@link UsageError}. A reader
 * that has seen enough (`… | head -1`) may close the pipe.
 */
export async function runCommand(
  body: (args: string[]) => Promise<{ stdout: string; stderr: string; code: number }>,
): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  try {
    const { stdout, stderr, code } = await body(process.argv.slice(2));
    process.exitCode = code;
    process.stderr.write(stderr);
    process.stdout.write(stdout);
  } catch (thrown) {
    if (!(thrown instanceof UsageError)) throw thrown;
    process.stderr.write(`${thrown.message}\n`);
    process.exitCode = 2;
  }
}
