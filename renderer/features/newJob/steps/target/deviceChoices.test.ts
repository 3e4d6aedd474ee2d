import { describe, expect, it } from 'vitest';
import { findTargetDevice, targetDevices } from '../../../../../shared/catalog/catalog.ts';
import { newJobDraft } from '../../../../../shared/draft/jobDraft.ts';
import { deviceGroups, judgedDevices, judgeOf, judgeTarget, noteOf, type Judge } from './deviceChoices.ts';

const onnx: Judge = { framework: 'ONNX', frameworkVersion: '', isLocal: false };
const idsOf = (query: string, judge: Judge) =>
  deviceGroups(query, judgedDevices(judge)).flatMap(({ devices }) => devices.map(({ value }) => value.id));
const choice = (id: string, judge: Judge) => judgedDevices(judge).find(({ value }) => value.id === id);

describe('the device list', () => {
  it.each([onnx, { ...onnx, isLocal: true }, { ...onnx, framework: null }])('has every device once %#', (judge) => {
    expect(idsOf('', judge).toSorted()).toEqual(targetDevices.map(({ id }) => id).toSorted());
  });

  it('puts what cannot be chosen after the others of its group', () => {
    for (const isLocal of [true, false]) {
      for (const { devices } of deviceGroups('', judgedDevices({ ...onnx, framework: 'TFLITE', isLocal }))) {
        const firstRefused = devices.findIndex(({ refusal }) => refusal);
        expect(firstRefused < 0 || devices.slice(firstRefused).every(({ refusal }) => refusal)).toBe(true);
      }
    }
  });

  it('puts devices that AWS tested first in their group', () => {
    const [edge] = deviceGroups('', judgedDevices(onnx));
    const states = edge?.devices.map(({ support }) => support?.state === 'tested') ?? [];
    expect(states[0]).toBe(true);
    expect(states.lastIndexOf(true)).toBeLessThan(states.indexOf(false));
  });

  it('refuses what AWS documents as impossible, with the reason', () => {
    expect(choice('ml_inf1', onnx)?.refusal).toMatch(/MXNet, PyTorch and TensorFlow models only, not ONNX/u);
    expect(choice('ml_inf1', { ...onnx, framework: 'PYTORCH' })?.refusal).toBeNull();
  });

  it('refuses what the local runner does not compile only there', () => {
    const pytorch = { ...onnx, framework: 'PYTORCH' };
    expect(choice('ml_inf1', { ...pytorch, isLocal: true })?.localRefusal).toMatch(/Neuron/u);
    expect(choice('ml_inf1', pytorch)?.localRefusal).toBeNull();
  });

  it('recommends only what can be chosen', () => {
    const all = judgedDevices({ ...onnx, isLocal: true });
    expect(all.some(({ recommended }) => recommended)).toBe(true);
    expect(all.filter(({ recommended, refusal }) => recommended && refusal)).toEqual([]);
  });

  it('marks nothing for a model package, whose framework is not known', () => {
    const { model } = newJobDraft({ endpointId: 'aws', bucket: '', roleArn: '' });
    const judge = judgeOf({ ...model, kind: 'package' }, false);
    expect(judgedDevices(judge).every(({ support, refusal }) => support === null && refusal === null)).toBe(true);
  });

  it('judges the version as well', () => {
    const tx2 = { TargetDevice: 'jetson_tx2' };
    const judge = { framework: 'TENSORFLOW', isLocal: false };
    expect(judgeTarget(tx2, { ...judge, frameworkVersion: '1.15' }).support?.state).not.toBe('notListed');
    expect(judgeTarget(tx2, { ...judge, frameworkVersion: '9.9' }).support?.state).toBe('notListed');
  });

  it.each([
    ['tegra x2', ['jetson_tx2']],
    ['JETSON arm64 nano', ['jetson_nano']],
    ['windows', ['x86_win64', 'x86_win32']],
    ['toaster', []],
  ])('finds %s', (query, ids) => {
    expect(idsOf(query, onnx)).toEqual(ids);
  });

  it('says in the row where a device is offered, what it needs, and that it is history', () => {
    const note = (id: string) => {
      const device = findTargetDevice(id);
      return device ? noteOf(device) : undefined;
    };
    expect(note('ml_inf2')).toMatch(/^Only in us-east-2/u);
    expect(note('ml_eia2')).toMatch(/AWS ended Elastic Inference/u);
    expect(note('coreml')).toMatch(/class_labels/u);
    expect(note('ml_m5')).toBeNull();
  });
});
