import { describe, expect, it } from 'vitest';
import { applyEdits } from '../api/applyEdits.ts';
import { checkCreateCompilationJob } from '../request/requestRules.ts';
import { invalidRequests } from '../testing/invalidRequests.ts';
import { checkDraft, submittableDraftSchema, type DraftContext } from './checkDraft.ts';
import { readableRequest } from './readableRequest.ts';
import { requestToDraft } from './requestToDraft.ts';

const DEFAULTS = { endpointId: 'aws', bucket: '', roleArn: '' };
const context: DraftContext = { bucket: '', isLocal: false, takenNames: new Set() };

it('has at least 150 requests, each named once', () => {
  expect(invalidRequests.length).toBeGreaterThanOrEqual(150);
  expect(new Set(invalidRequests.map(({ title }) => title)).size).toBe(invalidRequests.length);
});

describe.each(invalidRequests.map((invalid) => [invalid.title, invalid] as const))('%s', (_, { rule, request }) => {
  const errorsOf = (value: unknown) => {
    const check = checkCreateCompilationJob(value, { service: 'aws' });
    return check.ok ? [] : check.findings.filter(({ severity }) => severity === 'error');
  };

  it(`breaks ${rule} and nothing else, in the words of the user and of the service`, () => {
    const errors = errorsOf(request);
    expect(errors.map((finding) => finding.rule)).toEqual([rule]);
    for (const { message, awsMessage } of errors) {
      expect(message).toMatch(/[.)]$/u);
      expect(awsMessage).toBeTruthy();
    }
  });

  it('is refused by the form, at a field of the form', () => {
    const draft = requestToDraft(readableRequest(request), DEFAULTS);
    const errors = checkDraft(draft, context).filter(({ severity }) => severity === 'error');
    expect(errors.map((finding) => finding.rule)).toContain(rule);
    for (const { path } of errors) {
      expect(['model', 'inputs', 'dataInputConfig', 'target', 'output']).toContain(path[0]);
    }
    expect(submittableDraftSchema(context).safeParse(draft).success).toBe(false);
  });

  it('is rid of the mistake by its fix, where it has one', () => {
    const fixed = errorsOf(request).flatMap(({ fix }) => (fix ? [applyEdits(request, fix.edits)] : []));
    expect(fixed.flatMap(errorsOf).map((left) => left.rule)).not.toContain(rule);

    const draft = requestToDraft(readableRequest(request), DEFAULTS);
    const { fix } = checkDraft(draft, context).find((finding) => finding.rule === rule) ?? {};
    const left = fix ? checkDraft(applyEdits(draft, fix.edits), context) : [];
    expect(left.map((finding) => finding.rule)).not.toContain(rule);
  });
});
