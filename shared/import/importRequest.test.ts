import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportRequest } from '../export/exportRequest.ts';
import { documentExamples, requestOfExample } from '../testing/documentExamples.ts';
import { requestArbitrary } from '../testing/requestArbitrary.ts';
import { importRequest, type ImportFormat } from './importRequest.ts';

const REQUEST = {
  CompilationJobName: 'job',
  RoleArn: 'arn:aws:iam::111122223333:role/Neo',
  InputConfig: { S3Uri: 's3://bucket/m.tar.gz', DataInputConfig: '{"data":[1,3,224,224]}', Framework: 'MXNET' },
  OutputConfig: { S3OutputLocation: 's3://bucket/out/', TargetDevice: 'ml_c5' },
  StoppingCondition: { MaxRuntimeInSeconds: 900 },
};
const JSON_TEXT = JSON.stringify(REQUEST, null, 2);

/** What a text becomes: the format and the request, or the problem. */
function read(text: string, format?: ImportFormat) {
  const outcome = importRequest(text, format && { format });
  return outcome.ok ? { format: outcome.format, request: outcome.request } : outcome.problem.message;
}
const changesOf = (text: string) => {
  const outcome = importRequest(text);
  return outcome.ok ? outcome.changes : outcome.problem.message;
};

const DICT = `{
    'CompilationJobName': 'job',
    'RoleArn': 'arn:aws:iam::111122223333:role/Neo',
    'InputConfig': {'S3Uri': 's3://bucket/m.tar.gz', 'DataInputConfig': '{"data":[1,3,224,224]}', 'Framework': 'MXNET'},
    'OutputConfig': {'S3OutputLocation': 's3://bucket/out/', 'TargetDevice': 'ml_c5'},
    'StoppingCondition': {'MaxRuntimeInSeconds': 900},
}`;
const OBJECT = `{
  CompilationJobName: 'job', // a comment
  RoleArn: "arn:aws:iam::111122223333:role/Neo",
  InputConfig: { S3Uri: \`s3://bucket/m.tar.gz\`, DataInputConfig: JSON.stringify({ data: [1, 3, 224, 224] }), Framework: 'MXNET' },
  OutputConfig: { S3OutputLocation: 's3://bucket/out/', TargetDevice: TargetDevice.ML_C5 },
  StoppingCondition: { MaxRuntimeInSeconds: 900 },
}`;
const YAML_TEXT = `CompilationJobName: job
RoleArn: arn:aws:iam::111122223333:role/Neo
InputConfig:
  S3Uri: s3://bucket/m.tar.gz
  DataInputConfig: '{"data":[1,3,224,224]}'
  Framework: MXNET
OutputConfig: {S3OutputLocation: s3://bucket/out/, TargetDevice: ml_c5}
StoppingCondition:
  MaxRuntimeInSeconds: 900`;
const COMMAND = String.raw`aws sagemaker create-compilation-job --compilation-job-name job \
  --role-arn arn:aws:iam::111122223333:role/Neo \
  --input-config '{"S3Uri":"s3://bucket/m.tar.gz","DataInputConfig":"{\"data\":[1,3,224,224]}","Framework":"MXNET"}' \
  --output-config S3OutputLocation=s3://bucket/out/,TargetDevice=ml_c5 --stopping-condition MaxRuntimeInSeconds=900`;

