/** What must never be written: each pattern with what stands in its place. */
const SECRETS: readonly [pattern: RegExp, replacement: string][] = [
  [/\b((?:AKIA|ASIA|EDGE)[A-Z0-9]{4})[A-Z0-9]{8,}\b/gu, '$1…'],
  [/(Signature=)[0-9a-f]{16,}/gu, '$1…'],
  [/(X-Amz-Security-Token["':=\s]+)[^\s"',}]+/giu, '$1…'],
  [/((?:secret_?access_?key|session_?token|password)["']?\s*[:=]\s*["']?)[^\s"',}]+/giu, '$1…'],
];

/** A line without keys, signatures and tokens. `exact` are secrets known at run time, such as the local runner's key. */
export function redact(line: string, exact: readonly string[] = []): string {
  const withoutExact = exact.reduce((text, secret) => (secret ? text.replaceAll(secret, '…') : text), line);
  return SECRETS.reduce((text, [pattern, replacement]) => text.replaceAll(pattern, replacement), withoutExact);
}
