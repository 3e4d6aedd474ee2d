import { createHash, createHmac } from 'node:crypto';
import { request } from 'node:http';

/** What a signed request is made of; every part can be replaced to make it wrong. */
export interface SignedRequestOptions {
  accessKeyId: string;
  secretAccessKey: string;
  endpoint: string;
  region?: string;
  service?: string;
  terminator?: string;
  /** Epoch milliseconds of X-Amz-Date. */
  signedAt?: number;
  /** Day in the scope, when it is not the date's. */
  scopeDate?: string;
  operation?: string;
  body?: string;
  headers?: Record<string, string>;
  /** Names to sign, lower case, sorted. */
  signedHeaders?: string[];
  /** Headers that are added, replaced or (undefined) dropped after signing. */
  tamperedHeaders?: Record<string, string | undefined>;
  /** The body that is sent in place of the signed one. */
  tamperedBody?: string;
}

export interface RawAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  /** The body as JSON; an empty object for an empty body. */
  json: { __type?: string; message?: string; Message?: string } & Record<string, unknown>;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** The headers of a request, signed by the description of SigV4 and not by the library that verifies it. */
export function signedHeadersOf(options: SignedRequestOptions): Record<string, string> {
  const { accessKeyId, secretAccessKey, endpoint, region = 'us-west-2', service = 'sagemaker' } = options;
  const {
    terminator = 'aws4_request',
    signedAt = Date.now(),
    body = '{}',
    operation = 'ListCompilationJobs',
  } = options;
  const amzDate = new Date(signedAt).toISOString().replaceAll(/[-:]|\.\d{3}/gu, '');
  const scopeDate = options.scopeDate ?? amzDate.slice(0, 8);
  const headers: Record<string, string> = {
    'content-type': 'application/x-amz-json-1.1',
    host: new URL(endpoint).host,
    'x-amz-date': amzDate,
    'x-amz-target': `SageMaker.${operation}`,
    ...options.headers,
  };
  const names = options.signedHeaders ?? Object.keys(headers).sort();
  const valueOf = (name: string) => (Object.hasOwn(headers, name) ? (headers[name] ?? '') : '');
  const canonical = names.map((name) => `${name}:${valueOf(name).trim().replaceAll(/ +/gu, ' ')}\n`).join('');
  const bodyHash = headers['x-amz-content-sha256'] ?? sha256(body);
  const canonicalRequest = ['POST', '/', '', canonical, names.join(';'), bodyHash].join('\n');
  const scope = `${scopeDate}/${region}/${service}/${terminator}`;
  const toSign = ['AWS4-HMAC-SHA256', amzDate, scope, sha256(canonicalRequest)].join('\n');
  const key = [scopeDate, region, service, terminator].reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`);
  const signature = hmac(key, toSign).toString('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return { ...headers, authorization };
}

/** Sends exactly these headers and this body to an endpoint. */
export function sendRaw(
  endpoint: string,
  headers: Record<string, string>,
  body: string | Buffer,
  { method = 'POST', path = '/' } = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(endpoint);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        hostname,
        port,
        method,
        path,
        headers: { 'content-length': Buffer.byteLength(body), ...headers },
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const json = (text === '' ? {} : JSON.parse(text)) as RawAnswer['json'];
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Signs a request, spoils it as the options say, and sends it. */
export function sendSigned(options: SignedRequestOptions): Promise<RawAnswer> {
  const headers: Record<string, string | undefined> = { ...signedHeadersOf(options), ...options.tamperedHeaders };
  const kept = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return sendRaw(options.endpoint, Object.fromEntries(kept), options.tamperedBody ?? options.body ?? '{}');
}
