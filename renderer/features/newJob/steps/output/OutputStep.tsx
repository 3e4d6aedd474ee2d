import ExpandMoreOutlined from '@mui/icons-material/ExpandMoreOutlined';
import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import Box from '@mui/material/Box';
import { useState } from 'react';
import { RECOMMENDED_MAX_RUNTIME_SECONDS } from '../../../../../shared/draft/jobDraft.ts';
import { DraftTextField } from '../../fields/DraftTextField.tsx';
import { useWizard, type FocusRequest } from '../../wizardContext.ts';
import { ArtifactLocation } from './ArtifactLocation.tsx';
import { secondsInWords } from './artifactPath.ts';
import { JobNameField } from './JobNameField.tsx';

/** Step 4: name, place, time limit and role. */
export function OutputStep() {
  const { draft, context, setField } = useWizard();
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2.5, maxWidth: 720 }}>
      <JobNameField />
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1 }}>
        <DraftTextField
          name="output.s3OutputLocation"
          label="S3 output location"
          isMono
          isRequired
          hint={
            draft.output.locationFollowsName
              ? 'A folder of the job’s own: it follows the name until you type another. The compiler names the artifact.'
              : 'A folder; the compiler names the artifact. A job with the same model and target would overwrite it there.'
          }
          onEdit={() => setField('output.locationFollowsName', false)}
        />
        <ArtifactLocation />
      </Box>
      <Box sx={{ maxWidth: 420 }}>
        <DraftTextField
          name="output.maxRuntimeInSeconds"
          label="Time limit"
          isNumeric
          isRequired
          end={<>s</>}
          hint={<TimeHint text={draft.output.maxRuntimeInSeconds} />}
        />
      </Box>
      <DraftTextField
        name="output.roleArn"
        label="IAM role"
        isMono
        isRequired
        hint={
          context.isLocal
            ? 'The local runner assumes no role; this stand-in only makes the request complete.'
            : 'The role that SageMaker assumes to read the model and write the artifact.'
        }
      />
      <Advanced />
    </Box>
  );
}

function TimeHint({ text }: { text: string }) {
  const words = secondsInWords(text);
  const recommended = `${RECOMMENDED_MAX_RUNTIME_SECONDS} s is AWS’s recommendation to start with.`;
  return words ? `= ${words}. ${recommended}` : recommended;
}

/** Rarely needed; open when it holds something, or when a jump leads into it. */
function Advanced() {
  const { draft, errorAt, focusRequest } = useWizard();
  const [answered, setAnswered] = useState<FocusRequest | null>(null);
  const [isOpen, setIsOpen] = useState(draft.output.kmsKeyId !== '');
  if (focusRequest !== answered) {
    setAnswered(focusRequest);
    if (focusRequest?.field === 'output.kmsKeyId') setIsOpen(true);
  }
  const mustShow = errorAt('output.kmsKeyId') !== undefined;
  return (
    <Accordion sx={{ borderRadius: 1 }} expanded={isOpen || mustShow} onChange={(_, expanded) => setIsOpen(expanded)}>
      <AccordionSummary
        expandIcon={<ExpandMoreOutlined />}
        id="output-advanced"
        aria-controls="output-advanced-content"
      >
        Advanced
      </AccordionSummary>
      <AccordionDetails id="output-advanced-content">
        <DraftTextField
          name="output.kmsKeyId"
          label="KMS key (optional)"
          isMono
          placeholder="alias/my-key"
          hint="Encrypts the artifact: a key ID, a key ARN, alias/NAME or an alias ARN."
        />
      </AccordionDetails>
    </Accordion>
  );
}
