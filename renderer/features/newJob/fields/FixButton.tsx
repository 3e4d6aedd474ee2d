import Button from '@mui/material/Button';
import type { Fix } from '../../../../shared/api/finding.ts';
import { useWizard } from '../wizardContext.ts';

/** The way out of a finding: one click edits the draft. */
export function FixButton({ fix }: { fix: Fix }) {
  const { applyFix } = useWizard();
  return (
    <Button variant="outlined" size="small" onClick={() => applyFix(fix)}>
      {fix.label}
    </Button>
  );
}
