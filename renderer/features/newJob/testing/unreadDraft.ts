import { withConfigText } from '../../../../shared/draft/configText.ts';
import { newJobDraft, type JobDraft } from '../../../../shared/draft/jobDraft.ts';

interface UnreadDraftOptions {
  framework: string;
  device?: string;
  /** DataInputConfig as its text; none when not given. */
  text?: string | undefined;
}

/** A draft for AWS with an archive in S3 that nobody read: all of its inputs are typed. */
export function unreadDraft({ framework, device = 'ml_m5', text }: UnreadDraftOptions): JobDraft {
  const empty = newJobDraft({ endpointId: 'aws', bucket: '', roleArn: 'arn:aws:iam::123456789012:role/neo' });
  const draft: JobDraft = {
    ...empty,
    model: { ...empty.model, kind: 's3', s3Uri: 's3://models/model.tar.gz', framework },
    target: { ...empty.target, device },
    output: { ...empty.output, compilationJobName: 'my-job', s3OutputLocation: 's3://models/compiled' },
  };
  return text === undefined ? draft : { ...draft, ...withConfigText(draft, text) };
}
