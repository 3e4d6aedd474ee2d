import Box from '@mui/material/Box';
import { RECOMMENDED_MAX_RUNTIME_SECONDS } from '../../../../../shared/draft/jobDraft.ts';
import { DraftTextField } from '../../fields/DraftTextField.tsx';
import { useWizard } from '../../wizardContext.ts';
import { AdvancedSection } from './AdvancedSection.tsx';
import { secondsInWords } from './artifactPath.ts';
import { JobNameField } from './JobNameField.tsx';
import { LocationField } from './LocationField.tsx';
import { RoleField } from './RoleField.tsx';
import { TagsSection } from './TagsSection.tsx';
import { VpcSection } from './VpcSection.tsx';

/** Step 4: name, place, time limit and role; and what only some jobs need. */
export function OutputStep() {
  const { draft } = useWizard();
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2.5, maxWidth: 720 }}>
      <JobNameField />
      <LocationField />
      <Box sx={{ maxWidth: 420 }}>
        <DraftTextField
          name="output.maxRuntimeInSeconds"
          label="Time limit"
          isNumeric
          end={<>s</>}
          hint={<TimeHint text={draft.output.maxRuntimeInSeconds} />}
        />
      </Box>
      <RoleField />
      <Box sx={{ '& > .MuiAccordion-root + .MuiAccordion-root': { borderTop: 0 } }}>
        <AdvancedSection />
        <VpcSection />
        <TagsSection />
      </Box>
    </Box>
  );
}

function TimeHint({ text }: { text: string }) {
  const words = secondsInWords(text);
  const recommended = `${RECOMMENDED_MAX_RUNTIME_SECONDS} s is AWS’s recommendation to start with.`;
  if (text.trim() === '') return `Left out while it is empty. ${recommended}`;
  return words ? `= ${words}. ${recommended}` : recommended;
}
