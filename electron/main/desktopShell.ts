import { dialog, nativeTheme, shell, type BrowserWindow } from 'electron';
import { AppError } from '../../shared/errors/appError.ts';
import type { DesktopShell } from '../services/ports.ts';
import { isAllowedExternal } from './security.ts';

/** The desktop as the services use it. */
export function desktopShell(currentWindow: () => BrowserWindow | null): DesktopShell {
  return {
    pickModelFile: async () => {
      const options: Electron.OpenDialogOptions = {
        title: 'Choose a model',
        properties: ['openFile'],
        filters: [
          { name: 'Models (.tar.gz, .tgz, .onnx)', extensions: ['gz', 'tgz', 'onnx'] },
          { name: 'All files', extensions: ['*'] },
        ],
      };
      const window = currentWindow();
      const { canceled, filePaths } = await (window
        ? dialog.showOpenDialog(window, options)
        : dialog.showOpenDialog(options));
      return canceled ? null : (filePaths[0] ?? null);
    },
    pickSaveLocation: async (fileName) => {
      const options: Electron.SaveDialogOptions = { title: 'Save the request', defaultPath: fileName };
      const window = currentWindow();
      const { canceled, filePath } = await (window
        ? dialog.showSaveDialog(window, options)
        : dialog.showSaveDialog(options));
      // Older Electron answers undefined where newer ones answer an empty path.
      return canceled || !filePath ? null : filePath;
    },
    showItemInFolder: (path) => shell.showItemInFolder(path),
    openExternal: async (url) => {
      if (!isAllowedExternal(url)) {
        throw new AppError({ kind: 'permission', message: 'Edgewright does not open this address.', details: url });
      }
      await shell.openExternal(url);
    },
    applyAppearance: (appearance) => {
      nativeTheme.themeSource = appearance;
    },
  };
}
