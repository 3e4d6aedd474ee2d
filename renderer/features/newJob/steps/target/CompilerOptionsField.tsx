import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { MONO } from '../../../../theme.ts';
import { DraftTextField } from '../../fields/DraftTextField.tsx';
import { focusControl } from '../../stepFocus.ts';
import { useWizard } from '../../wizardContext.ts';
import { optionSuggestions, type OptionsSuggestion } from './targetChoices.ts';

const LOCAL_HINT = ' The local runner records them and compiles without them.';

/** CompilerOptions as the JSON text of the request, with what the catalogue suggests for the target. */
export function CompilerOptionsField() {
  const { draft, context } = useWizard();
  const { target } = draft;
  const text = target.compilerOptions.trim();
  const offered = optionSuggestions(target).filter(({ options }) => options !== text);
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <DraftTextField
        name="target.compilerOptions"
        label="Compiler options"
        isMono
        hint={`JSON on one line, such as {"mattr":["+neon"]}; may be empty.${context.isLocal ? LOCAL_HINT : ''}`}
      />
      {offered.length > 0 && <Suggestions suggestions={offered} />}
    </Box>
  );
}

/** One suggestion is shown with its text; several, which only differ in numbers, by what they are for. */
function Suggestions({ suggestions }: { suggestions: readonly OptionsSuggestion[] }) {
  const { setField } = useWizard();
  const use = (options: string) => {
    setField('target.compilerOptions', options);
    focusControl('target.compilerOptions');
  };
  const [only] = suggestions.length === 1 ? suggestions : [];
  return (
    <Box sx={{ display: 'grid', justifyItems: 'start', gap: 0.5, fontSize: 12, color: 'text.secondary' }}>
      <span>{only ? `AWS prints for ${only.label}:` : 'Use what AWS prints for:'}</span>
      {only && <Box sx={{ fontFamily: MONO, fontSize: 11.5, overflowWrap: 'anywhere' }}>{only.options}</Box>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
        {suggestions.map(({ label, options }) => (
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
