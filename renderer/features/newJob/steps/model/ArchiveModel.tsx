import { modelSourceOf } from '../../../../../shared/draft/jobDraft.ts';
import { useWizard } from '../../wizardContext.ts';
import { ArchiveUriField } from './ArchiveUriField.tsx';
import { ModelFacts } from './ModelFacts.tsx';
import { StoredModel } from './StoredModel.tsx';

/** A model archive that is already where the job runs; one of the local store can be looked into. */
export function ArchiveModel() {
  const { draft, context } = useWizard();
  const source = modelSourceOf(draft.model);
  const { summary } = draft.model;
  return (
    <>
      <ArchiveUriField
        {...(context.isLocal && { placeholder: `s3://${context.bucket}/models/model.tar.gz` })}
        hint={
          context.isLocal
            ? 'An object of the local runner’s store: one .tar.gz archive.'
            : 'One .tar.gz archive, in the region in which the job will run.'
        }
      />
      {source && summary && <ModelFacts summary={summary} source={source} />}
      {source && !summary && context.isLocal && <StoredModel source={source} />}
    </>
  );
}
