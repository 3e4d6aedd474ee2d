import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { MONO } from '../../../../../theme.ts';
import { focusControl } from '../../../stepFocus.ts';
import { useWizard } from '../../../wizardContext.ts';
import { optionSuggestions } from '../targetChoices.ts';
import { OPTIONS_FIELD } from './useOptionsText.ts';

/** What the catalogue prints for the target, unless the draft has it: one with its text, several by what they are for. */
export function OptionSuggestions() {
  const { draft, setField } = useWizard();
  const text = draft.target.compilerOptions.trim();
  const suggestions = optionSuggestions(draft.target);
  const offered = suggestions.filter(({ options }) => options !== text);
  // One of several was taken: the others are for other boards.
  if (offered.length === 0 || (offered.length < suggestions.length && suggestions.length > 1)) return null;
  const [only] = offered.length === 1 ? offered : [];
  const use = (options: string) => {
    setField(OPTIONS_FIELD, options);
    focusControl(OPTIONS_FIELD);
  };
  return (
    <Box sx={{ display: 'grid', justifyItems: 'start', gap: 0.5, fontSize: 12, color: 'text.secondary' }}>
      <span>{only ? `Suggested for ${only.label}:` : 'Use what is suggested for:'}</span>
      {only && <Box sx={{ fontFamily: MONO, fontSize: 11.5, overflowWrap: 'anywhere' }}>{only.options}</Box>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
        {offered.map(({ label, options }) => (
          <Button
            key={options}
            variant="outlined"
            size="small"
            title={options}
            aria-label={`Use suggested options of ${label}`}
            onClick={() => use(options)}
          >
            {only ? 'Use suggested' : label}
          </Button>
        ))}
      </Box>
    </Box>
  );
}
