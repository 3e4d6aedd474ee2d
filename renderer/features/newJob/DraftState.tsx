import Box from '@mui/material/Box';
import type { SaveState } from './draftStorage.ts';
import { RunsOn } from './RunsOn.tsx';

const WORDS: Readonly<Record<SaveState, string>> = {
  unchanged: '',
  saving: 'Saving draft…',
  saved: 'Draft saved',
  failed: 'The draft could not be saved; it is kept while this window is open.',
};

interface DraftStateProps {
  saveState: SaveState;
  /** While a job is being submitted it stays where it goes. */
  isLocked: boolean;
}

/** Beside the page's title: where the job goes, and whether what was typed is safe. */
export function DraftState({ saveState, isLocked }: DraftStateProps) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, fontSize: 12, minWidth: 0, color: 'text.secondary' }}>
      <RunsOn isLocked={isLocked} />
      {saveState !== 'unchanged' && (
        <Box
          component="span"
          sx={saveState === 'failed' ? { minWidth: 0, color: 'warning.main' } : { flex: 'none', whiteSpace: 'nowrap' }}
        >
          {WORDS[saveState]}
        </Box>
      )}
    </Box>
  );
}
