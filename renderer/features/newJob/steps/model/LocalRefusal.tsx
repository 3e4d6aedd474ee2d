import Alert from '@mui/material/Alert';
import type { DraftField } from '../../draftPaths.ts';
import { FixButton } from '../../fields/FixButton.tsx';
import { useWizard } from '../../wizardContext.ts';
import { BuildForAws } from '../../fields/BuildForAws.tsx';

interface LocalRefusalProps {
  /** The rule that says what the local runner cannot do. */
  rule: string;
  /** Has the focus once the reason is gone. */
  field: DraftField;
}

/** What the local runner cannot do with the model as it is given, as soon as it is known, and the ways out. */
export function LocalRefusal({ rule, field }: LocalRefusalProps) {
  const { findings } = useWizard();
  const finding = findings.find((one) => one.rule === rule);
  if (!finding) return null;
  return (
    <Alert severity="info" sx={{ '& .MuiAlert-message': { display: 'grid', justifyItems: 'start', gap: 0.75 } }}>
      <span>{finding.message}</span>
      <span>
        {finding.fix && <FixButton fix={finding.fix} field={field} />} <BuildForAws focusAfter={field} />
      </span>
    </Alert>
  );
}
