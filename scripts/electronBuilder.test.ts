import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT_ROOT } from './projectPaths.ts';

const FUSES = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};

const NOT_A_FUSE = 'resetAdHocDarwinSignature';

it('spells out every fuse that electron-builder knows', () => {
  expect(fusesInConfig()).toEqual(FUSES);
  expect(Object.keys(FUSES).sort()).toEqual(fusesInSchema().sort());
});

function fusesInConfig(): Record<string, boolean> {
  const config = readFileSync(join(PROJECT_ROOT, 'electron-builder.yml'), 'utf8');
  const block = /^electronFuses:\n((?: +.*\n)+)/m.exec(config)?.[1] ?? '';
  const entries = block.matchAll(/^ +(\w+): (true|false)$/gm);
  return Object.fromEntries([...entries].map(([, name = '', value]) => [name, value === 'true']));
}

function fusesInSchema(): string[] {
  const file = join(PROJECT_ROOT, 'node_modules', 'app-builder-lib', 'scheme.json');
  const schema = JSON.parse(readFileSync(file, 'utf8')) as {
    definitions: { FuseOptionsV1: { properties: Record<string, unknown> } };
  };
  return Object.keys(schema.definitions.FuseOptionsV1.properties).filter((name) => name !== NOT_A_FUSE);
}
