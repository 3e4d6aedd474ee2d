import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { MONO } from '../../../../theme.ts';
import { useWizard } from '../../wizardContext.ts';
import { presetIsChosen, targetName, type PresetChoice } from './presetChoices.ts';
import { RecommendedMark } from './RecommendedMark.tsx';
import { SupportMark } from './SupportMark.tsx';
import { useTargetChoice } from './useTargetChoice.ts';

const line = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  columnGap: 1,
} as const;
const code = { fontFamily: MONO, fontSize: 11, lineHeight: '16px', color: 'text.secondary' } as const;

interface PresetCardProps {
  preset: PresetChoice;
  /** Told after the draft has the choice. */
  onChosen: (preset: PresetChoice) => void;
}

/** A preset and what it sets: one click chooses the target with its options. */
export function PresetCard({ preset, onChosen }: PresetCardProps) {
  const { draft } = useWizard();
  const { choosePreset } = useTargetChoice();
  const isChosen = presetIsChosen(draft.target, preset);
  const { label, target, compilerOptions, note, support, refusal, recommended } = preset;
  return (
    <ButtonBase
      aria-pressed={isChosen}
      disabled={refusal !== null}
      title={note ?? undefined}
      onClick={() => {
        choosePreset(preset);
        onChosen(preset);
      }}
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr)',
        alignContent: 'start',
        px: 1.5,
        py: 1,
        border: 1,
        borderColor: isChosen ? 'primary.main' : 'divider',
        borderRadius: 1,
        bgcolor: isChosen ? 'action.selected' : 'background.paper',
        textAlign: 'left',
        '&:hover': { borderColor: isChosen ? 'primary.main' : 'action.outline' },
        '&.Mui-disabled': { color: 'text.secondary' },
      }}
    >
      <Box sx={{ ...line, fontSize: 13, lineHeight: '20px', fontWeight: 500 }}>
        {label}
        <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}>
          {refusal === null && support && <SupportMark support={support} />}
          {isChosen && <CheckCircleOutlined aria-hidden sx={{ fontSize: 16, color: 'primary.main' }} />}
        </Box>
      </Box>
      <Box sx={line}>
        <Box component="span" sx={{ ...code, overflowWrap: 'anywhere' }}>
          {targetName(target)}
        </Box>
        {recommended !== null && <RecommendedMark />}
      </Box>
      <Box
        title={compilerOptions ?? undefined}
        sx={{ ...code, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
      >
        {compilerOptions ?? 'no compiler options'}
      </Box>
      {refusal && <Box sx={{ fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}>{refusal}</Box>}
    </ButtonBase>
  );
}
