import { describe, expect, it } from 'vitest';
import { stringShapes } from '../api/shapes.ts';
import {
  isKnownNvidiaTriple,
  MAX_CUDA_MAJOR,
  nearestNvidiaTriples,
  NVIDIA_KEYS,
  nvidiaTripleInWords,
  nvidiaTriples,
  nvidiaTriplesFor,
} from './nvidiaTriples.ts';

const arm = { TargetPlatform: { Os: 'LINUX', Arch: 'ARM64', Accelerator: 'NVIDIA' } };
const x86 = { TargetPlatform: { Os: 'LINUX', Arch: 'X86_64', Accelerator: 'NVIDIA' } };

describe('the known NVIDIA triples', () => {
  it('are different from each other, name devices of the API, and none is above the CUDA that Neo takes', () => {
    const texts = nvidiaTriples.map(nvidiaTripleInWords);
    expect(new Set(texts).size).toBe(texts.length);
    for (const triple of nvidiaTriples) {
      expect(Number.parseInt(triple['cuda-ver'], 10)).toBeLessThanOrEqual(MAX_CUDA_MAJOR);
      expect(stringShapes.TargetDevice.values).toEqual(expect.arrayContaining(triple.devices));
      expect(isKnownNvidiaTriple(triple)).toBe(true);
    }
  });

  it.each([
    ['jetson_nano', 'sm_53, TensorRT 5.0.6, CUDA 10.0', 3],
    ['jetson_tx1', 'sm_53, TensorRT 6.0.1, CUDA 10.0', 3],
    ['jetson_tx2', 'sm_62, TensorRT 6.0.1, CUDA 10.0', 1],
    ['jetson_xavier', 'sm_72, TensorRT 5.1.6, CUDA 10.0', 4],
  ])('of %s come first, those of its GPU next, then those of Jetsons', (TargetDevice, first, ofGpu) => {
    const ranked = nvidiaTriplesFor({ TargetDevice });
    const [best] = ranked;
    expect(best && nvidiaTripleInWords(best)).toBe(first);
    const gpus = ranked.map((triple) => triple['gpu-code']);
    expect(gpus.lastIndexOf(gpus[0] ?? '')).toBe(ofGpu - 1);
    const arches = ranked.map(({ arch }) => arch);
    expect(arches.indexOf('X86_64')).toBe(arches.lastIndexOf('ARM64') + 1);
    expect(ranked).toHaveLength(nvidiaTriples.length);
  });

  it("begin with AWS's own example of a platform", () => {
    expect(nvidiaTriplesFor(arm).map(nvidiaTripleInWords)[0]).toBe('sm_62, TensorRT 6.0.1, CUDA 10.0');
    expect(nvidiaTriplesFor(x86).map(nvidiaTripleInWords)[0]).toBe('sm_70, TensorRT 6.0.1, CUDA 10.0');
  });

  it('are near when the GPU agrees, then CUDA is close, then TensorRT', () => {
    const nearest = (given: Parameters<typeof nearestNvidiaTriples>[0]) =>
      nearestNvidiaTriples(given, arm).map(nvidiaTripleInWords)[0];
    expect(nearest({ 'gpu-code': 'sm_75' })).toBe('sm_75, TensorRT 7.1.3, CUDA 10.2');
    expect(nearest({ 'gpu-code': 'sm_72', 'cuda-ver': '10.2' })).toBe('sm_72, TensorRT 8.2.1, CUDA 10.2');
    expect(nearest({ 'gpu-code': 'sm_53', 'trt-ver': '6.0.1' })).toBe('sm_53, TensorRT 6.0.1, CUDA 10.0');
    expect(nearest({ 'gpu-code': 'sm_72', 'trt-ver': '6.0.1', 'cuda-ver': '11.4' })).toBe(
      'sm_72, TensorRT 8.5.2, CUDA 11.4',
    );
    expect(nearest({ 'gpu-code': 'sm_72', 'trt-ver': '8.6.2', 'cuda-ver': '12.2' })).toBe(
      'sm_72, TensorRT 8.5.2, CUDA 11.4',
    );
    expect(nearest({ 'gpu-code': 'sm_75', 'trt-ver': '8.0.1', 'cuda-ver': '10.2' })).toBe(
      'sm_75, TensorRT 8.2.1, CUDA 10.2',
    );
  });

  it('of an unknown GPU are those of the target, never those of another architecture', () => {
    const given = { 'gpu-code': 'sm_87', 'trt-ver': '7.2.1', 'cuda-ver': '10.2' };
    expect(nearestNvidiaTriples(given, arm).map(nvidiaTripleInWords)[0]).toBe('sm_53, TensorRT 7.1.3, CUDA 10.2');
    expect(nearestNvidiaTriples(given, { TargetDevice: 'jetson_tx2' }).map(nvidiaTripleInWords)[0]).toBe(
      'sm_62, TensorRT 6.0.1, CUDA 10.0',
    );
  });

  it('are known as three values together only', () => {
    expect(isKnownNvidiaTriple({ 'gpu-code': 'sm_53', 'trt-ver': '8.5.2', 'cuda-ver': '11.4' })).toBe(false);
    expect(isKnownNvidiaTriple({ 'gpu-code': 'sm_53' })).toBe(false);
    expect(NVIDIA_KEYS).toHaveLength(3);
  });
});
