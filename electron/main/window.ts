import { BrowserWindow, nativeTheme, screen } from 'electron';
import { jsonFile } from '../services/persistence/jsonFile.ts';
import type { ShellPaths } from './paths.ts';
import { WINDOW_PREFERENCES } from './security.ts';
import { MINIMUM_SIZE, windowBounds, windowStateSchema } from './windowState.ts';

/** The page's own background in either theme, so that the window does not flash while it loads. */
const BACKGROUND = { light: '#fafafa', dark: '#141517' };
/** Pause after the last move or resize before the bounds are written, ms. */
const SAVE_DELAY_MS = 500;

/** Opens the window: hidden until it has something to show, with the bounds that it had last time. */
export async function openWindow(paths: ShellPaths, developmentUrl: string | null): Promise<BrowserWindow> {
  const file = jsonFile(paths.windowState, windowStateSchema);
  const state = await file.read();
  const window = new BrowserWindow({
    ...windowBounds(
      state,
      screen.getAllDisplays().map(({ workArea }) => workArea),
    ),
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    show: false,
    title: 'Edgewright',
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: { ...WINDOW_PREFERENCES, preload: paths.preload },
  });
  if (state?.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());

  let timer: NodeJS.Timeout | null = null;
  const save = () => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => {
      if (window.isDestroyed() || window.isMinimized()) return;
      void file.write({ ...window.getNormalBounds(), isMaximized: window.isMaximized() });
    }, SAVE_DELAY_MS);
  };
  window.on('resize', save);
  window.on('move', save);
  window.on('maximize', save);
  window.on('unmaximize', save);

  void window.loadURL(developmentUrl ?? 'app://edgewright/');
  return window;
}
