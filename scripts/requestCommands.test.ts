import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { importRequest } from '../shared/import/importRequest.ts';
import { PROJECT_ROOT } from './projectPaths.ts';

// Every test starts processes, and the machine may be busy.
vi.setConfig({ testTimeout: 20_000 });

const REQUEST = {
  CompilationJobName: 'job',
  RoleArn: 'arn:aws:iam::111122223333:role/Neo',
  InputConfig: { S3Uri: 's3://bucket/m.tar.gz', DataInputConfig: '{"data":[1,3,224,224]}', Framework: 'MXNET' },
  OutputConfig: { S3OutputLocation: 's3://bucket/out/', TargetDevice: 'ml_c5' },
  StoppingCondition: { MaxRuntimeInSeconds: 900 },
};
const GOOD = JSON.stringify(REQUEST, null, 2);
const BAD = JSON.stringify({ ...REQUEST, CompilationJobName: 'not_a_name' }, null, 2);

interface End {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a command with the Node that runs the test; `enough` closes its standard output after so many characters. */
function run(
  script: 'validate' | 'convert',
  args: string[],
  input = '',
  enough = Number.POSITIVE_INFINITY,
): Promise<End> {
  return new Promise((resolve) => {
    const env = { ...process.env, INIT_CWD: folder };
    const child = spawn(process.execPath, [join(PROJECT_ROOT, 'scripts', `${script}.ts`), ...args], { env });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += String(chunk);
      if (stdout.length >= enough) child.stdout.destroy();
    });
    child.stderr.on('data', (chunk) => (stderr += String(chunk)));
    child.stdin.on('error', () => {});
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(input);
  });
}

const findingsOf = ({ stdout }: End) =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'edgewright-commands-'));
  writeFileSync(join(folder, 'good.json'), GOOD);
  writeFileSync(join(folder, 'utf16.json'), Buffer.from(`\ufeff${GOOD}`, 'utf16le'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('validate', () => {
  it('says nothing about a request that is well, from a file or standard input', async () => {
    const silent = { code: 0, stdout: '', stderr: '' };
    expect(await run('validate', ['good.json'])).toEqual(silent);
    expect(await run('validate', ['utf16.json'])).toEqual(silent);
    expect(await run('validate', [], GOOD)).toEqual(silent);
    expect(await run('validate', ['-'], GOOD)).toEqual(silent);
  });

  it('prints each finding as a line of JSON with its place, and ends with 1 for an error', async () => {
    const end = await run('validate', [], BAD);
    expect([end.code, end.stderr]).toEqual([1, '']);
    expect(findingsOf(end)).toEqual([
      {
        rule: 'EntityName.pattern',
        severity: 'error',
        path: 'CompilationJobName',
        message: expect.stringContaining('letters, digits and hyphens') as unknown,
        line: 2,
        column: 25,
        awsMessage: expect.stringContaining("Value 'not_a_name' at 'compilationJobName'") as unknown,
        fix: { label: 'Use not-a-name', edits: [{ path: ['CompilationJobName'], value: 'not-a-name' }] },
      },
    ]);
  });

  it('names members of lists as people do', async () => {
    const tags = [
      { Key: 'a', Value: 'b' },
      { Key: 'a', Value: 'c' },
    ];
    const end = await run('validate', [], JSON.stringify({ ...REQUEST, Tags: tags }));
    expect(findingsOf(end)).toMatchObject([{ rule: 'tags.duplicate', path: 'Tags[1].Key', line: 1 }]);
  });

  it('reports what the import changed as warnings, which are no errors', async () => {
    const end = await run('validate', [], `\`\`\`\n${GOOD.replace('{\n', '{\n  # comment\n')}\n\`\`\``);
    expect(end.code).toBe(0);
    expect(findingsOf(end)).toEqual([
      {
        rule: 'import.normalized',
        severity: 'warning',
        path: '',
        message: 'Comments and commas at the end, which JSON does not have, were left out.',
      },
    ]);
  });

  it('prints a hundred findings of one rule, then how many more there are', async () => {
    const unknown = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`k${index}`, 1]));
    const findings = findingsOf(await run('validate', [], JSON.stringify({ ...REQUEST, ...unknown })));
    expect(findings).toHaveLength(101);
    expect(findings.at(-1)).toMatchObject({
      message: expect.stringMatching(/^There are 50 more findings of /u) as unknown,
    });
  });

  it('reports text that cannot be read as one error with its place', async () => {
    const end = await run('validate', [], '{"RoleArn":\n oops}');
    expect([end.code, end.stderr]).toEqual([1, '']);
    expect(findingsOf(end)).toEqual([
      {
        rule: 'import.syntax',
        severity: 'error',
        path: '',
        message: 'Line 2, column 2: This is not JSON: Unexpected o.',
        line: 2,
        column: 2,
      },
    ]);
  });

  it('reads more than a pipe holds, and survives a reader that has seen enough', async () => {
    const tags = Array.from({ length: 5000 }, () => ({ Key: 'same', Value: 'x' }));
    const large = JSON.stringify({ ...REQUEST, Tags: tags });
    expect(await run('validate', [], large, 10)).toMatchObject({ code: 1, stderr: '' });
    const end = await run('validate', [], 'x'.repeat(3_000_000));
    expect(findingsOf(end)).toMatchObject([{ rule: 'import.size' }]);
  });
});

