import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { fieldId } from '../../draftPaths.ts';
import { FieldFindings } from '../../fields/FieldHelp.tsx';
import { useWizard } from '../../wizardContext.ts';
import { givenBy, givenChoices, withGiven, type Given } from './givenChoices.ts';
import { useInputEdits } from './useInputEdits.ts';

const ID = fieldId('dataInputConfig.mode');

/** How DataInputConfig is given; a way that is closed says why. */
export function GivenAs() {
  const { draft, findingsAt } = useWizard();
  const { setParts } = useInputEdits();
  const given = givenBy(draft);
  return (
    <Box id={ID} tabIndex={-1} sx={{ display: 'grid', gap: 0.5 }}>
      <FormLabel id={`${ID}-label`}>How it is given</FormLabel>
      <RadioGroup
        aria-labelledby={`${ID}-label`}
        value={given ?? ''}
        onChange={(_, next) => setParts(withGiven(draft, next as Given))}
        sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', alignItems: 'start', columnGap: 2 }}
      >
        {givenChoices(draft).map(({ value, label, hint, isClosed }) => (
          <Box key={value} sx={{ minWidth: 0 }}>
            <FormControlLabel
              value={value}
              disabled={isClosed}
              control={<Radio slotProps={{ input: { 'aria-describedby': `${ID}-${value}` } }} />}
              label={label}
            />
            <Box id={`${ID}-${value}`} sx={{ pl: '26px', fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}>
              {hint}
            </Box>
          </Box>
        ))}
      </RadioGroup>
      <FieldFindings findings={findingsAt('dataInputConfig.mode')} />
    </Box>
  );
}
