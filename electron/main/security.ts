import type { App, Session, WebContents, WebPreferences } from 'electron';
import { isOwnPage } from './senderGuard.ts';

/** What our window's page may do. Each line is a decision: see the Electron security checklist. */
export const WINDOW_PREFERENCES: WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
};

/** The page's policy; Emotion's styles carry the nonce. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Permissions that the page may use without asking: the copy buttons. */
const ALLOWED_PERMISSIONS = ['clipboard-sanitized-write'];

/** Hosts that may be opened in the user's browser, over https only. */
export const ALLOWED_EXTERNAL_HOSTS = ['docs.aws.amazon.com', 'console.aws.amazon.com', 'onnxruntime.ai'];

/** True for an address that may be opened in the browser. */
export function isAllowedExternal(address: string): boolean {
  try {
    const { protocol, host } = new URL(address);
    return protocol === 'https:' && ALLOWED_EXTERNAL_HOSTS.includes(host);
  } catch {
    return false;
  }
}

function hardenContents(contents: WebContents, developmentUrl: string | null): void {
  const refuseForeign = (event: { preventDefault(): void }, address: string) => {
    if (!isOwnPage(address, developmentUrl)) event.preventDefault();
  };
  contents.on('will-navigate', (event) => refuseForeign(event, event.url));
  contents.on('will-redirect', (event) => refuseForeign(event, event.url));
  contents.on('will-frame-navigate', (event) => refuseForeign(event, event.url));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    answer(ALLOWED_PERMISSIONS.includes(permission));
  });
  session.setPermissionCheckHandler((_contents, permission) => ALLOWED_PERMISSIONS.includes(permission));
  session.setDevicePermissionHandler(() => false);
}

/** Applies every restriction to whatever web contents the app will ever make. */
export function restrictApp(app: App, session: Session, developmentUrl: string | null): void {
  denyPermissions(session);
  app.on('web-contents-created', (_event, contents) => hardenContents(contents, developmentUrl));
}
