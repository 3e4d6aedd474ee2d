import { targetInWords } from '../../../../../../shared/catalog/catalog.ts';
import { draftToRequest } from '../../../../../../shared/draft/draftToRequest.ts';
import { hasTarget } from '../../../../../../shared/draft/generatedName.ts';
import { KeyValueList } from '../../../../../components/KeyValueList.tsx';
import { useWizard } from '../../../wizardContext.ts';
import { identifier, LABEL_WIDTH, optional, prose } from './facts.tsx';
import { SummaryPart } from './SummaryPart.tsx';

/** What the model is compiled for. */
export function TargetPart() {
  const { draft, context } = useWizard();
  const { target } = draft;
  const words = hasTarget(target) ? targetInWords(draftToRequest(draft, context.bucket).OutputConfig) : '';
  return (
    <SummaryPart step="target">
      <KeyValueList
        labelWidth={LABEL_WIDTH}
        items={[
          prose(target.kind === 'device' ? 'Device' : 'Platform', words),
          optional(identifier, 'Options', target.compilerOptions),
        ]}
      />
    </SummaryPart>
  );
}
