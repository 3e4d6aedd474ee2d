import Box from '@mui/material/Box';
import { DraftTextField } from '../../fields/DraftTextField.tsx';
import { useWizard } from '../../wizardContext.ts';
import { ArtifactLocation } from './ArtifactLocation.tsx';

/** Where the artifact goes; the job's own folder until the user types another. */
export function LocationField() {
  const { draft, setField } = useWizard();
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1 }}>
      <DraftTextField
        name="output.s3OutputLocation"
        label="S3 output location"
        isMono
        isRequired
        placeholder="s3://my-bucket/compiled"
        hint={
          draft.output.locationFollowsName
            ? 'A folder of the job’s own: it follows the name until you type another. The compiler names the artifact.'
            : 'A folder; the compiler names the artifact. A job with the same model and target would overwrite it there.'
        }
        onEdit={() => setField('output.locationFollowsName', false)}
      />
      <ArtifactLocation />
    </Box>
  );
}
