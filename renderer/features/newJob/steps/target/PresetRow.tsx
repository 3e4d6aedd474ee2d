import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { findTargetPlatform, targetPresets, type TargetPreset } from '../../../../../shared/catalog/catalog.ts';
import { MONO } from '../../../../theme.ts';
import { useWizard } from '../../wizardContext.ts';
import { chosenPreset, platformInWords, refusalOf } from './targetChoices.ts';
import { useTargetChoice } from './useTargetChoice.ts';

/** The popular platforms, one click each. */
export function PresetRow({ onChosen }: { onChosen: () => void }) {
  const { draft } = useWizard();
  const chosen = chosenPreset(draft.target);
  return (
    <Box component="section" aria-labelledby="target-presets">
      <Typography id="target-presets" component="h3" variant="h3" sx={{ mb: 0.75 }}>
        Popular targets
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'repeat(3, 1fr)', xl: 'repeat(6, 1fr)' }, gap: 1 }}>
        {targetPresets.map((preset) => (
          <PresetCard key={preset.id} preset={preset} isChosen={preset === chosen} onChosen={onChosen} />
        ))}
      </Box>
      {chosen?.note && (
        <Typography variant="caption" component="p" color="textSecondary" sx={{ mt: 0.75 }}>
          {chosen.label}: {chosen.note}
        </Typography>
      )}
    </Box>
  );
}

function PresetCard({ preset, isChosen, onChosen }: { preset: TargetPreset; isChosen: boolean; onChosen: () => void }) {
  const { context } = useWizard();
  const { choosePreset } = useTargetChoice();
  const entry = findTargetPlatform(preset.platform);
  const refusal = entry && context.isLocal ? refusalOf(entry.local) : null;
  return (
    <ButtonBase
      aria-pressed={isChosen}
      disabled={refusal !== null}
      title={preset.note ?? undefined}
      onClick={() => {
        choosePreset(preset);
        onChosen();
      }}
      sx={{
        display: 'block',
        px: 1.5,
        py: 1,
        border: 1,
        borderColor: isChosen ? 'primary.main' : 'divider',
        borderRadius: 1,
        bgcolor: isChosen ? 'action.selected' : 'background.paper',
        textAlign: 'left',
        '&:hover': { borderColor: isChosen ? 'primary.main' : 'action.outline' },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, fontSize: 13, fontWeight: 500 }}>
        {preset.label}
        {isChosen && <CheckCircleOutlined aria-hidden sx={{ ml: 'auto', fontSize: 16, color: 'primary.main' }} />}
      </Box>
      <Box sx={{ fontFamily: MONO, fontSize: 11, lineHeight: '16px', color: 'text.secondary' }}>
        {platformInWords(preset.platform)}
      </Box>
      {refusal && <Box sx={{ fontSize: 12, color: 'text.secondary' }}>{refusal}</Box>}
    </ButtonBase>
  );
}
