import Box from '@mui/material/Box';
import { useWizard } from '../../wizardContext.ts';
import { AwsPanel } from './AwsPanel.tsx';
import { ChosenTarget } from './ChosenTarget.tsx';
import { LocalRunnerPanel } from './LocalRunnerPanel.tsx';
import { CompilerOptionsEditor } from './options/CompilerOptionsEditor.tsx';

/** Beside the picker: what is chosen, its compiler options, and what will be done for it. */
export function TargetDetails() {
  const { context } = useWizard();
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2.5, minWidth: 0 }}>
      <ChosenTarget />
      <CompilerOptionsEditor />
      {context.isLocal ? <LocalRunnerPanel /> : <AwsPanel />}
    </Box>
  );
}
