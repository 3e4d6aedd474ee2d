import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { readDataInputConfig } from '../../../../../shared/dataInputConfig/dataInputConfig.ts';
import type { ConfigParts } from '../../../../../shared/draft/configText.ts';
import { fieldOfPath } from '../../draftPaths.ts';
import { FixButton } from '../../fields/FixButton.tsx';
import { useWizard } from '../../wizardContext.ts';
import { fieldsOfText } from './shownText.ts';
import { useInputEdits } from './useInputEdits.ts';

interface TextOnlyProps {
  onOpenText: () => void;
  /** The fields are shown again, and this is gone. */
  onShown: () => void;
}

/** The fields while only the text can say the configuration: why, and the ways on. */
export function TextOnly({ onOpenText, onShown }: TextOnlyProps) {
  const { draft, findings, replaceDraft } = useWizard();
  const { setParts } = useInputEdits();
  const { text } = draft.dataInputConfig;
  const error = findings.find(
    ({ path, severity }) => severity === 'error' && fieldOfPath(path) === 'dataInputConfig.text',
  );
  const parts = fieldsOfText(draft);
  const discard = () => {
    const dataInputConfig = { ...draft.dataInputConfig, mode: 'fields' as const, text: '' };
    replaceDraft({ ...draft, dataInputConfig }, 'The text was discarded. The fields are as they were.');
    onShown();
  };
  const show = (parts: ConfigParts) => {
    setParts(parts);
    onShown();
  };
  return (
    <Alert severity={error ? 'warning' : 'info'}>
      {textInWords(text, error?.message, parts !== null)}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        <Button variant="outlined" size="small" onClick={onOpenText}>
          Go to the text
        </Button>
        {error?.fix && <FixButton fix={error.fix} field="inputs" />}
        {parts ? (
          <Button variant="outlined" size="small" onClick={() => show(parts)}>
            Show it as fields
          </Button>
        ) : (
          <Button variant="text" size="small" onClick={discard}>
            Discard the text
          </Button>
        )}
      </Box>
    </Alert>
  );
}

function textInWords(text: string, error: string | undefined, isReadable: boolean): string {
  if (isReadable) return text.trim() === '' ? 'The text is empty.' : 'The fields can show what the text says.';
  if (error) return `The fields cannot show the text yet. ${error}`;
  return readDataInputConfig(text).ok
    ? 'The text says more than the fields can. It is sent as it stands.'
    : 'The fields cannot show what the text says. It is sent as it stands.';
}
