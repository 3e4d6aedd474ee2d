import {
  ARCHIVE,
  COMMON,
  expectRequest,
  finish,
  giveArchive,
  giveInputs,
  LOCATION,
  ROLE,
} from '../../support/builtRequest.ts';
import { test } from '../../support/oneApp.ts';
import type { Wizard } from '../../support/wizard.ts';

const INPUT_CONFIG = { S3Uri: ARCHIVE, DataInputConfig: '{"data":[1,3,224,224]}', Framework: 'ONNX' };
const OUTPUT_CONFIG = { S3OutputLocation: LOCATION, TargetDevice: 'ml_m5' };

/** A small ONNX model for an m5, up to Output. */
async function toOutput(wizard: Wizard): Promise<void> {
  await giveArchive(wizard, 'ONNX');
  await giveInputs(wizard, [{ name: 'data', sizes: [1, 3, 224, 224] }]);
  await wizard.chooseDevice('ml_m5');
  await wizard.next('Output');
}

test('a version of a model package, which brings its inputs along', async ({ wizard }) => {
  const arn = 'arn:aws:sagemaker:us-west-2:123456789012:model-package/faces/3';
  await wizard.runOn('AWS');
  await wizard.modelIs('A model package version');
  await wizard.page.getByRole('textbox', { name: 'Model package version ARN' }).fill(arn);
  await wizard.next('Inputs');
  await wizard.next('Target');
  await wizard.chooseDevice('ml_c5');
  await finish(wizard);
  await expectRequest(wizard, {
    ...COMMON,
    ModelPackageVersionArn: arn,
    OutputConfig: { S3OutputLocation: LOCATION, TargetDevice: 'ml_c5' },
  });
});

test('each of the four forms of a KMS key', async ({ wizard }) => {
  await toOutput(wizard);
  for (const kmsKey of [
    '1234abcd-12ab-34cd-56ef-1234567890ab',
    'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    'alias/ExampleAlias',
    'arn:aws:kms:us-west-2:111122223333:alias/ExampleAlias',
  ]) {
    await test.step(kmsKey, async () => {
      await wizard.goTo('Output');
      await wizard.fillOutput({ jobName: 'encrypted', location: LOCATION, role: ROLE, kmsKey });
      await wizard.next('Review');
      await expectRequest(wizard, {
        ...COMMON,
        CompilationJobName: 'encrypted',
        InputConfig: INPUT_CONFIG,
        OutputConfig: { ...OUTPUT_CONFIG, KmsKeyId: kmsKey },
      });
    });
  }
});

test('a VPC with two security groups and two subnets', async ({ wizard }) => {
  await toOutput(wizard);
  await wizard.connectToVpc({
    securityGroups: ['sg-0123456789abcdef0', 'sg-0fedcba9876543210'],
    subnets: ['subnet-0123456789abcdef0', 'subnet-0fedcba9876543210'],
  });
  await wizard.goTo('Target');
  await finish(wizard);
  await expectRequest(wizard, {
    ...COMMON,
    InputConfig: INPUT_CONFIG,
    OutputConfig: OUTPUT_CONFIG,
    VpcConfig: {
      SecurityGroupIds: ['sg-0123456789abcdef0', 'sg-0fedcba9876543210'],
      Subnets: ['subnet-0123456789abcdef0', 'subnet-0fedcba9876543210'],
    },
  });
});

test('tags, one without a value', async ({ wizard }) => {
  await toOutput(wizard);
  await wizard.addTags([
    ['team', 'edge vision'],
    ['cost-centre', '42'],
    ['reviewed', ''],
  ]);
  await wizard.goTo('Target');
  await finish(wizard);
  await expectRequest(wizard, {
    ...COMMON,
    InputConfig: INPUT_CONFIG,
    OutputConfig: OUTPUT_CONFIG,
    Tags: [
      { Key: 'team', Value: 'edge vision' },
      { Key: 'cost-centre', Value: '42' },
      { Key: 'reviewed', Value: '' },
    ],
  });
});

test('all three limits', async ({ wizard }) => {
  await toOutput(wizard);
  await wizard.fillOutput({
    jobName: 'limited',
    location: LOCATION,
    role: ROLE,
    timeLimit: '1800',
    waitLimit: '3600',
    pendingLimit: '7200',
  });
  await wizard.next('Review');
  await expectRequest(wizard, {
    ...COMMON,
    CompilationJobName: 'limited',
    InputConfig: INPUT_CONFIG,
    OutputConfig: OUTPUT_CONFIG,
    StoppingCondition: { MaxRuntimeInSeconds: 1800, MaxWaitTimeInSeconds: 3600, MaxPendingTimeInSeconds: 7200 },
  });
});

test('everything that a request can have, at once', async ({ wizard }) => {
  await giveArchive(wizard, 'PyTorch');
  await giveInputs(wizard, [{ name: 'input0', sizes: [1, 3, 224, 224] }]);
  await wizard.chooseDevice('ml_inf1');
  await wizard.typeOption('Neuron compiler flags', '--verbose 1 --num-neuroncores 2 -O2');
  await wizard.goTo('Model');
  await wizard.chooseFrameworkVersion('1.9');
  await wizard.goTo('Output');
  await wizard.fillOutput({
    jobName: 'everything',
    location: LOCATION,
    role: ROLE,
    timeLimit: '900',
    waitLimit: '900',
    pendingLimit: '2419200',
    kmsKey: 'alias/ExampleAlias',
    vpc: { securityGroups: ['sg-0123456789abcdef0'], subnets: ['subnet-0123456789abcdef0'] },
    tags: [['team', 'edge']],
  });
  await wizard.next('Review');
  await expectRequest(wizard, {
    CompilationJobName: 'everything',
    RoleArn: ROLE,
    InputConfig: {
      S3Uri: ARCHIVE,
      DataInputConfig: '{"input0":[1,3,224,224]}',
      Framework: 'PYTORCH',
      FrameworkVersion: '1.9',
    },
    OutputConfig: {
      S3OutputLocation: LOCATION,
      TargetDevice: 'ml_inf1',
      CompilerOptions: '"--verbose 1 --num-neuroncores 2 -O2"',
      KmsKeyId: 'alias/ExampleAlias',
    },
    VpcConfig: { SecurityGroupIds: ['sg-0123456789abcdef0'], Subnets: ['subnet-0123456789abcdef0'] },
    StoppingCondition: { MaxRuntimeInSeconds: 900, MaxWaitTimeInSeconds: 900, MaxPendingTimeInSeconds: 2419200 },
    Tags: [{ Key: 'team', Value: 'edge' }],
  });
});
