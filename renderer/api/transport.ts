import { AppError } from '../../shared/errors/appError.ts';
import type { EdgewrightBridge } from '../../shared/ipc/contract.ts';

declare global {
  interface Window {
    /** Given by the preload script; by `testing/fakeBridge.ts` in tests. */
    edgewright?: EdgewrightBridge;
  }
}

/**
 * The one way out of the page.
 * @throws {AppError} when the page was opened without a preload script
 */
export function bridge(): EdgewrightBridge {
  if (window.edgewright) return window.edgewright;
  throw new AppError({
    kind: 'internal',
    message: 'This page is not connected to Edgewright.',
    hint: 'Start the app instead of opening the page in a browser.',
  });
}
