import type { Finding } from '../../../../shared/api/finding.ts';
import { checkDraft } from '../../../../shared/draft/checkDraft.ts';
import { judgeDraft } from '../../../../shared/draft/draftVerdict.ts';
import type { JobDraft } from '../../../../shared/draft/jobDraft.ts';
import { readableRequest } from '../../../../shared/draft/readableRequest.ts';
import { requestToDraft } from '../../../../shared/draft/requestToDraft.ts';
import type { EndpointStatus } from '../../../../shared/ipc/routes.ts';
import { checkCreateCompilationJob } from '../../../../shared/request/requestRules.ts';

/** An imported request as it would be at one endpoint. */
export interface ImportChoice {
  endpoint: EndpointStatus;
  draft: JobDraft;
  /** What the endpoint refuses though the request is right; empty when it takes it. */
  refusals: readonly Finding[];
}

const NONE: ReadonlySet<string> = new Set();

/** The imported request at each endpoint, in their order. */
export function importChoices(request: unknown, endpoints: readonly EndpointStatus[]): ImportChoice[] {
  return endpoints.map((endpoint) => {
    const { id: endpointId, bucket, roleArn, kind } = endpoint;
    const draft = requestToDraft(readableRequest(request), { endpointId, bucket, roleArn });
    const context = { bucket, isLocal: kind === 'local', takenNames: NONE };
    return { endpoint, draft, refusals: judgeDraft(draft, checkDraft(draft, context), context).refusals };
  });
}

/** Where an import goes unless the user says otherwise: where the draft was going, or the first that does not refuse. */
export function preferredChoice(choices: readonly ImportChoice[], currentId: string): ImportChoice | undefined {
  const current = choices.find(({ endpoint }) => endpoint.id === currentId);
  if (current?.refusals.length === 0) return current;
  return choices.find(({ refusals }) => refusals.length === 0) ?? current ?? choices[0];
}

/** What the rules say about an imported request at an endpoint; errors first. */
export function findingsOfImport(request: unknown, { kind }: EndpointStatus): Finding[] {
  const check = checkCreateCompilationJob(request, { service: kind === 'local' ? 'local' : 'aws' });
  const findings = check.ok ? check.warnings : check.findings;
  const isError = ({ severity }: Finding) => severity === 'error';
  return [...findings.filter(isError), ...findings.filter((finding) => !isError(finding))];
}

/** Which half of a contradiction the draft does not take, by the rule that names it; the form has one choice for both. */
const NOT_TAKEN: Readonly<Record<string, string>> = {
  'target.both': 'It named a device and a platform: the device was taken.',
  'model.both': 'It named a model archive and a model package version: the archive was taken.',
};

/** What became of an imported request on its way into the form, one sentence each. */
export const notTakenInWords = (findings: readonly Finding[]): string[] =>
  findings.flatMap(({ rule }) => NOT_TAKEN[rule] ?? []);
