import { expect, it } from 'vitest';
import { checkCreateCompilationJob } from '../../../../../shared/request/requestRules.ts';
import { KMS_KEY_FORMS } from './kmsKeyForms.ts';

it.each(KMS_KEY_FORMS)('offers $name in a form that the check takes', ({ example }) => {
  const request = {
    CompilationJobName: 'job',
    RoleArn: 'arn:aws:iam::123456789012:role/Neo',
    InputConfig: { S3Uri: 's3://bucket/model.tar.gz', Framework: 'ONNX', DataInputConfig: '{"data":[1,3,8,8]}' },
    OutputConfig: { S3OutputLocation: 's3://bucket/out', TargetDevice: 'ml_m5', KmsKeyId: example },
    StoppingCondition: { MaxRuntimeInSeconds: 900 },
  };
  expect(checkCreateCompilationJob(request, { service: 'aws' })).toMatchObject({ ok: true, warnings: [] });
});
