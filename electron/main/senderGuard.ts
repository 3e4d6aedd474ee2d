/**
 * True for the address of our own page: the packaged one, or the development server when there is one.
 * @param developmentUrl address of the development server; null in a build
 */
export function isOwnPage(address: string, developmentUrl: string | null): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  if (developmentUrl !== null) return url.origin === new URL(developmentUrl).origin;
  // Chromium gives custom schemes an opaque origin in URL.origin, so the parts are compared.
  return url.protocol === 'app:' && url.host === 'edgewright';
}
