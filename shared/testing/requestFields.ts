import fc from 'fast-check';

export const jobName = fc.stringMatching(/^[a-zA-Z0-9](?:-{0,2}[a-zA-Z0-9]){0,20}$/u);
const partition = fc.constantFrom('aws', 'aws-cn', 'aws-us-gov');
export const roleArn = fc
  .tuple(partition, fc.stringMatching(/^\d{12}$/u), fc.stringMatching(/^(?:[\w+=,.@-]{1,12}\/){0,2}[\w+=,.@-]{1,40}$/u))
  .map(([of, account, name]) => `arn:${of}:iam::${account}:role/${name}`);
export const modelPackageArn = fc
  .tuple(
    partition,
    fc.constantFrom('us-west-2', 'eu-central-1'),
    fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/u),
    fc.nat(99),
  )
  .map(([of, region, name, version]) => `arn:${of}:sagemaker:${region}:111122223333:model-package/${name}/${version}`);

const bucket = fc.stringMatching(/^[a-z0-9][a-z0-9-]{1,20}(?:\.[a-z][a-z0-9]{0,8})?[a-z0-9]$/u);
/** Parts of object names: what shells, JSON, YAML and programs quote differently, and what is not ASCII. */
const keyPart = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[\w.-]{1,12}$/u) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "it's",
      'a "quoted" part',
      '$HOME',
      '`id`',
      '$(id)',
      '%PATH%',
      '!x',
      'a\\b',
      '{a,b}',
      '#tag',
      'a=b,c',
      'ü',
      '模型',
      '🚀',
      '&amp;',
      'x;y|z',
      '~',
      '*',
      '@home',
      ': x',
      '- x',
      '"""',
      "'''",
      '${x}',
      '#{x}',
      '\\u0041',
    ),
  },
);
const key = fc
  .array(keyPart, { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('/'))
  .filter((text) => !/(?:^|\/)\.{1,2}(?:\/|$)/u.test(text));
export const archiveUri = fc
  .tuple(bucket, key, fc.constantFrom('.tar.gz', '.tgz'))
  .map(([name, path, suffix]) => `s3://${name}/${path}${suffix}`);
export const outputUri = fc
  .oneof(
    fc.tuple(bucket, key).map(([name, path]) => `s3://${name}/${path}`),
    bucket.map((name) => `s3://${name}/`),
  )
  .filter((uri) => !uri.endsWith('.tar.gz'));

const KEY_ID = '1234abcd-12ab-34cd-56ef-1234567890ab';
/** The four formats of KmsKeyId, and a multi-region key. */
export const kmsKeyForms = [
  KEY_ID,
  `arn:aws:kms:us-west-2:111122223333:key/${KEY_ID}`,
  'alias/ExampleAlias',
  'arn:aws:kms:us-west-2:111122223333:alias/ExampleAlias',
  'mrk-1234abcd12ab34cd56ef1234567890ab',
] as const;

const networkId = (prefix: string) => fc.stringMatching(/^[0-9a-f]{8,17}$/u).map((id) => `${prefix}-${id}`);
export const vpcConfig = fc.record({
  SecurityGroupIds: fc.uniqueArray(networkId('sg'), { minLength: 1, maxLength: 5 }),
  Subnets: fc.uniqueArray(networkId('subnet'), { minLength: 1, maxLength: 16 }),
});

export const stoppingCondition = fc
  .record(
    {
      MaxRuntimeInSeconds: fc.constantFrom(1, 300, 900, 3600, 86_400),
      wait: fc.nat(10_000),
      MaxPendingTimeInSeconds: fc.integer({ min: 7200, max: 2_419_200 }),
    },
    { requiredKeys: [] },
  )
  .map(({ wait, ...limits }) => ({
    ...limits,
    ...(wait !== undefined && { MaxWaitTimeInSeconds: (limits.MaxRuntimeInSeconds ?? 1) + wait }),
  }));

const tagPart = fc.constantFrom(
  'team',
  'Größe',
  '名前',
  'é',
  ' ',
  '\u00a0',
  '\u2028',
  '\u3000',
  'a=b',
  '@x',
  '1.0',
  'true',
  'null',
  '::',
  '+-',
  '٣',
  '/',
);
const tagText = (minLength: number) => fc.array(tagPart, { minLength, maxLength: 6 }).map((parts) => parts.join(''));
export const tags = fc.uniqueArray(fc.record({ Key: tagText(1), Value: tagText(0) }), {
  maxLength: 8,
  selector: ({ Key }) => Key,
});
