import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { validationException } from './serviceError.ts';

/** Where a page ended: the sort columns of its last job. */
export type ListPosition = (string | number)[];

const MAC_BYTES = 16;
const contentSchema = z.tuple([z.string(), z.array(z.union([z.string(), z.number()]))]);

const mac = (key: string, content: Buffer) =>
  createHmac('sha256', key).update('NextToken').update(content).digest().subarray(0, MAC_BYTES);

/** Names a query, so that a token is good for that query only. */
const queryName = (query: unknown) => createHash('sha256').update(JSON.stringify(query)).digest('base64url');

/**
 * Writes the opaque NextToken of a page. It is authenticated with `key`, so that what comes back is what was sent,
 * and bound to `query` (filters and order, not the page size).
 */
export function writeNextToken(key: string, query: unknown, position: ListPosition): string {
  const content = Buffer.from(JSON.stringify([queryName(query), position]));
  return Buffer.concat([mac(key, content), content]).toString('base64url');
}

/**
 * Reads a NextToken back.
 * @throws {ServiceError} ValidationException, when the token is not ours or belongs to another query
 */
export function readNextToken(key: string, query: unknown, token: string): ListPosition {
  const bytes = Buffer.from(token, 'base64url');
  // The decoder skips what it does not know; only the very text that was sent comes back to itself.
  if (bytes.toString('base64url') !== token) throw validationException('The NextToken is not valid.');
  const content = bytes.subarray(MAC_BYTES);
  if (bytes.length <= MAC_BYTES || !timingSafeEqual(bytes.subarray(0, MAC_BYTES), mac(key, content))) {
    throw validationException('The NextToken is not valid.');
  }
  const [name, position] = contentSchema.parse(JSON.parse(content.toString()));
  if (name !== queryName(query)) {
    throw validationException('The NextToken belongs to a request with other filters or another order.');
  }
  return position;
}
