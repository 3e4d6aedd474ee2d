import Box from '@mui/material/Box';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { findTargetDevice } from '../../../../../shared/catalog/catalog.ts';
import { fieldId } from '../../draftPaths.ts';
import { useWizard } from '../../wizardContext.ts';
import { acceleratorChoices, archChoices, osChoices, platformInWords, type Choice } from './targetChoices.ts';
import { TARGET_FINDINGS_ID, TargetFindings, useTargetFindings } from './TargetFindings.tsx';
import { useTargetChoice } from './useTargetChoice.ts';

const OS_LABELS: Readonly<Record<string, string>> = { ANDROID: 'Android', LINUX: 'Linux' };

/** Os × Arch × Accelerator; what Neo does not combine is closed, and says with what it goes. */
export function PlatformPicker() {
  const { draft } = useWizard();
  const { choosePlatformPart } = useTargetChoice();
  const { kind, os, arch, accelerator } = draft.target;
  const isChosen = kind === 'platform';
  const system = isChosen ? os : '';
  const architecture = isChosen ? arch : '';
  const findings = useTargetFindings(['target.device', 'target.os']);
  const errorId = findings.some(({ severity }) => severity === 'error') ? TARGET_FINDINGS_ID : undefined;
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        p: 2,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
      }}
    >
      <DeviceNote />
      <TargetFindings id={TARGET_FINDINGS_ID} findings={findings} />
      <Part
        field="target.os"
        label="Operating system"
        value={system}
        choices={osChoices.map((value) => ({ value, refusal: null }))}
        words={OS_LABELS}
        errorId={errorId}
        onChange={(value) => choosePlatformPart(isChosen ? { os: value } : { os: value, arch: '', accelerator: '' })}
      />
      <Part
        field="target.arch"
        label="Architecture"
        value={architecture}
        choices={archChoices(system)}
        errorId={errorId}
        onChange={(value) => choosePlatformPart(isChosen ? { arch: value } : { os: '', arch: value, accelerator: '' })}
      />
      <Part
        field="target.accelerator"
        label="Accelerator"
        value={isChosen && arch ? accelerator : null}
        choices={acceleratorChoices(system, architecture)}
        words={{ '': 'None, CPU only' }}
        errorId={errorId}
        onChange={(value) =>
          choosePlatformPart(isChosen ? { accelerator: value } : { os: '', arch: '', accelerator: value })
        }
      />
    </Box>
  );
}

/** A device that is chosen says which platform it means. */
function DeviceNote() {
  const { draft } = useWizard();
  const device = draft.target.kind === 'device' ? findTargetDevice(draft.target.device) : undefined;
  if (!device) return null;
  return (
    <Box sx={{ color: 'text.secondary' }}>
      {device.label} is chosen
      {device.platform ? `: it means ${platformInWords(device.platform)}` : ', which no platform means'}. A platform
      chosen here takes its place.
    </Box>
  );
}

interface PartProps {
  field: string;
  label: string;
  /** Null shows none as chosen, also where '' is a choice. */
  value: string | null;
  choices: readonly Choice<string>[];
  words?: Readonly<Record<string, string>>;
  errorId: string | undefined;
  onChange: (value: string) => void;
}

/** Radio groups know no empty string: `none` stands for the missing accelerator. */
const NONE = 'none';

function Part({ field, label, value, choices, words = {}, errorId, onChange }: PartProps) {
  const id = fieldId(field);
  // The platform as a whole is told about at the system, above.
  const findings = useTargetFindings(field === 'target.os' ? [] : [field]);
  const describedBy = findings.length > 0 ? `${id}-findings` : errorId;
  return (
    <FormControl>
      <FormLabel id={`${id}-label`} sx={{ mb: 0.5 }}>
        {label}
      </FormLabel>
      <TargetFindings id={`${id}-findings`} findings={findings} />
      <RadioGroup
        aria-labelledby={`${id}-label`}
        aria-describedby={describedBy}
        name={field}
        value={value === '' && choices.some((choice) => choice.value === '') ? NONE : (value ?? '')}
        onChange={(_, next) => onChange(next === NONE ? '' : next)}
        sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))', alignItems: 'start' }}
      >
        {choices.map((choice, index) => (
          <FormControlLabel
            key={choice.value}
            value={choice.value || NONE}
            disabled={choice.refusal !== null}
            sx={{ alignItems: 'flex-start', '& .MuiFormControlLabel-label': { pt: '6px', overflowWrap: 'anywhere' } }}
            control={<Radio slotProps={index === 0 ? { input: { id } } : {}} />}
            label={
              <>
                {words[choice.value] ?? choice.value}
                {(choice.refusal ?? choice.note) && (
                  <Box
                    component="span"
                    sx={{ display: 'block', fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}
                  >
                    {choice.refusal ?? choice.note}
                  </Box>
                )}
              </>
            }
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
