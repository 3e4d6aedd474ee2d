import Button from '@mui/material/Button';
import { flushSync } from 'react-dom';
import type { Fix } from '../../../../shared/api/finding.ts';
import { rescueFocus } from '../stepFocus.ts';
import { useWizard } from '../wizardContext.ts';

interface FixButtonProps {
  fix: Fix;
  /** Where the finding is; has the focus once the button is gone with it. */
  field?: string;
}

/** The way out of a finding: one click edits the draft. */
export function FixButton({ fix, field }: FixButtonProps) {
  const { applyFix } = useWizard();
  const apply = () => {
    flushSync(() => applyFix(fix));
    rescueFocus(field);
  };
  return (
    <Button variant="outlined" size="small" onClick={apply}>
      {fix.label}
    </Button>
  );
}
