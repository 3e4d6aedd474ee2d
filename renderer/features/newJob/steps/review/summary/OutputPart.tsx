import Box from '@mui/material/Box';
import type { JobDraft } from '../../../../../../shared/draft/jobDraft.ts';
import { KeyValueList, type KeyValue } from '../../../../../components/KeyValueList.tsx';
import { MONO } from '../../../../../theme.ts';
import { useWizard } from '../../../wizardContext.ts';
import { artifactUri, secondsInWords } from '../../output/artifactPath.ts';
import { identifier, LABEL_WIDTH, optional, prose } from './facts.tsx';
import { SummaryPart } from './SummaryPart.tsx';

/** `900 s = 15 min`; the text itself while it is no number. */
function limitInWords(text: string): string {
  const words = secondsInWords(text);
  return words ? `${text.trim()} s = ${words}` : text;
}

function networkOf({ isUsed, securityGroupIds, subnets }: JobDraft['output']['vpc']): KeyValue[] {
  if (!isUsed) return [];
  return [
    identifier('VPC subnets', subnets.map((id) => id.trim()).join(', ')),
    identifier('VPC groups', securityGroupIds.map((id) => id.trim()).join(', ')),
  ];
}

function tagsOf(tags: JobDraft['output']['tags']): KeyValue {
  const value = tags.map(({ key, value: text }, index) => (
    // Keys can be the same while they are typed.
    // eslint-disable-next-line react/no-array-index-key
    <Box key={index} sx={{ fontFamily: MONO, fontSize: 12.5, overflowWrap: 'anywhere' }}>
      {key} = {text}
    </Box>
  ));
  return { label: 'Tags', value: tags.length > 0 ? <div>{value}</div> : null, copy: null };
}

/** What the job is called, where its artifact goes, and what it may use. */
export function OutputPart() {
  const { draft, context } = useWizard();
  const { output } = draft;
  const artifact = artifactUri(draft, context.bucket);
  return (
    <SummaryPart step="output">
      <KeyValueList
        labelWidth={LABEL_WIDTH}
        items={[
          identifier('Job name', output.compilationJobName),
          artifact ? identifier('Artifact', artifact) : identifier('S3 location', output.s3OutputLocation),
          optional(prose, 'Time limit', limitInWords(output.maxRuntimeInSeconds)),
          optional(prose, 'Wait limit', limitInWords(output.maxWaitTimeInSeconds)),
          optional(prose, 'Pending limit', limitInWords(output.maxPendingTimeInSeconds)),
          identifier('IAM role', output.roleArn),
          optional(identifier, 'KMS key', output.kmsKeyId),
          ...networkOf(output.vpc),
          tagsOf(output.tags),
        ]}
      />
    </SummaryPart>
  );
}
