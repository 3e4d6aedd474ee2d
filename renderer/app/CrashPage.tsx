import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { ErrorPanel } from '../components/ErrorPanel.tsx';
import { errorDataOf } from '../components/errorWords.ts';

/** A page that could not be drawn. */
export function CrashPage({ error }: { error: unknown }) {
  return (
    <Box component="main" sx={{ maxWidth: 640, mx: 'auto', p: 4 }}>
      <ErrorPanel
        title="This page could not be shown"
        error={errorDataOf(error)}
        actions={
          <Button variant="contained" size="small" onClick={() => window.location.reload()}>
            Reload
          </Button>
        }
      />
    </Box>
  );
}
