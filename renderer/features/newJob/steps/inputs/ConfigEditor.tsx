import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { fieldId } from '../../draftPaths.ts';
import { useWizard } from '../../wizardContext.ts';
import { ConfigTextArea } from './ConfigTextArea.tsx';
import { FieldsView } from './FieldsView.tsx';
import { givenBy } from './givenChoices.ts';
import { NothingGiven } from './NothingGiven.tsx';
import { TextOnly } from './TextOnly.tsx';
import { useConfigText } from './useConfigText.ts';
import { useConfigView, type ConfigView } from './useConfigView.ts';
import { useFocusAfter } from './useFocusAfter.ts';

const TABS: Readonly<Record<ConfigView, string>> = { fields: 'Fields', json: 'JSON', cli: 'CLI text' };

const tabId = (view: string) => `inputs-tab-${view}`;

/** One DataInputConfig in three views, editable in each. */
export function ConfigEditor() {
  const { view, open } = useConfigView();
  const config = useConfigText();
  const focusAfter = useFocusAfter();
  const openText = () => {
    open('json');
    focusAfter(fieldId('dataInputConfig.text'));
  };
  return (
    <Box sx={{ minWidth: 0 }}>
      <Tabs aria-label="DataInputConfig as" value={view} onChange={(_, next: ConfigView) => open(next)}>
        {Object.entries(TABS).map(([value, label]) => (
          <Tab key={value} value={value} label={label} id={tabId(value)} aria-controls="inputs-panel" />
        ))}
      </Tabs>
      <Box role="tabpanel" id="inputs-panel" aria-labelledby={tabId(view)} sx={{ pt: 1.5 }}>
        {view === 'fields' ? (
          <Fields onOpenText={openText} onFocus={focusAfter} />
        ) : (
          <ConfigTextArea key={view} config={config} isCli={view === 'cli'} />
        )}
      </Box>
    </Box>
  );
}

interface FieldsProps {
  onOpenText: () => void;
  onFocus: (id: string) => void;
}

function Fields({ onOpenText, onFocus }: FieldsProps) {
  const { draft } = useWizard();
  if (draft.dataInputConfig.mode === 'text') {
    return <TextOnly onOpenText={onOpenText} onShown={() => onFocus(tabId('fields'))} />;
  }
  return givenBy(draft) === 'none' ? <NothingGiven onFocus={onFocus} /> : <FieldsView />;
}
