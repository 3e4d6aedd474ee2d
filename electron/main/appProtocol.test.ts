import { describe, expect, it, vi } from 'vitest';
import { fileOfRequest } from './appProtocol.ts';

vi.mock('electron', () => ({ protocol: {} }));

const ROOT = '/app/out/renderer';

describe('fileOfRequest', () => {
  it.each([
    ['app://edgewright/', `${ROOT}/index.html`],
    ['app://edgewright/assets/index.js', `${ROOT}/assets/index.js`],
    ['app://edgewright/assets/a%20b.js?v=1', `${ROOT}/assets/a b.js`],
  ])('finds the file of %s', (address, file) => {
    expect(fileOfRequest(ROOT, address)).toBe(file);
  });

  it.each([
    'app://other/index.html',
    'app://edgewright/..%2f..%2fsecret',
    'app://edgewright/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    'app://edgewright/..%5csecret',
    'app://edgewright/a%00b',
    'app://edgewright/%',
    'app://edgewright/..%2frenderer-evil/x',
  ])('refuses %s', (address) => {
    expect(fileOfRequest(ROOT, address)).toBeNull();
  });
});
