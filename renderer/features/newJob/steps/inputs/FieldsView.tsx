import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Fragment } from 'react';
import { isCoreMl } from '../../../../../shared/draft/draftInputs.ts';
import { fieldId } from '../../draftPaths.ts';
import { FieldFindings } from '../../fields/FieldHelp.tsx';
import { useWizard } from '../../wizardContext.ts';
import { saysCoreMl } from './coreMlShape.ts';
import { DataInputConfigPreview } from './DataInputConfigPreview.tsx';
import { sharedSymbols } from './dimensionEdits.ts';
import { ForwardOrder } from './ForwardOrder.tsx';
import { InputCard } from './InputCard.tsx';
import { inputOfFindings, wholeFindings } from './inputFindings.ts';
import { useFocusAfter } from './useFocusAfter.ts';
import { ADD_INPUT_ID, useInputEdits } from './useInputEdits.ts';

/** The inputs as fields, and what they make of DataInputConfig. */
export function FieldsView() {
  const { draft, findingsAt } = useWizard();
  const focusAfter = useFocusAfter();
  const { inputs } = draft;
  const ofWhole = findingsAt('inputs');
  const isJumpedTo = !isCoreMl(draft) || inputOfFindings(ofWhole, inputs) === -1;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
      <SharedSymbols symbols={sharedSymbols(inputs)} />
      <KeptCoreMl />
      {inputs.map((input, index) => (
        <InputCard key={index} input={input} index={index} onRemoved={focusAfter} />
      ))}
      <AddInput onAdded={focusAfter} />
      <Box
        {...(isJumpedTo && { id: fieldId('inputs') })}
        tabIndex={-1}
        sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1 }}
      >
        <ForwardOrder />
        {inputs.length > 0 && <DataInputConfigPreview />}
        <FieldFindings findings={wholeFindings(ofWhole)} />
      </Box>
    </Box>
  );
}

/** A model that was read has its inputs; for all others they are the user's to name. */
function AddInput({ onAdded }: { onAdded: (focusId: string) => void }) {
  const { draft } = useWizard();
  const { add } = useInputEdits();
  if (draft.model.summary && draft.model.summary.inputs.length <= draft.inputs.length) return null;
  return (
    <Box>
      <Button id={ADD_INPUT_ID} variant="outlined" onClick={() => onAdded(add())}>
        Add an input
      </Button>
    </Box>
  );
}

/** What was said for Core ML stays while another target is chosen. */
function KeptCoreMl() {
  const { draft } = useWizard();
  const count = isCoreMl(draft) ? 0 : draft.inputs.filter(saysCoreMl).length;
  if (count === 0) return null;
  return (
    <Box sx={{ color: 'text.secondary' }}>
      What {count === 1 ? 'one input says' : `${count} inputs say`} for Core ML is kept, and sent only when the target
      is Core ML.
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
