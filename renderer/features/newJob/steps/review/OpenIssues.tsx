import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { Finding } from '../../../../../shared/api/finding.ts';
import { distinctFindings } from '../../Checklist.tsx';
import { fieldOfPath } from '../../draftPaths.ts';
import { stepOfField } from '../../wizard.ts';
import { useWizard } from '../../wizardContext.ts';

/** What keeps the draft from being submitted, and what is worth a second look; every line leads to its place. */
export function OpenIssues() {
  const { findings } = useWizard();
  const errors = distinctFindings(findings.filter(({ severity }) => severity === 'error'));
  const warnings = distinctFindings(findings.filter(({ severity }) => severity === 'warning'));
  return (
    <>
      {errors.length > 0 && (
        <Alert severity="warning">
          <AlertTitle>Before this job can be submitted</AlertTitle>
          <Lines findings={errors} />
        </Alert>
      )}
      {warnings.length > 0 && (
        <Alert severity="info">
          <AlertTitle>Worth a second look; it does not stop you</AlertTitle>
          <Lines findings={warnings} />
        </Alert>
      )}
    </>
  );
}

function Lines({ findings }: { findings: readonly Finding[] }) {
  const { goTo } = useWizard();
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {findings.map(({ message, path }) => (
        <li key={message}>
          <Link
            component="button"
            type="button"
            color="inherit"
            underline="always"
            sx={{ font: 'inherit', textAlign: 'left' }}
            onClick={() => goTo(stepOfField(fieldOfPath(path)).id, fieldOfPath(path))}
          >
            {message}
          </Link>
        </li>
      ))}
    </Box>
  );
}
