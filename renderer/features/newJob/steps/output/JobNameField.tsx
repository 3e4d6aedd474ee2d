import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { stringShapes } from '../../../../../shared/api/shapes.ts';
import { DraftTextField } from '../../fields/DraftTextField.tsx';
import { useWizard } from '../../wizardContext.ts';

const FIELD = 'output.compilationJobName';

/** The job's name: generated until the user types one, checked while it is typed. */
export function JobNameField() {
  const { draft, setField, generateName, touch } = useWizard();
  const { compilationJobName: name, nameIsGenerated } = draft.output;
  const length = name.trim().length;
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <DraftTextField
        name={FIELD}
        label="Job name"
        isMono
        isRequired
        end={
          <Box
            component="span"
            aria-label={`${length} of ${stringShapes.EntityName.max} characters`}
            sx={{ fontSize: 12 }}
          >
            {length}/{stringShapes.EntityName.max}
          </Box>
        }
        hint={
          nameIsGenerated
            ? 'Generated from model, target and time; it follows them until you type your own.'
            : 'Letters, digits and hyphens.'
        }
        onEdit={() => {
          setField('output.nameIsGenerated', false);
          // A name is judged while it is typed, not only when the field is left.
          touch(FIELD);
        }}
      />
      <Box>
        <Button variant="outlined" size="small" onClick={generateName}>
          Generate again
        </Button>
      </Box>
    </Box>
  );
}
