import Box from '@mui/material/Box';
import type { SaveState } from './draftStorage.ts';

const WORDS: Readonly<Record<SaveState, string>> = {
  unchanged: '',
  saving: 'Saving draft…',
  saved: 'Draft saved',
  failed: 'The draft could not be saved; it is kept while this window is open.',
};

interface DraftStateProps {
  /** Where the job will run. */
  endpoint: string;
  saveState: SaveState;
}

/** Beside the page's title: where the job goes, and whether what was typed is safe. */
export function DraftState({ endpoint, saveState }: DraftStateProps) {
  return (
    <Box sx={{ display: 'flex', gap: 1, fontSize: 12, minWidth: 0, color: 'text.secondary' }}>
      <span>on {endpoint}</span>
      {saveState !== 'unchanged' && (
        <Box component="span" sx={saveState === 'failed' ? { color: 'warning.main' } : undefined}>
          · {WORDS[saveState]}
        </Box>
      )}
    </Box>
  );
}
