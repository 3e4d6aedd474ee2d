import { app, dialog } from 'electron';
import type { Logger } from '../services/logging/logger.ts';

/** Writes what nobody caught to the log, and tells the user once; the app goes on where it can. */
export function reportCrashes(logger: Logger): void {
  let told = false;
  process.on('uncaughtException', (error) => {
    logger.error('uncaught exception', error);
    if (told || !app.isReady()) return;
    told = true;
    dialog.showErrorBox(
      'Edgewright met an unexpected error',
      'Your jobs and your draft are kept. If something does not work, start Edgewright again; the log has the details.',
    );
  });
  process.on('unhandledRejection', (reason) => logger.error('unhandled rejection', reason));
  app.on('render-process-gone', (_event, contents, { reason, exitCode }) => {
    logger.error(`renderer gone: ${reason} ${exitCode}`);
    // The draft and the jobs live in main: a fresh page has everything again.
    if (reason !== 'clean-exit' && !contents.isDestroyed()) contents.reload();
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode, name }) => {
    // We kill processes ourselves: a stopped job, an inspector that is done.
    if (reason !== 'clean-exit' && reason !== 'killed')
      logger.warn(`child process gone: ${type} ${name ?? ''} ${reason} ${exitCode}`);
  });
}
