import Button from '@mui/material/Button';
import { EmptyState } from '../../../../components/EmptyState.tsx';
import { fieldId } from '../../draftPaths.ts';
import { useWizard } from '../../wizardContext.ts';
import { needOf, withGiven } from './givenChoices.ts';
import { ADD_INPUT_ID, useInputEdits } from './useInputEdits.ts';

/** DataInputConfig is left out: what happens then, and the way to give it. */
export function NothingGiven({ onFocus }: { onFocus: (id: string) => void }) {
  const { draft } = useWizard();
  const { setParts, add } = useInputEdits();
  const { inputs, dataInputConfig } = draft;
  const { need, reason } = needOf(draft);
  const isKept = inputs.length > 0 || dataInputConfig.text.trim() !== '';
  const giveAgain = () => {
    setParts(withGiven(draft, dataInputConfig.form));
    onFocus(fieldId('dataInputConfig.mode'));
  };
  return (
    <EmptyState
      title={need === 'notNeeded' ? 'Nothing to give' : 'DataInputConfig is left out'}
      actions={
        isKept ? (
          <Button id={ADD_INPUT_ID} variant="outlined" onClick={giveAgain}>
            Give it again
          </Button>
        ) : (
          <Button id={ADD_INPUT_ID} variant="outlined" onClick={() => onFocus(add())}>
            Add an input
          </Button>
        )
      }
    >
      {reason}
      {isKept && ' What was given is kept here, and not sent.'}
    </EmptyState>
  );
}
