import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { HttpRequest } from '@smithy/protocol-http';
import { SignatureV4 } from '@smithy/signature-v4';
import { ServiceError } from './serviceError.ts';

const SERVICE = 'sagemaker';
const ALGORITHM = 'AWS4-HMAC-SHA256';
const TERMINATOR = 'aws4_request';
/** AWS allows 5 minutes of clock difference, too; on loopback both ends read the same clock. */
const MAX_SKEW_MINUTES = 5;
const MAX_SKEW_MS = MAX_SKEW_MINUTES * 60_000;

/** Headers that decide what a request does: each must be signed where it is present, the first three must be present. */
const REQUIRED_SIGNED = ['host', 'x-amz-date', 'x-amz-target'];
const SIGNED_IF_PRESENT = ['x-amz-security-token', 'x-amz-content-sha256'];

/** node:crypto as the hash that @smithy/signature-v4 asks for. */
class Sha256 {
  readonly #hash;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));
  }

  update(chunk: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(bytesOf(chunk));
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.#hash.digest());
  }

  reset(): void {
    throw new Error('A hash is used once.');
  }
}

function bytesOf(data: string | ArrayBuffer | ArrayBufferView): Buffer {
  if (typeof data === 'string') return Buffer.from(data);
  return ArrayBuffer.isView(data) ? Buffer.from(data.buffer, data.byteOffset, data.byteLength) : Buffer.from(data);
}

const incomplete = (message: string) => new ServiceError('IncompleteSignatureException', 400, message);
const invalid = (message: string) => new ServiceError('InvalidSignatureException', 403, message);
const mismatch = () =>
  invalid(
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
  );

/** The parts of an Authorization header. */
interface Authorization {
  accessKeyId: string;
  date: string;
  region: string;
  service: string;
  terminator: string;
  signedHeaders: string[];
  signature: string;
}

function parseAuthorization(header: string): Authorization {
  const [algorithm = '', ...rest] = header.trim().split(/\s+/u);
  if (algorithm !== ALGORITHM) throw incomplete(`Unsupported AWS 'algorithm': '${algorithm.slice(0, 64)}'.`);
  const parameters = new Map(
    rest
      .join('')
      .split(',')
      .map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]),
  );
  const [credential, signedHeaders, signature] = ['Credential', 'SignedHeaders', 'Signature'].map((name) => {
    const value = parameters.get(name);
    if (!value) throw incomplete(`Authorization header requires '${name}' parameter.`);
    return value;
  }) as [string, string, string];
  const scope = credential.split('/');
  if (scope.length !== 5) {
    throw incomplete('Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term.');
  }
  const [accessKeyId, date, region, service, terminator] = scope as [string, string, string, string, string];
  return { accessKeyId, date, region, service, terminator, signedHeaders: signedHeaders.split(';'), signature };
}

