import { protocol } from 'electron';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { contentSecurityPolicy } from './security.ts';

const SCHEME = 'app';
/** Placeholder in `renderer/index.html` that becomes the nonce of each load. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

/** Must be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** The file of a request inside `root`; null when it would leave it. Pure. */
export function fileOfRequest(root: string, address: string): string | null {
  const { host, pathname } = new URL(address);
  if (host !== 'edgewright') return null;
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null;
  const path = normalize(join(root, decoded === '/' ? 'index.html' : decoded));
  return path.startsWith(root + sep) ? path : null;
}

const notFound = () => new Response('Not found', { status: 404 });

/** Serves the built page from `root` at `app://edgewright/`, with the content security policy on every answer. */
export function serveApp(root: string): void {
  protocol.handle(SCHEME, async ({ url }) => {
    const path = fileOfRequest(root, url);
    if (path === null) return notFound();
    const content = await readFile(path).catch(() => null);
    if (content === null) return notFound();
    const nonce = randomBytes(16).toString('base64');
    const extension = extname(path);
    const body = extension === '.html' ? content.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce) : content;
    return new Response(body, {
      headers: {
        'content-type': CONTENT_TYPES[extension] ?? 'application/octet-stream',
        'content-security-policy': contentSecurityPolicy(nonce),
        'x-content-type-options': 'nosniff',
      },
    });
  });
}
