import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useRef, useState } from 'react';
import type { TextPosition } from '../../../../shared/json/textPosition.ts';
import { announce } from '../../../components/announcements.ts';
import { STEP_HEADING_ID } from '../stepFocus.ts';
import { useWizardKeys } from '../useWizardKeys.ts';
import { useWizard } from '../wizardContext.ts';
import { FORMAT_WORDS } from './formatWords.ts';
import { findingsOfImport, importChoices, notTakenInWords, preferredChoice } from './importedDraft.ts';
import { ImportProblemPanel } from './ImportProblemPanel.tsx';
import { ImportSummary } from './ImportSummary.tsx';
import { useImportText } from './importText.ts';
import { ImportTextField } from './ImportTextField.tsx';
import { useImportReading } from './useImportReading.ts';
import { FooterBar } from '../FooterBar.tsx';

/** A request from elsewhere: its text, what it holds, and the button that makes it the draft. */
export function ImportArea() {
  const { endpoint, endpoints, formPlace, replaceDraft, show } = useWizard();
  const { text } = useImportText();
  const reading = useImportReading(text);
  const outcome = reading?.outcome;
  const isReading = text.trim() !== '' && reading?.text !== text;
  const [wishedEndpoint, setWishedEndpoint] = useState<string | null>(null);
  const choices = outcome?.ok ? importChoices(outcome.request, endpoints) : [];
  const choice =
    choices.find((candidate) => candidate.endpoint.id === wishedEndpoint) ?? preferredChoice(choices, endpoint.id);
  const canUse = outcome?.ok === true && choice !== undefined && !isReading;
  const reasonId = useId();

  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus({ preventScroll: true }), []);
  const goToPosition = ({ offset }: TextPosition) => {
    const field = area.current;
    if (!field) return;
    // Chromium shows the caret of a field that gets the focus, not of one that has it.
    field.blur();
    field.setSelectionRange(offset, offset);
    field.focus();
  };

  const close = () => show(formPlace);
  const apply = () => {
    if (!canUse) {
      announce(reasonAgainst(text, outcome?.ok === false));
      return;
    }
    const notTaken = notTakenInWords(findingsOfImport(outcome.request, choice.endpoint));
    replaceDraft(choice.draft, [`Imported from ${FORMAT_WORDS[outcome.format]}.`, ...notTaken].join(' '));
    show(formPlace === 'quick' ? 'quick' : 'review');
  };
  useWizardKeys({ onForward: apply, onBack: close });

  return (
    <Box
      component="section"
      aria-labelledby={STEP_HEADING_ID}
      sx={{ display: 'grid', gridTemplateRows: 'minmax(0, 1fr) auto', minHeight: 0, minWidth: 0 }}
    >
      <Box sx={{ overflow: 'auto', p: 3, pt: 2.5 }}>
        <Typography id={STEP_HEADING_ID} variant="subtitle1" component="h2" tabIndex={-1}>
          Import a request
        </Typography>
        <Typography color="textSecondary" sx={{ mb: 2 }}>
          JSON or YAML for the AWS CLI, a whole aws sagemaker create-compilation-job command, Python for boto3,
          JavaScript for the AWS SDK, or what DescribeCompilationJob answered. The text is read, never run.
        </Typography>
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: 'repeat(auto-fit, minmax(min(300px, 100%), 1fr))',
            alignItems: 'start',
            gap: 2.5,
            maxWidth: 1240,
          }}
        >
          <ImportTextField area={area} />
          <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
            {outcome?.ok === false && <ImportProblemPanel outcome={outcome} onGoTo={goToPosition} />}
            {outcome?.ok && choice && (
              <ImportSummary
                outcome={outcome}
                choices={choices}
                choice={choice}
                findings={findingsOfImport(outcome.request, choice.endpoint)}
                onChooseEndpoint={setWishedEndpoint}
                onGoTo={goToPosition}
              />
            )}
            {!outcome && (
              <Box sx={{ color: 'text.secondary' }}>
                What the text holds is said here while you type: the form it is in, what was normalised, and what the
                rules of the API say.
              </Box>
            )}
          </Box>
        </Box>
      </Box>
      <FooterBar>
        <Button variant="outlined" onClick={close}>
          Back
        </Button>
        <Button variant="contained" disabled={!canUse} aria-describedby={canUse ? undefined : reasonId} onClick={apply}>
          Use this request
        </Button>
        <Box id={reasonId} sx={{ ml: 1, minWidth: 0, fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}>
          {canUse
            ? 'It takes the place of the draft; Undo brings the draft back.'
            : reasonAgainst(text, outcome?.ok === false)}
        </Box>
      </FooterBar>
    </Box>
  );
}

/** Why there is nothing to use. */
function reasonAgainst(text: string, isBroken: boolean): string {
  if (text.trim() === '') return 'Paste, drop or choose a request first.';
  return isBroken ? 'The text cannot be read yet.' : 'Reading the text.';
}
