import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useRef, useState } from 'react';
import { readDataInputConfig } from '../../../../../shared/dataInputConfig/dataInputConfig.ts';
import type { JobDraft } from '../../../../../shared/draft/jobDraft.ts';
import { fromCliText, toCliText } from '../../../../../shared/json/cliText.ts';
import { MONO } from '../../../../theme.ts';
import { fieldId } from '../../draftPaths.ts';
import { FieldHelp } from '../../fields/FieldHelp.tsx';
import { useWizard } from '../../wizardContext.ts';
import { fieldsOfFindings } from './inputFindings.ts';
import { brokenAt, configIsOpen } from './shownText.ts';
import type { ConfigText } from './useConfigText.ts';

interface ConfigTextAreaProps {
  config: ConfigText;
  /** True for the spelling that the CLI's JSON documents want. */
  isCli: boolean;
}

/** DataInputConfig as a text, plain or escaped for the CLI; the fields follow while it is typed. */
export function ConfigTextArea({ config, isCli }: ConfigTextAreaProps) {
  const { draft, findings, findingsAt } = useWizard();
  const area = useRef<HTMLTextAreaElement>(null);
  // Escaped text has several spellings: what is typed stays until the field is left.
  const [typed, setTyped] = useState<string | null>(null);
  const isText = draft.dataInputConfig.mode === 'text';
  const shown = isText ? findingsAt('dataInputConfig.text') : fieldsOfFindings(findings).flatMap(findingsAt);
  const isBroken = shown.some(({ severity }) => severity === 'error');
  const at = isText && isBroken ? brokenAt(config.text, isCli) : null;
  const jump = () => {
    if (!at) return;
    area.current?.focus();
    area.current?.setSelectionRange(at.offset, at.offset + 1);
  };
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <TextField
        id={fieldId('dataInputConfig.text')}
        label={isCli ? 'DataInputConfig as CLI text' : 'DataInputConfig as JSON'}
        multiline
        minRows={4}
        maxRows={16}
        inputRef={area}
        value={typed ?? (isCli ? toCliText(config.text) : config.text)}
        placeholder={isCli ? String.raw`{\"input\":[1,3,224,224]}` : '{"input":[1,3,224,224]}'}
        error={isBroken}
        helperText={<FieldHelp findings={shown} hint={<Hint draft={draft} isCli={isCli} />} />}
        onChange={({ target: { value } }) => {
          if (isCli) setTyped(value);
          config.type(isCli ? fromCliText(value) : value);
        }}
        onBlur={() => {
          setTyped(null);
          config.leave();
        }}
        slotProps={{
          formHelperText: { component: 'div' },
          htmlInput: { spellCheck: false, autoComplete: 'off' },
          input: { sx: { fontFamily: MONO, fontSize: 12.5, '& textarea': { overflowWrap: 'anywhere' } } },
        }}
      />
      {at && (
        <Box>
          <Button variant="outlined" size="small" onClick={jump}>
            Go to line {at.line}, column {at.column}
            {isCli && ' of the CLI text'}
          </Button>
        </Box>
      )}
      <CorrectionNote config={config} onUndone={() => area.current?.focus()} />
    </Box>
  );
}

/** What the text is to the fields. */
function Hint({ draft, isCli }: { draft: JobDraft; isCli: boolean }) {
  const { mode, text } = draft.dataInputConfig;
  if (mode === 'none') return 'It is left out. What you type here is sent.';
  if (mode === 'text' && readDataInputConfig(text).ok) {
    return 'It says more than the fields can: it is sent as it stands here.';
  }
  if (configIsOpen(draft)) return 'Not complete yet: put a number in the place of each open size.';
  return isCli
    ? 'With its quotes escaped, as it stands inside a JSON document such as --cli-input-json.'
    : 'As the request carries it. The fields follow.';
}

interface CorrectionNoteProps {
  config: ConfigText;
  onUndone: () => void;
}

function CorrectionNote({ config: { correction, undoCorrection }, onUndone }: CorrectionNoteProps) {
  if (!correction) return null;
  const undo = () => {
    undoCorrection();
    onUndone();
  };
  return (
    <Alert
      severity="info"
      action={
        <Button size="small" onClick={undo}>
          Undo
        </Button>
      }
    >
      {correction.changes.join(' ')}
    </Alert>
  );
}
