import ExpandMoreOutlined from '@mui/icons-material/ExpandMoreOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { useWizard } from '../../wizardContext.ts';
import { AllPresets } from './AllPresets.tsx';
import { PresetCard } from './PresetCard.tsx';
import { popularPresets, presetIsChosen, type PresetChoice } from './presetChoices.ts';
import { useJudge } from './useJudge.ts';

const ALL_ID = 'target-all-presets';

/** The popular platforms, one click each; the presets of all devices open below them. */
export function PresetRow({ onChosen }: { onChosen: (preset: PresetChoice) => void }) {
  const { draft } = useWizard();
  const judge = useJudge();
  const presets = useMemo(() => popularPresets(judge), [judge]);
  const [isOpen, setOpen] = useState(false);
  const chosen = presets.find((preset) => presetIsChosen(draft.target, preset));
  return (
    <Box component="section" aria-labelledby="target-presets">
      <Box sx={{ display: 'flex', alignItems: 'center', mb: 0.75 }}>
        <Typography id="target-presets" component="h3" variant="h3">
          Popular targets
        </Typography>
        <Button
          size="small"
          color="secondary"
          aria-expanded={isOpen}
          aria-controls={isOpen ? ALL_ID : undefined}
          endIcon={<ExpandMoreOutlined sx={isOpen ? { transform: 'rotate(180deg)' } : {}} />}
          onClick={() => setOpen(!isOpen)}
          sx={{ ml: 'auto' }}
        >
          All presets
        </Button>
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'repeat(3, 1fr)', xl: 'repeat(6, 1fr)' }, gap: 1 }}>
        {presets.map((preset) => (
          <PresetCard key={preset.id} preset={preset} onChosen={onChosen} />
        ))}
      </Box>
      {chosen?.note && (
        <Typography variant="caption" component="p" color="textSecondary" sx={{ mt: 0.75 }}>
          {chosen.label}: {chosen.note}
        </Typography>
      )}
      {isOpen && <AllPresets id={ALL_ID} onChosen={onChosen} />}
    </Box>
  );
}
