import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useOpenModel } from '../../../../app/useOpenModel.ts';
import { fieldId } from '../../draftPaths.ts';
import { useWizard } from '../../wizardContext.ts';
import { SampleModels } from './SampleModels.tsx';

/** The ways to a file for one that takes the place of the one that is there. */
export function OtherModel() {
  const { reading } = useWizard();
  const { pickModel } = useOpenModel();
  const [showsSamples, setShowsSamples] = useState(false);
  const isReading = reading.state === 'reading';
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Button id={fieldId('model.source')} variant="outlined" disabled={isReading} onClick={() => void pickModel()}>
          Choose another model…
        </Button>
        <Button
          variant="text"
          disabled={isReading}
          aria-expanded={showsSamples}
          onClick={() => setShowsSamples((shows) => !shows)}
        >
          {showsSamples ? 'Hide the samples' : 'Use a sample model'}
        </Button>
        <Box sx={{ color: 'text.secondary', fontSize: 12 }}>or drop a file anywhere in the window</Box>
      </Box>
      {showsSamples && <SampleModels />}
    </>
  );
}
