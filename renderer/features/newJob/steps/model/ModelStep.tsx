import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { useOpenModel } from '../../../../app/useOpenModel.ts';
import { fieldId } from '../../draftPaths.ts';
import { FieldMessage } from '../../fields/FieldHelp.tsx';
import { rescueFocus } from '../../stepFocus.ts';
import { useWizard } from '../../wizardContext.ts';
import { ModelDropZone } from './ModelDropZone.tsx';
import { ModelFacts } from './ModelFacts.tsx';
import { ReadingState } from './ReadingState.tsx';
import { SampleModels } from './SampleModels.tsx';
import { StoredModel } from './StoredModel.tsx';

/** Step 1: a model, from a file, a drop or the samples; then what is in it. */
export function ModelStep() {
  const { draft, reading, modelNote, dismissModelNote, errorAt } = useWizard();
  const { source, summary } = draft.model;
  const error = errorAt('model.source') ?? errorAt('model.framework') ?? errorAt('model.frameworkVersion');
  const isReading = reading.state === 'reading';
  // The buttons that start a reading make room for it, and for what was read.
  useEffect(rescueFocus, [reading.state]);
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2, maxWidth: 880 }}>
      <ReadingState />
      {modelNote && (
        <Alert severity="info" onClose={dismissModelNote}>
          {modelNote}
        </Alert>
      )}
      {source ? (
        <>
          {source.kind === 's3' && <StoredModel uri={source.uri} isRead={summary !== null} />}
          {summary && <ModelFacts summary={summary} source={source} />}
          {error && <FieldMessage severity="error">{error}</FieldMessage>}
          <OtherModel />
        </>
      ) : (
        !isReading && (
          <>
            <ModelDropZone error={error} />
            <SampleModels />
          </>
        )
      )}
    </Box>
  );
}

/** The same three ways for a model that takes the place of the one that is there. */
function OtherModel() {
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
