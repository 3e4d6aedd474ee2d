import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import type { Envelope } from '../../shared/ipc/contract.ts';
import { EVENT_CHANNEL, INVOKE_CHANNEL } from '../../shared/ipc/contract.ts';
import type { Dispatch } from '../services/router.ts';
import type { EventSink } from '../services/typedEvents.ts';
import { isOwnPage } from './senderGuard.ts';

/** True for a call of the top frame of our own window's own page. */
function isTrusted({ sender, senderFrame }: IpcMainInvokeEvent, developmentUrl: string | null): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOwnPage(senderFrame.url, developmentUrl);
}

/** The only `ipcMain.handle`: first the sender, then the schema, then the handler. */
export function hostIpc(dispatch: Dispatch, developmentUrl: string | null): void {
  ipcMain.handle(INVOKE_CHANNEL, (event, name: unknown, input: unknown): Promise<Envelope> | Envelope => {
    if (!isTrusted(event, developmentUrl)) {
      return { ok: false, error: { kind: 'permission', message: 'Only the Edgewright window may do this.' } };
    }
    return dispatch(name, input);
  });
}

/** Sends events to the window; drops them while there is none, because a new page asks for the state itself. */
export function eventSink(currentWindow: () => BrowserWindow | null): EventSink {
  return {
    send: (name, payload) => {
      const window = currentWindow();
      if (window && !window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, name, payload);
    },
  };
}
