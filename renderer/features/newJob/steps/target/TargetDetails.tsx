import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { findTargetDevice } from '../../../../../shared/catalog/catalog.ts';
import { MONO } from '../../../../theme.ts';
import { hasTarget } from '../../generatedName.ts';
import { useWizard } from '../../wizardContext.ts';
import { CompilerOptionsField } from './CompilerOptionsField.tsx';
import { LocalRunnerPanel } from './LocalRunnerPanel.tsx';
import { chosenPlatform, platformInWords } from './targetChoices.ts';

/** Beside the picker: what is chosen, its compiler options, and what will be done for it. */
export function TargetDetails() {
  const { context } = useWizard();
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2.5, minWidth: 0 }}>
      <ChosenTarget />
      <CompilerOptionsField />
      {context.isLocal && <LocalRunnerPanel />}
    </Box>
  );
}

function ChosenTarget() {
  const { draft } = useWizard();
  const device = draft.target.kind === 'device' ? findTargetDevice(draft.target.device) : undefined;
  const platform = chosenPlatform(draft.target);
  return (
    <Box component="section" aria-label="Chosen target">
      <Typography component="h3" variant="h3" sx={{ mb: 0.5 }}>
        Chosen target
      </Typography>
      {!hasTarget(draft.target) && <Box sx={{ color: 'text.secondary' }}>None yet.</Box>}
      {device && (
        <>
          <Box>
            {device.label}{' '}
            <Box component="span" sx={{ fontFamily: MONO, fontSize: 12, color: 'text.secondary' }}>
              {device.id}
            </Box>
          </Box>
          <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
            {device.platform ? (
              <Box component="span" sx={{ fontFamily: MONO }}>
                = {platformInWords(device.platform)}
              </Box>
            ) : (
              'No platform means the same; the request names the device.'
            )}
          </Box>
          {device.note && <Box sx={{ mt: 0.5, fontSize: 12, color: 'text.secondary' }}>{device.note}</Box>}
        </>
      )}
      {draft.target.kind === 'device' && draft.target.device !== '' && !device && (
        <Box sx={{ fontFamily: MONO }}>{draft.target.device}</Box>
      )}
      {platform && <Box sx={{ fontFamily: MONO }}>{platformInWords(platform)}</Box>}
    </Box>
  );
}
