import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, type FormEvent } from 'react';
import { QuickForm } from './quick/QuickForm.tsx';
import { focusStepHeading, STEP_HEADING_ID } from './stepFocus.ts';
import { stepComponents } from './stepComponents.ts';
import type { FormPlace } from './stepIds.ts';
import type { Submission } from './submission.ts';
import { useWizardKeys } from './useWizardKeys.ts';
import { stepOf } from './wizard.ts';
import { WizardFooter } from './WizardFooter.tsx';

const QUICK = {
  title: 'Quick form',
  lead: 'What a job needs, on one page. It is the same draft as in the full wizard, which has every setting.',
} as const;

interface FormAreaProps {
  place: FormPlace;
  submission: Submission;
  /** What took the place of the draft, and the way back. */
  replacement: { note: string; undo: () => void } | null;
  onForward: () => void;
  onBack: () => void;
}

/** One step, or the quick form, with the way on under it. */
export function FormArea({ place, submission, replacement, onForward, onBack }: FormAreaProps) {
  useWizardKeys({ onForward, onBack: submission.state === 'running' ? () => {} : onBack });
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [place]);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    onForward();
  };
  const { title, lead } = place === 'quick' ? QUICK : stepOf(place);
  const Component = place === 'quick' ? QuickForm : stepComponents[place];
  return (
    <Box
      component="form"
      noValidate
      onSubmit={onSubmit}
      sx={{ display: 'grid', gridTemplateRows: 'minmax(0, 1fr) auto', minHeight: 0 }}
    >
      <Box ref={scroller} sx={{ overflow: 'auto', scrollPaddingBlock: 24 }}>
        <Box component="section" aria-labelledby={STEP_HEADING_ID} sx={{ maxWidth: 1120, p: 3, pt: 2.5 }}>
          <Typography id={STEP_HEADING_ID} variant="subtitle1" component="h2" tabIndex={-1}>
            {title}
          </Typography>
          <Typography color="textSecondary" sx={{ mb: 2.5 }}>
            {lead}
          </Typography>
          {replacement && <ReplacementNote {...replacement} />}
          <Component />
        </Box>
      </Box>
      <WizardFooter place={place} submission={submission} onBack={onBack} />
    </Box>
  );
}

function ReplacementNote({ note, undo }: { note: string; undo: () => void }) {
  const onUndo = () => {
    undo();
    focusStepHeading();
  };
  return (
    <Alert
      severity="info"
      sx={{ mb: 2 }}
      action={
        <Button size="small" onClick={onUndo}>
          Undo
        </Button>
      }
    >
      {note}
    </Alert>
  );
}
