import Box from '@mui/material/Box';
import { CopyButton } from './CopyButton.tsx';

/** On a tinted surface the block is plain instead of sunken. */
const surface = { bgcolor: 'background.sunken', '.MuiAlert-root &': { bgcolor: 'background.paper' } };

interface CodeBlockProps {
  code: string;
  /** What it is: names the block and its copy button. */
  label: string;
  /** Scrolls beyond this height. */
  maxHeight?: number;
}

/** Text in mono, to read and to copy. Long lines wrap; long blocks scroll, also with the keyboard. */
export function CodeBlock({ code, label, maxHeight = 360 }: CodeBlockProps) {
  return (
    <Box
      component="section"
      aria-label={label}
      sx={{ position: 'relative', border: 1, borderColor: 'divider', borderRadius: 1, ...surface }}
    >
      <Box
        component="pre"
        // A scrolling block must be reachable by keyboard.
        tabIndex={0}
        sx={{
          m: 0,
          p: '8px 40px 8px 12px',
          maxHeight,
          overflow: 'auto',
          lineHeight: '18px',
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
          borderRadius: 1,
        }}
      >
        {code}
      </Box>
      <Box sx={{ position: 'absolute', top: 3, right: 4, borderRadius: 1, ...surface }}>
        <CopyButton text={code} subject={label} />
      </Box>
    </Box>
  );
}
