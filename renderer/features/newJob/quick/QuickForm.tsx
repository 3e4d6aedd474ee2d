import Box from '@mui/material/Box';
import { useSubmission } from '../submission.ts';
import { InputsStep } from '../steps/inputs/InputsStep.tsx';
import { ModelStep } from '../steps/model/ModelStep.tsx';
import { JobNameField } from '../steps/output/JobNameField.tsx';
import { LocationField } from '../steps/output/LocationField.tsx';
import { RoleField } from '../steps/output/RoleField.tsx';
import { EndpointRefusals } from '../steps/review/EndpointRefusals.tsx';
import { RequestPanel } from '../steps/review/RequestPanel.tsx';
import { SubmissionOutcome } from '../steps/review/SubmissionOutcome.tsx';
import { useWizard, WizardContext } from '../wizardContext.ts';
import { QuickSection } from './QuickSection.tsx';
import { QuickTarget } from './QuickTarget.tsx';

/** The whole draft on one page: the steps' own fields, with only what every job needs of target and output. */
export function QuickForm() {
  const isSubmitting = useSubmission().state === 'running';
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 3 }}>
      {/* What is on its way to main must stay as it is. */}
      <Box inert={isSubmitting} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 3 }}>
        <QuickSection step="model">
          <ModelStep isCompact />
        </QuickSection>
        <QuickSection step="inputs">
          <InputsBelowModel />
        </QuickSection>
        <QuickSection step="target">
          <QuickTarget />
        </QuickSection>
        <QuickSection step="output">
          <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2.5, maxWidth: 720 }}>
            <JobNameField />
            <LocationField />
            <RoleField />
          </Box>
        </QuickSection>
      </Box>
      <QuickSection step="review">
        <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
          <SubmissionOutcome />
          <EndpointRefusals />
          <RequestPanel />
        </Box>
      </QuickSection>
    </Box>
  );
}

/** The model's part above has told already what became of typed sizes. */
function InputsBelowModel() {
  const wizard = useWizard();
  return (
    <WizardContext value={{ ...wizard, modelNote: null }}>
      <InputsStep />
    </WizardContext>
  );
}