describe('importRequest', () => {
  it.each<[string, ImportFormat, string]>([
    ['JSON', 'json', JSON_TEXT],
    ['JSON on one line', 'json', JSON.stringify(REQUEST)],
    ['JSON behind a byte order mark', 'json', `\ufeff${JSON_TEXT}`],
    ['JSON with Windows line breaks', 'json', JSON_TEXT.replaceAll('\n', '\r\n')],
    ['JSON in a Markdown fence', 'json', `\`\`\`json\n${JSON_TEXT}\n\`\`\`\n`],
    ['JSON with the comments of the developer guide', 'json', JSON_TEXT.replace('{\n', '{\n  # the name\n')],
    ['JSON with slashes for comments', 'json', JSON_TEXT.replace('{\n', '{ // the name\n')],
    ['JSON with curly quotes', 'json', JSON_TEXT.replaceAll('"CompilationJobName"', '“CompilationJobName”')],
    ['JSON that was escaped for the CLI', 'json', JSON.stringify(REQUEST).replaceAll(/[\\"]/gu, String.raw`\$&`)],
    ['YAML', 'yaml', YAML_TEXT],
    ['YAML with marks and comments', 'yaml', `# job\n---\n${YAML_TEXT}\n...\n`],
    ['a command', 'cli', COMMAND],
    ['a command on one line', 'cli', COMMAND.replaceAll('\\\n', '')],
    ['a command with a prompt and variables before it', 'cli', `# compile\n$ AWS_PROFILE=x ${COMMAND}`],
    ['a command for PowerShell', 'cli', COMMAND.replaceAll(' \\\n', ' `\n')],
    ['a command for cmd', 'cli', COMMAND.replaceAll(' \\\n', ' ^\r\n')],
    ['a command whose answer is kept', 'cli', `ARN=$(${COMMAND})`],
    ['a boto3 call', 'boto3', `import boto3\nsm = boto3.client('sagemaker')\nsm.create_compilation_job(**${DICT})`],
    ['a boto3 dict with a name', 'boto3', `request = ${DICT}\nresponse = client.create_compilation_job(**request)`],
    ['a dict', 'boto3', DICT],
    ['a dict with a name', 'boto3', `job: dict = ${DICT}`],
    ['an SDK command', 'js', `await client.send(new CreateCompilationJobCommand(${OBJECT}));`],
    ['an SDK call', 'js', `const answer = await sagemaker.createCompilationJob(${OBJECT});`],
    ['an SDK input with a name and a type', 'js', `const input: CreateCompilationJobCommandInput = ${OBJECT};`],
    ['an object', 'js', OBJECT],
    ['an object as a statement', 'js', `// the job\n(${OBJECT});`],
  ])('reads %s', (_, format, text) => {
    expect(read(text)).toEqual({ format, request: REQUEST });
  });

  it.each<[string, string, string]>([
    [
      'broken JSON',
      '{"RoleArn": "x",\n "Tags": [1 2]}',
      'Line 2, column 13: This is not JSON: A comma or ] is expected.',
    ],
    ['unfinished JSON', '{"RoleArn":', 'Line 1, column 12: This is not JSON: The text ends where a value should be.'],
    [
      'broken YAML',
      'RoleArn: x\nTags: [1',
      'Line 2, column 9: The YAML cannot be read: Flow sequence in block collection must be sufficiently indented and end with a ].',
    ],
    [
      'broken Python',
      'c.create_compilation_job(\n  RoleArn="x" Tags=[])',
      'Line 2, column 15: The Python code cannot be read from `Tags=[])` on.',
    ],
    [
      'a broken dict',
      "{'RoleArn': 'x',\n 'Tags': [1, }",
      'Line 2, column 14: The Python code cannot be read from `}` on.',
    ],
    [
      'broken JavaScript',
      'new CreateCompilationJobCommand({\n  RoleArn: "x" Tags: [] })',
      'Line 2, column 16: The JavaScript code cannot be read from `Tags: [] })` on.',
    ],
    [
      'an open quote',
      "aws sagemaker create-compilation-job \\\n --role-arn 'x",
      'Line 2, column 13: The closing single quote is missing.',
    ],
    [
      'a computed value in Python',
      'import os\nc.create_compilation_job(\n  RoleArn=os.environ["ROLE"])',
      'Line 3, column 11: The value is computed: `os.environ["ROLE"]`. Put the value itself in its place.',
    ],
    [
      'a computed value in JavaScript',
      'sm.createCompilationJob({\n  RoleArn: process.env.ROLE })',
      'Line 2, column 12: The value is computed: `process.env.ROLE`. Put the value itself in its place.',
    ],
    [
      'a variable of the shell',
      'aws sagemaker create-compilation-job --role-arn "$ROLE"',
      'Line 1, column 50: The text does not say what the shell variable ROLE holds; put its value in its place.',
    ],
    [
      'a file',
      'aws sagemaker create-compilation-job --cli-input-json file://job.json',
      'Line 1, column 55: The value of --cli-input-json is in the file job.json; paste its content here.',
    ],
    [
      'an unknown option',
      'aws sagemaker create-compilation-job --name x',
      'Line 1, column 38: create-compilation-job has no option --name.',
    ],
    [
      'JSON without members of a request',
      '{"CompilationJobArn": "x"}',
      'The text has none of the members of a CreateCompilationJob request, such as CompilationJobName.',
    ],
    ['a list', '[]', 'The text has none of the members of a CreateCompilationJob request, such as CompilationJobName.'],
    [
      'prose',
      'Hello, please compile my model',
      'The text has none of the members of a CreateCompilationJob request, such as CompilationJobName.',
    ],
    ['nothing', ' \n\t', 'The text is empty.'],
    ['too much', `{"RoleArn":"${'x'.repeat(2 ** 20)}"}`, 'The text is longer than 1 MB; a request is far shorter.'],
  ])('says what is wrong with %s, and where', (_, text, message) => {
    expect(read(text)).toBe(message);
  });

  it.each<[string, string, string]>([
    [
      'two JSON values',
      `${JSON_TEXT}\n${JSON_TEXT}`,
      'Line 17, column 1: The text holds more than one value; give one request at a time.',
    ],
    [
      'two JSON values with comments',
      `# a\n${JSON_TEXT}\n# b\n${JSON_TEXT}`,
      'Line 19, column 1: The text holds more than one value; give one request at a time.',
    ],
    [
      'two dicts',
      "{'RoleArn': 'a'}\n{'RoleArn': 'b'}",
      'Line 2, column 1: The text holds more than one value; give one request at a time.',
    ],
    [
      'words behind JSON',
      '{"RoleArn":"x"}\nhello',
      'Line 2, column 1: This is not JSON: Nothing may follow the value.',
    ],
    [
      'words behind JSON with a comment',
      '{"RoleArn":"x" // a\n} hello',
      'Line 2, column 3: This is not JSON: Nothing may follow the value.',
    ],
    ['NUL behind JSON', '{"RoleArn":"x"}\0', 'Line 1, column 16: This is not JSON: Nothing may follow the value.'],
    ['a brace behind JSON', '{"RoleArn":"x"}{', 'Line 1, column 16: This is not JSON: Nothing may follow the value.'],
    [
      'words behind a dict',
      "{'RoleArn': 'x'}\nhello",
      'Line 2, column 1: Nothing may follow the value, but `hello` does.',
    ],
    [
      'a number with a leading zero',
      '{"StoppingCondition":{"MaxRuntimeInSeconds":0900}}',
      'Line 1, column 46: This is not JSON: A comma or } is expected.',
    ],
    [
      'texts without a comma',
      '{"VpcConfig":{"Subnets":["a" "b"]}}',
      'Line 1, column 30: This is not JSON: A comma or ] is expected.',
    ],
    [
      'a number of Python with a leading zero',
      "{'StoppingCondition':{'MaxRuntimeInSeconds':0900}}",
      'Line 1, column 45: 0900 begins with a zero too many.',
    ],
    ['deep YAML', `RoleArn: ${'['.repeat(5000)}`, 'Line 1, column 74: The values are nested more than 64 levels deep.'],
    [
      'deep lists of YAML',
      `Tags:\n  ${'- '.repeat(5000)}`,
      'Line 2, column 3: The values are nested more than 64 levels deep.',
    ],
    ['deep JSON', '['.repeat(5000), 'Line 1, column 66: This is not JSON: Nested too deeply.'],
  ])('refuses %s', (_, text, message) => {
    expect(read(text)).toBe(message);
  });

  it.each(['\n', '; ', ' && ', '\n# again\n'])('refuses a second command behind %j', (between) => {
    expect(read(`${COMMAND}${between}${COMMAND}`)).toMatch(
      /: The text has more than one command; give one at a time\.$/u,
    );
  });

  it('reads a command before a comment that names another', () => {
    expect(read(`${COMMAND}\n# aws sagemaker create-compilation-job does the same`)).toMatchObject({ format: 'cli' });
  });

  it.each([
    '{"RoleArn":"x", /* a */}',
    '{"RoleArn":"x"} // a',
    '{"RoleArn":"http://x"};',
    '{"RoleArn":"x"},',
    '{"RoleArn":"x"} as const',
  ])('tolerates the marks around JSON: %s', (text) => {
    expect(read(text)).toMatchObject({ request: { RoleArn: expect.any(String) as unknown } });
  });

  it('takes the caller’s word for the format', () => {
    expect(read(DICT, 'json')).toMatchObject({ format: 'json', request: REQUEST });
    expect(read(JSON_TEXT, 'yaml')).toMatchObject({ format: 'yaml', request: REQUEST });
    expect(read(JSON_TEXT, 'cli')).toBe('The text has no aws sagemaker create-compilation-job command.');
  });

  it('keeps members that the API does not know, for the check to name', () => {
    expect(read('{"roleArn":"x","InputConfig":{"s3uri":1},"Tags":null}')).toEqual({
      format: 'json',
      request: { roleArn: 'x', InputConfig: { s3uri: 1 } },
    });
  });

  it('says what it changed', () => {
    expect(changesOf(JSON_TEXT)).toEqual([]);
    expect(changesOf('{"RoleArn":"x","RoleArn":"y","Tags":null}')).toEqual([
      'RoleArn is given more than once; the last one was taken.',
      'Left out, because they have no value: Tags.',
    ]);
    expect(
      changesOf('InputConfig: {FrameworkVersion: 1.10}\nTags: [{Key: cuda, Value: 10.0}, {Key: gpu, Value: true}]'),
    ).toEqual([
      'Taken as text, as written: InputConfig.FrameworkVersion 1.10, Tags[0].Value 10.0, Tags[1].Value true.',
    ]);
    expect(changesOf(`${COMMAND} --region us-west-2 --no-cli-pager`)).toEqual([
      'Left out, not part of the request: --region us-west-2, --no-cli-pager.',
    ]);
  });

  it('makes JSON text of structures, keys in their order and numbers as written', () => {
    const text = '{"InputConfig":{"DataInputConfig":{"1":[1,2.50],"0":{"shape":["1..10"]}}}}';
    expect(read(text)).toEqual({
      format: 'json',
      request: { InputConfig: { DataInputConfig: '{"1":[1,2.50],"0":{"shape":["1..10"]}}' } },
    });
    expect(changesOf(text)).toEqual([
      'DataInputConfig was given as a structure; it became the JSON text that the API takes.',
    ]);
  });

  it.each<[string, string]>([
    ['JSON of the AWS CLI', JSON.stringify({ ...REQUEST, ...answer('2024-04-16T13:29:49.170000+00:00') })],
    ['JSON of the wire', JSON.stringify({ ...REQUEST, ...answer(1713274189.17) })],
    [
      'what Python prints',
      DICT.replace(
        '{\n',
        "{\n 'CompilationJobArn': 'a', 'CreationTime': datetime.datetime(2024, 4, 16, tzinfo=tzlocal()), 'ResponseMetadata': {'HTTPStatusCode': 200},\n",
      ),
    ],
    [
      'what Node prints',
      OBJECT.replace(
        '{\n',
        "{\n  '$metadata': { attempts: 1 },\n  CompilationJobArn: 'a',\n  CreationTime: 2024-04-16T13:29:49.170Z,\n",
      ),
    ],
    [
      'YAML of the AWS CLI',
      `CompilationJobStatus: FAILED\nCreationTime: '2024-04-16T13:29:49.170000+00:00'\n${YAML_TEXT}`,
    ],
  ])('reads the request out of a Describe answer: %s', (_, text) => {
    expect(read(text)).toEqual({ format: 'describe', request: REQUEST });
    expect(changesOf(text)).toEqual([
      expect.stringMatching(/^Left out, because only answers have them: .*CreationTime/u),
    ]);
  });

  it.each<[string, string, number, number]>([
    ['JSON', JSON_TEXT, 6, 24],
    ['YAML', YAML_TEXT, 5, 20],
    ['a command', COMMAND, 3, 69],
    ['a dict', DICT, 4, 73],
    ['a fence', `\`\`\`\n${JSON_TEXT}\n\`\`\``, 7, 24],
    ['sloppy JSON', JSON_TEXT.replaceAll('"CompilationJobName"', '“CompilationJobName”'), 6, 24],
  ])('knows where a member stands in %s', (_, text, line, column) => {
    const outcome = importRequest(text);
    if (!outcome.ok) throw new Error(outcome.problem.message);
    expect(outcome.positionOf(['InputConfig', 'DataInputConfig'])).toMatchObject({ line, column });
  });

  it('answers with the place around it for a member that is not there', () => {
    const outcome = importRequest('\n {"InputConfig":\n {}}');
    if (!outcome.ok) throw new Error(outcome.problem.message);
    expect(outcome.positionOf(['InputConfig', 'Framework'])).toEqual({ offset: 19, line: 3, column: 2 });
    expect(outcome.positionOf(['Tags', 0, 'Key'])).toEqual({ offset: 2, line: 2, column: 2 });
  });

  it('never throws, also when a text is cut or disturbed', () => {
    const formats = fc.constantFrom('cli', 'powershell', 'json', 'yaml', 'boto3', 'js');
    fc.assert(
      fc.property(requestArbitrary, formats, fc.nat(), fc.string({ maxLength: 3 }), (request, format, place, noise) => {
        const text = exportRequest(request, format);
        const at = place % text.length;
        expect(() => importRequest(text.slice(0, at))).not.toThrow();
        expect(() => importRequest(text.slice(0, at) + noise + text.slice(at))).not.toThrow();
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => importRequest(text)).not.toThrow();
      }),
    );
  });

  it.each<[string, string]>([
    ['open brackets', '['.repeat(900_000)],
    ['open brackets of Python', `['a', ${'['.repeat(200_000)}`],
    ['open brackets in YAML', `Tags: ${'['.repeat(200_000)}`],
    ['lists in lists in YAML', `Tags:\n ${'- '.repeat(200_000)}`],
    [
      'names that no request has',
      `RoleArn: x\n${Array.from({ length: 60_000 }, (_, index) => `k${index}: 1\n`).join('')}`,
    ],
    ['one name again and again', `{${'"RoleArn":"x",'.repeat(60_000)}"a":1}`],
    [
      'marks of every language',
      Array.from(
        { length: 300_000 },
        (_, index) => '{}[]()"\'`:,=+-*/ \n@#$ab1'[(index * 7919 + index * index) % 24],
      ).join(''),
    ],
    [
      'Python names that double',
      `${Array.from({ length: 60 }, (_, index) => `a${index + 1} = [a${index}, a${index}]`).join('\n')}\nc.create_compilation_job(Tags=a60)`,
    ],
    [
      'YAML aliases that double',
      `a0: &a0 [1]\n${Array.from({ length: 40 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`).join('\n')}\nTags: *a40`,
    ],
    [
      'shell variables that double',
      `A=xxxxxxxx\n${'A="$A$A"\n'.repeat(40)}aws sagemaker create-compilation-job --role-arn $A`,
    ],
    ['escapes that do not end', `{"${'\\"'.repeat(400_000)}`],
    ['documents that do not end', `${'cat > a <<A\n'.repeat(60_000)}aws sagemaker create-compilation-job --x`],
  ])(
    'ends in bounded time with %s',
    (_, text) => {
      const start = performance.now();
      importRequest(text);
      expect(performance.now() - start).toBeLessThan(10_000);
    },
    20_000,
  );
});

function answer(time: unknown) {
  return {
    CompilationJobArn: 'arn:aws:sagemaker:us-west-2:111122223333:compilation-job/job',
    CompilationJobStatus: 'COMPLETED',
    CreationTime: time,
    LastModifiedTime: time,
    ModelArtifacts: { S3ModelArtifacts: 's3://bucket/out/m.tar.gz' },
    DerivedInformation: { DerivedDataInputConfig: '{}' },
  };
}

describe.each(documentExamples.map((example) => [example.title, example] as const))(
  'the documents, %s',
  (_, example) => {
    const { dataInputConfig, compilerOptions } = example;
    const meant = requestOfExample(example, example.meaning);
    const parsed = (request: unknown) => {
      const { InputConfig, OutputConfig } = request as typeof meant;
      return [InputConfig?.DataInputConfig, OutputConfig.CompilerOptions].map(
        (text) => text && (JSON.parse(text) as unknown),
      );
    };
    const outer = (quote: string, text: string) => text.replaceAll(quote, quote === '"' ? '\\"' : String.raw`'\''`);

    it('is understood in shorthand without quotes, which the AWS CLI refuses', () => {
      const target = meant.OutputConfig.TargetPlatform
        ? `TargetPlatform={${Object.entries(meant.OutputConfig.TargetPlatform)
            .map(([name, value]) => `${name}=${value}`)
            .join(',')}}`
        : `TargetDevice=${meant.OutputConfig.TargetDevice}`;
      const isShorthand = (text: string | undefined) => text === undefined || /^[{[]/u.test(text);
      if (!isShorthand(dataInputConfig) || !isShorthand(compilerOptions)) return;
      const quote = `${dataInputConfig}${compilerOptions}`.includes('\\"') ? "'" : '"';
      const input = [
        'S3Uri=s3://b/m.tar.gz',
        ...(dataInputConfig ? [`DataInputConfig=${dataInputConfig}`] : []),
        `Framework=${example.framework}`,
      ];
      const output = [
        'S3OutputLocation=s3://b/o',
        target,
        ...(compilerOptions ? [`CompilerOptions=${compilerOptions}`] : []),
      ];
      const word = (parts: string[]) => quote + outer(quote, parts.join(',')) + quote;
      const outcome = importRequest(
        `aws sagemaker create-compilation-job --input-config ${word(input)} --output-config ${word(output)}`,
      );
      expect(outcome.ok ? parsed(outcome.request) : outcome.problem).toEqual(parsed(meant));
    });
  },
);
