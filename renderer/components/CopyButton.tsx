import CheckOutlined from '@mui/icons-material/CheckOutlined';
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { useEffect, useState } from 'react';
import { announce } from './announcements.ts';
import { copyText } from './copyText.ts';

const FEEDBACK_MS = 2000;

interface CopyButtonProps {
  /** What is copied. */
  text: string;
  /** What it is, for the button's name: "Copy ARN". */
  subject: string;
  /** `button` shows the words, `icon` (default) has them in its tooltip. */
  variant?: 'icon' | 'button';
  isSmall?: boolean;
}

type Outcome = 'none' | 'copied' | 'refused';

/** Copies a text and says whether it worked. */
export function CopyButton({ text, subject, variant = 'icon', isSmall = false }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>('none');
  useEffect(() => {
    if (outcome === 'none') return;
    const timer = setTimeout(() => setOutcome('none'), FEEDBACK_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    const isCopied = await copyText(text);
    setOutcome(isCopied ? 'copied' : 'refused');
    announce(isCopied ? `Copied ${subject}` : `The system refused to copy ${subject}`);
  };
  const label = outcome === 'copied' ? 'Copied' : outcome === 'refused' ? 'Could not copy' : `Copy ${subject}`;
  const icon = outcome === 'copied' ? <CheckOutlined color="success" /> : <ContentCopyOutlined />;

  if (variant === 'button') {
    return (
      <Button variant="outlined" size={isSmall ? 'small' : 'medium'} startIcon={icon} onClick={() => void copy()}>
        {label}
      </Button>
    );
  }
  return (
    <Tooltip title={label}>
      <IconButton
        aria-label={`Copy ${subject}`}
        onClick={() => void copy()}
        sx={{
          width: isSmall ? 22 : 28,
          height: isSmall ? 22 : 28,
          '& .MuiSvgIcon-root': { fontSize: isSmall ? 14 : 16 },
        }}
      >
        {icon}
      </IconButton>
    </Tooltip>
  );
}
