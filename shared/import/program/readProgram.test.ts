import { describe, expect, it } from 'vitest';
import { plainValue } from '../sourceNode.ts';
import { readJavaScript } from './readJavaScript.ts';
import { readPython } from './readPython.ts';

const python = (text: string) => plainValue(readPython(text).value);
const javascript = (text: string) => plainValue(readJavaScript(text).value);
const pythonValue = (expression: string) => (python(`c.create_compilation_job(X=${expression})`) as { X: unknown }).X;
const javascriptValue = (expression: string) =>
  (javascript(`c.createCompilationJob({ X: ${expression} })`) as { X: unknown }).X;
const computed = expect.objectContaining({ rule: 'import.computed' }) as Error;

describe('Python', () => {
  it.each<[string, unknown]>([
    [String.raw`'it\'s "x" \\ \n\t\x41\u00e9\U0001f680\101\q'`, 'it\'s "x" \\ \n\tAé🚀A\\q'],
    [String.raw`r'\n\u'`, '\\n\\u'],
    ['"""a\n"b" \'c\'\n"""', 'a\n"b" \'c\'\n'],
    ["'''a \\\nb'''", 'a b'],
    [`'a' "b" '''c'''`, 'abc'],
    [`('a'\n 'b')`, 'ab'],
    ["'a' + ('b' + 'c')", 'abc'],
    ['900', 900],
    ['9_00', 900],
    ['-1.5e3', -1500],
    ['0x10', 16],
    ['15 * 60', 900],
    ['(1 + 2) * 3 - 4', 5],
    ["'{}/{x}/{{0}}'.format('a', x=3)", 'a/3/{0}'],
    ["'{1}{0}'.format('a', 'b')", 'ba'],
    ["'%s/%s/%%' % ('a', 3)", 'a/3/%'],
    ["'s3://%s' % 'b'", 's3://b'],
    ['True', true],
    ['None', null],
    ['[1, [2], (3,), ()]', [1, [2], [3], []]],
    ["{'a': 1, **{'b': 2}}", { a: 1, b: 2 }],
    ["dict(a=1, **{'b': 2})", { a: 1, b: 2 }],
    [`json.loads('{"a": [1]}')`, { a: [1] }],
  ])('reads %s', (expression, value) => {
    expect(pythonValue(expression)).toEqual(value);
  });

  // Each expectation is what Python 3.11 prints for the expression.
  it.each([
    ["json.dumps({'a': [1, 3, 224, 224], 'b': None})", '{"a": [1, 3, 224, 224], "b": null}'],
    ["json.dumps({'a': [1, 2]}, separators=(',', ':'))", '{"a":[1,2]}'],
    [String.raw`dumps(['é🚀', "\x7f\u2028", '\n"\\'])`, String.raw`["\u00e9\ud83d\ude80", "\u007f\u2028", "\n\"\\"]`],
    ["json.dumps('é', ensure_ascii=False)", '"é"'],
    [
      'json.dumps([1.0, 1e-05, 0.0001, 1e16, 1e15, 123456789012345678901, -0.0, 0x10, True])',
      '[1.0, 1e-05, 0.0001, 1e+16, 1000000000000000.0, 123456789012345678901, -0.0, 16, true]',
    ],
    ["json.dumps({'b': 1, 'a': {}, 'b': 2}, sort_keys=True)", '{"a": {}, "b": 2}'],
    ["json.dumps({'a': [1, {}], 'b': []}, indent=2)", '{\n  "a": [\n    1,\n    {}\n  ],\n  "b": []\n}'],
  ])('writes what %s writes', (expression, text) => {
    expect(pythonValue(expression)).toBe(text);
  });

  it('follows names, also through f-strings, members that are set later, and names that are used again', () => {
    const text = `
bucket = "old"
bucket: str = 'b'
target = {"TargetDevice": "ml_c5"}
request = {"RoleArn": f"arn:{bucket}/{{x}}", "OutputConfig": target}
request["OutputConfig"]["S3OutputLocation"] = f's3://{bucket}/out'
request["Tags"] = []
bucket = "new"
response = client.create_compilation_job(CompilationJobName=bucket, **request)
request["Tags"] = None
print(response)`;
    expect(python(text)).toEqual({
      RoleArn: 'arn:b/{x}',
      OutputConfig: { TargetDevice: 'ml_c5', S3OutputLocation: 's3://b/out' },
      Tags: [],
      CompilationJobName: 'new',
    });
  });

  it('reads what was typed in a console, with its places', () => {
    const session = `>>> role = 'x'\n>>> c.create_compilation_job(\n...     RoleArn=role,\n... )\n{'CompilationJobArn': 'a'}\n`;
    expect(python(session)).toEqual({ RoleArn: 'x' });
    expect(() => python(session.replace('=role', '=other'))).toThrow(
      expect.objectContaining({ at: session.indexOf('role,') }) as Error,
    );
  });

  it('reads a call in a function, in a notebook with commands of its own', () => {
    const text = `%matplotlib inline\n!pip install boto3\ndef start():\n    sm = boto3.client('sagemaker')\n    return sm.create_compilation_job(RoleArn='x')\n`;
    expect(python(text)).toEqual({ RoleArn: 'x' });
  });

  it.each([
    'os.environ["X"]',
    'role',
    'get_execution_role()',
    "'a' if b else 'c'",
    "'a'|'b'",
    "f'{x}'",
    "'%s' % a",
    "'{}'.format(a)",
    "'{:>3}'.format('a')",
    "'{}{}'.format('a')",
    "'%d' % 1",
    "'%s' % ('a', 'b')",
    "'%s' % 1.50",
    '1.5 * 60',
    '900 / 3',
    '2 ** 3',
    '[x for x in y]',
    "{1: 'a'}",
    "b'x'",
    "'\\N{DASH}'",
    'x[0]',
    'lambda: 1',
    'json.dumps(a, default=str)',
  ])('refuses to guess %s', (expression) => {
    expect(() => pythonValue(expression)).toThrow(computed);
  });

  it.each(['request.update(a=1)', "request['a'] += 'b'", "del request['a']", 'request[key] = 1'])(
    'refuses to follow %s',
    (statement) => {
      expect(() => python(`request = {'a': 'b'}\n${statement}\nc.create_compilation_job(**request)`)).toThrow(computed);
    },
  );

  it.each([
    ["a name of a function's own", "role = 'a'\ndef f():\n    role = 'b'\nCALL"],
    ["a name that a function's own hides", "role = 'a'\ndef f():\n    role = 'b'\n    CALL"],
    ['a parameter', "role = 'a'\ndef f(role):\n    CALL"],
    ['a parameter with a default', "role = 'a'\ndef f(x=1, *, role='b'):\n    CALL"],
    ["a lambda's parameter", "role = 'a'\nf = lambda role: role\nCALL"],
    ['a loop', "role = 'a'\nfor role in ['b', 'c']:\n    CALL"],
    ['a loop over pairs', "role = 'a'\nfor i, (role, k) in x:\n    pass\nCALL"],
    ['a comprehension', "role = 'a'\nx = [role for role in y]\nCALL"],
    ['branches', "if x:\n    role = 'a'\nelse:\n    role = 'b'\nCALL"],
    ['a branch on one line', "role = 'a'\nif x: role = 'b'\nCALL"],
    ['a try', "try:\n    role = 'a'\nexcept E:\n    role = 'b'\nCALL"],
    ['an exception', "role = 'a'\ntry:\n    pass\nexcept E as role:\n    pass\nCALL"],
    ['a with', "role = 'a'\nwith open(x) as role:\n    CALL"],
    ['an import', "role = 'a'\nfrom config import role\nCALL"],
    ['an import with another name', "role = 'a'\nimport config as role\nCALL"],
    ['several names at once', "role = 'a'\nrole, x = 'b', 'c'\nCALL"],
    ['an addition', "role = 'a'\nrole += 'b'\nCALL"],
    ['a walrus', "role = 'a'\nif (role := 'b'):\n    CALL"],
    ['a class', "role = 'a'\nclass C:\n    role = 'b'\n    def f(self):\n        CALL"],
    ['a pattern', "role = 'a'\nmatch x:\n    case role:\n        CALL"],
    ['a line after the function that asks', "role = 'a'\ndef f():\n    CALL\nrole = 'b'\nf()"],
  ])('refuses a name that is given a second value by %s', (_, text) => {
    expect(() => python(text.replace('CALL', 'c.create_compilation_job(RoleArn=role)'))).toThrow(
      expect.objectContaining({
        rule: 'import.computed',
        message: 'role is given more than one value in the text; put the value itself in its place',
      }) as Error,
    );
  });

  it.each([
    ["role = 'a'\nrole = 'b'\nCALL", 'b'],
    ["role = 'a'; role = 'b'\nCALL", 'b'],
    ["role = 'b'\nCALL\nrole = 'a'", 'b'],
    ["role = 'a'\nrole = 'b'\ndef f():\n    CALL", 'b'],
    ["def f():\n    role = 'a'\n    role = 'b'\n    CALL", 'b'],
    ["x = role = 'b'\nCALL", 'b'],
  ])('takes the last of values that are given line by line: %j', (text, value) => {
    expect(python(text.replace('CALL', 'c.create_compilation_job(RoleArn=role)'))).toEqual({ RoleArn: value });
  });

  it.each([
    "request = {'a': 'b'}\nif x:\n    request['a'] = 'c'\nCALL",
    "request = {'a': 'b'}\ndef f():\n    request['a'] = 'c'\nf()\nCALL",
    "request = {'a': 'b'}\ndef f():\n    CALL\nrequest['a'] = 'c'\nf()",
    "request = {'a': 'b'}\nx = request.pop('a')\nCALL",
  ])('refuses to guess whether a member is changed: %j', (text) => {
    expect(() => python(text.replace('CALL', 'c.create_compilation_job(**request)'))).toThrow(computed);
  });

  it('asks for one call at a time', () => {
    expect(() => python("a = {'CompilationJobName': 'a'}\nb = {'CompilationJobName': 'b'}")).toThrow('more than one');
    expect(() => python('c.create_compilation_job(A=1)\nc.create_compilation_job(A=2)')).toThrow('more than one');
  });
});

