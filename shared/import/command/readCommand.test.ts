import { describe, expect, it } from 'vitest';
import { plainValue } from '../sourceNode.ts';
import { readCommand } from './readCommand.ts';

const COMMAND = 'aws sagemaker create-compilation-job';

function read(text: string) {
  const { value, changes } = readCommand(text);
  return { ...(plainValue(value) as object), ...(changes.length > 0 && { changes }) };
}
/** The role of a command whose options are given, as the shell hands it over. */
const roleOf = (word: string) => (read(`${COMMAND} --role-arn ${word}`) as { RoleArn: unknown }).RoleArn;
const inputOf = (word: string) => (read(`${COMMAND} --input-config ${word}`) as { InputConfig: unknown }).InputConfig;

describe('bash quoting', () => {
  it.each([
    ['plain', 'plain'],
    ['\'single $x `y` \\n "z"\'', 'single $x `y` \\n "z"'],
    ['"double \\"q\\" \\$x \\` \\\\ \\n"', 'double "q" $x ` \\ \\n'],
    [String.raw`$'ansi \'q\' \n\t\x41\u00e9\U0001f680\101\\'`, "ansi 'q' \n\tAé🚀A\\"],
    [String.raw`a\ b\'c\"d`, 'a b\'c"d'],
    [String.raw`'it'\''s'`, "it's"],
    [`'a'"b"c`, 'abc'],
    ['"two\nlines"', 'two\nlines'],
    ['"one \\\nline"', 'one line'],
    ['one\\\nword', 'oneword'],
    ['a#b', 'a#b'],
    ['x # a comment', 'x'],
    ['x; echo y', 'x'],
    ['x | jq .', 'x'],
    ['x > out.json 2>&1', 'x'],
    ['"`"quoted`" in PowerShell"', '"quoted" in PowerShell'],
  ])('%s', (word, value) => {
    expect(roleOf(word)).toBe(value);
  });

  it('takes a value behind an equals sign', () => {
    expect(read(`${COMMAND} --role-arn='a=b' --compilation-job-name=x`)).toEqual({
      RoleArn: 'a=b',
      CompilationJobName: 'x',
    });
  });

  it('knows variables that lines before the command set, and here documents that they write', () => {
    const before = `export NAME=job\nROLE="arn:$NAME"\n$ KEY='k'\ncat > job.json <<'EOF'\n{"CompilationJobName": "x"}\nEOF\n`;
    expect(read(`${before}${COMMAND} --cli-input-json file://job.json --role-arn "\${ROLE}/$KEY"`)).toEqual({
      CompilationJobName: 'x',
      RoleArn: 'arn:job/k',
    });
  });

  it('knows here-strings of PowerShell', () => {
    const text = `$name = 'job'\n$input = @'\n{"S3Uri": "it's"}\n'@\n${COMMAND} \`\n  --input-config $input --compilation-job-name $name`;
    expect(read(text)).toEqual({ CompilationJobName: 'job', InputConfig: { S3Uri: "it's" } });
  });

  it.each(['$ROLE', '"${ROLE}"', '$(id)', '"`id`"', '${ROLE:-x}'])('refuses to guess %s', (word) => {
    expect(() => roleOf(word)).toThrow(expect.objectContaining({ rule: 'import.computed' }) as Error);
  });

  it('goes on where a line lost its mark, and says so', () => {
    expect(read(`${COMMAND}\n  --role-arn x # the role\n  --compilation-job-name y\nls --all`)).toEqual({
      RoleArn: 'x',
      CompilationJobName: 'y',
      changes: ['A line did not end in a continuation mark (\\); the options on the next line were read all the same.'],
    });
  });
});

