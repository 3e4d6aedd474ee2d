import type { Appearance, AppInfo } from '../../shared/ipc/routes.ts';
import type { ForkProcess } from '../process/childProcess.ts';
import type { CreateLogger } from './logging/logger.ts';
import type { EventSink } from './typedEvents.ts';

/** Where the application keeps its files; absolute paths. */
export interface AppPaths {
  /** Settings, drafts, the job store. */
  userData: string;
  /** The local runner's data directory. */
  runnerData: string;
  /** Folder of the bundled samples: one folder each, with `sample.json`. */
  samples: string;
}

/** What only the desktop shell can do. */
export interface DesktopShell {
  /** Asks the user for a model file; null when cancelled. */
  pickModelFile(): Promise<string | null>;
  /** Asks where to save a file, with a name to start with; null when cancelled. */
  pickSaveLocation(fileName: string): Promise<string | null>;
  /** Shows a file in the file manager. */
  showItemInFolder(path: string): void;
  /** Opens an https page in the browser; refuses hosts that are not on the allow-list. */
  openExternal(url: string): Promise<void>;
  applyAppearance(appearance: Appearance): void;
}

/** Everything that the services need from outside; Electron's main provides it, tests provide it under plain Node. */
export interface ServicePorts {
  paths: AppPaths;
  appInfo: AppInfo;
  fork: ForkProcess;
  shell: DesktopShell;
  events: EventSink;
  logging: CreateLogger;
}
