import BlockOutlined from '@mui/icons-material/BlockOutlined';
import CheckOutlined from '@mui/icons-material/CheckOutlined';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined';
import { styled } from '@mui/material/styles';
import type { Support, SupportState } from '../../../../../shared/catalog/support.ts';

const MARKS = {
  tested: { words: 'Tested by AWS', Icon: VerifiedOutlined, color: 'success' },
  listed: { words: 'Listed', Icon: CheckOutlined, color: null },
  notListed: { words: 'Not listed', Icon: HelpOutlineOutlined, color: 'warning' },
  notSupported: { words: 'Not supported', Icon: BlockOutlined, color: null },
} as const satisfies Record<SupportState, unknown>;

// `styled`, not `sx`: the list of devices draws many of these.
const Mark = styled('span')(({ theme }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 4,
  flex: 'none',
  fontSize: 12,
  lineHeight: '16px',
  whiteSpace: 'nowrap',
  color: theme.vars.palette.text.secondary,
  '& svg': { fontSize: 14 },
  '&[data-color="success"] svg': { color: theme.vars.palette.success.main },
  '&[data-color="warning"] svg': { color: theme.vars.palette.warning.main },
}));

/** What AWS says about the framework on a target: icon and words; the reason is its tooltip. */
export function SupportMark({ support: { state, reason } }: { support: Support }) {
  const { words, Icon, color } = MARKS[state];
  return (
    <Mark data-color={color} title={reason}>
      <Icon aria-hidden />
      {words}
    </Mark>
  );
}