describe('convert', () => {
  it.each(['json', 'yaml', 'cli', 'powershell', 'boto3', 'js'])(
    'prints the request as %s, and nothing else',
    async (format) => {
      const end = await run('convert', ['--to', format, 'good.json']);
      expect([end.code, end.stderr]).toEqual([0, '']);
      expect(end.stdout).toMatch(/[^\n]\n$/u);
      expect(importRequest(end.stdout)).toMatchObject({ ok: true, request: REQUEST });
    },
  );

  it('converts a request that breaks rules all the same, with the findings in words on standard error', async () => {
    const end = await run('convert', ['--to', 'yaml'], BAD);
    expect(end.code).toBe(0);
    expect(end.stdout).toMatch(/^CompilationJobName: not_a_name\n/u);
    expect(end.stderr).toMatch(/^Error in line 2: The job name must use [^\n]*\n$/u);
  });

  it('prints nothing but the reason for text that cannot be read', async () => {
    expect(await run('convert', ['--to', 'yaml'], 'aws sagemaker create-compilation-job --role-arn $ROLE')).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'Error: Line 1, column 49: The text does not say what the shell variable ROLE holds; put its value in its place.\n',
    });
  });
});

describe('both commands', () => {
  it.each<['validate' | 'convert', string[], RegExp]>([
    ['validate', ['--fix'], /^Unknown option '--fix'\.$/mu],
    ['validate', ['missing.json'], /^missing\.json cannot be read: there is no such file\.$/mu],
    ['validate', ['.'], /^\. cannot be read: it is a folder\.$/mu],
    ['validate', ['good.json', 'other.json'], /^One file at a time: other\.json is the second\./u],
    ['convert', [], /^--to is missing; give one of cli, powershell, json, yaml, boto3, js\./u],
    ['convert', ['--to', 'xml'], /^--to cannot be xml; give one of/u],
    ['convert', ['--to', 'skeleton-json'], /^--to cannot be skeleton-json; give one of/u],
  ])('%s %j is one sentence on stderr and exit code 2', async (script, args, message) => {
    const { code, stdout, stderr } = await run(script, args, GOOD);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('show how they are used', async () => {
    for (const script of ['validate', 'convert'] as const) {
      for (const option of ['--help', '-h']) {
        const { code, stdout, stderr } = await run(script, [option]);
        expect([code, stderr]).toEqual([0, '']);
        expect(stdout).toContain(`Usage: npm run --silent ${script} --`);
      }
    }
  });
});
