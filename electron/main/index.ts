import { app, BrowserWindow, Menu, nativeTheme, session } from 'electron';
import { composeServices } from '../services/compose.ts';
import { createLogging } from '../services/logging/logger.ts';
import { forkUtilityProcess } from './adapters/forkUtilityProcess.ts';
import { registerAppScheme, serveApp } from './appProtocol.ts';
import { reportCrashes } from './crash.ts';
import { desktopShell } from './desktopShell.ts';
import { eventSink, hostIpc } from './ipcHost.ts';
import { applicationMenu } from './menu.ts';
import { shellPaths } from './paths.ts';
import { restrictApp } from './security.ts';
import { openWindow } from './window.ts';

/** Major version of Electron that we ship; an older one is the stand-in for machines that cannot fetch it. */
const SHIPPED_ELECTRON_MAJOR = 45;

const paths = shellPaths(app);
/** The development server, only ever in an unpackaged app. */
const developmentUrl = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null);
const electronVersion = process.versions.electron;

let window: BrowserWindow | null = null;
const currentWindow = () => window;

const isTrialRuntime = Number.parseInt(electronVersion, 10) < SHIPPED_ELECTRON_MAJOR;
// The stand-in's Node is older than the AWS SDK likes; nobody who sees the warning could do anything about it.
if (isTrialRuntime) process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

async function run(): Promise<void> {
  const logging = createLogging(paths.logs, !app.isPackaged);
  const logger = logging('main');
  reportCrashes(logger);
  logger.info(`Edgewright ${app.getVersion()} on Electron ${electronVersion}`);

  const events = eventSink(currentWindow);
  const services = composeServices({
    paths,
    appInfo: {
      version: app.getVersion(),
      electronVersion,
      platform: process.platform,
      isTrialRuntime,
    },
    fork: forkUtilityProcess(paths.mainBundles),
    shell: desktopShell(currentWindow),
    events,
    logging,
  });

  await app.whenReady();
  nativeTheme.themeSource = await services.settings.appearance();
  restrictApp(app, session.defaultSession, developmentUrl);
  serveApp(paths.renderer);
  hostIpc(services.dispatch, developmentUrl);
  Menu.setApplicationMenu(applicationMenu((command) => events.send('menu.command', command), !app.isPackaged));

  const open = async () => {
    window = await openWindow(paths, developmentUrl);
    window.on('closed', () => {
      window = null;
    });
    return window;
  };
  // The runner starts when the page is up: it takes up the jobs that an earlier run left.
  (await open()).webContents.once('did-finish-load', () => void services.start());

  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) void open();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  let isDisposed = false;
  app.on('will-quit', (event) => {
    if (isDisposed) return;
    event.preventDefault();
    void services
      .dispose()
      .catch((error: unknown) => logger.error('could not shut down cleanly', error))
      .finally(() => {
        isDisposed = true;
        // Electron ignores a quit while it still handles the event that was prevented.
        setImmediate(() => app.quit());
      });
  });
}

registerAppScheme();
if (app.requestSingleInstanceLock()) {
  void run();
} else {
  app.quit();
}
