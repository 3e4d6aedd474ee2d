import log from 'electron-log/node.js';
import { join } from 'node:path';
import { redact } from './redact.ts';

/** A scoped logger. Messages are constant text, the variable part comes last: `created: blazeface-1`. */
export interface Logger {
  info(message: string): void;
  warn(message: string, error?: unknown): void;
  error(message: string, error?: unknown): void;
}

export type CreateLogger = (scope: string) => Logger;

const MAX_FILE_BYTES = 5 * 1024 * 1024;

function withError(message: string, error: unknown): string {
  if (error === undefined) return message;
  return `${message}: ${error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error)}`;
}

/**
 * Loggers that write to `<directory>/main.log`, rotated at 5 MiB, with secrets redacted.
 * `echo` also writes to the console.
 */
export function createLogging(directory: string, echo: boolean): CreateLogger {
  log.transports.file.resolvePathFn = () => join(directory, 'main.log');
  log.transports.file.maxSize = MAX_FILE_BYTES;
  log.transports.file.level = 'info';
  log.transports.console.level = echo ? 'info' : false;
  return (scope) => {
    const scoped = log.scope(scope);
    return {
      info: (message) => scoped.info(redact(message)),
      warn: (message, error) => scoped.warn(redact(withError(message, error))),
      error: (message, error) => scoped.error(redact(withError(message, error))),
    };
  };
}

/** Loggers that write nothing, for tests. */
export const silentLogging: CreateLogger = () => ({ info: () => {}, warn: () => {}, error: () => {} });