describe('shorthand', () => {
  it.each<[string, unknown]>([
    ['S3Uri=s3://b/m.tar.gz,Framework=ONNX', { S3Uri: 's3://b/m.tar.gz', Framework: 'ONNX' }],
    [`'S3Uri="a,b",Framework='"'"'it\\'"'"'s'"'"`, { S3Uri: 'a,b', Framework: "it's" }],
    [String.raw`'S3Uri=a\,b'`, { S3Uri: 'a,b' }],
    ['"S3Uri = a , Framework = ONNX"', { S3Uri: 'a', Framework: 'ONNX' }],
    ['S3Uri=', { S3Uri: '' }],
    [`'{"S3Uri":"a"}'`, { S3Uri: 'a' }],
    ["'FrameworkVersion=1.10'", { FrameworkVersion: '1.10' }],
  ])('--input-config %s', (word, value) => {
    expect(inputOf(word)).toEqual(value);
  });

  it.each([
    `"S3Uri=a,DataInputConfig='{\\"data\\":[1,3,224,224]}',Framework=MXNET"`,
    `'S3Uri=a,DataInputConfig="{\\"data\\":[1,3,224,224]}",Framework=MXNET'`,
    `'{"S3Uri":"a","DataInputConfig":"{\\"data\\":[1,3,224,224]}","Framework":"MXNET"}'`,
  ])('reads the forms that the AWS CLI takes: %s', (word) => {
    expect(read(`${COMMAND} --input-config ${word}`)).toEqual({
      InputConfig: { S3Uri: 'a', DataInputConfig: '{"data":[1,3,224,224]}', Framework: 'MXNET' },
    });
  });

  it.each([
    `"S3Uri=a,DataInputConfig={\\"data\\":[1,3,224,224]},Framework=MXNET"`,
    `'S3Uri=a,DataInputConfig={"data":[1,3,224,224]},Framework=MXNET'`,
    `S3Uri=a,DataInputConfig='{"data":[1,3,224,224]}',Framework=MXNET`,
  ])('reads the forms that the AWS CLI refuses, and says so: %s', (word) => {
    expect(read(`${COMMAND} --input-config ${word}`)).toEqual({
      InputConfig: { S3Uri: 'a', DataInputConfig: '{"data":[1,3,224,224]}', Framework: 'MXNET' },
      changes: [
        'The JSON in DataInputConfig was read although the AWS CLI would refuse it here: it needs quotes around it.',
      ],
    });
  });

  it('reads nested structures, lists and numbers by what the API has there', () => {
    const options = [
      '--output-config S3OutputLocation=s3://b,TargetPlatform={Os=LINUX,Arch=ARM64}',
      '--vpc-config SecurityGroupIds=sg-1,sg-2,Subnets=[subnet-1,subnet-2]',
      '--stopping-condition MaxRuntimeInSeconds=900,MaxWaitTimeInSeconds=1000',
      '--tags Key=a,Value=b \'Key="c d",Value=e=f\'',
    ];
    expect(read(`${COMMAND} ${options.join(' ')}`)).toEqual({
      OutputConfig: { S3OutputLocation: 's3://b', TargetPlatform: { Os: 'LINUX', Arch: 'ARM64' } },
      VpcConfig: { SecurityGroupIds: ['sg-1', 'sg-2'], Subnets: ['subnet-1', 'subnet-2'] },
      StoppingCondition: { MaxRuntimeInSeconds: 900, MaxWaitTimeInSeconds: 1000 },
      Tags: [
        { Key: 'a', Value: 'b' },
        { Key: 'c d', Value: 'e=f' },
      ],
    });
  });

  it.each([
    [`--tags '[{"Key":"a","Value":"b"}]'`, [{ Key: 'a', Value: 'b' }]],
    [
      `--tags '{"Key":"a","Value":"b"}' Key=c,Value=d`,
      [
        { Key: 'a', Value: 'b' },
        { Key: 'c', Value: 'd' },
      ],
    ],
    ['--tags', []],
  ])('reads %s', (option, tags) => {
    expect(read(`${COMMAND} ${option}`)).toEqual({ Tags: tags });
  });

  it.each([
    ['S3Uri', '= is expected'],
    ['S3Uri=a,b', '= is expected'],
    [`"S3Uri='a"`, "The closing quote ' is missing"],
    ['DataInputConfig=[1,2', 'A bracket in DataInputConfig is not closed'],
    ['S3Uri@=file://x', 'S3Uri is in a file; paste its content here'],
    ['a b', '--input-config takes one value; quotes may be missing around it'],
    ['', '--input-config lacks its value'],
  ])('refuses %s', (word, message) => {
    expect(() => inputOf(word)).toThrow(message);
  });
});

describe('a command', () => {
  it('lets options win over --cli-input-json and --cli-input-yaml, member by member', () => {
    const base = `'{"RoleArn":"a","Tags":[{"Key":"k","Value":"v"}],"StoppingCondition":{"MaxRuntimeInSeconds":1}}'`;
    expect(read(`${COMMAND} --role-arn b --cli-input-json ${base} --tags Key=x,Value=y`)).toEqual({
      StoppingCondition: { MaxRuntimeInSeconds: 1 },
      RoleArn: 'b',
      Tags: [{ Key: 'x', Value: 'y' }],
    });
    expect(read(`${COMMAND} --cli-input-yaml $'RoleArn: a\\nTags: []' --role-arn b`)).toEqual({
      Tags: [],
      RoleArn: 'b',
    });
  });

  it('leaves out what says where and how, before and behind the operation', () => {
    const text =
      'aws --profile dev --debug sagemaker create-compilation-job --role-arn x --endpoint-url http://127.0.0.1:1 --no-verify-ssl --output json';
    expect(read(text)).toEqual({
      RoleArn: 'x',
      changes: [
        'Left out, not part of the request: --profile dev, --debug, --endpoint-url http://127.0.0.1:1, --no-verify-ssl, --output json.',
      ],
    });
  });

  it('is the one that creates a job, whatever stands around it', () => {
    const text = `cd models && aws s3 cp m.tar.gz s3://b/ \\\n  --quiet\n${COMMAND} --role-arn x\naws sagemaker list-compilation-jobs --max-results 3`;
    expect(read(text)).toEqual({ RoleArn: 'x' });
  });
});
