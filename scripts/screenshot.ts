import { existsSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { announce, PlainError, runScript } from './console.ts';
import { DISPLAY_FOLDER_PREFIX, DISPLAY_NAME_FILE, FRAMEBUFFER_FILE } from './display.ts';
import { encodePng } from './png.ts';
import { readXwd } from './xwd.ts';

// node scripts/screenshot.ts [file.png] [:display] — a picture of the virtual display that start, dev or e2e made.
await runScript(async () => {
  const wanted = process.argv.slice(2).find((argument) => argument.startsWith(':'));
  const file = resolve(process.argv.slice(2).find((argument) => !argument.startsWith(':')) ?? 'edgewright.png');
  const display = await findDisplay(wanted);
  const image = readXwd(await readFile(join(display.folder, FRAMEBUFFER_FILE)));
  await writeFile(file, encodePng(image));
  announce(`Display ${display.name}, ${image.width} x ${image.height}: ${file}`);
  return 0;
});

interface FoundDisplay {
  readonly name: string;
  readonly folder: string;
  readonly startedAt: number;
}

async function findDisplay(wanted: string | undefined): Promise<FoundDisplay> {
  const found: FoundDisplay[] = [];
  for (const entry of await readdir(tmpdir())) {
    if (!entry.startsWith(DISPLAY_FOLDER_PREFIX)) continue;
    const folder = join(tmpdir(), entry);
    const nameFile = join(folder, DISPLAY_NAME_FILE);
    if (!existsSync(nameFile)) continue;
    const name = await readFile(nameFile, 'utf8');
    const isAlive = existsSync(`/tmp/.X11-unix/X${name.slice(1)}`);
    if (isAlive) found.push({ name, folder, startedAt: (await stat(nameFile)).mtimeMs });
  }
  const candidates = wanted ? found.filter((display) => display.name === wanted) : found;
  const newest = candidates.sort((a, b) => b.startedAt - a.startedAt)[0];
  if (!newest)
    throw new PlainError(`Edgewright has no virtual display${wanted ? ` ${wanted}` : ''} to take a picture of.`);
  return newest;
}
