import { describe, expect, it } from 'vitest';
import { redact } from './redact.ts';

describe('redact', () => {
  it.each([
    ['an access key', 'key AKIAIOSFODNN7EXAMPLE used', 'key AKIAIOSF… used'],
    ['a signature', 'Authorization: … Signature=0123456789abcdef0123456789abcdef', 'Authorization: … Signature=…'],
    ['a secret in JSON', '{"secretAccessKey":"abc/def+ghi"}', '{"secretAccessKey":"…"}'],
    ['a secret in INI', 'aws_secret_access_key = abc/def+ghi', 'aws_secret_access_key = …'],
    ['a session token', 'x-amz-security-token: FwoGZXIvYXdzE', 'x-amz-security-token: …'],
  ])('hides %s', (_, line, expected) => {
    expect(redact(line)).toBe(expected);
  });

  it('hides secrets that are only known at run time', () => {
    expect(redact('got hunter2 from the runner', ['hunter2'])).toBe('got … from the runner');
  });

  it('leaves ordinary lines alone', () => {
    expect(redact('created: blazeface-ml-m5 in 12 ms')).toBe('created: blazeface-ml-m5 in 12 ms');
  });
});
