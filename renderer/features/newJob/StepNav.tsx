import AdjustOutlined from '@mui/icons-material/AdjustOutlined';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import RadioButtonUncheckedOutlined from '@mui/icons-material/RadioButtonUncheckedOutlined';
import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import Typography from '@mui/material/Typography';
import type { ComponentType } from 'react';
import { Checklist, distinctFindings } from './Checklist.tsx';
import type { StepId } from './stepIds.ts';
import { STATE_WORDS, statusOfStep, type StepProgress, type StepState } from './stepStatus.ts';
import { wizardSteps, type WizardStep } from './wizard.ts';
import { useWizard } from './wizardContext.ts';

const ICONS: Readonly<Record<StepState, { Icon: ComponentType<SvgIconProps>; color: string }>> = {
  done: { Icon: CheckCircleOutlined, color: 'success.main' },
  inProgress: { Icon: AdjustOutlined, color: 'primary.main' },
  attention: { Icon: ErrorOutlineOutlined, color: 'warning.main' },
  notVisited: { Icon: RadioButtonUncheckedOutlined, color: 'text.secondary' },
  ready: { Icon: TaskAltOutlined, color: 'success.main' },
  waiting: { Icon: RadioButtonUncheckedOutlined, color: 'text.secondary' },
};

interface StepNavProps {
  /** Null while no single step is shown. */
  current: StepId | null;
  progress: StepProgress;
  /** While a job is being submitted, no step can be opened. */
  isLocked: boolean;
}

/** The steps with how each stands, and under each what it still misses: every line leads to its place. */
export function StepNav({ current, progress, isLocked }: StepNavProps) {
  const { endpoint, findings } = useWizard();
  const missing = distinctFindings(findings.filter(({ severity }) => severity === 'error')).length;
  return (
    <Box
      component="nav"
      aria-label="Steps"
      sx={{ overflow: 'auto', borderRight: 1, borderColor: 'divider', p: 1.5, bgcolor: 'background.paper' }}
    >
      <Box component="ol" sx={{ display: 'grid', gap: 0.5, m: 0, p: 0, listStyle: 'none' }}>
        {wizardSteps.map((step) => (
          <Box component="li" key={step.id} sx={{ minWidth: 0 }}>
            <StepButton step={step} isCurrent={step.id === current} progress={progress} isLocked={isLocked} />
            <Checklist step={step} isLocked={isLocked} />
          </Box>
        ))}
      </Box>
      <Typography variant="caption" component="p" color="textSecondary" sx={{ px: 1, pt: 1.5, m: 0 }}>
        {missing === 0
          ? 'Nothing is missing.'
          : `${missing} ${missing === 1 ? 'thing' : 'things'} to do before ${endpoint.state === 'disconnected' ? 'exporting' : 'submitting'}.`}
      </Typography>
    </Box>
  );
}

interface StepButtonProps {
  step: WizardStep;
  isCurrent: boolean;
  progress: StepProgress;
  isLocked: boolean;
}

function StepButton({ step, isCurrent, progress, isLocked }: StepButtonProps) {
  const { endpoint, findings, goTo } = useWizard();
  const { state } = statusOfStep(step, findings, progress);
  const word = state === 'ready' && endpoint.state === 'disconnected' ? 'Ready to export' : STATE_WORDS[state];
  const { Icon, color } = ICONS[state];
  return (
    <ButtonBase
      disabled={isLocked}
      aria-label={`${step.title}, ${word}`}
      aria-current={isCurrent ? 'step' : undefined}
      onClick={() => goTo(step.id)}
      sx={{
        display: 'flex',
        justifyContent: 'flex-start',
        gap: 1,
        width: '100%',
        px: 1,
        py: 0.75,
        borderRadius: 1,
        fontSize: 13,
        textAlign: 'left',
        ...(isCurrent ? { bgcolor: 'action.selected', fontWeight: 600 } : { '&:hover': { bgcolor: 'action.hover' } }),
      }}
    >
      <Icon aria-hidden sx={{ flex: 'none', fontSize: 18, color }} />
      <span>{step.title}</span>
      <Box component="span" sx={{ ml: 'auto', fontSize: 12, fontWeight: 400, color: 'text.secondary' }}>
        {word}
      </Box>
    </ButtonBase>
  );
}
