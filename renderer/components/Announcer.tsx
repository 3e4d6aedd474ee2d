import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { announcementStore, dismissToast, type Toast } from './announcements.ts';
import { visuallyHidden } from './visuallyHidden.ts';

const TOAST_MS = 6000;

/** The one live region of the app, and the notes at its foot: see `announce` and `toast`. */
export function Announcer() {
  const { spoken, toasts } = useSyncExternalStore(announcementStore.subscribe, announcementStore.get);
  return (
    <>
      <output style={visuallyHidden}>
        {/* A new element is read again, even with the same words. */}
        <span key={spoken.id}>{spoken.text}</span>
      </output>
      <Box sx={{ position: 'fixed', right: 16, bottom: 16, zIndex: 'snackbar', display: 'grid', gap: 1 }}>
        {toasts.map((entry) => (
          <ToastNote key={entry.id} toast={entry} />
        ))}
      </Box>
    </>
  );
}

function ToastNote({ toast }: { toast: Toast }) {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => dismissToast(toast.id), TOAST_MS);
    return () => clearTimeout(timer);
  }, [isHeld, toast.id]);
  return (
    <Box
      onMouseEnter={() => setIsHeld(true)}
      onMouseLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
      sx={{
        display: 'flex',
        alignItems: 'flex-start',
        gap: 1,
        width: 'min(400px, calc(100vw - 32px))',
        py: 0.75,
        pl: 1.5,
        pr: 0.75,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
        boxShadow: '0 4px 16px rgba(0, 0, 0, 0.16)',
      }}
    >
      <Typography sx={{ flex: 1, minWidth: 0, py: 0.5, overflowWrap: 'anywhere' }}>{toast.text}</Typography>
      <IconButton aria-label="Dismiss" onClick={() => dismissToast(toast.id)}>
        <CloseOutlined />
      </IconButton>
    </Box>
  );
}
