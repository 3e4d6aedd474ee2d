import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CreateCompilationJobRequest } from '../api/compilationJob.ts';
import { requestArbitrary } from '../testing/requestArbitrary.ts';
import { draftToRequest, withoutAbsentMembers } from './draftToRequest.ts';
import { jobDraftSchema } from './jobDraft.ts';
import { readableRequest } from './readableRequest.ts';
import { requestToDraft } from './requestToDraft.ts';
import { storedDraftSchema } from './storedDraft.ts';

const AWS = { endpointId: 'aws', bucket: '', roleArn: '' };
const LOCAL = {
  endpointId: 'local',
  bucket: 'edgewright-local',
  roleArn: 'arn:aws:iam::000000000000:role/edgewright-local',
};

/** An empty list of tags says what no list says; the form has one way for both. */
const withoutEmptyTags = ({ Tags, ...request }: CreateCompilationJobRequest) =>
  Tags && Tags.length > 0 ? { ...request, Tags } : request;

describe.each([AWS, LOCAL])('at the endpoint $endpointId', (defaults) => {
  it('a request becomes a draft and the same request again', () => {
    fc.assert(
      fc.property(requestArbitrary, (request) => {
        const draft = requestToDraft(request, defaults);
        expect(withoutAbsentMembers(draftToRequest(draft, defaults.bucket))).toEqual(withoutEmptyTags(request));
      }),
      { numRuns: 500 },
    );
  });

  it('a draft becomes a request and the same draft again', () => {
    fc.assert(
      fc.property(requestArbitrary, (request) => {
        const draft = requestToDraft(request, defaults);
        const again = requestToDraft(withoutAbsentMembers(draftToRequest(draft, defaults.bucket)), defaults);
        expect(again).toEqual(draft);
      }),
      { numRuns: 500 },
    );
  });
});

it('a draft survives the disk', () => {
  fc.assert(
    fc.property(requestArbitrary, (request) => {
      const draft = requestToDraft(request, AWS);
      expect(storedDraftSchema.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
    }),
  );
});

it('whatever is imported becomes a draft, and what it says in texts is kept', () => {
  fc.assert(
    fc.property(
      fc.object({ key: fc.constantFrom('InputConfig', 'OutputConfig', 'Framework', 'Tags', 'Os', 'x') }),
      (value) => {
        expect(jobDraftSchema.safeParse(requestToDraft(readableRequest(value), AWS)).success).toBe(true);
      },
    ),
  );
  const text = '{"a": [1, "x"]';
  const request = readableRequest({
    CompilationJobName: 7,
    InputConfig: { Framework: 'caffe', DataInputConfig: text },
    OutputConfig: { TargetDevice: 'ml_z9', CompilerOptions: { mcpu: 'x' } },
  });
  const draft = requestToDraft(request, AWS);
  expect(draft.dataInputConfig).toMatchObject({ mode: 'text', text });
  expect([draft.output.compilationJobName, draft.model.framework]).toEqual(['7', 'caffe']);
  expect([draft.target.device, draft.target.compilerOptions]).toEqual(['ml_z9', '{"mcpu":"x"}']);
});
