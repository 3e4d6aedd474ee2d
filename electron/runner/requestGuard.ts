import type { IncomingMessage } from 'node:http';
import { ServiceError, unknownOperation } from './serviceError.ts';

export const AWS_JSON = 'application/x-amz-json-1.1';

const TARGET_PREFIX = 'SageMaker.';
const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

const accessDenied = (message: string) => new ServiceError('AccessDeniedException', 403, message);

/** The name in a Host header, without the port. */
const hostName = (host: string) => host.replace(/:\d+$/u, '').toLowerCase();

/**
 * Refuses what no AWS client sends, before the body is read: other names of this host (a page that rebinds its name to
 * 127.0.0.1), requests of web pages (browsers name them with Origin and Sec-Fetch-Site), other methods, paths and types.
 * @throws {ServiceError}
 */
export function checkEnvelope({ method, url, headers }: IncomingMessage): void {
  if (!LOOPBACK_NAMES.includes(hostName(headers.host ?? ''))) {
    throw accessDenied('The local runner answers to 127.0.0.1 and localhost only.');
  }
  if (headers.origin !== undefined || headers['sec-fetch-site'] !== undefined) {
    throw accessDenied('The local runner does not answer web pages.');
  }
  if (method !== 'POST' || url !== '/') throw unknownOperation('The service takes POST requests to / only.');
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== AWS_JSON) {
    throw new ServiceError('UnsupportedMediaTypeException', 415, `The Content-Type must be ${AWS_JSON}.`);
  }
  if (headers['content-encoding'] !== undefined) {
    throw new ServiceError('UnsupportedMediaTypeException', 415, 'Request bodies must not be compressed.');
  }
}

/**
 * The operation that X-Amz-Target names, without the prefix; whether it exists is for the dispatcher to say.
 * @throws {ServiceError} when the header is missing or names another service
 */
export function operationOf({ headers }: IncomingMessage): string {
  const target = headers['x-amz-target'];
  if (typeof target !== 'string' || !target.startsWith(TARGET_PREFIX)) {
    throw unknownOperation('The X-Amz-Target header must name an operation of SageMaker.');
  }
  return target.slice(TARGET_PREFIX.length);
}
