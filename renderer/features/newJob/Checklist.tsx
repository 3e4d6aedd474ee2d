import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import type { Finding } from '../../../shared/api/finding.ts';
import { fieldOfPath } from './draftPaths.ts';
import { findingsOfStep } from './stepStatus.ts';
import type { WizardStep } from './wizard.ts';
import { useWizard } from './wizardContext.ts';

/** More lines than these are counted instead of listed. */
const MAX_LINES = 5;

/** The same words for several places (a symbol in five inputs) are one thing to do; the line leads to the first. */
export function distinctFindings(findings: readonly Finding[]): Finding[] {
  return findings.filter(
    (finding, index) => findings.findIndex(({ message }) => message === finding.message) === index,
  );
}

interface ChecklistProps {
  step: WizardStep;
  isLocked: boolean;
}

/** What a step still misses, in the words of the check. */
export function Checklist({ step, isLocked }: ChecklistProps) {
  const { findings } = useWizard();
  const own = distinctFindings(findingsOfStep(step, findings));
  if (own.length === 0) return null;
  const rest = own.length - MAX_LINES;
  return (
    <Box
      component="ul"
      aria-label={`To do for ${step.title}`}
      sx={{ m: 0, mb: 0.5, ml: '17px', p: 0, pl: 1.25, listStyle: 'none', borderLeft: 1, borderColor: 'divider' }}
    >
      {own.slice(0, rest === 1 ? own.length : MAX_LINES).map((finding) => (
        <li key={finding.message}>
          <ChecklistLine step={step} finding={finding} isLocked={isLocked} />
        </li>
      ))}
      {rest > 1 && (
        <Box component="li" sx={{ px: 0.75, py: 0.25, fontSize: 12, color: 'text.secondary' }}>
          and {rest} more
        </Box>
      )}
    </Box>
  );
}

function ChecklistLine({ step, finding, isLocked }: ChecklistProps & { finding: Finding }) {
  const { goTo } = useWizard();
  return (
    <ButtonBase
      disabled={isLocked}
      onClick={() => goTo(step.id, fieldOfPath(finding.path))}
      sx={{
        display: 'block',
        width: '100%',
        px: 0.75,
        py: 0.25,
        borderRadius: 1,
        fontSize: 12,
        lineHeight: '16px',
        textAlign: 'left',
        color: 'text.secondary',
        overflowWrap: 'anywhere',
        '&:hover': { bgcolor: 'action.hover', color: 'text.primary' },
      }}
    >
      {finding.severity === 'warning' && (
        <WarningAmberOutlined titleAccess="Warning" sx={{ mr: 0.5, fontSize: 14, verticalAlign: 'text-bottom' }} />
      )}
      {finding.message}
    </ButtonBase>
  );
}
