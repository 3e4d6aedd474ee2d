import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useMemo, type ReactNode } from 'react';
import { MONO } from '../../../theme.ts';
import { fieldId } from '../draftPaths.ts';
import { FieldHelp } from '../fields/FieldHelp.tsx';
import { CompilerOptionsEditor } from '../steps/target/options/CompilerOptionsEditor.tsx';
import { useTargetFindings } from '../steps/target/TargetFindings.tsx';
import { useJudge } from '../steps/target/useJudge.ts';
import { useTargetChoice } from '../steps/target/useTargetChoice.ts';
import { useWizard } from '../wizardContext.ts';
import { chosenOption, targetOptions, type TargetOption } from './targetOptions.ts';

const FIELD = 'target.device';
const FIELDS = ['target', FIELD, 'target.os', 'target.arch', 'target.accelerator'];

/** The target in one field: every device and popular platform, by name or by any word of it. */
export function QuickTarget() {
  const { draft, setTarget, touch } = useWizard();
  const { choosePreset } = useTargetChoice();
  const judge = useJudge();
  const presets = useMemo(() => targetOptions(judge), [judge]);
  const chosen = chosenOption(draft.target, presets);
  const options = chosen && !chosen.preset ? [chosen, ...presets] : presets;
  const findings = useTargetFindings(FIELDS);

  const choose = (option: TargetOption | null) => {
    if (option?.preset) choosePreset(option.preset);
    if (!option) setTarget({ ...draft.target, device: '', os: '', arch: '', accelerator: '' });
  };
  return (
    <Box
      id={fieldId('target')}
      tabIndex={-1}
      sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2.5, maxWidth: 720 }}
    >
      <Autocomplete
        id={fieldId(FIELD)}
        options={options}
        value={chosen}
        groupBy={({ group }) => group}
        getOptionLabel={({ label, name }) => (label === name ? label : `${label} (${name})`)}
        getOptionKey={({ id }) => id}
        getOptionDisabled={({ refusal }) => refusal !== null}
        isOptionEqualToValue={(option, value) => option.id === value.id}
        onChange={(_, option) => choose(option)}
        onBlur={() => touch(FIELD)}
        renderGroup={({ key, group, children }) => (
          <OptionGroup key={key} title={group}>
            {children}
          </OptionGroup>
        )}
        renderOption={({ key, ...props }, option) => (
          <Box component="li" key={key} {...props}>
            <OptionLine option={option} />
          </Box>
        )}
        renderInput={(params) => (
          <TextField
            {...params}
            label="Target"
            placeholder="A device or a platform: jetson, rasp4b, ml_m5 …"
            error={findings.some(({ severity }) => severity === 'error')}
            helperText={findings.length > 0 ? <FieldHelp findings={findings} /> : null}
            slotProps={{ ...params.slotProps, formHelperText: { component: 'div' } }}
          />
        )}
      />
      <CompilerOptionsEditor />
    </Box>
  );
}

/** A group as the roles of a listbox want it: MUI's own is a list among options. */
function OptionGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    // eslint-disable-next-line jsx-a11y/prefer-tag-over-role -- Inside of a listbox no tag is a group.
    <Box role="group" aria-label={title}>
      <Box aria-hidden sx={{ px: 1.5, py: 0.5, fontSize: 12, color: 'text.secondary' }}>
        {title}
      </Box>
      <Box component="ul" role="presentation" sx={{ m: 0, p: 0 }}>
        {children}
      </Box>
    </Box>
  );
}

const quiet = { color: 'text.secondary', '.Mui-focused &, [aria-selected="true"] &': { color: 'text.primary' } };

function OptionLine({ option: { label, name, refusal } }: { option: TargetOption }) {
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box>
        {label}{' '}
        {label !== name && (
          <Box component="span" sx={{ ...quiet, fontFamily: MONO, fontSize: 12 }}>
            {name}
          </Box>
        )}
      </Box>
      {refusal && <Box sx={{ ...quiet, fontSize: 12, lineHeight: '16px' }}>{refusal}</Box>}
    </Box>
  );
}
