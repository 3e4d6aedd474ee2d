import type { SxProps, Theme } from '@mui/material/styles';

/** An entry of the rail: icon above word. */
export const railItem: SxProps<Theme> = {
  display: 'flex',
  flexDirection: 'column',
  gap: 0.5,
  minHeight: 56,
  px: 0,
  py: 1,
  borderRadius: 1,
  fontSize: 12,
  lineHeight: '16px',
  textAlign: 'center',
  color: 'text.secondary',
  '& .MuiSvgIcon-root': { fontSize: 20 },
  '&:hover': { color: 'text.primary', bgcolor: 'action.hover' },
  '&[aria-current="page"]': {
    color: 'text.primary',
    fontWeight: 600,
    bgcolor: 'action.selected',
    '& .MuiSvgIcon-root': { color: 'primary.main' },
  },
};
