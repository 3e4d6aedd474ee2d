import type { EndpointStatus } from '../ipc/routes.ts';
import type { JobDraft } from './jobDraft.ts';
import { withOwnOutputLocation } from './outputLocation.ts';

/** What an endpoint fills into a draft. */
export type EndpointDefaults = Pick<EndpointStatus, 'id' | 'bucket' | 'roleArn'>;

/**
 * The draft sent elsewhere: role and output location that the old endpoint had filled in become those of the new one,
 * what the user typed stays.
 */
export function draftForEndpoint(draft: JobDraft, from: EndpointDefaults, to: EndpointDefaults): JobDraft {
  const { output } = draft;
  const isOwnLocation = output.locationFollowsName || output.s3OutputLocation.trim() === '';
  const next = {
    ...draft,
    endpointId: to.id,
    output: {
      ...output,
      roleArn: output.roleArn === from.roleArn ? to.roleArn : output.roleArn,
      s3OutputLocation: isOwnLocation ? '' : output.s3OutputLocation,
      locationFollowsName: isOwnLocation && to.bucket !== '',
    },
  };
  return withOwnOutputLocation(next, to.bucket);
}
