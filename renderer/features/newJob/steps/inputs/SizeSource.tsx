import LockOutlined from '@mui/icons-material/LockOutlined';
import Box from '@mui/material/Box';
import type { DraftDimension } from '../../../../../shared/draft/jobDraft.ts';
import { visuallyHidden } from '../../../../components/visuallyHidden.ts';
import { ROLE_WORDS } from './roleWords.ts';

interface SizeSourceProps {
  id: string;
  dimension: DraftDimension;
  /** The symbol as the field has room for it. */
  shownSymbol: string;
  /** True where nothing is known of a file: then there is only the role to explain. */
  isTyped: boolean;
}

/** Under a size: what its role is, or whether the file fixes it or leaves it open, and under which name. */
export function SizeSource({
  id,
  dimension: { value, symbol, fromFile, role },
  shownSymbol,
  isTyped,
}: SizeSourceProps) {
  if (fromFile !== null) {
    // The button that resets the size takes the place of the words.
    const isChanged = value.trim() !== fromFile;
    return (
      <Box
        id={id}
        component="span"
        style={isChanged ? visuallyHidden : undefined}
        sx={{ display: 'flex', alignItems: 'center', gap: 0.25, whiteSpace: 'nowrap' }}
      >
        <LockOutlined aria-hidden sx={{ fontSize: 12 }} />
        fixed by the file
      </Box>
    );
  }
  if (isTyped) return <span id={id}>{role && ROLE_WORDS[role]}</span>;
  return (
    <Box
      id={id}
      component="span"
      title={symbol ?? undefined}
      sx={{ minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
    >
      {/* The empty field already shows the symbol in its place. */}
      {symbol && value !== '' ? <code>{shownSymbol}</code> : 'open'}
      <span style={visuallyHidden}>
        : the file leaves this size{symbol && value === '' ? `, ${symbol},` : ''} to you
      </span>
    </Box>
  );
}
