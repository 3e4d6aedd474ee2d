import { describe, expect, it } from 'vitest';
import type { CreateCompilationJobRequest } from '../api/compilationJob.ts';
import { powershellScript } from './powershellScript.ts';

const request: CreateCompilationJobRequest = {
  CompilationJobName: 'quoted',
  RoleArn: 'arn:aws:iam::000000000000:role/edgewright-local',
  InputConfig: {
    S3Uri: 's3://bucket/it’s a $model `x` "größe" 🚀.tar.gz',
    DataInputConfig: '{"\'@":[1],"\\n\'@\\n":[2]}',
    Framework: 'ONNX',
  },
  OutputConfig: { S3OutputLocation: 's3://bucket/out', TargetDevice: 'ml_m5' },
  StoppingCondition: { MaxRuntimeInSeconds: 900 },
};
const local = { endpointUrl: 'http://127.0.0.1:4000', region: 'us-west-2', credentialsFile: '/home/ada/keys' };

const HERE_STRING = /^\$request = @'\n([^]*?)\n'@\n/u;

describe('powershellScript', () => {
  it('holds the request as ASCII in a here-string, which nothing in it ends', () => {
    const script = powershellScript(request, local);
    expect(script).toMatch(/^[\n\x20-\x7E]+$/u);
    expect(JSON.parse(HERE_STRING.exec(script)?.[1] ?? '')).toEqual(request);
  });

  it('is the same for every request but for the here-string', () => {
    const withoutRequest = (name: string) =>
      powershellScript({ ...request, CompilationJobName: name }, local).replace(HERE_STRING, '');
    expect(withoutRequest('a')).toBe(withoutRequest('b'));
  });

  it('quotes the path of the credentials: a word alone would be run as a command', () => {
    expect(powershellScript(request, local)).toContain("$env:AWS_SHARED_CREDENTIALS_FILE = '/home/ada/keys'\n");
    const script = powershellScript(request, { ...local, credentialsFile: String.raw`C:\Users\Ada’s Mac\o'neil\keys` });
    expect(script).toContain(String.raw`= 'C:\Users\Ada’’s Mac\o''neil\keys'`);
  });
});
