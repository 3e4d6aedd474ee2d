import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import type { AppErrorData } from '../../shared/errors/appError.ts';
import { MONO } from '../theme.ts';
import { CopyButton } from './CopyButton.tsx';
import { errorAsText, errorDataOf, lookOfError } from './errorWords.ts';

interface ErrorPanelProps {
  /** Error data, or whatever was thrown. */
  error: AppErrorData | Error;
  /** What failed, when that says more than the kind of error. */
  title?: string;
  onRetry?: () => void;
  onDismiss?: () => void;
  /** More ways out, before Retry. */
  actions?: ReactNode;
}

/** An error: title, what happened, what to do, and the original words to copy. */
export function ErrorPanel({ error, title, onRetry, onDismiss, actions }: ErrorPanelProps) {
  const data = errorDataOf(error);
  const look = lookOfError(data);
  const canRetry = onRetry && look.isRetryable;
  return (
    <Alert severity={look.severity} onClose={onDismiss} sx={{ textAlign: 'left' }}>
      <AlertTitle>{title ?? look.title}</AlertTitle>
      <div>{data.message}</div>
      {data.hint && <Box sx={{ color: 'text.secondary' }}>{data.hint}</Box>}
      {(data.details || data.code) && (
        <Box component="details" sx={{ mt: 0.5 }}>
          <Box component="summary" sx={{ width: 'fit-content', cursor: 'pointer', color: 'text.secondary' }}>
            Details
          </Box>
          <Box sx={{ mt: 0.5, fontFamily: MONO, fontSize: 12, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {[data.code, data.details].filter(Boolean).join('\n')}
          </Box>
        </Box>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        {actions}
        {canRetry && (
          <Button variant="outlined" size="small" onClick={onRetry}>
            Try again
          </Button>
        )}
        <CopyButton text={errorAsText(data)} subject="details" variant="button" isSmall />
      </Box>
    </Alert>
  );
}
