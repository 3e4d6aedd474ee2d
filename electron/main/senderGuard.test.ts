import { describe, expect, it } from 'vitest';
import { isOwnPage } from './senderGuard.ts';

describe('isOwnPage', () => {
  it.each(['app://edgewright/', 'app://edgewright/index.html#/jobs'])('accepts our page: %s', (address) => {
    expect(isOwnPage(address, null)).toBe(true);
  });

  it.each([
    'app://edgewright.evil/',
    'app://other/index.html',
    'file:///etc/passwd',
    'https://edgewright/',
    'about:blank',
    'data:text/html,hi',
    '',
  ])('refuses %s', (address) => {
    expect(isOwnPage(address, null)).toBe(false);
  });

  it('accepts only the development server while there is one', () => {
    expect(isOwnPage('http://localhost:5173/#/jobs', 'http://localhost:5173/')).toBe(true);
    expect(isOwnPage('http://localhost:5174/', 'http://localhost:5173/')).toBe(false);
    expect(isOwnPage('app://edgewright/', 'http://localhost:5173/')).toBe(false);
  });
});
