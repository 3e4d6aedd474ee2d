import Box from '@mui/material/Box';
import type { ClipboardEvent } from 'react';
import { MONO } from '../theme.ts';
import { visuallyHidden } from './visuallyHidden.ts';

interface MiddleEllipsisProps {
  text: string;
  /** Characters at the end that always stay: where identifiers differ. */
  tail?: number;
  isMono?: boolean;
}

/**
 * A long identifier on one line: the middle gives way when there is no room.
 * The whole text is in the title, is what screen readers read, and is what gets copied.
 */
export function MiddleEllipsis({ text, tail = 12, isMono = true }: MiddleEllipsisProps) {
  const copyWhole = (event: ClipboardEvent) => {
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  };
  const cut = text.length > tail * 2 ? text.length - tail : text.length;
  return (
    <Box
      component="span"
      title={text}
      onCopy={copyWhole}
      sx={{
        display: 'inline-flex',
        position: 'relative',
        maxWidth: '100%',
        minWidth: 0,
        verticalAlign: 'bottom',
        ...(isMono && { fontFamily: MONO, fontSize: '0.96em' }),
      }}
    >
      <span style={visuallyHidden}>{text}</span>
      <Box
        component="span"
        aria-hidden
        sx={{ minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'pre' }}
      >
        {text.slice(0, cut)}
      </Box>
      <Box component="span" aria-hidden sx={{ flex: 'none', whiteSpace: 'pre' }}>
        {text.slice(cut)}
      </Box>
    </Box>
  );
}
