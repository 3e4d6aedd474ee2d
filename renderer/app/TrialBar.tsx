import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { appInfoQuery } from '../api/queries.ts';

/** Says that this is not the Electron that we ship. */
export function TrialBar() {
  const { data: info } = useQuery(appInfoQuery);
  const [isDismissed, setIsDismissed] = useState(false);
  if (!info?.isTrialRuntime || isDismissed) return null;
  return (
    <Box
      component="aside"
      aria-label="Runtime"
      sx={{
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'center',
        position: 'relative',
        height: 24,
        fontSize: 12,
        color: 'text.secondary',
        bgcolor: 'background.sunken',
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <span title={`Electron ${info.electronVersion}`}>Running on a stand-in Electron (testing only)</span>
      <IconButton
        aria-label="Hide this note"
        onClick={() => setIsDismissed(true)}
        sx={{ position: 'absolute', right: 4, width: 20, height: 20, '& .MuiSvgIcon-root': { fontSize: 14 } }}
      >
        <CloseOutlined />
      </IconButton>
    </Box>
  );
}
