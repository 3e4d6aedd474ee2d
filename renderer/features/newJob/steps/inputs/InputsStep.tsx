import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Fragment } from 'react';
import { EmptyState } from '../../../../components/EmptyState.tsx';
import { useWizard } from '../../wizardContext.ts';
import { DataInputConfigPreview } from './DataInputConfigPreview.tsx';
import { sharedSymbols } from './dimensionEdits.ts';
import { InputCard } from './InputCard.tsx';

/** Step 2: a fixed size for every dimension of every input. */
export function InputsStep() {
  const { draft, modelNote, dismissModelNote } = useWizard();
  if (draft.inputs.length === 0) return <NoInputs />;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2, maxWidth: 880 }}>
      {modelNote && (
        <Alert severity="info" onClose={dismissModelNote}>
          {modelNote}
        </Alert>
      )}
      <SharedSymbols symbols={sharedSymbols(draft.inputs)} />
      {draft.inputs.map((input, index) => (
        <InputCard key={input.name} input={input} index={index} />
      ))}
      <DataInputConfigPreview inputs={draft.inputs} />
    </Box>
  );
}

/** Told once for all inputs, not at every field. */
function SharedSymbols({ symbols }: { symbols: readonly string[] }) {
  if (symbols.length === 0) return null;
  return (
    <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
      The same symbol means the same size. What you type for{' '}
      {symbols.map((symbol, index) => (
        <Fragment key={symbol}>
          {index > 0 && (index === symbols.length - 1 ? ' or ' : ', ')}
          <code>{symbol}</code>
        </Fragment>
      ))}{' '}
      fills it everywhere.
    </Box>
  );
}

function NoInputs() {
  const { draft, goTo } = useWizard();
  const { source, summary } = draft.model;
  if (!source) {
    return (
      <EmptyState
        title="The inputs come from the model"
        actions={
          <Button variant="outlined" onClick={() => goTo('model')}>
            Choose a model
          </Button>
        }
      >
        Once a model is read, its inputs appear here with the sizes that the file fixes.
      </EmptyState>
    );
  }
  return (
    <EmptyState title={summary ? 'This model has no inputs' : 'The inputs of this model are not known'}>
      {summary
        ? 'There is nothing to fix, and the request leaves DataInputConfig out.'
        : 'The model was not read. The request leaves DataInputConfig out, and the compiler takes the shapes of the file.'}
    </EmptyState>
  );
}
