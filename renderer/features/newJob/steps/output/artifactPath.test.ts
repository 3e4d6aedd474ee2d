import { expect, it } from 'vitest';
import { newJobDraft } from '../../../../../shared/draft/jobDraft.ts';
import { batchModel } from '../../testing/models.ts';
import { artifactUri, localPathOf, secondsInWords } from './artifactPath.ts';

const empty = newJobDraft({ endpointId: 'local', bucket: 'bucket', roleArn: '' });
const draft = {
  ...empty,
  model: { ...empty.model, source: { kind: 'file', path: '/m/mobilenet.onnx' } as const, summary: batchModel },
  target: { ...empty.target, device: 'ml_m5' },
  output: { ...empty.output, s3OutputLocation: 's3://bucket/compiled' },
};

it('computes the artifact’s place before the job exists', () => {
  expect(artifactUri(draft)).toBe('s3://bucket/compiled/mobilenet-ml_m5.tar.gz');
  const platform = { ...draft.target, kind: 'platform', os: 'LINUX', arch: 'ARM64', accelerator: 'NVIDIA' } as const;
  expect(artifactUri({ ...draft, target: platform })).toBe('s3://bucket/compiled/mobilenet-LINUX_ARM64_NVIDIA.tar.gz');
});

it('uses the stored archive’s name for a cloned job', () => {
  const place = { kind: 's3', source: null, s3Uri: 's3://bucket/models/ab12/face.tar.gz' } as const;
  expect(artifactUri({ ...draft, model: { ...draft.model, ...place, summary: null } })).toBe(
    's3://bucket/compiled/face-ml_m5.tar.gz',
  );
});

it('computes nothing while a part is missing', () => {
  expect(artifactUri(empty)).toBeNull();
  expect(artifactUri({ ...draft, output: { ...draft.output, s3OutputLocation: 'compiled' } })).toBeNull();
});

it('says where an object of the local store lies on this machine', () => {
  const uri = 's3://bucket/compiled/a.tar.gz';
  expect(localPathOf(uri, '/home/ada/objects')).toBe('/home/ada/objects/bucket/compiled/a.tar.gz');
  expect(localPathOf(uri, String.raw`C:\Users\ada\objects`)).toBe(
    String.raw`C:\Users\ada\objects\bucket\compiled\a.tar.gz`,
  );
  expect(localPathOf(uri, null)).toBeNull();
  expect(localPathOf('compiled', '/objects')).toBeNull();
});

it.each([
  ['900', '15 min'],
  ['5400', '1 h 30 min'],
  ['45', '45 s'],
  ['3661', '1 h 1 min 1 s'],
  ['0', '0 s'],
  ['abc', null],
  ['', null],
])('puts %s seconds in words', (seconds, words) => {
  expect(secondsInWords(seconds)).toBe(words);
});
