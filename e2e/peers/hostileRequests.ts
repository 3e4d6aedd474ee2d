import type { CreateCompilationJobRequest } from '../../shared/api/compilationJob.ts';

/** Texts that shells, PowerShell, JSON, YAML, Python and JavaScript each have their own rule for. */
const HOSTILE_TEXTS: Readonly<Record<string, string>> = {
  quotes: `it's "so" 'called' "quoted" \\' \\" ''' """ ‘’ “” ‚‛ «»`,
  bash: '$HOME ${HOME} $(touch pwned) `touch pwned` !! !x ~ * ? [a] {a,b} ; & | > < # \\',
  powershell: "$env:HOME $($PID) `n `\" @{a=1} @' '@ %PATH% --% ^",
  yaml: "- a: b # c, [d], {e: f} & * ! | > % @ ` : ? -- --- ... '",
  python: '{x} {{x}} %s %(x)s \\N{BULLET} \\x41 \\u0041 \\U00000041 \\101 \\n',
  javascript: '${x} \\u{41} </script> <!-- */ // /*',
  escapes: '\\\\ \\\\\\ \\" \\/ \\b \\f \\t \\0 %20 &amp; &#39; file:///etc/passwd fileb://x http://x',
  unicode: 'Größe é e\u0301 模型 नमस्ते עברית 🚀 👩‍🔬 🇺🇳 ﬁ ı İ ß 𝒳',
  invisible: 'a\u00a0b\u200bc\u200dd\u202ee\u2060f\ufeffg\u00adh\ti\u0001j\u007fk\u0085l',
};

/** Tag texts: letters, digits, separators and `_.:/=+-@`; what YAML or a shorthand would take for something else. */
const TAG_TEXTS: readonly string[] = [
  [
    '',
    'yes',
    'No',
    'on',
    'null',
    'NULL',
    'true',
    'False',
    'y',
    '-',
    '--',
    '---',
    '...',
    ':',
    '::',
    'a: b',
    '- a',
    ': ',
  ],
  ['=', '1', '01', '0o17', '0x1F', '1_000', '1e3', '-1', '+1', '.5', '1.', '1.10', '12:30:45', '2024-01-01', '.inf'],
  [' leading', 'trailing ', '  ', 'a  b', '@x', '@', 'Key=a', 'file://x', 'http://x', 'é e', '名前', 'ＡＢ', 'Ⅷ½'],
  ['\u00a0', '\u2028', '\u2029', '\u3000', 'a\u2028b', '𝒳', 'ªº', '_', '/', '+', '-a', '=b'],
].flat();

const withoutLineBreaks = (text: string): string => text.replaceAll(/[\n\r\u0085\u2028\u2029]/gu, ' ');

function hostileRequest(name: string, text: string): CreateCompilationJobRequest {
  const oneLine = withoutLineBreaks(text);
  return {
    CompilationJobName: `hostile-${name}`,
    RoleArn: 'arn:aws:iam::123456789012:role/a/b/x+=,.@-_',
    InputConfig: {
      S3Uri: `s3://bucket/${oneLine}/model.tar.gz`,
      DataInputConfig: JSON.stringify({ [text]: [1, 3, 224, 224], [`${text}:0`]: [1, 10] }, null, 2),
      Framework: 'ONNX',
    },
    OutputConfig: {
      S3OutputLocation: `s3://bucket/${oneLine}/`,
      TargetDevice: 'ml_c5',
      CompilerOptions: JSON.stringify({ 'x-option': text }),
    },
    StoppingCondition: { MaxRuntimeInSeconds: 900 },
  };
}

/** JSON texts that a program would write in another way: they must arrive to the letter. */
const JSON_TEXTS: Readonly<Record<string, string>> = {
  blanks: ' \t{ "input:0"\n:\r\n[1 ,3,224\t, 224 ] }\n\n',
  'carriage-returns': '{\r\n\t"input:0": [1, 3, 224, 224]\r\n}\r\n',
  escapes: String.raw`{"\u0069nput\/0\u0000\ud83d\ude80":[1,3,224,224]}`,
  'raw-unicode': '{"größe 模型 🚀 \u2028 \u2029 \u00a0":[1,3,224,224]}',
  'number-like-names': '{"2":[1,3,224,224],"10":[1],"1":[2],"b":[3],"a":[4]}',
  'names-of-objects': '{"__proto__":[1,3,224,224],"constructor":[1],"toString":[2]}',
  'names-of-python': '{"None":[1,3,224,224],"True":[1],"%s":[2],"{}":[3]}',
  'end-marks': `{"'@":[1,3,224,224],"EOF":[1],"'''":[2],"\\"\\"\\"":[3]}`,
};
const OPTION_TEXTS: Readonly<Record<string, string>> = {
  numbers: '{"x-a":1.50,"x-b":1E5,"x-c":1e-7,"x-d":-0,"x-e":12345678901234567890,"x-f":0.1,"x-g":1.0}',
  literals: '{"x-a":true,"x-b":false,"x-c":null,"x-d":"true","x-e":[],"x-f":{},"x-g":""}',
  'blanks-and-tabs': '{ "x-a" :\t[ 1,2 ,3 ] , "x-b" : "two  blanks" }',
};

