import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { EventPayload } from '../../shared/ipc/routes.ts';

type Command = EventPayload<'menu.command'>;

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The native menu. What the page acts on is sent as a command; everything else is Electron's own role. */
export function applicationMenu(send: (command: Command) => void, withDeveloperTools: boolean): Menu {
  const item = (label: string, accelerator: string, command: Command): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: () => send(command),
  });
  const isMac = process.platform === 'darwin';
  const settings = item('Settings…', 'CmdOrCtrl+,', 'showSettings');
  const applicationMenuOfMac: MenuItemConstructorOptions = {
    label: app.name,
    submenu: [
      { role: 'about' },
      separator,
      settings,
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
  return Menu.buildFromTemplate([
    ...(isMac ? [applicationMenuOfMac] : []),
    {
      label: '&File',
      submenu: [
        item('New job', 'CmdOrCtrl+N', 'newJob'),
        item('Open model…', 'CmdOrCtrl+O', 'openModel'),
        item('Import request…', 'CmdOrCtrl+I', 'importRequest'),
        ...(isMac ? [] : [separator, settings]),
        separator,
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        item('Jobs', 'CmdOrCtrl+J', 'showJobs'),
        item('Find job', 'CmdOrCtrl+F', 'findJob'),
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        ...(withDeveloperTools ? [separator, { role: 'reload' } as const, { role: 'toggleDevTools' } as const] : []),
      ],
    },
    { role: 'windowMenu' },
  ]);
}
