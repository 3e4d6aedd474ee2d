import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

interface FieldMessageProps {
  severity: 'error' | 'warning';
  children: ReactNode;
}

/** What is wrong at a place: icon and words, so that the colour is not needed. */
export function FieldMessage({ severity, children }: FieldMessageProps) {
  const Icon = severity === 'error' ? ErrorOutlineOutlined : WarningAmberOutlined;
  return (
    <Box
      component="span"
      sx={{ display: 'flex', alignItems: 'flex-start', gap: 0.5, fontSize: 12, color: `${severity}.main` }}
    >
      <Icon aria-hidden sx={{ flex: 'none', fontSize: 14, mt: '1px' }} />
      <Box component="span" sx={{ minWidth: 0, lineHeight: '16px', overflowWrap: 'anywhere' }}>
        {children}
      </Box>
    </Box>
  );
}

interface FieldHelpProps {
  error?: string | undefined;
  warning?: string | undefined;
  hint?: ReactNode;
}

/** Under a field: what is wrong first, then what it is for. */
export function FieldHelp({ error, warning, hint }: FieldHelpProps) {
  return (
    <Box component="span" sx={{ display: 'grid', gap: 0.25 }}>
      {error && <FieldMessage severity="error">{error}</FieldMessage>}
      {!error && warning && <FieldMessage severity="warning">{warning}</FieldMessage>}
      {hint && (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {hint}
        </Box>
      )}
    </Box>
  );
}
