import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { focusControl } from '../../../stepFocus.ts';
import { OPTIONS_FIELD, type OptionsText } from './useOptionsText.ts';

/** What was changed besides what was typed, with the way back. */
export function ChangeNote({ change }: { change: NonNullable<OptionsText['lastChange']> }) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1, fontSize: 12, lineHeight: '18px' }}>
      <Box sx={{ flex: 1, minWidth: 0, py: '4px', overflowWrap: 'anywhere' }}>{change.sentences.join(' ')}</Box>
      <Button
        size="small"
        variant="outlined"
        onClick={() => {
          change.undo();
          focusControl(OPTIONS_FIELD);
        }}
      >
        Undo
      </Button>
    </Box>
  );
}