function withJson(name: string, dataInputConfig: string | null, compilerOptions: string | null) {
  const request = hostileRequest(name, 'x');
  const { InputConfig, OutputConfig } = request;
  return {
    ...request,
    ...(InputConfig &&
      dataInputConfig !== null && { InputConfig: { ...InputConfig, DataInputConfig: dataInputConfig } }),
    ...(compilerOptions !== null && { OutputConfig: { ...OutputConfig, CompilerOptions: compilerOptions } }),
  } satisfies CreateCompilationJobRequest;
}

/** All of {@link TAG_TEXTS} as keys and as values, 50 tags a request at most. */
function taggedRequests(): CreateCompilationJobRequest[] {
  const request = hostileRequest('tags', 'x');
  const pairs = TAG_TEXTS.map((text, index) => ({ Key: `${index}`, Value: text }));
  const keys = TAG_TEXTS.filter((text) => text !== '').map((text) => ({ Key: text, Value: text }));
  return [
    { ...request, CompilationJobName: 'hostile-tag-values', Tags: pairs.slice(0, 50) },
    { ...request, CompilationJobName: 'hostile-tag-values-2', Tags: pairs.slice(50) },
    { ...request, CompilationJobName: 'hostile-tag-keys', Tags: keys.slice(0, 50) },
    { ...request, CompilationJobName: 'hostile-tag-keys-2', Tags: keys.slice(50) },
    { ...request, CompilationJobName: 'hostile-no-tags', Tags: [] },
  ];
}

/** Names and keys that YAML or a command line would take for something else. */
function lookalikeRequests(): CreateCompilationJobRequest[] {
  const request = hostileRequest('x', 'x');
  const { OutputConfig } = request;
  return [
    { ...request, CompilationJobName: '1e3', OutputConfig: { ...OutputConfig, KmsKeyId: 'alias/yes' } },
    { ...request, CompilationJobName: '0x1F', OutputConfig: { ...OutputConfig, KmsKeyId: 'alias/--endpoint-url' } },
    { ...request, CompilationJobName: '007' },
    { ...request, CompilationJobName: '2024-01-01' },
  ];
}

/** The longest texts that the API takes. */
function longRequest(): CreateCompilationJobRequest {
  const request = hostileRequest('long', 'x');
  const opening = 's3://bucket/';
  const inputs = Array.from({ length: 400 }, (_, index) => [`in'put"${index}\\ $x ü`, [1, 3, 224, 224]]);
  return {
    ...request,
    CompilationJobName: 'n'.repeat(63),
    InputConfig: {
      S3Uri: `${opening}${`'"`.repeat(500)}.tar.gz`.slice(0, 1024),
      DataInputConfig: JSON.stringify(Object.fromEntries(inputs)),
      Framework: 'ONNX',
    },
    Tags: Array.from({ length: 50 }, (_, index) => ({ Key: `${index}${'k '.repeat(60)}`, Value: 'ü='.repeat(120) })),
  };
}

/** Valid requests by hand, whose texts are as hard to quote as the API allows; each has a name of its own. */
export const hostileRequests: readonly CreateCompilationJobRequest[] = [
  ...Object.entries(HOSTILE_TEXTS).map(([name, text]) => hostileRequest(name, text)),
  hostileRequest('everything', Object.values(HOSTILE_TEXTS).join('\n').slice(0, 600)),
  ...Object.entries(JSON_TEXTS).map(([name, text]) => withJson(`json-${name}`, text, null)),
  ...Object.entries(OPTION_TEXTS).map(([name, text]) => withJson(`options-${name}`, null, text)),
  ...taggedRequests(),
  ...lookalikeRequests(),
  longRequest(),
];
