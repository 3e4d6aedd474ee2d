import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import type { JobDraft } from '../../../../../shared/draft/jobDraft.ts';
import { fieldId } from '../../draftPaths.ts';
import { useWizard } from '../../wizardContext.ts';

type Kind = JobDraft['model']['kind'];

const KINDS: readonly { kind: Kind; label: string }[] = [
  { kind: 'file', label: 'A file on this computer' },
  { kind: 's3', label: 'An archive in S3' },
  { kind: 'package', label: 'A model package version' },
];

/** In which of the three ways the model is given; what was given in the others is kept. */
export function ModelKindChoice() {
  const { draft, changeModel } = useWizard();
  const id = fieldId('model.kind');
  return (
    <FormControl>
      <FormLabel id={`${id}-label`}>The model is</FormLabel>
      <RadioGroup
        row
        id={id}
        tabIndex={-1}
        aria-labelledby={`${id}-label`}
        name="model.kind"
        value={draft.model.kind}
        onChange={(_, kind) => changeModel({ kind: kind as Kind })}
      >
        {KINDS.map(({ kind, label }) => (
          <FormControlLabel key={kind} value={kind} label={label} control={<Radio />} />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
