import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestTarget } from '../catalog/catalog.ts';
import { normalizeCompilerOptions } from './normalizeCompilerOptions.ts';

const inf1: RequestTarget = { TargetDevice: 'ml_inf1' };
const m5: RequestTarget = { TargetDevice: 'ml_m5' };
const FLAGS = '"--verbose 1 --num-neuroncores 2 -O2"';

describe('normalizeCompilerOptions', () => {
  it.each<[text: string, target: RequestTarget, expected: string]>([
    ["{'mattr': ['+neon']}", m5, '{"mattr":["+neon"]}'],
    [String.raw`{\"dtype\" : \"float32\"}`, m5, '{"dtype":"float32"}'],
    ['{“mcpu”: “core-avx2”}', m5, '{"mcpu":"core-avx2"}'],
    ["``{'gpu_code': 'sm_72'}``", m5, '{"gpu-code":"sm_72"}'],
    [
      '{"gpu_code":"sm_62","trt_ver":"6.0.1","cuda_ver":"10.0"}',
      m5,
      '{"gpu-code":"sm_62","trt-ver":"6.0.1","cuda-ver":"10.0"}',
    ],
    ['{"DTYPE": "int64"}', m5, '{"dtype":"int64"}'],
    ['{"gpu_code":"sm_53","gpu-code":"sm_62"}', m5, '{"gpu-code":"sm_62"}'],
    ['{\n  "mcpu": "core-avx2",\n  "x": [1,\n 2]\n}', m5, '{"mcpu":"core-avx2","x":[1,2]}'],
    ["{\n  'mcpu': 'core-avx2',\n}", m5, '{"mcpu":"core-avx2"}'],
    [String.raw`"{\"mcpu\": \"core-avx2\"}"`, m5, '{"mcpu": "core-avx2"}'],
    ['--verbose 1 --num-neuroncores 2 -O2', inf1, FLAGS],
    ['--verbose 1\n  --num-neuroncores 2 -O2\n', inf1, FLAGS],
    ["'--verbose 1 --num-neuroncores 2 -O2'", inf1, FLAGS],
    [String.raw`"\"--verbose 1 --num-neuroncores 2 -O2\""`, inf1, FLAGS],
    [String.raw`\"--verbose 1 --num-neuroncores 2 -O2\"`, inf1, FLAGS],
    [String.raw`"'--dtype int64'"`, inf1, '"--dtype int64"'],
  ])('makes of %s for %j: %s', (text, target, expected) => {
    const { text: normalized, changes } = normalizeCompilerOptions(text, target);
    expect(normalized).toBe(expected);
    expect(changes.length).toBeGreaterThan(0);
    for (const change of changes) expect(change).toMatch(/\.$/u);
  });

  it.each<[text: string, target: RequestTarget]>([
    ['', m5],
    ['{"mcpu": "core-avx2", "gpu": 1e3}', m5],
    ['{"precision_mode":"FP16"}', m5],
    ['{"a":1,"a":2}', m5],
    [FLAGS, inf1],
    ['--verbose 1', m5],
    ['{mcpu', m5],
    ['"{mcpu"', m5],
  ])('leaves %s for %j as it is', (text, target) => {
    expect(normalizeCompilerOptions(text, target)).toEqual({ text, changes: [] });
  });

  it('says what became of each key', () => {
    expect(normalizeCompilerOptions('{"gpu_code":"sm_53","gpu-code":"sm_62","DTYPE":"long"}', m5).changes).toEqual([
      'gpu_code was removed: gpu-code is given as well.',
      'DTYPE became dtype.',
    ]);
  });

  it('never throws, says nothing when it changes nothing, and has no second thoughts', () => {
    const pieces = [
      ...'{}[]"\'\\:,\n '.split(''),
      '--verbose 1',
      '-O2',
      '"gpu_code"',
      '"gpu-code"',
      '"DTYPE"',
      '1',
      '“',
      '``',
    ];
    const text = fc.oneof(
      fc.array(fc.constantFrom(...pieces)).map((parts) => parts.join('')),
      fc.json(),
      fc.string(),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(inf1, m5, {}), (written, target) => {
        const once = normalizeCompilerOptions(written, target);
        expect(once.changes.length > 0).toBe(once.text !== written);
        expect(normalizeCompilerOptions(once.text, target)).toEqual({ text: once.text, changes: [] });
      }),
      { numRuns: 2000 },
    );
  });
});
