import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { JobDraft } from '../../../../../shared/draft/jobDraft.ts';
import { EmptyState } from '../../../../components/EmptyState.tsx';
import { useWizard } from '../../wizardContext.ts';
import { ConfigEditor } from './ConfigEditor.tsx';
import { EiaHint } from './EiaHint.tsx';
import { GivenAs } from './GivenAs.tsx';
import { NamesRule } from './NamesRule.tsx';

/** True when there is nothing to show before a model is chosen, or when the model that was read has no inputs. */
function isEmpty({ model, inputs, dataInputConfig }: JobDraft): boolean {
  if (inputs.length > 0 || dataInputConfig.mode !== 'fields') return false;
  return model.kind === 'file' && (!model.source || model.summary?.inputs.length === 0);
}

/** Step 2: DataInputConfig, the name and shape of every input. */
export function InputsStep() {
  const { draft, modelNote, dismissModelNote } = useWizard();
  if (draft.model.kind === 'package') return <InputsOfPackage />;
  if (isEmpty(draft)) return <NoInputs />;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2, maxWidth: 880 }}>
      {modelNote && (
        <Alert severity="info" onClose={dismissModelNote}>
          {modelNote}
        </Alert>
      )}
      <NamesRule />
      <EiaHint />
      <GivenAs />
      <ConfigEditor />
    </Box>
  );
}

function InputsOfPackage() {
  return (
    <EmptyState title="The inputs come from the model package">
      A request with a model package version has no DataInputConfig.
    </EmptyState>
  );
}

function NoInputs() {
  const { draft, goTo } = useWizard();
  if (draft.model.summary) {
    return (
      <EmptyState title="This model has no inputs">
        There is nothing to fix, and the request leaves DataInputConfig out.
      </EmptyState>
    );
  }
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