/** `20261122T010203Z` as epoch milliseconds; NaN when it is not of that form. */
function parseAmzDate(text: string): number {
  const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/u.exec(text);
  if (!match) return Number.NaN;
  const [, year, month, day, hour, minute, second] = match;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

const formatAmzDate = (milliseconds: number) => new Date(milliseconds).toISOString().replaceAll(/[-:]|\.\d{3}/gu, '');

/** A request as it arrived. */
export interface ReceivedRequest {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface SignatureVerifierOptions {
  accessKeyId: string;
  secretAccessKey: string;
  region: string;
  /** Epoch milliseconds. */
  clock: () => number;
}

function checkScope({ date, region, service, terminator }: Authorization, amzDate: string, ownRegion: string): void {
  const problems: string[] = [];
  if (terminator !== TERMINATOR) problems.push(`Credential should be scoped with a valid terminator: '${TERMINATOR}'.`);
  if (region !== ownRegion) problems.push(`Credential should be scoped to a valid region, such as '${ownRegion}'.`);
  if (service !== SERVICE) problems.push(`Credential should be scoped to correct service: '${SERVICE}'.`);
  if (date !== amzDate.slice(0, 8)) {
    problems.push(
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${date.slice(0, 64)}' != '${amzDate.slice(0, 8)}', from '${amzDate}'.`,
    );
  }
  if (problems.length > 0) throw invalid(problems.join(' '));
}

function checkTime(signedAt: number, now: number): void {
  const [at, current] = [formatAmzDate(signedAt), formatAmzDate(now)];
  if (now - signedAt > MAX_SKEW_MS) {
    const limit = formatAmzDate(now - MAX_SKEW_MS);
    throw invalid(`Signature expired: ${at} is now earlier than ${limit} (${current} - ${MAX_SKEW_MINUTES} min.)`);
  }
  if (signedAt - now > MAX_SKEW_MS) {
    const limit = formatAmzDate(now + MAX_SKEW_MS);
    throw invalid(
      `Signature not yet current: ${at} is still later than ${limit} (${current} + ${MAX_SKEW_MINUTES} min.)`,
    );
  }
}

function checkSignedHeaders(signedHeaders: string[], headers: IncomingHttpHeaders): void {
  const required = [...REQUIRED_SIGNED, ...SIGNED_IF_PRESENT.filter((name) => headers[name] !== undefined)];
  const unsigned = required.filter((name) => !signedHeaders.includes(name));
  if (unsigned.length === 0) return;
  throw invalid(unsigned.map((name) => `'${name}' must be a 'SignedHeader' in the AWS Authorization.`).join(' '));
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/**
 * Verifies SigV4 header signatures by signing the request again from exactly the headers that the client signed:
 * JS signs nine headers, botocore four. A security token is taken when it is signed; the runner has no sessions to check.
 */
export class SignatureVerifier {
  readonly #options: SignatureVerifierOptions;
  readonly #signer: SignatureV4;

  constructor(options: SignatureVerifierOptions) {
    this.#options = options;
    const { accessKeyId, secretAccessKey, region } = options;
    this.#signer = new SignatureV4({
      credentials: { accessKeyId, secretAccessKey },
      region,
      service: SERVICE,
      sha256: Sha256,
      applyChecksum: false,
    });
  }

  /**
   * Resolves when the request is signed with the runner's keys.
   * @throws {ServiceError} with the code and the words that AWS uses for the same
   */
  async verify({ method, path, headers, body }: ReceivedRequest): Promise<void> {
    const { accessKeyId, region, clock } = this.#options;
    const { authorization: header } = headers;
    if (!header) throw new ServiceError('MissingAuthenticationTokenException', 403, 'Missing Authentication Token');
    const authorization = parseAuthorization(header);
    const amzDate = String(headers['x-amz-date'] ?? '');
    const signedAt = parseAmzDate(amzDate);
    if (Number.isNaN(signedAt)) {
      throw incomplete("Authorization header requires existence of an 'X-Amz-Date' header such as 20261122T010203Z.");
    }
    if (!sameText(authorization.accessKeyId, accessKeyId)) {
      throw new ServiceError(
        'UnrecognizedClientException',
        403,
        'The security token included in the request is invalid.',
      );
    }
    checkScope(authorization, amzDate, region);
    checkTime(signedAt, clock());
    checkSignedHeaders(authorization.signedHeaders, headers);
    const declaredHash = headers['x-amz-content-sha256'];
    // The declared hash takes the body's place in what is signed, so it must be the hash of this body.
    if (
      declaredHash !== undefined &&
      !sameText(String(declaredHash), createHash('sha256').update(body).digest('hex'))
    ) {
      throw mismatch();
    }
    const expected = await this.#sign(authorization.signedHeaders, { method, path, headers, body }, signedAt);
    if (!sameText(expected, authorization.signature)) throw mismatch();
  }

  async #sign(signedHeaders: string[], { method, path, headers, body }: ReceivedRequest, signedAt: number) {
    if (!signedHeaders.every((name) => Object.hasOwn(headers, name))) throw mismatch();
    const signed = Object.fromEntries(signedHeaders.map((name) => [name, String(headers[name])]));
    const request = new HttpRequest({ method, protocol: 'http:', hostname: '127.0.0.1', path, headers: signed, body });
    const answer = await this.#signer.sign(request, {
      signingDate: new Date(signedAt),
      signableHeaders: new Set(signedHeaders),
    });
    return parseAuthorization(answer.headers['authorization'] ?? '').signature;
  }
}
