import { connect as connectSocket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAX_BODY_BYTES } from './httpServer.ts';
import { sendRaw, sendSigned, signedHeadersOf, type SignedRequestOptions } from './testing/signedRequest.ts';
import { cleanUp, startTestRunner } from './testing/testRunner.ts';

let keys: Pick<SignedRequestOptions, 'endpoint' | 'accessKeyId' | 'secretAccessKey'>;

beforeAll(async () => {
  keys = (await startTestRunner()).runner;
});
afterAll(cleanUp);

const codeOf = ({ status, json }: { status: number; json: { __type?: string } }) => [status, json.__type];

describe('what no AWS client sends is refused before its signature is looked at', () => {
  test.each<[string, Record<string, string>, { method?: string; path?: string }, number, string]>([
    ['a foreign host', { host: 'rebound.example' }, {}, 403, 'AccessDeniedException'],
    ['a host that begins like ours', { host: '127.0.0.1.example' }, {}, 403, 'AccessDeniedException'],
    ['the request of a page', { origin: 'https://example.com' }, {}, 403, 'AccessDeniedException'],
    ['the request of a sandboxed page', { origin: 'null' }, {}, 403, 'AccessDeniedException'],
    ['a browser navigation', { 'sec-fetch-site': 'none' }, {}, 403, 'AccessDeniedException'],
    ['GET', {}, { method: 'GET' }, 404, 'UnknownOperationException'],
    ['OPTIONS', {}, { method: 'OPTIONS' }, 404, 'UnknownOperationException'],
    ['another path', {}, { path: '/jobs' }, 404, 'UnknownOperationException'],
    ['a query', {}, { path: '/?x=1' }, 404, 'UnknownOperationException'],
    ['a form', { 'content-type': 'text/plain' }, {}, 415, 'UnsupportedMediaTypeException'],
    ['plain JSON', { 'content-type': 'application/json' }, {}, 415, 'UnsupportedMediaTypeException'],
    ['a compressed body', { 'content-encoding': 'gzip' }, {}, 415, 'UnsupportedMediaTypeException'],
    ['another service', { 'x-amz-target': 'Logs_20140328.GetLogEvents' }, {}, 404, 'UnknownOperationException'],
  ])('%s', async (_, headers, line, status, code) => {
    const answer = await sendRaw(keys.endpoint, { ...signedHeadersOf({ ...keys }), ...headers }, '{}', line);
    expect(codeOf(answer)).toEqual([status, code]);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(answer.headers['x-amzn-requestid']).toBeTruthy();
  });
});

describe('names of this host', () => {
  test.each(['localhost', '[::1]', 'LOCALHOST'])('%s is one, with the signature made for it', async (name) => {
    const host = `${name}:${new URL(keys.endpoint).port}`;
    expect((await sendSigned({ ...keys, headers: { host } })).status).toBe(200);
  });
});

describe('operations', () => {
  test.each(['', 'NoSuchOperation', 'toString', '__proto__', 'constructor', 'ListTags'])(
    '%j is not one',
    async (operation) => {
      expect(codeOf(await sendSigned({ ...keys, operation }))).toEqual([404, 'UnknownOperationException']);
    },
  );

  test('the target must be signed, also where the operation does not exist', async () => {
    const answer = await sendSigned({ ...keys, tamperedHeaders: { 'x-amz-target': 'SageMaker.Nothing' } });
    expect(codeOf(answer)).toEqual([403, 'InvalidSignatureException']);
  });
});

describe('bodies', () => {
  test.each(['{', '{"a":1,}', "{'a':1}", '\u0000', 'nul', '{"a":NaN}'])('%j is no JSON', async (body) => {
    expect(codeOf(await sendSigned({ ...keys, body }))).toEqual([400, 'SerializationException']);
  });

  test.each(['[]', 'null', '"text"', '7', 'true'])('%s is no structure', async (body) => {
    expect(codeOf(await sendSigned({ ...keys, body }))).toEqual([400, 'SerializationException']);
  });

  test('an empty one is an empty structure', async () => {
    expect((await sendSigned({ ...keys, body: '' })).json).toEqual({ CompilationJobSummaries: [] });
  });

  test('members nobody knows are dropped, null members are absent', async () => {
    const body = '{"__proto__":{"MaxResults":1},"Nonsense":[1],"MaxResults":null,"SortBy":null}';
    expect((await sendSigned({ ...keys, body })).status).toBe(200);
  });

  test('one of the allowed size is read, one byte more is refused', async () => {
    const bodyOf = (bytes: number) => `{"NameContains":"${'x'.repeat(bytes - '{"NameContains":""}'.length)}"}`;
    const allowed = await sendSigned({ ...keys, body: bodyOf(MAX_BODY_BYTES) });
    expect(codeOf(allowed)).toEqual([400, 'ValidationException']);
    const refused = await sendSigned({ ...keys, body: bodyOf(MAX_BODY_BYTES + 1) });
    expect(codeOf(refused)).toEqual([413, 'RequestEntityTooLargeException']);
  });

  test('nesting as deep as the size allows does no harm', async () => {
    const depth = 500_000;
    const body = `{"NextToken":${'['.repeat(depth)}${']'.repeat(depth)}}`;
    expect(codeOf(await sendSigned({ ...keys, body }))).toEqual([400, 'SerializationException']);
  });
});

describe('the answer', () => {
  test('names its type, its length and a request id of its own', async () => {
    const [first, second] = await Promise.all([sendSigned({ ...keys }), sendSigned({ ...keys })]);
    expect(first.headers['content-type']).toBe('application/x-amz-json-1.1');
    expect(first.headers['content-length']).toBe(String(first.text.length));
    expect(first.headers['date']).toBeTruthy();
    expect(first.headers['x-amzn-requestid']).not.toBe(second.headers['x-amzn-requestid']);
  });

  test('to garbage is a bare 400 and the end of the connection', async () => {
    const text = await new Promise<string>((resolve) => {
      let received = '';
      const socket = connectSocket(Number(new URL(keys.endpoint).port), '127.0.0.1', () =>
        socket.write('garbage\r\n\r\n'),
      );
      socket.on('data', (chunk) => (received += String(chunk)));
      socket.on('close', () => resolve(received));
    });
    expect(text).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(text).toContain('x-amzn-RequestId');
  });

  test('comes on the loopback address only', async () => {
    const others = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
    for (const { address, family, internal } of others) {
      if (internal || family !== 'IPv4') continue;
      const port = Number(new URL(keys.endpoint).port);
      const refused = await new Promise((resolve) => {
        const socket = connectSocket({ port, host: address, timeout: 1_000 });
        socket
          .on('connect', () => resolve(false))
          .on('error', () => resolve(true))
          .on('timeout', () => resolve(true));
      });
      expect(refused).toBe(true);
    }
  });
});
