import { findFramework } from '../../../../../../shared/catalog/catalog.ts';
import type { JobDraft } from '../../../../../../shared/draft/jobDraft.ts';
import { formatBytes } from '../../../../../components/formatNumber.ts';
import { KeyValueList, type KeyValue } from '../../../../../components/KeyValueList.tsx';
import { nameOfSource } from '../../../modelReading.ts';
import { useWizard } from '../../../wizardContext.ts';
import { identifier, LABEL_WIDTH, optional, prose } from './facts.tsx';
import { SummaryPart } from './SummaryPart.tsx';

function placeOf({ kind, source, summary, s3Uri, modelPackageVersionArn }: JobDraft['model'], bucket: string) {
  if (kind === 'package') return [identifier('Package', modelPackageVersionArn)];
  if (kind === 's3') return [identifier('Archive', s3Uri)];
  const file = identifier('File', summary?.fileName ?? (source ? nameOfSource(source) : ''));
  // An endpoint with a bucket of its own says where the file goes.
  return bucket === '' ? [file, identifier('In S3', s3Uri)] : [file];
}

function frameworkOf({ kind, framework, frameworkVersion, summary }: JobDraft['model']): KeyValue[] {
  if (kind === 'package') return [];
  return [
    prose('Framework', [findFramework(framework)?.label ?? framework, frameworkVersion.trim()].join(' ')),
    optional(prose, 'Size', summary ? formatBytes(summary.sizeBytes) : ''),
  ];
}

/** Where the model is, and what it is. */
export function ModelPart() {
  const { draft, context } = useWizard();
  return (
    <SummaryPart step="model">
      <KeyValueList
        labelWidth={LABEL_WIDTH}
        items={[...placeOf(draft.model, context.bucket), ...frameworkOf(draft.model)]}
      />
    </SummaryPart>
  );
}
