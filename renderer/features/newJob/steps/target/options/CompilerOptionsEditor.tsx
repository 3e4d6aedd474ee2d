import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { useState, type FocusEvent } from 'react';
import { fromCliText, toCliText } from '../../../../../../shared/json/cliText.ts';
import { bareFieldset } from '../../../../../components/bareFieldset.ts';
import { useWizard, type FocusRequest } from '../../../wizardContext.ts';
import { fieldsRefusal } from './fieldValues.ts';
import { ChangeNote } from './ChangeNote.tsx';
import { OptionFields } from './OptionFields.tsx';
import { OptionsTextArea } from './OptionsTextArea.tsx';
import { OptionSuggestions } from './OptionSuggestions.tsx';
import { OPTIONS_FIELD, useOptionsText } from './useOptionsText.ts';

type View = 'fields' | 'json' | 'cli';

const same = (text: string) => text;
const LOCAL_HINT = ' The local runner records them and compiles without them.';

/** CompilerOptions in three views of one text: fields, JSON, and the spelling of the CLI. */
export function CompilerOptionsEditor() {
  const { context, focusRequest, touch } = useWizard();
  const options = useOptionsText();
  const [view, setView] = useView(focusRequest, fieldsRefusal(options.form, options.parsed) !== null);
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) touch(OPTIONS_FIELD);
  };
  const hint = `May be empty.${context.isLocal ? LOCAL_HINT : ''}`;
  return (
    <Box
      component="fieldset"
      aria-labelledby="compiler-options-heading"
      onBlur={onBlur}
      sx={{ ...bareFieldset, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1 }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'end', justifyContent: 'space-between' }}>
        <Typography id="compiler-options-heading" component="h3" variant="h3" sx={{ pb: 1 }}>
          Compiler options
        </Typography>
        <Tabs
          aria-label="Views of the compiler options"
          value={view}
          onChange={(_, next: View) => setView(next)}
          sx={{ borderBottom: 0 }}
        >
          <Tab value="fields" label="Fields" id="options-tab-fields" aria-controls="options-panel" />
          <Tab value="json" label="JSON" id="options-tab-json" aria-controls="options-panel" />
          <Tab value="cli" label="CLI text" id="options-tab-cli" aria-controls="options-panel" />
        </Tabs>
      </Box>
      <Box role="tabpanel" id="options-panel" aria-labelledby={`options-tab-${view}`}>
        {view === 'fields' && <OptionFields options={options} onEditText={() => setView('json')} />}
        {view === 'json' && (
          <OptionsTextArea
            options={options}
            label="Compiler options as JSON"
            hint={`An object such as {"mattr":["+neon"]}, on one line. ${hint}`}
            show={same}
            read={same}
          />
        )}
        {view === 'cli' && (
          <OptionsTextArea
            options={options}
            label="Compiler options as CLI text"
            hint={`As it stands between the quotes in a request for the AWS CLI. ${hint}`}
            show={toCliText}
            read={fromCliText}
          />
        )}
      </Box>
      {options.lastChange && <ChangeNote change={options.lastChange} />}
      <OptionSuggestions />
    </Box>
  );
}

/** A jump to the options opens the view that can show them. */
function useView(request: FocusRequest | null, isRefused: boolean) {
  const [answered, setAnswered] = useState<FocusRequest | null>(null);
  const [view, setView] = useState<View>('fields');
  if (request !== answered) {
    setAnswered(request);
    if (request?.field === OPTIONS_FIELD && isRefused && view === 'fields') setView('json');
  }
  return [view, setView] as const;
}
