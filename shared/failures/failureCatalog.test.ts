import { describe, expect, it } from 'vitest';
import { failureReason, failures, findFailure } from './failureCatalog.ts';

describe('failure catalogue', () => {
  it.each(failures.map(({ id }) => id))('recognises its own reason: %s', (id) => {
    const values = { detail: 'something', bucket: 'b', key: 'k', input: 'x', framework: 'KERAS', target: 'ml_inf1' };
    expect(findFailure(failureReason(id, values))?.id).toBe(id);
  });

  it('knows the service’s own texts', () => {
    const recorded =
      "ClientError: InputConfiguration: Unable to untar input model.Please confirm the model is a tar.gz file')  For further " +
      'troubleshooting common failures please visit: https://docs.aws.amazon.com/sagemaker/latest/dg/neo-troubleshooting-compilation.html';
    expect(findFailure(recorded)?.id).toBe('not-tar-gz');
    expect(findFailure('Some text of the future')).toBeNull();
  });

  it('never exceeds the API’s limit and leaves no placeholder behind', () => {
    const reason = failureReason('unexpected', { detail: 'x'.repeat(5000) });
    expect(reason).toHaveLength(1024);
    for (const { id } of failures) expect(failureReason(id)).not.toMatch(/\{\w+\}/u);
  });

  it('refuses an id that it does not have', () => {
    expect(() => failureReason('no-such-failure')).toThrow(RangeError);
  });
});
