import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ArchiveError } from './archive/archiveError.ts';
import { readArchive } from './archive/readArchive.ts';
import { surveyArchive } from './archive/surveyArchive.ts';
import { fixShapes } from './onnx/fixShapes.ts';
import { ShapeMismatchError } from './onnx/shapePlan.ts';
import { readOnnxHeaderFromChunks } from './onnx/readOnnxHeader.ts';
import { buildSlowModel, buildSymbolicModel } from './testing/sampleModels.ts';
import { REAL_MODELS } from './testing/realModels.ts';
import { gnuLongName, paxHeader, tarEntry, tarGz } from './testing/tarBuilder.ts';
import { testFolder } from './testing/testFolder.ts';

const folder = testFolder();
const SEED = 20_240_607;

/** Mulberry32: the same numbers every time. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Flips, overwrites, cuts, doubles or fills some bytes. */
function mutate(original: Uint8Array, random: (below: number) => number): Uint8Array {
  let bytes = Uint8Array.from(original);
  for (let times = 1 + random(4); times > 0; times -= 1) {
    const at = random(bytes.length || 1);
    const length = 1 + random(16);
    const kind = random(6);
    if (kind === 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
    else if (kind === 1) bytes[at] = random(256);
    else if (kind === 2) bytes = bytes.slice(0, at);
    else if (kind === 3) bytes = Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + length)]);
    else if (kind === 4) bytes = Uint8Array.from([...bytes.slice(0, at + length), ...bytes.slice(at)]);
    else bytes.fill(random(2) * 0xff, at, at + length);
  }
  return bytes;
}

/** Runs `read` and accepts success and our own refusals, nothing else. */
async function expectCleanEnd(read: () => Promise<unknown>, seed: number): Promise<'read' | 'refused'> {
  try {
    await read();
    return 'read';
  } catch (error) {
    const isOurs = error instanceof ArchiveError || error instanceof ShapeMismatchError;
    if (!isOurs) throw new Error(`The mutation ${seed} ends in another error`, { cause: error });
    return 'refused';
  }
}

async function fuzz(original: Uint8Array, count: number, read: (bytes: Uint8Array) => Promise<unknown>) {
  const counts = { read: 0, refused: 0 };
  for (let seed = SEED; seed < SEED + count; seed += 1) {
    counts[await expectCleanEnd(() => read(mutate(original, randomNumbers(seed))), seed)] += 1;
  }
  return counts;
}

describe('mutated files', { timeout: 30_000 }, () => {
  it('end in a header or in our own refusal', async () => {
    for (const model of [buildSlowModel(5), buildSymbolicModel()]) {
      const counts = await fuzz(model, 400, (bytes) => readOnnxHeaderFromChunks([bytes]));
      expect(counts.refused).toBeGreaterThan(100);
    }
    const real = readFileSync(REAL_MODELS.textDirection).subarray(-4000);
    await fuzz(real, 50, (bytes) => readOnnxHeaderFromChunks([bytes]));
  });

  it('end in a fixed model or in our own refusal', async () => {
    const shapes = new Map([
      ['left', [2, 4]],
      ['right', [2, 4]],
    ]);
    const counts = await fuzz(buildSymbolicModel(), 200, async (bytes) => {
      const modelPath = await folder.write('m.onnx', bytes);
      return fixShapes({ modelPath, shapes, destinationPath: folder.at('out.onnx') });
    });
    expect(counts.refused).toBeGreaterThan(20);
  });

  it('end in a listing or in our own refusal, mutated before and after compression', async () => {
    const archive = tarGz(
      tarEntry('dir/', '', { type: '5' }),
      paxHeader({ path: 'dir/ä.txt', mtime: '1.5' }),
      tarEntry('x', 'text'),
      gnuLongName(`dir/${'n'.repeat(120)}`),
      tarEntry('y', 'more'),
      tarEntry('model.onnx', buildSymbolicModel()),
    );
    const list = async (bytes: Uint8Array) => {
      const path = await folder.write('a.tar.gz', bytes);
      await readArchive(path, async ({ chunks }) => {
        for await (const chunk of chunks) expect(chunk.length).toBeGreaterThan(0);
      });
      await surveyArchive(path);
    };
    expect((await fuzz(archive, 150, list)).refused).toBeGreaterThan(75);
    expect((await fuzz(gunzipSync(archive), 200, (tar) => list(gzipSync(tar, { level: 1 })))).refused).toBeGreaterThan(
      75,
    );
  });
});
