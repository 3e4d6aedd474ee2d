import { expect, it } from 'vitest';
import { newJobDraft } from '../../../../../shared/draft/jobDraft.ts';
import { batchModel } from '../../testing/models.ts';
import { artifactUri, localPathOf, secondsInWords } from './artifactPath.ts';

const BUCKET = 'bucket';
const empty = newJobDraft({ endpointId: 'local', bucket: BUCKET, roleArn: '' });
const draft = {
  ...empty,
  model: { ...empty.model, source: { kind: 'file', path: '/m/mobilenet.onnx' } as const, summary: batchModel },
  target: { ...empty.target, device: 'ml_m5' },
  output: { ...empty.output, s3OutputLocation: 's3://bucket/compiled' },
};

it('computes the artifact’s place before the job exists', () => {
  expect(artifactUri(draft, BUCKET)).toBe('s3://bucket/compiled/mobilenet-ml_m5.tar.gz');
  const platform = { ...draft.target, kind: 'platform', os: 'LINUX', arch: 'ARM64', accelerator: 'NVIDIA' } as const;
  expect(artifactUri({ ...draft, target: platform }, BUCKET)).toBe(
    's3://bucket/compiled/mobilenet-LINUX_ARM64_NVIDIA.tar.gz',
  );
});

it('uses the stored archive’s name for a cloned job', () => {
  const place = { kind: 's3', source: null, s3Uri: 's3://bucket/models/ab12/face.tar.gz' } as const;
  expect(artifactUri({ ...draft, model: { ...draft.model, ...place, summary: null } }, BUCKET)).toBe(
    's3://bucket/compiled/face-ml_m5.tar.gz',
  );
});

it('uses the name that the user gives the archive where the endpoint stores none', () => {
  const model = { ...draft.model, s3Uri: 's3://mine/models/face-v2.tar.gz' };
  expect(artifactUri({ ...draft, model }, '')).toBe('s3://bucket/compiled/face-v2-ml_m5.tar.gz');
  expect(artifactUri(draft, '')).toBeNull();
});

it('computes nothing while a part is missing', () => {
  expect(artifactUri(empty, BUCKET)).toBeNull();
  expect(artifactUri({ ...draft, output: { ...draft.output, s3OutputLocation: 'compiled' } }, BUCKET)).toBeNull();
});

it('says where an object of the local store lies on this machine', () => {
  const uri = 's3://bucket/compiled/a.tar.gz';
  expect(localPathOf(uri, '/home/ada/objects')).toBe('/home/ada/objects/bucket/compiled/a.tar.gz');
  expect(localPathOf(uri, String.raw`C:\Users\ada\objects`)).toBe(
    String.raw`C:\Users\ada\objects\bucket\compiled\a.tar.gz`,
  );
  const https = 'https://bucket.s3.us-west-2.amazonaws.com/compiled/a.tar.gz';
  expect(localPathOf(https, '/home/ada/objects')).toBe('/home/ada/objects/bucket/compiled/a.tar.gz');
  expect(localPathOf('https://s3.amazonaws.com/bucket/a.tar.gz', '/objects')).toBe('/objects/bucket/a.tar.gz');
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
