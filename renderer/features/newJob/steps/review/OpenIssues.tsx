import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import { useWizard } from '../../wizardContext.ts';
import { FindingLines } from './FindingLines.tsx';
import { useVerdict } from './useVerdict.ts';

/** What keeps the draft from being submitted anywhere, and what is worth a second look. */
export function OpenIssues() {
  const { findings } = useWizard();
  const { errors } = useVerdict();
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  return (
    <>
      {errors.length > 0 && (
        <Alert severity="warning">
          <AlertTitle>Before this job can be submitted</AlertTitle>
          <FindingLines findings={errors} />
        </Alert>
      )}
      {warnings.length > 0 && (
        <Alert severity="info">
          <AlertTitle>Worth a second look; it does not stop you</AlertTitle>
          <FindingLines findings={warnings} />
        </Alert>
      )}
    </>
  );
}
