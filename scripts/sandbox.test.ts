import { describe, expect, it } from 'vitest';
import { decideSandbox } from './sandbox.ts';

const HELPER = '/opt/electron/chrome-sandbox';

describe('decideSandbox', () => {
  it('gives the sandbox up as root, where Chromium refuses it', () => {
    const facts = { isRoot: true, hasUserNamespaces: true, hasSetuidHelper: false };
    expect(decideSandbox(facts, HELPER)).toEqual({ args: ['--no-sandbox'], notice: null });
  });

  it.each([
    { isRoot: false, hasUserNamespaces: true, hasSetuidHelper: false },
    { isRoot: false, hasUserNamespaces: false, hasSetuidHelper: true },
  ])('keeps the sandbox of a normal user: %o', (facts) => {
    expect(decideSandbox(facts, HELPER)).toEqual({ args: [], notice: null });
  });

  it('says how to get the sandbox where the system forbids it', () => {
    const decision = decideSandbox({ isRoot: false, hasUserNamespaces: false, hasSetuidHelper: false }, HELPER);
    expect(decision.args).toEqual(['--no-sandbox']);
    expect(decision.notice).toContain(`sudo chmod 4755 ${HELPER}`);
  });
});
