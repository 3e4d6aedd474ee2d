import Box from '@mui/material/Box';
import { findTargetDevice } from '../../../../../shared/catalog/catalog.ts';
import { frameworkVersionsFor } from '../../../../../shared/catalog/frameworkVersions.ts';
import { artifactName } from '../../../../../shared/artifactName.ts';
import { draftToRequest } from '../../../../../shared/draft/draftToRequest.ts';
import { MiddleEllipsis } from '../../../../components/MiddleEllipsis.tsx';
import { hasTarget } from '../../../../../shared/draft/generatedName.ts';
import { useWizard } from '../../wizardContext.ts';
import { judgeTarget } from './deviceChoices.ts';
import { Fact } from './Fact.tsx';
import { FactPanel } from './FactPanel.tsx';
import { SupportMark } from './SupportMark.tsx';
import { chosenTarget } from './targetChoices.ts';
import { useJudge } from './useJudge.ts';

/** What is known about the chosen target on AWS, for the draft's framework and version. */
export function AwsPanel() {
  const { draft } = useWizard();
  return (
    <FactPanel title="What AWS says">
      {hasTarget(draft.target) ? (
        <TargetFacts />
      ) : (
        <Box sx={{ mt: 1, color: 'text.secondary' }}>Choose a target to see what AWS says about it.</Box>
      )}
    </FactPanel>
  );
}

function TargetFacts() {
  const { draft, context } = useWizard();
  const judge = useJudge();
  const target = chosenTarget(draft.target);
  const { support } = judgeTarget(target, judge);
  const device = findTargetDevice(target.TargetDevice ?? '');
  const { InputConfig } = draftToRequest(draft, context.bucket);
  return (
    <Box component="dl" sx={{ display: 'grid', gap: 1, m: 0, mt: 0.75 }}>
      {support ? (
        <Fact term={<SupportMark support={support} />}>
          {support.reason}
          {support.testedModels.length > 0 && <TestedModels models={support.testedModels} />}
        </Fact>
      ) : (
        <Fact term="Support">A model package keeps its framework to itself; SageMaker knows it.</Fact>
      )}
      {judge.framework !== null && (
        <Fact term="Framework version">{frameworkVersionsFor(judge.framework, target).reason}</Fact>
      )}
      {device?.regions && <Fact term="Regions">Only {device.regions.join(', ')}.</Fact>}
      {device?.archiveNote && <Fact term="The model archive">{device.archiveNote}</Fact>}
      {device?.legacy && <Fact term="Legacy">{device.legacy}</Fact>}
      {InputConfig?.S3Uri && (
        <Fact term="Artifact">
          <MiddleEllipsis text={artifactName(InputConfig.S3Uri, target)} />
        </Fact>
      )}
    </Box>
  );
}

function TestedModels({ models }: { models: readonly string[] }) {
  return (
    <Box component="details" sx={{ '& summary': { cursor: 'pointer', color: 'text.secondary' } }}>
      <summary>Models</summary>
      {models.join(', ')}
    </Box>
  );
}
