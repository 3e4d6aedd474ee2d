import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { validationExceptionMessage } from '../../shared/api/finding.ts';
import { checkCreateCompilationJob } from '../../shared/request/requestRules.ts';
import { invalidRequests } from '../../shared/testing/invalidRequests.ts';
import { sendSigned, type SignedRequestOptions } from './testing/signedRequest.ts';
import { cleanUp, startTestRunner } from './testing/testRunner.ts';

let keys: Pick<SignedRequestOptions, 'endpoint' | 'accessKeyId' | 'secretAccessKey'>;

beforeAll(async () => {
  keys = (await startTestRunner()).runner;
});
afterAll(cleanUp);

/** What Neo's compilers do not support becomes a failed job here, as it would at AWS. */
const refused = invalidRequests.filter(({ rule }) => !rule.startsWith('support.'));

test('at least 150 requests are refused by the runner', () => {
  expect(refused.length).toBeGreaterThanOrEqual(150);
});

describe('the runner refuses with ValidationException, in the words of the rule', () => {
  test.each(refused.map((invalid) => [invalid.title, invalid] as const))('%s', async (_, { rule, request }) => {
    const { status, json } = await sendSigned({
      ...keys,
      operation: 'CreateCompilationJob',
      body: JSON.stringify(request),
    });
    expect([status, json.__type]).toEqual([400, 'ValidationException']);
    const check = checkCreateCompilationJob(JSON.parse(JSON.stringify(request)), { service: 'local' });
    const errors = check.ok ? [] : check.findings.filter(({ severity }) => severity === 'error');
    expect(errors.map((finding) => finding.rule)).toContain(rule);
    expect(json.message).toBe(validationExceptionMessage(errors));
  });
});
