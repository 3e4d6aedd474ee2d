import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { AWS_JSON, checkEnvelope, operationOf } from './requestGuard.ts';
import { errorCode } from './objects.ts';
import { internalFailure, serializationException, ServiceError } from './serviceError.ts';
import type { ReceivedRequest } from './signature.ts';

export const MAX_BODY_BYTES = 1024 * 1024;
/** A body that is too long is read up to here, so that the client is there to read the refusal. */
const MAX_DRAINED_BYTES = 8 * MAX_BODY_BYTES;

const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
const TIMEOUT_CHECK_MS = 5_000;
/** Longer than the polls of our own client are apart: a connection that closes just then is a failed poll. */
const KEEP_ALIVE_MS = 65_000;
const MAX_CONNECTIONS = 256;

export interface ServiceHandler {
  /** Throws a ServiceError when the request is not signed by one who may call. */
  verify(request: ReceivedRequest): Promise<void>;
  /** Answers an operation; undefined means an empty body. Throws a ServiceError to refuse. */
  dispatch(operation: string, input: unknown): unknown;
  /** Told of what a client only sees as InternalFailure. */
  log(message: string): void;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= MAX_BODY_BYTES) chunks.push(chunk);
    else if (length > MAX_DRAINED_BYTES) break;
  }
  if (length > MAX_BODY_BYTES) {
    throw new ServiceError('RequestEntityTooLargeException', 413, `A request has at most ${MAX_BODY_BYTES} bytes.`);
  }
  return Buffer.concat(chunks);
}

/** An empty body is an empty structure. */
function parseBody(body: Buffer): unknown {
  if (body.length === 0) return {};
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw serializationException('The request body is not valid JSON in UTF-8.');
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw serializationException('The request body must be a JSON object.');
}

async function handle(request: IncomingMessage, handler: ServiceHandler): Promise<unknown> {
  checkEnvelope(request);
  const operation = operationOf(request);
  const body = await readBody(request);
  await handler.verify({ method: 'POST', path: '/', headers: request.headers, body });
  return handler.dispatch(operation, parseBody(body));
}

function send(response: ServerResponse, status: number, headers: Record<string, string>, content: unknown): void {
  const body = content === undefined ? '' : JSON.stringify(content);
  response.writeHead(status, {
    'Content-Type': AWS_JSON,
    'Content-Length': Buffer.byteLength(body),
    'x-amzn-RequestId': randomUUID(),
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(body);
}

/** Code in the body for botocore, in the header for what looks there. Source: aws-clients-and-fakes.md, section 3. */
function sendError(response: ServerResponse, { code, status, message, modeled }: ServiceError): void {
  // A refused request may have a body that nobody read; the connection is of no more use.
  const closing: Record<string, string> = response.req.complete ? {} : { Connection: 'close' };
  const text = modeled ? { Message: message } : { message };
  send(response, status, { 'x-amzn-ErrorType': code, ...closing }, { __type: code, ...text });
}

async function answer(request: IncomingMessage, response: ServerResponse, handler: ServiceHandler): Promise<void> {
  try {
    send(response, 200, {}, await handle(request, handler));
  } catch (thrown) {
    if (thrown instanceof ServiceError) return sendError(response, thrown);
    if (request.destroyed && !request.complete) return;
    handler.log(`A request failed: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`);
    const isDiskFull = ['SQLITE_FULL', 'ENOSPC'].includes(errorCode(thrown));
    sendError(
      response,
      isDiskFull
        ? internalFailure('The disk that holds the data directory is full. Free some space and try again.')
        : internalFailure(),
    );
  }
}

/** The HTTP side of the service: `POST /` with AWS JSON 1.1, limits and timeouts, one answer for every request. */
export function createServiceServer(handler: ServiceHandler): Server {
  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: TIMEOUT_CHECK_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
    },
    (request, response) => void answer(request, response, handler),
  );
  server.maxConnections = MAX_CONNECTIONS;
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable) return socket.destroy();
    const status = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? '408 Request Timeout' : '400 Bad Request';
    const head = [`HTTP/1.1 ${status}`, 'Connection: close', 'Content-Length: 0', `x-amzn-RequestId: ${randomUUID()}`];
    // A socket that is only half closed counts as a connection for as long as the other side likes.
    socket.end(`${head.join('\r\n')}\r\n\r\n`, () => socket.destroy());
  });
  return server;
}

/**
 * Listens on 127.0.0.1 only.
 * @returns the port
 * @throws {Error} with `code` EADDRINUSE or EACCES
 */
export function listenOnLoopback(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port }, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
