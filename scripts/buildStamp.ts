import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

const SOURCE_FOLDERS = ['electron', 'shared', 'renderer', 'resources'];
const SOURCE_FILES = ['electron.vite.config.ts', 'package.json', 'package-lock.json'];
const OUTPUTS = ['main/index.cjs', 'preload/index.cjs', 'renderer/index.html'];
const NOT_BUILT = /\.test\.tsx?$|\.md$|\.tmp$/;

/** A digest of everything that the build reads: equal digests, equal build. */
export async function digestSources(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await listSources(root)) {
    hash
      .update(`${file}\0`)
      .update(await readFile(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Whether `out/` was built from sources with this digest. */
export async function isBuiltFrom(root: string, digest: string): Promise<boolean> {
  try {
    await Promise.all(OUTPUTS.map((file) => readFile(join(root, 'out', file))));
    return (await readFile(stampFile(root), 'utf8')) === digest;
  } catch {
    return false;
  }
}

/** Notes which sources `out/` was built from. */
export async function writeBuildStamp(root: string, digest: string): Promise<void> {
  await writeFile(stampFile(root), digest);
}

/** Makes the next build happen, whatever the sources. */
export async function removeBuildStamp(root: string): Promise<void> {
  await rm(stampFile(root), { force: true });
}

async function listSources(root: string): Promise<string[]> {
  const lists = await Promise.all(SOURCE_FOLDERS.map((folder) => listFiles(root, folder)));
  return [...lists.flat(), ...SOURCE_FILES].filter((file) => !NOT_BUILT.test(file)).sort();
}

async function listFiles(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

function stampFile(root: string): string {
  return join(root, 'out', '.build-stamp');
}
