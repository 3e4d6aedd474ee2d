import { expect, it } from 'vitest';
import { applyEdits } from './applyEdits.ts';

it('sets, creates and removes members without touching the value', () => {
  const value = { Tags: [{ Key: 'a' }, { Key: 'b' }], OutputConfig: { KmsKeyId: 'x' } };
  const edited = applyEdits<unknown>(value, [
    { path: ['Tags', 1] },
    { path: ['OutputConfig', 'KmsKeyId'] },
    { path: ['InputConfig', 'Framework'], value: 'ONNX' },
  ]);
  expect(edited).toEqual({ Tags: [{ Key: 'a' }], OutputConfig: {}, InputConfig: { Framework: 'ONNX' } });
  expect(value).toEqual({ Tags: [{ Key: 'a' }, { Key: 'b' }], OutputConfig: { KmsKeyId: 'x' } });
});

it('replaces the whole value at the empty path', () => {
  expect(applyEdits({ a: 1 }, [{ path: [], value: { b: 2 } }])).toEqual({ b: 2 });
});
