import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { Finding } from '../../../../../shared/api/finding.ts';
import { distinctFindings } from '../../Checklist.tsx';
import { fieldOfPath } from '../../draftPaths.ts';
import { FixButton } from '../../fields/FixButton.tsx';
import { stepOfField } from '../../wizard.ts';
import { useWizard } from '../../wizardContext.ts';

/** Findings as lines: each leads to its place, and has the button that changes it where there is one. */
export function FindingLines({ findings }: { findings: readonly Finding[] }) {
  const { goTo } = useWizard();
  return (
    <Box component="ul" sx={{ display: 'grid', gap: 0.5, m: 0, p: 0, listStyle: 'none' }}>
      {distinctFindings(findings).map(({ message, path, fix }) => (
        <Box component="li" key={message} sx={{ display: 'grid', justifyItems: 'start', gap: 0.5 }}>
          <Link
            component="button"
            type="button"
            color="inherit"
            underline="always"
            sx={{ font: 'inherit', textAlign: 'left', overflowWrap: 'anywhere' }}
            onClick={() => goTo(stepOfField(fieldOfPath(path)).id, fieldOfPath(path))}
          >
            {message}
          </Link>
          {fix && <FixButton fix={fix} />}
        </Box>
      ))}
    </Box>
  );
}
