import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { TextPosition } from '../../../../shared/json/textPosition.ts';
import { FORMAT_WORDS } from './formatWords.ts';
import type { ImportOutcome } from './useImportReading.ts';

interface ImportProblemPanelProps {
  outcome: Extract<ImportOutcome, { ok: false }>;
  onGoTo: (position: TextPosition) => void;
}

/** Why the text cannot be read, and where. */
export function ImportProblemPanel({ outcome: { format, problem }, onGoTo }: ImportProblemPanelProps) {
  const { at, message } = problem;
  return (
    <Alert severity="error">
      <AlertTitle>
        {format ? `This looks like ${FORMAT_WORDS[format]}, and cannot be read` : 'This cannot be read'}
      </AlertTitle>
      <Box sx={{ overflowWrap: 'anywhere' }}>{message}</Box>
      {at && (
        <Button variant="outlined" size="small" sx={{ mt: 1 }} onClick={() => onGoTo(at)}>
          Go to it
        </Button>
      )}
    </Alert>
  );
}
