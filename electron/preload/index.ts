import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { EVENT_CHANNEL, INVOKE_CHANNEL, type EdgewrightBridge } from '../../shared/ipc/contract.ts';

/** Electron before 29 has no webUtils; there the File itself carries its path. */
const pathForFile = (file: unknown): string => {
  if (!(file instanceof File)) return '';
  const { path } = file as File & { path?: string };
  return path ?? (webUtils as typeof webUtils | undefined)?.getPathForFile(file) ?? '';
};

const bridge: EdgewrightBridge = {
  invoke: (route, input) => ipcRenderer.invoke(INVOKE_CHANNEL, route, input),
  on: (event, listener) => {
    const forward = (_event: unknown, name: string, payload: unknown) => {
      if (name === event) listener(payload);
    };
    ipcRenderer.on(EVENT_CHANNEL, forward);
    return () => ipcRenderer.off(EVENT_CHANNEL, forward);
  },
  pathForFile,
};

contextBridge.exposeInMainWorld('edgewright', bridge);
