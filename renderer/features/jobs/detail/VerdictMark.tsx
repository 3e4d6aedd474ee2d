import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import Box from '@mui/material/Box';
import { VERDICT_WORDS, type Verdict } from './verificationWords.ts';

const LOOKS = {
  pass: { color: 'success.main', Icon: CheckCircleOutlined },
  warn: { color: 'warning.main', Icon: WarningAmberOutlined },
  fail: { color: 'error.main', Icon: ErrorOutlineOutlined },
  notCompared: { color: 'text.secondary', Icon: HelpOutlineOutlined },
} as const;

/** A verdict: icon, word and colour together. */
export function VerdictMark({ verdict, words = VERDICT_WORDS[verdict] }: { verdict: Verdict; words?: string }) {
  const { color, Icon } = LOOKS[verdict];
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        color,
        whiteSpace: 'nowrap',
        verticalAlign: 'bottom',
      }}
    >
      <Icon aria-hidden sx={{ fontSize: '1.25em' }} />
      {words}
    </Box>
  );
}
