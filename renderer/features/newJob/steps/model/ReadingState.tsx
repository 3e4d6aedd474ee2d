import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import type { ReactNode } from 'react';
import { useOpenModel } from '../../../../app/useOpenModel.ts';
import { ErrorPanel } from '../../../../components/ErrorPanel.tsx';
import { nameOfSource } from '../../modelReading.ts';
import { useWizard } from '../../wizardContext.ts';

/** The model that is being read, or why it could not be; the one that the draft has stays until another is read. */
export function ReadingState() {
  const { draft, reading, readModel, dismissReading } = useWizard();
  const { pickModel } = useOpenModel();
  if (reading.state === 'idle') return null;

  const name = nameOfSource(reading.source);
  const kept = draft.model.summary?.fileName;
  if (reading.state === 'reading') {
    return (
      <Frame>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
            Reading {name}…{kept && <Box sx={{ color: 'text.secondary' }}>{kept} stays until it is read.</Box>}
          </Box>
          <Button variant="outlined" size="small" onClick={dismissReading}>
            Cancel
          </Button>
        </Box>
        <LinearProgress aria-label={`Reading ${name}`} />
      </Frame>
    );
  }
  const { source, error } = reading;
  return (
    <ErrorPanel
      error={error}
      title={kept ? `${name} was not read; ${kept} stays` : `${name} was not read`}
      onDismiss={dismissReading}
      actions={
        <>
          <Button variant="outlined" size="small" onClick={() => readModel(source)}>
            Read it again
          </Button>
          <Button variant="outlined" size="small" onClick={() => void pickModel()}>
            Choose another file…
          </Button>
        </>
      }
    />
  );
}

function Frame({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1.5,
        px: 2,
        py: 1.5,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
      }}
    >
      {children}
    </Box>
  );
}
