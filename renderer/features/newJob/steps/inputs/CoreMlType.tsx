import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import type { DraftCoreMlInput } from '../../../../../shared/draft/jobDraft.ts';
import { MONO } from '../../../../theme.ts';
import { fieldId } from '../../draftPaths.ts';
import { FieldHelp } from '../../fields/FieldHelp.tsx';
import { useWizard } from '../../wizardContext.ts';
import type { CoreMlProps } from './CoreMlFields.tsx';
import { RadioRow } from './RadioRow.tsx';
import { useInputEdits } from './useInputEdits.ts';

/** Radio groups know no empty string. */
const NOT_GIVEN = 'notGiven';
const TYPES = { [NOT_GIVEN]: 'Not given', Tensor: 'Tensor', Image: 'Image' } as const;

const HINTS: Readonly<Record<keyof typeof TYPES, string>> = {
  [NOT_GIVEN]: 'The converter makes it a Tensor.',
  Tensor: 'A MultiArray in the Core ML model.',
  Image: 'The app passes a picture; every pixel becomes scale × pixel + bias.',
};

/** What kind of value Core ML passes: numbers, or a picture with the numbers that prepare it. */
export function CoreMlType({ input, index }: CoreMlProps) {
  const { change } = useInputEdits();
  const { type, bias, scale } = input.coreMl;
  const id = fieldId(`inputs.${index}.coreMl.type`);
  const set = (part: Partial<DraftCoreMlInput>) =>
    change(index, (current) => ({ ...current, coreMl: { ...current.coreMl, ...part } }));
  const isImage = type === 'Image';
  return (
    <Box sx={{ display: 'grid', alignContent: 'start', gap: 1, minWidth: 0 }}>
      <RadioRow
        id={id}
        label="Input type"
        value={type || NOT_GIVEN}
        choices={TYPES}
        describedBy={`${id}-hint`}
        onChange={(next) => set({ type: next === NOT_GIVEN ? '' : next })}
      />
      <Box id={`${id}-hint`} sx={{ mt: -1, fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}>
        {HINTS[type || NOT_GIVEN]}
      </Box>
      {(isImage || bias !== '' || scale !== '') && (
        <Box
          sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', alignItems: 'start', gap: 1.5 }}
        >
          <NumberField
            field={`inputs.${index}.coreMl.bias`}
            label="Bias"
            value={bias}
            isRequired={isImage}
            hint="A number for each channel: -1, -1, -1"
            onChange={(text) => set({ bias: text })}
          />
          <NumberField
            field={`inputs.${index}.coreMl.scale`}
            label="Scale"
            value={scale}
            isRequired={isImage}
            hint="One number: 0.007843137255"
            onChange={(text) => set({ scale: text })}
          />
        </Box>
      )}
    </Box>
  );
}

interface NumberFieldProps {
  field: string;
  label: string;
  value: string;
  isRequired: boolean;
  hint: string;
  onChange: (text: string) => void;
}

function NumberField({ field, label, value, isRequired, hint, onChange }: NumberFieldProps) {
  const { findingsAt, touch } = useWizard();
  const findings = findingsAt(field);
  return (
    <TextField
      id={fieldId(field)}
      label={label}
      value={value}
      error={findings.some(({ severity }) => severity === 'error')}
      helperText={<FieldHelp findings={findings} hint={hint} />}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => touch(field)}
      slotProps={{
        formHelperText: { component: 'div' },
        htmlInput: { 'aria-required': isRequired, inputMode: 'decimal', autoComplete: 'off' },
        input: { sx: { fontFamily: MONO, fontSize: 12.5 } },
      }}
    />
  );
}