describe('JavaScript', () => {
  it.each<[string, unknown]>([
    [String.raw`'it\'s "x" \\ \n\x41\u00e9\u{1f680}\0\q'`, 'it\'s "x" \\ \nAé🚀\0q'],
    ['`a\n\\`b\\` \\${c}`', 'a\n`b` ${c}'],
    ['\'a\' + (`b` + "c")', 'abc'],
    ['15 * 60', 900],
    ['9_00', 900],
    ['-1.5e3', -1500],
    ['900n', 900],
    ['true', true],
    ['undefined', null],
    ['[1, [2,], null]', [1, [2], null]],
    ["{ a: 1, 'b-c': 2, [`d`]: 3, 4: 5, ...{ e: 6 } }", { 4: 5, a: 1, 'b-c': 2, d: 3, e: 6 }],
    ['TargetDevice.JETSON_TX2', 'jetson_tx2'],
    ['TargetPlatformArch.ARM_EABIHF', 'ARM_EABIHF'],
    ["'x' as const", 'x'],
    ['({ a: 1 }) satisfies Foo', { a: 1 }],
    ['JSON.stringify({ b: [1, 2.50], 1: "é" })', '{"1":"é","b":[1,2.5]}'],
    ['JSON.stringify([1], null, 2)', '[\n  1\n]'],
  ])('reads %s', (expression, value) => {
    expect(javascriptValue(expression)).toEqual(value);
  });

  it('follows names, also through templates, shorthand members, spreads, and members that are set later', () => {
    const text = `
import { SageMakerClient, CreateCompilationJobCommand } from '@aws-sdk/client-sagemaker';
const bucket: string = 'b', RoleArn = \`arn:\${bucket}\`;
let target = { TargetDevice: 'ml_c5' };
const input: CreateCompilationJobCommandInput = { RoleArn, OutputConfig: { ...target } };
input.OutputConfig.S3OutputLocation = \`s3://\${bucket}/out\`;
input['Tags'] = [];
export async function start(client: SageMakerClient) {
  return await client.send(new CreateCompilationJobCommand(input!));
}`;
    expect(javascript(text)).toEqual({
      RoleArn: 'arn:b',
      OutputConfig: { TargetDevice: 'ml_c5', S3OutputLocation: 's3://b/out' },
      Tags: [],
    });
  });

  it.each([
    'process.env.ROLE',
    'role',
    'f()',
    '`${x}`',
    'a ? b : c',
    'x ?? "y"',
    '[...a]',
    '() => 1',
    'TargetDevice.NEW_ONE',
    '/x/',
    'JSON.stringify({}, f)',
  ])('refuses to guess %s', (expression) => {
    expect(() => javascriptValue(expression)).toThrow(computed);
  });

  it.each(["input.a += 'b';", 'delete input.a;', 'Object.assign(input, x);', 'input.set(1);', 'input[key] = 1;'])(
    'refuses to follow %s',
    (statement) => {
      expect(() =>
        javascript(`const input = { a: 'b' };\n${statement}\nnew CreateCompilationJobCommand(input);`),
      ).toThrow(computed);
    },
  );

  it.each([
    ['a constant of a function', "const role = 'a'; function f() { const role = 'b'; CALL }"],
    ['a constant of a block', "const role = 'a'; { const role = 'b'; } CALL"],
    ['a parameter', "const role = 'a'; function f(role) { CALL }"],
    ["an arrow's parameter", "const role = 'a'; const f = (x, { role }) => CALL"],
    ['an arrow with one parameter', "const role = 'a'; const f = role => CALL"],
    ['a condition', "let role = 'a'; if (x) role = 'b'; CALL"],
    ['a condition after a declaration', "let role; if (x) { role = 'a'; } else { role = 'b'; } CALL"],
    ['a condition inside of an expression', "let role = 'a'; x && (role = 'b'); CALL"],
    ['a switch', "let role; switch (x) { case 1: role = 'a'; break; default: role = 'b'; } CALL"],
    ['a loop', "const role = 'a'; for (const role of ['b']) { CALL }"],
    ['a loop with a name from before', "let role = 'a'; for (role of ['b']) { CALL }"],
    ['counting', 'let role = 1; role++; CALL'],
    ['an addition', "let role = 'a'; role += 'b'; CALL"],
    ['a catch', "const role = 'a'; try {} catch (role) { CALL }"],
    ['an import', "import { role } from './x'; var role = 'a'; CALL"],
    ['destructuring', "let role = 'a'; ({ role } = x); CALL"],
    ['a function', "var role = 'a'; function role() {} CALL"],
    ['a line after the function that asks', "let role = 'a'; function f() { CALL } role = 'b'; f();"],
  ])('refuses a name that is given a second value by %s', (_, text) => {
    expect(() => javascript(text.replace('CALL', 'c.createCompilationJob({ RoleArn: role })'))).toThrow(
      'role is given more than one value in the text',
    );
  });

  it.each(["let role; role = 'b'; CALL", "let role = 'a'; role = 'b'; CALL", "let role = 'b'; CALL; role = 'a';"])(
    'takes the last of values that are given line by line: %s',
    (text) => {
      expect(javascript(text.replace('CALL', 'c.createCompilationJob({ RoleArn: role })'))).toEqual({ RoleArn: 'b' });
    },
  );
});
