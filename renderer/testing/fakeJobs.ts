import { failureReason } from '../../shared/failures/failureCatalog.ts';
import { jobSnapshot, type JobSnapshot } from '../../shared/jobs/jobSnapshot.ts';

type Description = JobSnapshot['description'];

/** What a test says about a job; everything else is made up. */
export interface FakeJob {
  name?: string;
  status?: string;
  /** Seconds before `now`. */
  createdAgo?: number;
  /** Seconds; null for a job that did not start. */
  runtime?: number | null;
  device?: string;
  platform?: Description['OutputConfig']['TargetPlatform'];
  framework?: string;
  failureReason?: string;
  maxRuntime?: number;
}

/** The endpoint and account of all fake jobs. */
export const FAKE_ENDPOINT_ID = 'local';
const ARN = 'arn:aws:sagemaker:us-west-2:481203957716:compilation-job';

const ENDED = ['COMPLETED', 'FAILED', 'STOPPED'];

/** A job as main tells of it. */
export function fakeJob(fake: FakeJob = {}, now = Date.now()): JobSnapshot {
  const { name = 'blazeface-front-ml-m5-20261122-040911', status = 'COMPLETED', device = 'ml_m5' } = fake;
  const { createdAgo = 90, runtime = 2, framework = 'ONNX', maxRuntime = 900 } = fake;
  const created = now / 1000 - createdAgo;
  const started = runtime === null ? undefined : Math.floor(created) + 1;
  const hasEnded = ENDED.includes(status);
  return jobSnapshot(FAKE_ENDPOINT_ID, {
    CompilationJobName: name,
    CompilationJobArn: `${ARN}/${name}`,
    CompilationJobStatus: status,
    CreationTime: created,
    CompilationStartTime: started,
    CompilationEndTime: hasEnded ? (started ?? Math.floor(created)) + (runtime ?? 0) : undefined,
    LastModifiedTime: now / 1000,
    StoppingCondition: { MaxRuntimeInSeconds: maxRuntime },
    FailureReason: fake.failureReason,
    RoleArn: 'arn:aws:iam::000000000000:role/edgewright-local',
    InputConfig: {
      S3Uri: 's3://edgewright/models/9f2c41d07be6a358/blazeface-front.tar.gz',
      DataInputConfig: '{"input":[1,128,128,3]}',
      Framework: framework,
    },
    OutputConfig: {
      S3OutputLocation: 's3://edgewright/compiled',
      ...(fake.platform ? { TargetPlatform: fake.platform } : { TargetDevice: device }),
    },
    ...(status === 'COMPLETED' && {
      ModelArtifacts: { S3ModelArtifacts: `s3://edgewright/compiled/${name}-${device}.tar.gz` },
      ModelDigests: { ArtifactDigest: 'b1946ac92492d2347c6235b4d2611184f1a3c9d5e0b27648a09f3ce1d2b5a7f0' },
    }),
  });
}

/** A handful of jobs in every state. */
export function fewJobs(now = Date.now()): JobSnapshot[] {
  const operator = failureReason('operator-missing', { detail: 'GroupNorm (opset 21), node /decoder/norm_3' });
  const shape = failureReason('input-shape', {
    input: 'input',
    detail: 'The model fixes dimension 3 of "input" to 128; the job gives 224.',
  });
  const jobs: FakeJob[] = [
    {
      name: 'mobilenet-v3-large-jetson-xavier-20261122-041502',
      status: 'INPROGRESS',
      createdAgo: 48,
      device: 'jetson_xavier',
    },
    {
      name: 'yolox-nano-LINUX-ARM64-20261122-041455',
      status: 'STARTING',
      createdAgo: 5,
      runtime: null,
      platform: { Os: 'LINUX', Arch: 'ARM64' },
    },
    { createdAgo: 320 },
    { name: 'pp-ocr-det-rasp4b-20261122-040155', status: 'COMPLETED', createdAgo: 840, runtime: 7, device: 'rasp4b' },
    {
      name: 'stable-decoder-ml-c5-20261122-033310',
      status: 'FAILED',
      createdAgo: 2600,
      runtime: 3,
      device: 'ml_c5',
      failureReason: operator,
    },
    {
      name: 'a-model-with-a-very-long-name-that-takes-all-63-characters-0042',
      status: 'COMPLETED',
      createdAgo: 9000,
      runtime: 64,
      platform: { Os: 'LINUX', Arch: 'ARM64', Accelerator: 'NVIDIA' },
    },
    {
      name: 'whisper-tiny-encoder-rk3399-20261121-184413',
      status: 'STOPPED',
      createdAgo: 36_000,
      runtime: 125,
      device: 'rk3399',
    },
    {
      name: 'blazeface-front-ml-m5-20261121-170212',
      status: 'FAILED',
      createdAgo: 41_000,
      runtime: 1,
      failureReason: shape,
    },
    {
      name: 'resnet50-v2-ml-c6g-20261119-101010',
      status: 'COMPLETED',
      createdAgo: 260_000,
      runtime: 18,
      device: 'ml_c6g',
    },
  ];
  return jobs.map((job) => fakeJob(job, now));
}

const MODELS = ['blazeface-front', 'mobilenet-v3', 'resnet50-v2', 'yolox-nano', 'pp-ocr-det', 'whisper-tiny-encoder'];
const DEVICES = ['ml_m5', 'ml_c5', 'rasp4b', 'jetson_xavier', 'rk3399', 'ml_c6g'];
const STATUSES = ['COMPLETED', 'COMPLETED', 'COMPLETED', 'FAILED', 'COMPLETED', 'STOPPED'];

/** As many jobs as asked for, newest first. */
export function manyJobs(count: number, now = Date.now()): JobSnapshot[] {
  return Array.from({ length: count }, (_, index) => {
    const device = DEVICES[(index * 5) % DEVICES.length] ?? 'ml_m5';
    const model = MODELS[(index * 7) % MODELS.length] ?? 'model';
    return fakeJob(
      {
        name: `${model}-${device.replaceAll('_', '-')}-${String(count - index).padStart(5, '0')}`,
        status: index === 0 ? 'INPROGRESS' : (STATUSES[(index * 11) % STATUSES.length] ?? 'COMPLETED'),
        createdAgo: 40 + index * 1900,
        runtime: 2 + ((index * 13) % 90),
        device,
      },
      now,
    );
  });
}
