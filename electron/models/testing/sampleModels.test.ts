import { describe, expect, it } from 'vitest';
import { runOnnx, someNumbers } from './runOnnx.ts';
import { buildAddModel, buildSlowModel, buildSymbolicModel } from './sampleModels.ts';
import { testFolder } from './testFolder.ts';

const folder = testFolder();

describe('the models for tests', () => {
  it('run in ONNX Runtime and compute what they say', async () => {
    const ones = { dims: [2, 3], data: new Float32Array(6).fill(1) };
    const add = await runOnnx(await folder.write('add.onnx', buildAddModel()), { a: ones, b: ones });
    expect([...(add.get('sum')?.data ?? [])]).toEqual([2, 2, 2, 2, 2, 2]);
    const feeds = { left: someNumbers(5, 4), right: someNumbers(5, 4) };
    const symbolic = await runOnnx(await folder.write('symbolic.onnx', buildSymbolicModel()), feeds);
    expect(symbolic.get('out')?.dims).toEqual([5, 4]);
  });

  it('include one that runs the longer the more iterations it has', async () => {
    const timeOf = async (iterations: number) => {
      const path = await folder.write('slow.onnx', buildSlowModel(iterations));
      const startMs = performance.now();
      await runOnnx(path, { x: someNumbers(64, 64) });
      return performance.now() - startMs;
    };
    await timeOf(1);
    expect(await timeOf(15_000)).toBeGreaterThan(4 * (await timeOf(1)));
  });
});
