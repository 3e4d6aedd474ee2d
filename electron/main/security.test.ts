import { describe, expect, it, vi } from 'vitest';
import { contentSecurityPolicy, isAllowedExternal, WINDOW_PREFERENCES } from './security.ts';

vi.mock('electron', () => ({}));

describe('security', () => {
  it('keeps the window preferences as decided', () => {
    expect(WINDOW_PREFERENCES).toMatchInlineSnapshot(`
      {
        "allowRunningInsecureContent": false,
        "contextIsolation": true,
        "experimentalFeatures": false,
        "navigateOnDragDrop": false,
        "nodeIntegration": false,
        "nodeIntegrationInSubFrames": false,
        "nodeIntegrationInWorker": false,
        "sandbox": true,
        "spellcheck": false,
        "webSecurity": true,
        "webviewTag": false,
      }
    `);
  });

  it('keeps the content security policy as decided', () => {
    expect(contentSecurityPolicy('n')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-n'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  it.each([
    ['https://docs.aws.amazon.com/sagemaker/', true],
    ['http://docs.aws.amazon.com/sagemaker/', false],
    ['https://docs.aws.amazon.com.evil.example/', false],
    ['file:///etc/passwd', false],
    ['not a url', false],
  ])('decides whether %s may be opened outside: %s', (address, allowed) => {
    expect(isAllowedExternal(address)).toBe(allowed);
  });
});
