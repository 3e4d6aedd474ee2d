import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendRaw, sendSigned, signedHeadersOf, type SignedRequestOptions } from './testing/signedRequest.ts';
import { cleanUp, startTestRunner } from './testing/testRunner.ts';

let keys: Pick<SignedRequestOptions, 'endpoint' | 'accessKeyId' | 'secretAccessKey'>;

beforeAll(async () => {
  const { runner } = await startTestRunner();
  keys = runner;
});
afterAll(cleanUp);

const MINUTE = 60_000;
const BASE = ['content-type', 'host', 'x-amz-date', 'x-amz-target'];
const without = (name: string) => BASE.filter((other) => other !== name);
const EMPTY_HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

describe('a signature that is taken', () => {
  test.each<[string, Partial<SignedRequestOptions>]>([
    ["signs botocore's four headers", {}],
    ['signs only what must be signed', { signedHeaders: ['host', 'x-amz-date', 'x-amz-target'] }],
    ['signs a header with runs of spaces', { headers: { 'x-amz-user-agent': '  a   b ' } }],
    ['signs a security token', { headers: { 'x-amz-security-token': 'anything' } }],
    ['is 4 minutes old', { signedAt: Date.now() - 4 * MINUTE }],
    ['is 4 minutes ahead', { signedAt: Date.now() + 4 * MINUTE }],
    ['is sent with an unsigned header that decides nothing', { tamperedHeaders: { 'user-agent': 'curl' } }],
  ])('%s', async (_, options) => {
    const answer = await sendSigned({ ...keys, ...options });
    expect(answer.json).toEqual({ CompilationJobSummaries: [] });
    expect(answer.status).toBe(200);
  });
});

