import Button from '@mui/material/Button';
import { ariaShortcut, shortcutLabel } from '../../app/shortcut.ts';
import type { WizardPlace } from './stepIds.ts';
import { TemplatesButton } from './templates/TemplatesButton.tsx';
import { useWizard } from './wizardContext.ts';

interface WizardActionsProps {
  place: WizardPlace;
  /** While a job is being submitted its draft stays as it is. */
  isLocked: boolean;
  onStartOver: () => void;
}

/** What can be done with the draft as a whole, in the wizard's header. */
export function WizardActions({ place, isLocked, onStartOver }: WizardActionsProps) {
  const { show, formPlace, lastStep } = useWizard();
  const isImport = place === 'import';
  const isQuick = formPlace === 'quick';
  return (
    <>
      <Button
        variant="text"
        color="secondary"
        disabled={isLocked}
        aria-pressed={isImport}
        aria-keyshortcuts={ariaShortcut('I')}
        title={`Import a request (${shortcutLabel('I')})`}
        onClick={() => show(isImport ? formPlace : 'import')}
      >
        Import…
      </Button>
      <TemplatesButton isLocked={isLocked} />
      <Button variant="text" color="secondary" disabled={isLocked} onClick={() => show(isQuick ? lastStep : 'quick')}>
        {isQuick ? 'Open the full wizard' : 'Quick form'}
      </Button>
      <Button variant="text" color="secondary" disabled={isLocked} onClick={onStartOver}>
        Start over
      </Button>
    </>
  );
}
