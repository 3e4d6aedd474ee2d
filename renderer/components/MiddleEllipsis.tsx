import { styled } from '@mui/material/styles';
import type { ClipboardEvent } from 'react';
import { MONO } from '../theme.ts';
import { visuallyHidden } from './visuallyHidden.ts';

interface MiddleEllipsisProps {
  text: string;
  /** Characters at the end that always stay: where identifiers differ. */
  tail?: number;
  isMono?: boolean;
}

// `styled`, not `sx`: lists draw many of these.
const Whole = styled('span')({ minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'pre' });
const Parts = styled('span')({
  display: 'inline-flex',
  position: 'relative',
  maxWidth: '100%',
  minWidth: 0,
  verticalAlign: 'bottom',
});
const Tail = styled('span')({ flex: 'none', whiteSpace: 'pre' });
const mono = { fontFamily: MONO, fontSize: '0.96em' };

/**
 * A long identifier on one line: the middle gives way when there is no room.
 * The whole text is in the title, is what screen readers read, and is what gets copied.
 */
export function MiddleEllipsis({ text, tail = 12, isMono = true }: MiddleEllipsisProps) {
  const font = isMono ? mono : undefined;
  if (text.length <= tail * 2) {
    return (
      <Whole title={text} style={font}>
        {text}
      </Whole>
    );
  }
  const copyWhole = (event: ClipboardEvent) => {
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  };
  return (
    <Parts title={text} onCopy={copyWhole} style={font}>
      <span style={visuallyHidden}>{text}</span>
      <Whole aria-hidden>{text.slice(0, -tail)}</Whole>
      <Tail aria-hidden>{text.slice(-tail)}</Tail>
    </Parts>
  );
}