describe('a signature that is refused', () => {
  test.each<[string, Partial<SignedRequestOptions>, number, string, RegExp]>([
    ['is missing', { tamperedHeaders: { authorization: undefined } }, 403, 'MissingAuthenticationToken', /Token$/],
    ['is Basic', { tamperedHeaders: { authorization: 'Basic eDp5' } }, 400, 'IncompleteSignature', /'Basic'/],
    [
      'has no parts',
      { tamperedHeaders: { authorization: 'AWS4-HMAC-SHA256' } },
      400,
      'IncompleteSignature',
      /Credential/,
    ],
    [
      'has no signature',
      { tamperedHeaders: { authorization: 'AWS4-HMAC-SHA256 Credential=a/b/c/d/e, SignedHeaders=host' } },
      400,
      'IncompleteSignature',
      /'Signature'/,
    ],
    [
      'has a scope with a part too few',
      { tamperedHeaders: { authorization: 'AWS4-HMAC-SHA256 Credential=a/b/c/d, SignedHeaders=host, Signature=00' } },
      400,
      'IncompleteSignature',
      /5 slash-delimited/,
    ],
    ['has no date', { tamperedHeaders: { 'x-amz-date': undefined } }, 400, 'IncompleteSignature', /X-Amz-Date/],
    [
      'has a date that is none',
      { tamperedHeaders: { 'x-amz-date': 'today' } },
      400,
      'IncompleteSignature',
      /X-Amz-Date/,
    ],
    ['names another key', { accessKeyId: 'AKIAIOSFODNN7EXAMPLE' }, 403, 'UnrecognizedClient', /token .* invalid\.$/],
    ['names a key that is longer', { accessKeyId: 'EDGEWRIGHT'.repeat(9) }, 403, 'UnrecognizedClient', /invalid/],
    [
      'is made with another secret',
      { secretAccessKey: 'no' },
      403,
      'InvalidSignature',
      /does not match .* Secret Access Key/,
    ],
    [
      'is 6 minutes old',
      { signedAt: Date.now() - 6 * MINUTE },
      403,
      'InvalidSignature',
      /^Signature expired: \d{8}T\d{6}Z is now earlier than/,
    ],
    [
      'is 6 minutes ahead',
      { signedAt: Date.now() + 6 * MINUTE },
      403,
      'InvalidSignature',
      /^Signature not yet current/,
    ],
    ['is for another region', { region: 'eu-west-1' }, 403, 'InvalidSignature', /valid region/],
    ['is for another service', { service: 's3' }, 403, 'InvalidSignature', /correct service: 'sagemaker'/],
    ['has another terminator', { terminator: 'aws5' }, 403, 'InvalidSignature', /valid terminator/],
    ['is scoped to another day', { scopeDate: '20200101' }, 403, 'InvalidSignature', /Date in Credential scope/],
    ['does not sign the host', { signedHeaders: without('host') }, 403, 'InvalidSignature', /'host' must be/],
    [
      'does not sign the date',
      { signedHeaders: without('x-amz-date') },
      403,
      'InvalidSignature',
      /'x-amz-date' must be/,
    ],
    [
      'does not sign the operation',
      { signedHeaders: without('x-amz-target') },
      403,
      'InvalidSignature',
      /'x-amz-target'/,
    ],
    [
      'does not sign the token',
      { tamperedHeaders: { 'x-amz-security-token': 'x' } },
      403,
      'InvalidSignature',
      /'x-amz-security-token' must be/,
    ],
    [
      'does not sign the declared hash',
      { tamperedHeaders: { 'x-amz-content-sha256': EMPTY_HASH } },
      403,
      'InvalidSignature',
      /'x-amz-content-sha256' must be/,
    ],
    ['signs another body', { tamperedBody: '{"MaxResults":5}' }, 403, 'InvalidSignature', /does not match/],
    [
      "declares another body's hash",
      { headers: { 'x-amz-content-sha256': EMPTY_HASH } },
      403,
      'InvalidSignature',
      /does not match/,
    ],
    [
      'leaves the body unsigned',
      { headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } },
      403,
      'InvalidSignature',
      /does not match/,
    ],
    [
      'is for another operation',
      { tamperedHeaders: { 'x-amz-target': 'SageMaker.DeleteCompilationJob' } },
      403,
      'InvalidSignature',
      /does not match/,
    ],
    [
      'is for another content type',
      { tamperedHeaders: { 'content-type': 'application/x-amz-json-1.1; charset=x' } },
      403,
      'InvalidSignature',
      /does not match/,
    ],
    [
      'names a header that is not sent',
      { signedHeaders: [...BASE, 'x-none'] },
      403,
      'InvalidSignature',
      /does not match/,
    ],
    ['names headers out of order', { signedHeaders: [...BASE].reverse() }, 403, 'InvalidSignature', /does not match/],
    [
      'names an inherited property',
      { signedHeaders: ['__proto__', 'constructor', ...BASE] },
      403,
      'InvalidSignature',
      /./,
    ],
  ])('%s', async (_, options, status, code, message) => {
    const answer = await sendSigned({ ...keys, ...options });
    const name = `${code}Exception`;
    expect([answer.status, answer.json.__type, answer.headers['x-amzn-errortype']]).toEqual([status, name, name]);
    expect(answer.json.message ?? '').toMatch(message);
    expect(answer.headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('no single changed character of the signature is taken', async () => {
    const headers = signedHeadersOf({ ...keys });
    const { authorization = '' } = headers;
    const start = authorization.indexOf('Signature=') + 'Signature='.length;
    for (const at of [start, start + 31, authorization.length - 1]) {
      const changed = authorization[at] === '0' ? '1' : '0';
      const tampered = authorization.slice(0, at) + changed + authorization.slice(at + 1);
      const answer = await sendRaw(keys.endpoint, { ...headers, authorization: tampered }, '{}');
      expect(answer.json.__type).toBe('InvalidSignatureException');
    }
  });

  test('never shows the secret or the expected signature', async () => {
    const { authorization = '' } = signedHeadersOf({ ...keys });
    const answer = await sendSigned({ ...keys, tamperedBody: '{ }' });
    expect(answer.text).not.toContain(keys.secretAccessKey);
    expect(answer.text).not.toContain(authorization.slice(-64));
  });
});
